/** Visits as the server tells them (GET /api/visits/…) and what their page shows. */
declare global {
  type MustSee = 'kind-1' | 'kind-2' | 'kind-3' | 'kind-4';
  type VisitOutcome = 'met' | 'nobody-home' | 'refused' | 'moved' | 'no-such-door';
  interface VisitFact {
    text: string;
    kind: 'yes-no' | 'choice' | 'text';
    choices: string[];
  }
  interface VisitRule {
    id: number;
    version: number;
    title: string;
    purpose: string;
    target: 'household' | 'business' | 'marked';
    kinds: MustSee[];
    areas: string[];
    every: number;
    unit: 'days' | 'months';
    facts: VisitFact[];
    begunAt: string;
    retired: boolean;
    generated: boolean;
    mayChange: boolean;
  }
  /** What a rule says. */
  type VisitPlan = Pick<VisitRule, 'title' | 'purpose' | 'target' | 'kinds' | 'areas' | 'every' | 'unit' | 'facts'>;
  /** A door that is due by a rule. */
  interface DueDoor {
    rule: number;
    place: string;
    kind: 'household' | 'business';
    grid: string;
    unit: string;
    building: string;
    door: string;
    version: number;
    state: 'due' | 'overdue';
    dueBy: string;
    lastAt: string | null;
    tries: number;
    nextTry: string | null;
  }
  interface VisitCounts {
    due: number;
    seen: number;
    settled: number;
    tried: number;
  }
  interface CoverageRow extends VisitCounts {
    grid: string;
    name: string;
    unit?: string;
    building?: string;
  }
  interface KeptVisit {
    rule: number;
    version: number;
    heldAt: string;
    keptAt: string;
    account: string;
    name: string | null;
    outcome: VisitOutcome;
    nextTry: string | null;
    answers: Record<string, string>;
    note: string;
    incident: string | null;
    number: string | null;
    corrects: number | null;
    facts: VisitFact[];
  }
  interface KnownDoor {
    place: string;
    kind: 'household' | 'business';
    grid: string;
    building: string;
    door: string;
    /** Null for who may not know. */
    marks: MustSee[] | null;
    marksVersion: number | null;
    visits: KeptVisit[];
  }
  interface VisitView {
    part: 'coverage' | 'due' | 'rules';
    rule: string;
    grid: string;
    unit: string;
    state: '' | 'due' | 'overdue' | 'unreachable';
    month: string;
  }
  /** What parts of the page are given. */
  interface VisitTo {
    page: FramePage;
    site: Site;
    view: () => VisitView;
    rules: () => VisitRule[];
    go(change: Partial<VisitView>): void;
    /** Reads the rules anew. */
    renew(): void;
  }
}
export {};
