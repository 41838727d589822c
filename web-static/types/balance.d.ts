/** What each grid of a plan holds (GET /api/plans/{id}/balance) and what the table of it keeps in mind. */
declare global {
  interface BalanceRule {
    rule: number;
    area: string;
    measure: 'households' | 'buildings';
    min: number;
    max: number;
    counted: number;
    verdict: 'within' | 'below' | 'above';
    deviation: number;
  }
  interface GridBalance {
    face: string;
    code: string;
    name: string;
    kind: string;
    households: number;
    population: number;
    estimated: boolean;
    buildings: number;
    staff: number;
    cameras: number;
    squareMeters: number;
    compactness: number;
    onStreets: number;
    cutBuildings: number;
    verdict: 'within' | 'below' | 'above' | 'none';
    rules: BalanceRule[];
    problems: string[];
  }
  interface BalanceTotals {
    grids: number;
    households: number;
    population: number;
    buildings: number;
    staff: number;
    cameras: number;
    squareMeters: number;
    problems: number;
  }
  interface Balance {
    version: number;
    grids: GridBalance[];
    totals: BalanceTotals;
    spread: { least: number; most: number; mean: number; deviation: number } | null;
  }
  interface Proposal {
    geometry: { type: 'LineString'; coordinates: Position[] };
    properties: { keepsRules: boolean; unevenness: number; cutBuildings: number; halves: GridBalance[] };
  }
  type BalanceFigure = 'rule' | 'households' | 'population' | 'buildings' | 'cameras' | 'squareMeters' | 'compactness' | 'onStreets';
  interface BalanceState {
    /** The plan it is of, and its version. */
    plan: string | null;
    balance: Balance | null;
    problem: ProblemBody | null;
    open: boolean;
    sort: Sort;
    figure: BalanceFigure;
    /** What is proposed for a grid; null while nothing was asked. */
    proposed: { face: string; lines: Proposal[] | null; problem: ProblemBody | null } | null;
    said: string;
  }
  type BalanceInput =
    | { kind: 'asked'; plan: string }
    | { kind: 'came'; plan: string; balance: Balance }
    | { kind: 'failed'; problem: ProblemBody }
    | { kind: 'none' }
    | { kind: 'sort'; by: string }
    | { kind: 'figure'; figure: BalanceFigure }
    | { kind: 'open'; open: boolean }
    | { kind: 'proposals-asked'; face: string }
    | { kind: 'proposals-came'; face: string; lines: Proposal[] }
    | { kind: 'proposals-failed'; face: string; problem: ProblemBody }
    | { kind: 'proposals-gone' }
    | { kind: 'said'; said: string };
  interface BalanceActions {
    sort(by: string): void;
    figure(figure: BalanceFigure): void;
    toggle(): void;
    pick(face: string): void;
    nextProblem(): void;
    propose(face: string): Promise<void>;
    show(n: number): void;
    take(n: number): Promise<void>;
    save(): void;
    retry(): void;
  }
  /** A class of a figure on the map. */
  interface FigureClass {
    from: number;
    to: number;
    count: number;
  }
}
export {};
