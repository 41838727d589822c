/** What pages know of alarms. */
export {};

declare global {
  type AlarmPriority = 'emergency' | 'high' | 'low';
  type AlarmShowing = 'alone' | 'source' | 'group' | 'rest';
  interface AlarmPart {
    kind: string;
    priority: AlarmPriority;
    grid: string;
    gridName: string;
    count: number;
  }
  /** A row of the board; that of the rest has parts instead of a kind and a place. */
  interface AlarmRow {
    key: string;
    showing: AlarmShowing;
    priority: AlarmPriority;
    count: number;
    firstAt: string;
    lastAt: string;
    upTo: string;
    id?: string;
    kind?: string;
    grid?: string;
    gridName?: string;
    incident?: string;
    subject?: string;
    detail?: string;
    lon?: number;
    lat?: number;
    state?: AlarmState;
    groups?: number;
    parts?: AlarmPart[];
  }
  type AlarmState = 'standing' | 'acknowledged' | 'cleared';
  interface AlarmShare {
    priority: AlarmPriority;
    count: number;
    of: number;
    targetPercent: number;
  }
  interface AlarmShelf {
    id: string;
    kind: string | null;
    area: string;
    areaName: string;
    since: string;
    until: string;
    reason: string;
    account: string;
  }
  interface AlarmBoard {
    asOf: string;
    emergencies: AlarmRow[];
    rows: AlarmRow[];
    waiting: Record<AlarmPriority, number>;
    shares: AlarmShare[];
    shareDays: number;
    /** After which instant what the shares count rang. */
    sharesSince: string;
    /** Only alarms with a smaller id are counted in the shares. */
    sharesBefore: string;
    flood: { since: string; until: string; gathered: number } | null;
    shelved: number;
    shelves: AlarmShelf[];
    actions: string[];
  }
  interface AlarmRule {
    kind: string;
    version: number;
    priority: AlarmPriority;
    longestShelfMinutes: number;
    since: string;
  }
  interface AlarmLogProps {
    id: string;
    kind: string;
    priority: AlarmPriority;
    grid: string;
    gridName: string;
    incident: string;
    detail: string;
    state: AlarmState;
    shelved: boolean;
    rungAt: string;
    acknowledgedAt: string | null;
    acknowledgedBy: string | null;
    clearedAt: string | null;
  }
  /** What can be done at the panel. */
  interface AlarmDoes {
    open: (row: Pick<AlarmRow, 'incident' | 'lon' | 'lat'>) => void;
    acknowledge: (row: AlarmRow) => void;
    shelve: (row: AlarmRow | null) => void;
    unshelve: (shelf: AlarmShelf) => void;
    log: (priority?: AlarmPriority) => void;
    fold: () => void;
  }
}
