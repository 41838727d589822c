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
    /** The edit it stands at; 0 for its base. */
    head: number;
    baseAt: string;
    effectiveFrom: string | null;
  }
  interface PlanFace {
    face: string;
    code: string;
    name: string;
    /** Id of the area it hangs from. */
    parent: string | null;
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
    edits: PlanEdit[];
    /** With the answer to an edit: what it changed. */
    changed?: string[];
    gone?: string[];
    /** Of a change: what of the plan is other than it was seen. Without it the plan is whole. */
    since?: { version: number; edits: number; gone: string[] };
    changedSince: string[];
    repairs?: PlanRepair[];
    grids: FeatureList<PlanFace>;
    counts: { retired: number; altered: number };
    /** Areas that end; not in the answer to a change. */
    retired?: PlanLink[];
    supersededBy: number | null;
    /** What whoever is signed in may do with it next. */
    actions: PlanStepWord[];
    ownHand: boolean;
    steps: PlanStepTaken[];
    /** In the answer to an edit: the figures of the grids it changed, and all together. */
    balance?: Balance;
  }
  /** What was put right in the base. */
  interface PlanRepair {
    kind: 'overlap' | 'gap' | 'vertex' | 'followed';
    areas: string[];
    /** It altered areas that do not lie in the area under plan: these. */
    outside: boolean;
    outsideAreas: string[];
    location: Position;
    squareMeters: number;
    meters: number;
  }
  interface PlanEdit {
    seq: number;
    kind: string;
    faces: string[];
    at: string;
    account: string;
  }
  /** An edit of somebody else that came before the one that was sent, at the same borders. */
  interface PlanConflict {
    other: { seq: number; kind: string; account: string; changed: string[] };
    work: PlanWork;
    reason: string;
  }
  /** What an operation asks for. */
  interface PlanSlot {
    name: string;
    kind: 'face' | 'faces' | 'line' | 'ring' | 'point' | 'building' | 'text' | 'choice' | 'community';
    /** What a point must lie on, or that it snaps to nothing. */
    on?: 'vertex' | 'edge' | 'street' | 'free';
    /** Words to choose from. */
    choices?: readonly string[];
    /** How many there must be. */
    least?: number;
    optional?: boolean;
  }
  interface PlanTool {
    id: string;
    /** The key that begins it. */
    key: string;
    group: 'grids' | 'borders' | 'points' | 'homes';
    slots: readonly PlanSlot[];
  }
  interface PlanWork {
    tool: string;
    /** By the pointer on the map, or with keys and numbers. */
    how: 'map' | 'keys';
    /** Which slot is asked for. */
    at: number;
    values: Record<string, any>;
  }
  type WorkInput =
    | { did: 'face'; face: string }
    | { did: 'place'; place: Position }
    | { did: 'line'; line: Position[] }
    | { did: 'building'; building: string }
    /** Of what is put together with keys: it is not taken yet. */
    | { did: 'draft'; value: any }
    | { did: 'take' }
    | { did: 'text'; slot: string; text: string }
    | { did: 'back'; slot: string }
    | { did: 'how'; how: PlanWork['how'] };
  interface PlanPreview {
    made: FeatureList<PlanFace>;
    /** What is new and what looks different. */
    after?: FeatureList<PlanFace>;
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
    /** The operation that is being put together. */
    work: PlanWork | null;
    /** Steps that were undone in this sitting and can be done again, the next one first. */
    ahead: PlanEdit[];
    /** Centre-lines of the streets of the area, to snap to. */
    streets: GeoFeature<PlaceProps>[];
    /** Of the chosen grid, while one is to be moved. */
    buildings: GeoFeature<PlaceProps>[];
    snap: SnapTo;
    conflict: PlanConflict | null;
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
    /** Of what is drawn with keys: which point, and how far an arrow key moves it, in metres or from vertex to vertex. */
    pad: { point: number; step: number | 'vertex' };
    /** What the last change of the plan did to its grids. */
    changes: PlanChanges | null;
  }
  /** Ids of the grids that are new or look different, and of those that are no longer there. */
  interface PlanChanges {
    changed: string[];
    gone: string[];
  }
  /** One of the panels beside the map. */
  interface PlanComment {
    id: number;
    /** The comment it answers, which itself answers none. */
    replyTo: number | null;
    text: string;
    face: string | null;
    at: Position | null;
    /** Of one about a border: the ends of that when it was said. */
    edge: [Position, Position] | null;
    /** That border as it runs now: where it ran, elsewhere, or nowhere any more. */
    border: { state: 'there' | 'moved' | 'gone'; grids: string[]; line: Position[] } | null;
    madeAt: string;
    account: string;
    resolvedAt: string | null;
    resolvedBy: string | null;
  }
  interface CommentThread { comment: PlanComment; number: number; replies: PlanComment[] }
  /** A comment on the map; id: null of the place that is just being chosen. */
  interface CommentMark {
    geometry: { coordinates: Position };
    properties: { id: number | null; text: string; label: string; ofGrid: boolean; nth: number; chosen: boolean; settled: boolean };
  }
  interface PlanLock { face: string; account: string; since: string; reason: string; own: boolean; mayLift: boolean }
  interface PlanSnapshot { id: number; name: string; head: number; madeAt: string; account: string }
  interface TogetherState {
    comments: PlanComment[];
    locks: PlanLock[];
    snapshots: PlanSnapshot[];
    /** What the comment that is being written is about. */
    pin: 'plan' | 'face' | 'at' | 'edge';
    /** The place it is about, or one near the border. */
    at: Position | null;
    /** The grids beside the border, instead of a place near it. */
    between: [string, string];
    replyTo: number | null;
    /** The comment that was chosen on the map or in the list. */
    shown: number | null;
    busy: boolean;
    problem: ProblemBody | null;
  }
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
  type PlanRequests = ReturnType<typeof import('../src/features/plan/requests.js').createPlanRequests>;
  /** What every part of the planner's page is given. */
  interface PlanPage {
    store: PlanStore;
    words(): Words;
    requests: PlanRequests;
    actions: PlanActions;
    map(): PlanMapView | null;
    together: ReturnType<typeof import('../src/features/plan/together.js').createTogether>;
    tour: ReturnType<typeof import('../src/features/plan/tour.js').createTour>;
    /** Tells those who hear instead of see, without showing it. */
    tell(text: string): void;
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
    /** The open plan as somebody else left it. */
    | { kind: 'renewed'; plan: PlanData; said: string }
    | { kind: 'panel'; panel: string }
    | { kind: 'area'; area: string }
    | { kind: 'sought'; place: Position | null }
    | { kind: 'closed' }
    | { kind: 'select'; face: string | null }
    | { kind: 'micro'; face: string; micro: GeoFeature<AreaProps>[] }
    | WorkingInput;
  type WorkingInput =
    | { kind: 'work'; work: PlanWork | null }
    | { kind: 'did'; input: WorkInput }
    | { kind: 'line'; line: Position[] }
    | { kind: 'preview'; preview: PlanPreview }
    | { kind: 'reason'; reason: string }
    | { kind: 'conflict'; conflict: PlanConflict | null }
    | { kind: 'snap'; snap: SnapTo }
    | { kind: 'pad'; pad: Partial<PlanState['pad']> }
    | { kind: 'streets'; streets: GeoFeature<PlaceProps>[] }
    | { kind: 'buildings'; buildings: GeoFeature<PlaceProps>[] }
    | { kind: 'said'; said: string }
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
    /** Begins an operation, with the chosen grid where it has a place for one. */
    start(tool: string, how?: PlanWork['how']): void;
    /** By the pointer or with keys. */
    setHow(how: PlanWork['how']): void;
    giveUp(): void;
    /** Tells the operation what was done; asks for a preview as soon as nothing is wanting. */
    did(input: WorkInput): void;
    /** A whole line drawn on the map: it follows the borders beside it. */
    drawn(line: Position[]): void;
    /** Shows an operation that was put together elsewhere, such as a proposed split, with its preview. */
    propose(work: PlanWork): void;
    /** The building that lies at a place. */
    pickBuilding(place: Position): Promise<void>;
    preview(): Promise<void>;
    setReason(reason: string): void;
    confirm(): Promise<void>;
    /** What to do about an edit of somebody else at the same borders. */
    settle(choice: 'mine' | 'theirs' | 'copy'): Promise<void>;
    /** Goes back to after one of the steps. */
    backTo(steps: number): Promise<void>;
    restore(snapshot: PlanSnapshot): Promise<void>;
    setSnap(snap: Partial<SnapTo>): void;
    say(text: string): void;
    setSide(side: PlanCompare['side']): void;
  }
  /** What may be snapped to; the reader switches each. */
  interface SnapTo {
    vertex: boolean;
    edge: boolean;
    street: boolean;
  }
  /** A border or a street that can be snapped to. */
  interface SnapLine {
    ring: Position[];
    /** Whether a drawn line ends there. */
    outer: boolean;
    street?: boolean;
    /** Of the grid or street. */
    name?: string;
  }
  interface Snapped {
    place: Position;
    kind: keyof SnapTo;
    outer: boolean;
    name?: string;
  }
  /** What the pointer draws on the map. */
  interface PlanGesture {
    kind: 'line' | 'ring' | 'point';
    on?: PlanSlot['on'];
    drag?: boolean;
    /** It is where a vertex is moved to. */
    moves?: boolean;
  }
  /** What is being drawn at this moment; its last place goes with the pointer. */
  interface Drawn {
    line: Position[];
    snapped: Snapped | null;
  }
  interface PlanPicture {
    theme: Theme;
    lang: Lang;
    gesture: PlanGesture | null;
    lines: readonly SnapLine[];
    snap: SnapTo;
    sources: Record<string, object[]>;
  }
  interface PlanMapActions {
    chosen(face: string, place?: Position): void;
    drawn(line: Position[]): void;
    picked(place: Position, snapped: Snapped | null): void;
    /** A vertex was dragged away. */
    dragged(from: Position, to: Position): void;
    /** A click that did not meet what it must. */
    missed(): void;
    moved(drawn: Drawn): void;
    /** The mark of a comment. */
    commented(id: number): void;
    /** A long press, or the other mouse button. */
    held(snapped: Snapped | null, face: string | null): void;
    cancelled(): void;
    failed(message: string): void;
  }
  interface PlanMapView {
    apply(picture: PlanPicture): void;
    /** top: more of it there, for what stands over the map. */
    fit(box: Box, padding?: number, top?: number): void;
    /** Goes to a place, as near as is needed to see what is there. */
    center(place: Position): void;
    /** Ends the line or ring that is being drawn with what there is. */
    finish(): void;
    /** Takes away its last point. */
    takeBack(): void;
    zoomBy(steps: number): void;
    resized(): void;
  }
}
export {};
