/** What the operator's desk keeps in mind. */
declare global {
  type DeskFilter = 'all' | 'accept' | 'overdue' | 'warned' | 'no-place';
  /** How an incident stands to its clock: what is left in milliseconds, or how much it is late. */
  interface DeskPressure {
    kind: 'left' | 'warned' | 'overdue' | 'paused' | 'none';
    /** Whose stage it is. */
    of: string;
    ms: number;
  }
  interface DeskRow {
    incident: IncidentProps;
    pressure: DeskPressure;
    /** When its time is over, in milliseconds; without end where no clock runs. */
    at: number;
  }
  interface DeskState {
    filter: DeskFilter;
    /** Code of the area that is looked after; empty for all. */
    area: string;
    /** What came while the page was open and nobody has looked at yet. */
    fresh: ReadonlySet<string>;
    /** Every incident that was seen; null before the first list. */
    seen: ReadonlySet<string> | null;
    /** Where the chosen one stood when it was seen last. */
    lastAt: number;
    /** Areas that can be chosen: streets and their communities. */
    areas: readonly AreaProps[];
    /** What a small screen shows. */
    pane: 'list' | 'incident' | 'map';
  }
  /** One entry of an incident's line of time. */
  interface TimeEntry extends HistoryEntry {
    kind: 'deed' | 'report' | 'due';
    channel?: string;
    report?: number;
    /** How long after the entry before. */
    afterMs: number;
  }
  /** What every part of the desk is given. */
  interface DeskPage {
    page: Page;
    desk: DeskStore;
    /** What is in the queue now, in order: of the area and the filter. */
    rows(): DeskRow[];
    /** The same before it is narrowed to the filter. */
    all(): DeskRow[];
    /** Names of areas by their codes. */
    areaName(code: string): string;
    /** Chooses an incident; seen: it is in view on the map already. */
    choose(id: string, seen?: boolean): void;
    letGo(): void;
  }
  type DeskStore = StoreOf<DeskState, Partial<DeskState>>;
  /** A photo of an incident, as the server tells it. */
  interface DeskPhoto {
    id: string;
    /** What was done when it was given; empty for one of a report. */
    action: string;
    at: string | null;
  }
  /** Something that was spoken. */
  interface DeskNote {
    id: string;
    /** Of the incident after the deed it was given with; 0 for one of a report. */
    version: number;
    at: string | null;
    ms: number;
  }
  interface DeskSimilar {
    id: string;
    number: string;
    category: string;
    meters: number | null;
    since: string | null;
  }
  interface DeskSuggestion {
    to: HandlerRef;
    names?: Record<Lang, string>;
    reasons: ({ code: string } & Record<string, unknown>)[];
    distanceMeters: number | null;
    open: number | null;
  }
  /** What the server has besides, where it has it: null where it has not. */
  interface DeskExtras {
    id: string;
    photos: DeskPhoto[] | null;
    notes: DeskNote[] | null;
    similar: DeskSimilar[] | null;
    suggestions: DeskSuggestion[] | null;
    /** Whether the incident is being given to one of those. */
    sending: boolean;
  }
}
export {};
