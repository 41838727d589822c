/** Cameras as their register keeps them (GET /api/cameras), and what the page of the register works on. */
declare global {
  interface CameraLens {
    azimuthDegrees: number;
    angleDegrees: number;
    /** Null: from where its picture begins, by its height. */
    nearMeters: number | null;
    rangeMeters: number;
  }
  interface CameraTurn {
    azimuthDegrees: number;
    angleDegrees: number;
  }
  interface RegisteredCamera {
    id: string;
    name: string;
    lenses: CameraLens[];
    mountHeightMeters: number;
    indoor: boolean;
    ptz: boolean;
    turn: CameraTurn | null;
    state: string;
    directionCertainty: string;
    owner: string;
    contact: string;
    light: string;
    keptDays: number;
    grid: string;
    findings: string[];
    generated: boolean;
    validFrom: string;
    validTo: string | null;
    revision: number;
  }
  type CameraRow = GeoFeature<RegisteredCamera>;
  /** What the page lists, and how; all of it is in the address. */
  interface CameraView {
    q: string;
    /** Code of an area of the tree. */
    grid: string;
    state: string;
    certainty: string;
    /** Only those that somebody should look at. */
    findings: boolean;
    /** A day that is past, to see how the register stood then; empty for now. */
    day: string;
    sort: string;
    descending: boolean;
    /** The chosen camera. */
    id: string;
    /** What is shown beside the map: the register where it is empty, else cover, unseen or proposals. */
    part: string;
  }
  /** What can be said of a camera, while it is being edited. */
  interface CameraDraft {
    id: string;
    name: string;
    lon: number;
    lat: number;
    mountHeightMeters: number;
    indoor: boolean;
    lenses: CameraLens[];
    directionCertainty: string;
    turn: CameraTurn | null;
    state: string;
    owner: string;
    contact: string;
    light: string;
    keptDays: number;
  }
  /** The editing of one camera. */
  interface CameraSession {
    draft: CameraDraft;
    /** Which of its lenses the handles are for. */
    lens: number;
    /** As it was read; null for a new one. */
    stored: CameraDraft | null;
    revision: number;
    /** Since when it shall be so, as a field takes it; empty for now. */
    from: string;
    past: CameraDraft[];
    ahead: CameraDraft[];
    /** What the last step was made with: going on with the same is one step. */
    step: string;
  }
  interface CameraCoverage {
    estimated: boolean;
    nearMeters: number | null;
    sectorSquareMeters: number;
    seenSquareMeters: number;
    directionCertainty: string;
  }
  interface CameraOutline {
    id: string;
    state: string;
    directionCertainty: string;
  }
  interface CameraKey {
    id: string;
    revision: number;
  }
  /** Somebody else stored a change meanwhile. */
  interface CameraConflict {
    theirs: CameraRow;
    /** What they changed. */
    changes: CameraDifference[];
    /** What one changed oneself, of the same. */
    mine: CameraDifference[];
  }
  interface CameraDifference {
    field: string;
    from: string | number | boolean | null;
    to: string | number | boolean | null;
    /** Which lens, from 1. */
    lens?: number;
  }
  interface CameraDone {
    text: string;
    cameras: CameraKey[];
    undone: boolean;
    /** Since when a camera stands that was entered by it; empty for all else. */
    entered: string;
  }
  interface CameraState {
    view: CameraView;
    rows: CameraRow[] | null;
    busy: boolean;
    problem: ProblemBody | null;
    /** Ids that are ticked. */
    picked: ReadonlySet<string>;
    /** The row from which the next range is ticked. */
    anchor: string;
    session: CameraSession | null;
    /** What the draft, or else the chosen camera, sees. */
    coverage: GeoFeature<CameraCoverage> | null;
    saving: boolean;
    fault: ProblemBody | null;
    conflict: CameraConflict | null;
    /** Whether the next press on the map says where a new camera stands. */
    placing: boolean;
    /** Whether the next drag on the map draws a box that chooses cameras. */
    boxing: boolean;
    pane: 'table' | 'map';
    history: CameraRow[] | null;
    /** The version of the chosen camera that is shown on the map, by its first instant. */
    version: string;
    /** What was done last, and can be taken back. */
    done: CameraDone | null;
    seen: { outlines: GeoFeature<CameraOutline>[]; tooMany: boolean };
    ground: CameraGround;
  }
  /** What cameras see of the ground, as far as it is read. */
  interface CameraGround {
    part: string;
    data: CoverGrid[] | UnseenData | ProposalData | null;
    counting: CoverCounting | null;
    problem: ProblemBody | null;
    by: CoverBy;
    order: CoverOrder;
    /** The grid whose blind spots are shown. */
    grid: string;
    spots: GeoFeature<BlindProps>[];
    /** Which of the ranked places is looked at. */
    rank: number;
    /** Names of grids by their codes. */
    names: ReadonlyMap<string, string>;
  }
  /** What the parts of the page share. */
  interface CameraPage {
    page: FramePage;
    site: Site;
    store: StoreOf<CameraState, Partial<CameraState> | ((state: CameraState) => Partial<CameraState>)>;
    does: ReturnType<typeof import('../src/features/camera/register/actions.js').createActions>;
    words(): Words;
    /** Whether the reader may change the register, and looks at it as it is now. */
    mayKeep(): boolean;
    /** Says something to whoever does not see the map. */
    tell(text: string): void;
    /** Moves the map to a place, nearer if need be. */
    go(at: Position, zoom?: number): void;
  }
  interface CameraReport {
    tried: boolean;
    read: number;
    added: number;
    changed: number;
    unchanged: number;
    refusedCount: number;
    refused: CameraRemark[];
    remarkCount: number;
    remarks: CameraRemark[];
  }
  interface CameraRemark {
    record: number;
    field: string;
    code: string;
    given: string;
  }
  type CameraHandle = 'body' | 'turn' | 'left' | 'right' | 'range';
}
export {};
