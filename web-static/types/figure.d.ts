/** Figures as the server tells them (GET /api/kpi…), and what the page shows of them. */
declare global {
  interface FigureCount {
    numerator: number;
    /** Only of shares and means. */
    denominator?: number;
    /** Null where it is of nothing. */
    percent?: number | null;
    mean?: number | null;
  }
  interface FigureValue extends FigureCount {
    /** Where the cases of the numerator are listed; a mean has minutes instead. */
    list?: string;
    of?: string;
    before: FigureCount;
    lastYear: FigureCount;
  }
  type FigureGrade = 'excellent' | 'competent' | 'incompetent';
  interface FigureGroup {
    key: string;
    nameZh: string | null;
    nameEn: string | null;
    level: string | null;
    grade: FigureGrade | null;
    figures: Record<string, FigureValue>;
  }
  interface FigurePeriod {
    kind: string;
    day: string;
    lastDay: string;
    running?: boolean;
  }
  interface FigureTable {
    period: FigurePeriod;
    before: FigurePeriod;
    lastYear: FigurePeriod;
    by: string;
    grades: number;
    chain: { code: string; name: string | null; level: string | null }[];
    partitions: { id: string; nameZh: string; nameEn: string }[];
    filterName: { zh: string; en: string } | null;
    total: { grade: FigureGrade | null; figures: Record<string, FigureValue> };
    groups: FigureGroup[];
    groupCount: number;
  }
  interface FieldworkDone {
    patrols: { due: number; judged: number; done: number; partly: number; missed: number; unknown: number; streetMeters: number; walkedStreetMeters: number } | null;
    visits: { due: number; seen: number; settled: number; tried: number } | null;
  }
  interface FieldworkRow extends FieldworkDone {
    key: string;
    name?: string;
    level?: string;
  }
  interface Fieldwork {
    total: FieldworkDone;
    rows: FieldworkRow[];
  }
  interface FigureSeries {
    periods: (FigurePeriod & { figures: Record<string, FigureCount> })[];
  }
  interface FigureCase {
    id: string;
    number: string;
    category: string;
    channel: string;
    priority: string;
    grid: string | null;
    reportedAt: string;
    filedAt: string | null;
    dueAt: string | null;
    closedAt: string | null;
    late: boolean;
    excused: boolean;
  }
  interface FigureCases {
    total: number;
    cases: FigureCase[];
    next?: string;
  }
  interface FigureGrades {
    version: number;
    since: string;
    thresholds: { figure: string; better: 'higher' | 'lower'; excellent: number; competent: number }[];
  }
  /** What is shown: all of it stands in the address. */
  interface FigureView {
    period: string;
    /** Empty: the one that lasts. */
    day: string;
    area: string;
    partition: string;
    overlay: string;
    category: string;
    channel: string;
    priority: string;
    department: string;
    person: string;
    by: string;
    figure: string;
    /** The query of the list that is open; empty for none. */
    list: string;
  }
  /** What the parts of the page are given. */
  interface FigureTo {
    words: Words;
    view: FigureView;
    names: { categories: Map<string, string> };
    open(link: string): void;
    choose(figure: string): void;
    into(group: FigureGroup): void;
    go(change: Partial<FigureView>): void;
    rising(): boolean;
    turn(): void;
  }
}
export {};
