/** What the server answers (see docs/ARCHITECTURE.md for the contract) and what the page keeps in mind. */
declare global {
  type Lang = 'zh' | 'en';
  type Theme = 'dark' | 'light' | 'contrast';
  type Position = [number, number];
  type Box = [number, number, number, number];
  type Level = 'district' | 'street' | 'community' | 'grid' | 'micro-grid' | 'overlay';
  /** What is read from the server as a list. */
  type ReadKind = 'areas' | 'incidents' | 'cameras' | 'tracks' | 'estates' | 'buildings' | 'streets';
  /** What is told as a table: people come with the stream of positions. */
  type ListKind = ReadKind | 'people';
  type LayerName = 'base' | 'areas' | 'labels' | 'incidents' | 'people' | 'cameras' | 'tracks';

  interface Geometry {
    type: string;
    coordinates: any;
  }
  interface GeoFeature<P> {
    type: 'Feature';
    id: string;
    geometry: Geometry | null;
    properties: P;
  }
  interface FeatureList<P> {
    type: 'FeatureCollection';
    features: GeoFeature<P>[];
    next?: string;
    asOf?: string;
    coverageVersion?: number;
  }
  interface PartitionInfo {
    id: string;
    nameZh: string;
    nameEn: string;
  }
  interface Site {
    nameZh: string;
    nameEn: string;
    generated: boolean;
    bounds: Box;
    center: Position;
    coverageVersion: number;
    asOf: string;
    newestEvent: number;
    timeZone: string;
    buildId: string;
    version: string;
    account: string;
    /** Lower case, see domain.md. */
    roles: string[];
    /** Whether the demonstration's accounts can sign in. */
    demoAccounts: boolean;
    /** How many times faster than the machine's the site's clock runs. */
    speed: number;
    canRead: string[];
    /** In how many grids an emergency lasts. */
    emergencies: number;
    partitions: PartitionInfo[];
    levels: { level: Level; count: number }[];
  }
  /** What the sign-in page keeps in mind. */
  interface StartState {
    lang: Lang;
    theme: Theme;
    site: Site | null;
    /** The account that is being signed in. */
    busy: string | null;
    problem: ProblemBody | null;
    /** The account that has still to choose a password. */
    chooses: string | null;
    /** Whether this screen asks to be let in as a wall. */
    wall: boolean;
  }
  interface StartPage {
    store: StoreOf<StartState, Partial<StartState>>;
    words(): Words;
    api: Pick<Page['api'], 'get' | 'send'>;
    enter(user: string, password: string, then: string): Promise<void>;
    done(roles: string[], wantsFactor: boolean): void;
  }
  interface StoryStep {
    /** Selector of what the step speaks of; null where it is about the whole page. */
    at: string | null;
    /** Whether the visitor has done it. */
    done(): boolean;
  }
  interface Story {
    id: string;
    steps: readonly StoryStep[];
    /** Says no more at its end than that it is over. */
    quiet?: boolean;
  }
  interface StoryProgress {
    /** How many steps are done. */
    at: number;
  }
  interface SessionAnswer {
    account: string;
    roles: string[];
  }
  /** Where somebody was when their device last said so. */
  interface Person {
    staffCode: string;
    /** Code of the grid; empty outside every grid. */
    grid: string;
    /** On the lattice, in 1e-7 degree. */
    lon: number;
    lat: number;
    /** The same in degrees. */
    lng: number;
    latitude: number;
    saidMs: number;
    state: 'walking' | 'standing' | 'stale';
    generated: boolean;
  }
  /** The same as a row of the table; as `GET /api/positions` tells it, too. */
  interface PersonProps {
    id: string;
    staffCode: string;
    /** As the reader may see it; null where there is none to be seen. */
    name?: string | null;
    state: Person['state'];
    grid: string | null;
    at: string;
    distanceMeters?: number;
    generated: boolean;
  }
  interface SizeRule {
    min: number | null;
    max: number | null;
    verdict: 'within' | 'below' | 'above' | 'none';
  }
  interface AreaProps {
    partition: string;
    code: string;
    scheme: string;
    level: Level;
    name: string;
    kind: string;
    parent: string | null;
    households: number;
    population: number;
    sizeRule?: SizeRule;
    inCharge: { duty: string; staffCode: string; name?: string | null; dutyPhone?: string | null; masked?: string[] }[];
    version: number;
    validFrom: string;
    validTo: string | null;
    reason: string;
    labelPoint: Position | null;
  }
  interface Counts {
    children?: number;
    microGrids?: number;
    cameras?: number;
    incidents?: { open: number; total: number };
    workers?: number;
    /** While one lasts there: of a grid whom to call, of another area in how many of its grids. */
    emergency?: { id?: number; title?: string; since?: string; contact?: EmergencyContact; grids?: number };
  }
  interface ChainLink {
    partition?: string;
    level: Level;
    code: string;
    name: string;
    version?: number;
  }
  interface Card {
    area: GeoFeature<AreaProps>;
    chain: ChainLink[];
    counts: Counts;
  }
  interface CardData extends Card {
    children: GeoFeature<AreaProps>[];
    history: AreaProps[];
  }
  /** What a search finds among places; areas too, by sound and likeness. */
  interface PlaceHit {
    kind: string;
    id: string;
    detail: string;
    nameZh: string;
    nameEn: string;
    label: string;
    location: Position;
    exactness: string;
    matched: string;
    /** Part of the question that does not exist there, such as a door. */
    missing: string;
    score: number;
    grid: string | null;
  }
  interface SearchResult {
    group: 'areas' | 'places';
    key: string;
    title: string;
    /** Of an area. */
    area: (AreaRef & { level: Level }) | null;
    hit: PlaceHit | null;
  }
  interface SearchState {
    text: string;
    status: 'closed' | 'loading' | 'ready' | 'failed';
    found: SearchResult[];
    more: boolean;
    at: number;
    problem: ProblemBody | null;
  }
  /** What a page does with a chosen result. */
  interface SearchActions {
    area(area: AreaRef & { level: Level }): void;
    place(hit: PlaceHit): void;
  }
  interface HereAnswer {
    point: { lon: number; lat: number };
    chain: ChainLink[];
    overlays: { partition: string; code: string; name: string }[];
    coverageVersion?: number;
    asOf?: string;
  }
  interface IncidentProps {
    id: string;
    number: string;
    category: string;
    /** Put there by the page, from the list of categories. */
    categoryNames?: Record<Lang, string>;
    state: string;
    priority: string;
    channel: string;
    /** Its state within the step. */
    standing: string;
    /** What is so about it, as limits tell it apart; empty where nothing is. */
    condition: string;
    /** Of which stage the limit counts, until when, and whether that has passed; null once it has ended. */
    stage: string | null;
    stageDueAt: string | null;
    /** When its clock warns first. */
    stageWarnsAt: string | null;
    stageOverdue: boolean;
    /** Whether the clock of its handling runs; null before it is dispatched. */
    clock: 'running' | 'paused' | 'stopped' | null;
    extensions: number;
    extension: string;
    suspendedUntil: string | null;
    appeal: string;
    grid: string | null;
    reportedAt: string;
    filedAt: string | null;
    dueAt: string | null;
    closedAt: string | null;
    overdue: boolean;
    generated: boolean;
    /** Whether several handle it together now; not told everywhere. */
    joint?: boolean;
    version: number;
    /** What the reader may do with it now. */
    actions: string[];
  }
  /** Something that was done to an incident. */
  interface Deed {
    /** Of the incident afterwards. */
    version: number;
    action: string;
    state: string;
    at: string;
    account: string;
    /** Of who did it, as the reader may see it; null where there is none to be seen. */
    name?: string | null;
    reason: string;
  }
  type HistoryEntry = Pick<Deed, 'version' | 'action' | 'at' | 'account' | 'name' | 'reason'>;
  type ReporterField = 'reporterName' | 'reporterPhone';
  interface IncidentReport extends Record<ReporterField, string> {
    /** Counts the reports of the incident, from 1. */
    report: number;
    channel: string;
    reportedAt: string;
    description: string;
    masked: ReporterField[];
    revealable: ReporterField[];
  }
  interface HandlerRef {
    kind: string;
    code: string;
  }
  /** That somebody shall handle an incident, and what the reader may answer to it. */
  interface HandTask {
    to: HandlerRef;
    names?: Record<Lang, string>;
    leads: boolean;
    state: string;
    own: boolean;
    actions: string[];
  }
  /** A line of the minutes of joint handling. */
  interface JointMinute {
    number: number;
    kind: string;
    at: string;
    account: string;
    name: string | null;
    text: string;
    /** Number of the duty it is about. */
    duty: number | null;
  }
  interface JointDuty {
    number: number;
    to: HandlerRef;
    names?: Record<Lang, string>;
    /** For whom it was first, where that is somebody else. */
    from: HandlerRef | null;
    what: string;
    due: string;
    overdue: boolean;
    doneAt: string | null;
    /** What the reader may do with it. */
    actions: string[];
  }
  interface JointState {
    version: number;
    convened: JointMinute;
    participants: { to: HandlerRef; names?: Record<Lang, string>; leads: boolean; outAt: string | null }[];
    minutes: JointMinute[];
    decision: JointMinute | null;
    duties: JointDuty[];
    endedAt: string | null;
    endedBy: string | null;
  }
  interface JointAnswer {
    asOf: string;
    actions: string[];
    joint: JointState | null;
    past: JointState[];
  }
  interface Together {
    tasks: HandTask[];
    joint: JointAnswer;
    whistles: WhistleList;
    /** Who was told, the newest first. */
    notifications: GeoFeature<NotificationProps>[];
    /** Null where the reader may not know. */
    evaluation: IncidentEvaluation | null;
    publication: IncidentPublication | null;
  }
  interface IncidentCategory {
    code: string;
    nameZh: string;
    nameEn: string;
    /** What people also call it. */
    keywords?: string[];
    /** Nothing new is reported of it. */
    retired?: boolean;
  }
  /** What the card of an incident keeps in mind. */
  interface IncidentCardState {
    id: string;
    incident: Resource<GeoFeature<IncidentProps>>;
    deeds: Deed[];
    categories: IncidentCategory[];
    address: { names: Record<Lang, string>; meters: number } | null;
    /** Names of its community and grid. */
    chain: ChainLink[];
    people: Resource<GeoFeature<PersonProps>[]>;
    cameras: Resource<GeoFeature<CoveringProps>[]>;
    /** Idle for who may not read them. */
    reports: Resource<IncidentReport[]>;
    /** Who has it in hand, and how they handle it together. */
    together: Resource<Together>;
    /** What was shown whole for a reason, by field and number of the report. */
    revealed: ReadonlyMap<string, string>;
    /** What is being done, until the server has answered. */
    doing: string | null;
    /** What others did in the meantime, where an action met it. */
    conflict: Deed[];
    problem: ProblemBody | null;
  }
  interface CameraProps {
    id: string;
    name: string;
    azimuthDegrees: number | null;
    angleDegrees: number | null;
    rangeMeters: number | null;
    mountHeightMeters: number | null;
    ptz: boolean;
    state: string;
    directionCertainty: string;
    grid: string | null;
    generated: boolean;
    /** The outline of what it sees, cut by buildings, where the server was asked who sees a place. */
    seen?: { type: string; coordinates: unknown };
  }
  /** A camera that sees a place. */
  interface CoveringProps extends CameraProps {
    /** From 1, the best first. */
    rank: number;
    distanceMeters: number;
    offAxisDegrees: number;
    /** How much of a line or area it sees; 1 of a point. */
    share: number;
    /** Whether it sees the place only when it is turned. */
    mustTurn: boolean;
  }
  /** A camera that comes next along the streets. */
  interface NextProps extends CameraProps {
    /** To walk there. */
    distanceMeters: number;
    /** Where it stands as seen from the first. */
    bearingDegrees: number;
  }
  /** The camera whose live picture is open. */
  interface Watched {
    id: string;
    name: string;
  }
  /** How a picture is doing; past: what was seen is played, over: it has ended. */
  interface PictureState {
    status: 'connecting' | 'live' | 'lost' | 'none' | 'past' | 'over';
    /** Why there is none. */
    code: string;
    generated: boolean;
  }
  /** Where on the time line of a stream an instant begins, both in milliseconds. */
  interface PastMark {
    at: number;
    begin: number;
  }
  interface TrackProps {
    id: string;
    staffCode: string;
    name?: string | null;
    from: string;
    to: string;
    lengthMeters: number;
    times: string[];
    generated: boolean;
  }

  /** What an answer that is not a success says; every member but status and code may be missing. */
  interface ProblemBody {
    status: number;
    code: string;
    title?: string;
    detail?: string;
    mend?: string;
    field?: string;
    retryAfterSeconds?: number;
    /** Where it was refused. */
    lon?: number;
    lat?: number;
    nearest?: { code: string; name: string; distanceMeters: number; label?: string };
  }

  /** A change as the live stream tells it; `prev` is the number this reader was told of before. */
  interface LiveChange {
    kind: 'change';
    number: number;
    prev: number;
    at: string;
    type: string;
    subject: string;
    facts: Record<string, unknown>;
  }
  type LiveMessage =
    | LiveChange
    | { kind: 'hello'; newest: number; asOf: string; account: string; buildId: string; coverageVersion: number }
    | { kind: 'reset'; newest: number }
    | { kind: 'beat'; newest: number; upTo: number; at: string }
    | { kind: 'lost' }
    /** The session has ended, or another account reads: nothing more comes. */
    | { kind: 'ended' };
  /** As much of an EventSource as is used. */
  interface LiveSource {
    addEventListener(kind: string, listener: (event: MessageEvent) => void): void;
    onerror: ((event: any) => void) | null;
    readonly readyState: number;
    close(): void;
  }
  interface LiveState {
    link: 'off' | 'live' | 'lost' | 'ended';
    /** Time of the town in the last beat, and when it came by the page's own clock. */
    at: string | null;
    heardMs: number;
  }
  interface Renewal {
    areas: boolean;
    /** Whether the whole list is read; else those of `incidentIds`. */
    incidents: boolean;
    incidentIds: string[];
    cameras: boolean;
    tracks: boolean;
    places: boolean;
  }

  type Resource<T> =
    | { status: 'idle' }
    | { status: 'loading'; old?: T }
    | { status: 'ready'; data: T }
    | { status: 'failed'; problem: ProblemBody; old?: T };

  interface View {
    lng: number;
    lat: number;
    zoom: number;
  }
  interface AreaRef {
    partition: string;
    code: string;
  }
  interface Picked {
    kind: 'incidents' | 'cameras' | 'tracks' | 'people';
    /** Of a person the staff code. */
    id: string;
  }
  interface Sort {
    by: string;
    descending: boolean;
  }
  interface Shown {
    partition: string;
    level: Level;
  }
  interface Rows {
    scope: string;
    features: GeoFeature<any>[];
    next: string | null;
  }
  interface Here {
    lng: number;
    lat: number;
    /** What is there, where that is known. */
    label?: string;
    answer: Resource<HereAnswer>;
    /** Who can see it. */
    cameras: Resource<GeoFeature<CoveringProps>[]>;
  }
  interface State {
    lang: Lang;
    theme: Theme;
    view: View | null;
    shown: Shown;
    layers: Record<LayerName, boolean>;
    selected: AreaRef | null;
    picked: Picked | null;
    /** The incident from whose card something else was picked: its card comes back. */
    under: Picked | null;
    /** The incident that the pointer is over, on the map or in a list beside it. */
    hovered: string | null;
    /** The place whose card is shown, before that of the area. */
    place: PlaceRef | null;
    placeCard: Resource<PlaceData>;
    tab: ListKind;
    tablesOpen: boolean;
    sorts: Record<ListKind, Sort>;
    filters: Record<ListKind, string>;
    /** Whether incidents that are closed are shown too. */
    closedToo: boolean;
    /** Where everybody is, by the numbers of the stream. */
    people: ReadonlyMap<number, Person>;
    /** When the wall heard of them last, by the page's own clock. */
    peopleMs: number | null;
    /** Of people by their codes, as the reader may see them; empty where nobody asked. */
    names: ReadonlyMap<string, string>;
    /** Whistles that last. */
    whistles: readonly GeoFeature<WhistleProps>[];
    /** Those that last; null before it is known. */
    emergencies: readonly Emergency[] | null;
    site: Resource<Site>;
    card: Resource<CardData>;
    lists: Record<ReadKind, Resource<Rows>>;
    here: Here | null;
    /** Whether a click on the map asks about the place, instead of choosing what is there. */
    asking: boolean;
    watched: Watched | null;
    connected: boolean;
    live: LiveState;
    /** What the wall is asked for, as a query; null on the map, which is the other view of the page. */
    wall: string | null;
  }
  type Input =
    | { kind: 'wall'; wall: string }
    | { kind: 'lang'; lang: Lang }
    | { kind: 'theme'; theme: Theme }
    | { kind: 'view'; view: View }
    | { kind: 'shown'; shown: Shown }
    | { kind: 'layer'; layer: LayerName; on: boolean }
    | { kind: 'select'; area: AreaRef | null; level?: Level }
    | { kind: 'pick'; picked: Picked | null }
    | { kind: 'whistles'; whistles: readonly GeoFeature<WhistleProps>[] }
    | { kind: 'emergencies'; emergencies: readonly Emergency[] }
    | { kind: 'hover'; id: string | null }
    | { kind: 'place'; place: PlaceRef | null }
    | { kind: 'place-card'; card: Resource<PlaceData> }
    | { kind: 'tab'; tab: ListKind }
    | { kind: 'tables'; open: boolean }
    | { kind: 'sort'; list: ListKind; by: string }
    | { kind: 'filter'; list: ListKind; text: string }
    | { kind: 'closed-too'; on: boolean }
    | { kind: 'site'; site: Resource<Site> }
    | { kind: 'card'; card: Resource<CardData> }
    | { kind: 'list'; list: ReadKind; rows: Resource<Rows> }
    | { kind: 'people'; people: ReadonlyMap<number, Person>; heardMs?: number }
    | { kind: 'names'; names: ReadonlyMap<string, string> }
    | { kind: 'here'; here: Here | null }
    | { kind: 'asking'; on: boolean }
    | { kind: 'watch'; watched: Watched | null }
    | { kind: 'connected'; connected: boolean }
    | { kind: 'live'; message: LiveMessage; nowMs: number }
    | { kind: 'address'; address: Address };

  /** The part of the state that lives in the address bar. */
  interface Address {
    lang: Lang | null;
    theme: Theme | null;
    view: View | null;
    shown: Shown;
    layers: Record<LayerName, boolean>;
    selected: AreaRef | null;
    place: PlaceRef | null;
    tab: ListKind;
    tablesOpen: boolean | null;
    asking: boolean;
    /** Which of the two views is asked for; null where nothing is said. */
    wall: boolean | null;
  }

  interface StoreOf<S, I> {
    state(): S;
    dispatch(input: I): void;
    /** Calls back whenever what `part` picks is no longer the same value; returns the way to stop. */
    watch<T>(part: (state: S) => T, changed: (now: T, state: S) => void): () => void;
  }
  type Store = StoreOf<State, Input>;

  interface Words {
    lang: Lang;
    t(key: string, values?: Record<string, string | number>): string;
    /** The word for a value that comes from the server; the value itself when the catalog has none. */
    word(group: string, value: string): string;
    number(value: number, digits?: number): string;
    time(instant: string | null | undefined): string;
    hour(instant: string | null | undefined): string;
    day(instant: string | null | undefined): string;
    /** The day with its year and the time of day. */
    dayTime(instant: string | null | undefined): string;
    length(meters: number): string;
  }

  /** What every part of the page is given. */
  interface Page {
    store: Store;
    api: ReturnType<typeof import('../src/app/api.js').createApi>;
    words(): Words;
    map(): MapView | null;
    /** Without WebGL2 the map is an outline drawing and lists need outlines. */
    outline: boolean;
    /** Says something that goes away by itself. */
    say(text: string, tone?: 'plain' | 'good' | 'bad'): void;
    /** Chooses an area from elsewhere than the map: the map goes there. */
    choose(area: AreaRef, level?: Level): void;
    /** Picks a thing that is seen on the map: the map stays. */
    mark(picked: Picked): void;
    /** Picks a thing from elsewhere than the map: the map goes there. */
    pick(picked: Picked): void;
    /** Calls back with everything the live stream tells. */
    hear(listener: (message: LiveMessage) => void): void;
    retry(what: ReadKind | 'card' | 'site' | 'here' | 'place'): void;
    /** Chooses a place from elsewhere than the map: the map goes there. */
    place(place: PlaceRef, geometry: Geometry | null): void;
  }
  /** The card of a thing that was picked; draws itself anew by calling back. */
  interface ThingCard {
    content(): Node;
  }
  interface Column<P> {
    key: string;
    numeric?: boolean;
    /** What is sorted by and exported. */
    value(properties: P): string | number | boolean | null;
    /** What is shown, if not the value. */
    show?(properties: P, words: Words): unknown;
  }

  interface MapActions {
    moved(view: View): void;
    hovered(area: { name: string; code: string; note: string; x: number; y: number } | null): void;
    /** The pointer is over a thing, or over none any more. */
    touched?(thing: Picked | null): void;
    selected(area: AreaRef | null): void;
    picked(picked: Picked): void;
    /** A place of a kind was clicked; the area is what is chosen where there is none after all. */
    placed(kind: string, at: { lng: number; lat: number }, area: AreaRef | null): void;
    askedHere(lng: number, lat: number): void;
    pointed(at: { lng: number; lat: number } | null): void;
    failed(message: string): void;
    ready(): void;
  }
  interface MapView {
    apply(now: State, words: Words): void;
    fit(box: Box, padding?: number): void;
    center(lng: number, lat: number): void;
    goTo(view: View): void;
    zoomBy(steps: number): void;
    /** What is in the middle of the picture: for those who move the map by keyboard. */
    selectCenter(): void;
    askCenter(): void;
    metersPerPixel(): number;
    resized(): void;
    /** Draws what the wall shows besides areas; instead of incidents, people and cameras as other pages have them. */
    wall(picture: WallPicture): void;
    dispose(): void;
  }
}
export {};
