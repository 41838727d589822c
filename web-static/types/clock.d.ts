/** Calendars and limits as the server tells them. */
declare global {
  type WeekdayName = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
  interface CalendarSummary {
    code: string;
    version: number;
    area: string;
    name: string;
    since: string;
    inForce: boolean;
    zone: string;
  }
  interface WorkWeekRow {
    from: string;
    sessions: Partial<Record<WeekdayName, string[]>>;
  }
  interface SpecialDayRow {
    date: string;
    kind: 'holiday' | 'make-up';
    sessions?: string[];
  }
  interface WorkCalendarRow extends CalendarSummary {
    weeks: WorkWeekRow[];
    days: SpecialDayRow[];
  }
  /** What is to be said of a calendar, while it is drawn. */
  interface CalendarDraft {
    name: string;
    inForce: boolean;
    zone: string;
    weeks: WorkWeekRow[];
    days: ReadonlyMap<string, SpecialDayRow>;
  }
  interface CountedRow {
    from: string;
    to: string;
    seconds: number;
  }
  interface DueReasonRow {
    due?: string;
    limit: LimitRow;
    calendar: { code: string; version: number };
    allowedSeconds: number;
    counted: CountedRow[];
  }
  /** Why a stage of an incident is or was due when it is. */
  interface StageReasonRow extends DueReasonRow {
    stage: string;
    /** Whether it has not ended. */
    current: boolean;
    zone: string;
    state: 'running' | 'paused' | 'stopped';
    started: string;
    stopped?: string;
    spentSeconds: number;
    /** Negative when overdue. */
    leftSeconds: number;
    overdue: boolean;
    pauses: { from: string; to?: string }[];
    extensions: string[];
  }
  interface LimitRow {
    kind: string;
    amount: number;
    words: string;
  }
  interface CategoryCondition {
    code: string;
    nameZh: string;
    nameEn: string;
  }
  interface CategoryRow extends IncidentCategory {
    version: number;
    priority: string;
    keywords: string[];
    parent: string;
    conditions: CategoryCondition[];
    departments: string[];
    published: boolean;
    retired: boolean;
    since: string;
  }
  /** What the register of categories is shown from. */
  interface CategoryData {
    categories: CategoryRow[];
    limits: StageLimitRow[];
    departments: { code: string, nameZh: string, nameEn: string }[];
  }
  interface CategoryDoings {
    change: (category: CategoryRow) => void;
    history: (category: CategoryRow) => void;
    step: (category: CategoryRow) => void;
  }
  interface StageLimitRow {
    id: number;
    version: number;
    category: string;
    condition: string;
    stage: string;
    limit: LimitRow;
    warnPercents: number[];
    since: string;
  }
}
export {};
