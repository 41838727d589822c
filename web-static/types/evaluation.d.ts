/** What pages know of evaluation. */
export {};

declare global {
  type RatingScore = 'satisfied' | 'fairly-satisfied' | 'unsatisfied';
  /** What the holder of a report's token is asked. */
  interface OwnQuestion {
    state: 'asked' | 'answered' | 'lapsed';
    askedAt: string;
    until: string;
    /** Whether an answer is taken. */
    open: boolean;
    score: RatingScore | null;
    words: string;
    givenAt: string | null;
  }
  interface IncidentRating {
    id: number;
    score: RatingScore;
    words: string;
    givenAt: string;
    reviewedAt: string | null;
    reviewedBy: string | null;
    reviewRemark: string;
  }
  interface IncidentEvaluation {
    questions: { state: 'asked' | 'answered' | 'lapsed'; askedAt: string; until: string }[];
    ratings: IncidentRating[];
  }
}
declare global {
  /** How an incident stands to the public ledger. */
  interface IncidentPublication {
    public: boolean;
    version: number;
    entry: LedgerEntry;
  }
  /** What anyone may read of an incident. */
  interface LedgerEntry {
    category: string;
    categoryZh?: string;
    categoryEn?: string;
    promise: string;
    day: string;
    steps: { action: string; day: string }[];
    standing: string;
    late: boolean;
    satisfied: boolean | null;
  }
  interface PublicCard {
    area: { code: string; name: string; inCharge: { duty: string; staffCode: string; name: string | null; dutyPhone: string | null }[] };
    chain: { code: string; name: string }[];
    geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };
    entries: LedgerEntry[];
    /** Whom to call while an emergency lasts there; null in peace. */
    emergency: Counts['emergency'] | null;
  }
}
