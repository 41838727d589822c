/** Plans as the server tells them (GET /api/plans/{id}) and what the planner's page keeps in mind. */
declare global {
  type PlanStateWord = 'draft' | 'submitted' | 'approved' | 'scheduled' | 'published' | 'superseded' | 'withdrawn' | 'rejected';
  type PlanStepWord = 'submit' | 'withdraw' | 'reopen' | 'approve' | 'reject' | 'schedule' | 'publish' | 'rebase';
  /** A step of a plan's life: who did what to it as a whole, and when. */
  interface PlanStepTaken {
    version: number;
    action: PlanStepWord | 'begin' | 'halt' | 'supersede';
    state: PlanStateWord;
    at: string;
    account: string;
    reason: string;
    effectiveFrom: string | null;
  }
  /** What a rebase would make of a plan, and the edits that no longer apply. */
  interface PlanRebase {
    misfits: { seq: number; account: string; code: string; title?: string; detail?: string; lon?: number; lat?: number }[];
    sameGround: boolean;
  }
  interface PlanHead {
    id: number;
    name: string;
    area: string;
    areaName: string | null;
    state: PlanStateWord;
    version: number;
    baseAt: string;
    effectiveFrom: string | null;
  }
  interface PlanFace {
    face: string;
    code: string;
    name: string;
    born: boolean;
    from: string[];
    households: number;
    population: number;
    buildings: number | null;
    squareMeters: number;
    estimated: boolean;
    microGrids: number;
    sizeRule: SizeRule;
    labelPoint: Position;
  }
  interface PlanLink {
    partition: string;
    level: string;
    code: string;
    name: string;
  }
  interface PlanData extends PlanHead {
    canUndo: boolean;
    canRedo: boolean;
    edits: { seq: number; kind: string; face: string }[];
    /** With the answer to an edit: what it changed. */
    changed?: string[];
    gone?: string[];
    changedSince: string[];
    grids: FeatureList<PlanFace>;
    retired: PlanLink[];
    altered: PlanLink[];
    supersededBy: number | null;
    /** What whoever is signed in may do with it next. */
    actions: PlanStepWord[];
    ownHand: boolean;
    steps: PlanStepTaken[];
    /** In the answer to an edit: the figures of the grids it changed, and all together. */
    balance?: Balance;
  }
  interface PlanPreview {
    made: FeatureList<PlanFace>;
    path: Geometry;
    altered?: PlanLink[];
    cutBuildings?: string[];
  }
  interface PlanCompare {
    side: 'before' | 'now';
    before: GeoFeature<any>[];
    retired: GeoFeature<any>[];
    owners: { place: Position; before: string; now: string }[];
  }
  interface PlanState {
    lang: Lang;
    theme: Theme;
    site: Site | null;
    communities: GeoFeature<AreaProps>[];
    area: string | null;
    plans: PlanHead[] | null;
    plan: PlanData | null;
    selected: string | null;
    micro: GeoFeature<AreaProps>[];
    tool: 'draw' | 'type' | null;
    line: Position[];
    preview: PlanPreview | null;
    reason: string;
    busy: boolean;
    problem: ProblemBody | null;
    signIn: boolean;
    publishing: boolean;
    compare: PlanCompare | null;
    /** The place that was searched. */
    sought: Position | null;
    said: string;
    /** Which panel is in front. */
    panel: string;
    /** What the last change of the plan did to its grids. */
    changes: PlanChanges | null;
  }
  /** Ids of the grids that are new or look different, and of those that are no longer there. */
  interface PlanChanges {
    changed: string[];
    gone: string[];
  }
  /** One of the panels beside the map. */
  interface PlanPanel {
    id: string;
    /** Key of its name in the catalogs. */
    titleKey: string;
    /** Draws it into its own place, which stays its own; called while it is in front, whenever the state has changed. */
    render(root: HTMLElement, store: PlanStore, page: PlanPage): void;
    /** A short mark beside its name, such as how many problems there are; nothing where there is none. */
    badge?(state: PlanState): string;
    /** Wants more room, for a table. */
    wide?: boolean;
  }
  /** What every part of the planner's page is given. */
  interface PlanPage {
    store: PlanStore;
    words(): Words;
    requests: ReturnType<typeof import('../src/features/plan/requests.js').createPlanRequests>;
    actions: PlanActions;
    map(): PlanMapView | null;
    /** Calls back when another grid was chosen (or none), or when grids of the plan have changed; returns the way to stop. */
    on(event: 'face-chosen', heard: (face: string | null) => void): () => void;
    on(event: 'faces-changed', heard: (changes: PlanChanges) => void): () => void;
  }
  type PlanInput =
    | { kind: 'reader'; reader: { lang?: Lang; theme?: Theme } }
    | { kind: 'loaded'; loaded: Partial<Pick<PlanState, 'site' | 'communities' | 'area' | 'plans'>> }
    | { kind: 'sign-in' }
    | { kind: 'busy'; on: boolean }
    | { kind: 'failed'; problem: ProblemBody }
    | { kind: 'plan'; plan: PlanData; said?: string }
    | { kind: 'panel'; panel: string }
    | { kind: 'area'; area: string }
    | { kind: 'sought'; place: Position | null }
    | { kind: 'closed' }
    | { kind: 'select'; face: string | null }
    | { kind: 'micro'; face: string; micro: GeoFeature<AreaProps>[] }
    | { kind: 'tool'; tool: PlanState['tool']; line?: Position[] }
    | { kind: 'line'; line: Position[] }
    | { kind: 'preview'; preview: PlanPreview }
    | { kind: 'reason'; reason: string }
    | { kind: 'publishing'; on: boolean }
    | { kind: 'compare'; compare: PlanCompare }
    | { kind: 'compare-side'; side: PlanCompare['side'] };
  interface PlanStore {
    state(): PlanState;
    dispatch(input: PlanInput): void;
    watch<T>(part: (state: PlanState) => T, changed: (part: T, state: PlanState) => void): () => void;
  }
  interface PlanActions {
    load(): Promise<void>;
    open(id: string): Promise<void>;
    pickArea(area: string): void;
    begin(name: string, area: string): Promise<void>;
    close(): Promise<void>;
    select(face: string): void;
    step(step: 'undo' | 'redo'): Promise<void>;
    take(step: PlanStepWord, body?: { reason?: string; effectiveFrom?: string; drop?: number[] }): Promise<void>;
    previewRebase(): Promise<PlanRebase | null>;
    rollBack(name: string): Promise<void>;
    becomeApprover(): Promise<void>;
    compare(): Promise<void>;
    draw(): void;
    type(): void;
    giveUp(): void;
    setLine(line: Position[]): void;
    drawn(line: Position[]): Promise<void>;
    preview(): Promise<void>;
    setReason(reason: string): void;
    confirm(): Promise<void>;
    setSide(side: PlanCompare['side']): void;
  }
  interface PlanPicture {
    theme: Theme;
    lang: Lang;
    drawing: boolean;
    borders: { outer: boolean; ring: Position[] }[];
    sources: Record<string, object[]>;
  }
  interface PlanMapActions {
    chosen(face: string): void;
    drawn(line: Position[]): void;
    cancelled(): void;
    failed(message: string): void;
  }
  interface PlanMapView {
    apply(picture: PlanPicture): void;
    fit(box: Box, padding?: number): void;
    zoomBy(steps: number): void;
    resized(): void;
  }
}
export {};
