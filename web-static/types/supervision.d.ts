/** What the supervisors' page knows (GET /api/evaluations/…). */
export {};

declare global {
  interface SupervisedIncident {
    id: string;
    number: string;
    version: number;
    category: string;
    grid: string | null;
    standing: string;
    closedAt: string | null;
    names: { categoryZh?: string; categoryEn?: string; grid?: string };
  }
  interface PendingRating extends IncidentRating {
    incident: SupervisedIncident;
  }
  interface Sample {
    id: number;
    from: string;
    to: string;
    /** Days in the zone of the site; the last one belongs to it. */
    fromDay: string;
    toDay: string;
    area: string | null;
    category: string | null;
    channel: string | null;
    department: string | null;
    seed: string;
    size: number;
    population: number;
    drawnAt: string;
    drawnBy: string;
    assessed: number;
  }
  interface SampleResultLine {
    result: string;
    numerator: number;
    denominator: number;
    list: string;
    of: string;
  }
  interface DrawnSample extends Sample {
    results: SampleResultLine[];
  }
  interface SampleMember {
    place: number;
    incidentId: string;
    digest: string;
    version: number;
    /** Null where it lies no more where the reader may look. */
    incident: SupervisedIncident | null;
    assessment: { real: boolean; solved: boolean; inTime: boolean; callback: string; remark: string; at: string; by: string } | null;
  }
  interface EvaluationTerms {
    version: number;
    since: string;
    days: number;
    editions: { version: number; since: string; days: number }[];
  }
  interface SupervisionView {
    part: 'pending' | 'samples' | 'terms';
    sample: string;
    count: string;
    incident: string;
  }
  interface SampleChoices {
    areas: { code: string; name: string; depth: number }[];
    everywhere: boolean;
    categories: [string, string][];
    departments: [string, string][];
  }
  /** What parts of the page are given. */
  interface SupervisionTo {
    page: FramePage;
    site: Site;
    view: () => SupervisionView;
    /** silent: in place of the address that was there. */
    go(change: Partial<SupervisionView>, silent?: boolean): void;
    /** What codes are called and may be chosen; read once. */
    choices: () => Promise<SampleChoices>;
  }
}
