/** The pages for phones: residents' reports, and the field. */
declare global {
  interface HandPage {
    words(): Words;
    lang(): Lang;
    /** Tells in which zone times are told. */
    zone(name: string): void;
    /** Reads another catalog, once; what is drawn after that has its words. */
    learn(catalog: (lang: Lang) => Promise<Record<string, string>>): Promise<void>;
  }
  interface ReportPlace {
    lon: number;
    lat: number;
    by: 'device' | 'map' | 'address' | 'photo';
    /** What was chosen, as it was shown; empty for a mere point. */
    label: string;
    accuracyMeters?: number;
  }
  interface ReportPhoto {
    id: string;
    /** Made smaller, without anything of the camera. */
    blob: Blob;
    /** Where it was taken, as the camera wrote. */
    position: [number, number] | null;
    /** What the server calls it, once it is there; empty before. */
    sent: string;
  }
  /** Something that was spoken. */
  interface ReportNote {
    id: string;
    blob: Blob;
    /** How long it is, in milliseconds. */
    ms: number;
    /** What the server calls it, once it is there; empty before. */
    sent: string;
  }
  interface ReportDraft {
    key: string;
    category: string;
    place: ReportPlace | null;
    description: string;
    name: string;
    phone: string;
    photos: ReportPhoto[];
    notes: ReportNote[];
  }
  /** What lies in whose grid. */
  interface GridFound {
    status: 'none' | 'looking' | 'inside' | 'outside' | 'unknown';
    names: string[];
  }
  /** One that was reported here lately, as anybody may know. */
  interface SimilarReport {
    number: string;
    category: string;
    distanceMeters: number;
    reportedAt: string;
  }
  interface ReportState {
    draft: ReportDraft;
    categories: IncidentCategory[];
    /** Which way of telling the place is open. */
    open: '' | 'address' | 'map';
    grid: GridFound;
    similar: SimilarReport[];
    /** Whether what is missing shall be said. */
    told: boolean;
    busy: '' | 'locating' | 'photos' | 'sending';
    problem: ProblemBody | null;
    /** A sentence of the page about the last thing that did not work. */
    said: string;
    /** Whether photos are taken here at all. */
    takesPhotos: boolean;
  }
  type ReportStore = StoreOf<ReportState, Partial<ReportState> | ((state: ReportState) => Partial<ReportState>)>;
  /** What every section of the report is given. */
  interface ReportPage {
    store: ReportStore;
    words(): Words;
    lang(): Lang;
    calls(): Promise<Calls>;
    /** Reads the words for what is done after the beginning. */
    learn(): Promise<void>;
  }
  type Calls = ReturnType<typeof import('../src/app/call.js').createCalls>;
  interface ReportReceipt {
    id: string;
    number: string;
    grid: string | null;
    token: string;
    state: string;
  }
  interface FollowedReport {
    number: string;
    category: string;
    state: string;
    reportedAt: string;
    filedAt: string | null;
    dueAt: string | null;
    closedAt: string | null;
  }
  interface IncidentCategory {
    /** Ways to read its Chinese name, the syllables apart. */
    pinyin?: string[];
  }
}
export {};
declare global {
  /** Something that waits on the phone to be sent, in the order in which it was done. */
  interface OutboxItem {
    /** By which the server knows it again; they also stand in the order in which they were made. */
    key: string;
    account: string;
    /** visit: an answer at a door of a campaign; home: a visit by a rule. */
    kind: 'act' | 'report' | 'duty' | 'visit' | 'home';
    /** What the list calls it. */
    title: string;
    madeAt: string;
    state: 'waiting' | 'refused' | 'sent';
    /** Of an act. */
    incident: string;
    action: string;
    version: number;
    reason: string;
    /** Number of a duty that is done. */
    duty: number;
    /** Of a visit by a rule: who was met, or not. */
    visit?: HomeVisit;
    /** Of an answer: the campaign, the number of its door, and what was said there. */
    campaign: number;
    door: number;
    answers: Record<string, string>;
    /** Of a report: all of it; of an act only its files count. */
    draft: ReportDraft;
    /** Why it was refused. */
    problem: ProblemBody | null;
    /** What became of it: of a report its number. */
    number: string;
    sentAt: string;
    /** Whether it went without its photos, because none are taken. */
    photosLeft: boolean;
  }
  /** Whoever is signed in. */
  interface SignedIn {
    account: string;
    roles: string[];
  }
  interface FieldTask {
    id: string;
    number: string;
    category: string;
    standing: string;
    priority: string;
    grid: string | null;
    /** What its category and grid are called. */
    names: { categoryZh?: string; categoryEn?: string; grid?: string };
    lon: number;
    lat: number;
    reportedAt: string;
    dueAt: string | null;
    /** When its clock warns first. */
    warnsAt: string | null;
    closedAt: null;
    overdue: boolean;
    clock: 'running' | 'paused' | 'stopped' | null;
    version: number;
    actions: string[];
  }
  /** What was found at a door, as a phone keeps it until it goes. */
  interface HomeVisit {
    rule: number;
    place: string;
    outcome: VisitOutcome;
    /** Such as 2026-11-24; empty where none was named. */
    nextTry: string;
    note: string;
    hazard: { category: string; condition: string; description: string } | null;
    corrects: boolean;
  }
  /** What was chosen and written at a door, and not sent yet. */
  interface HomeDraft {
    outcome: VisitOutcome | '';
    answers: Record<string, string>;
    nextTry: string;
    note: string;
    hazard: HomeVisit['hazard'];
  }
  interface HomeForm {
    draft: HomeDraft;
    waiting: OutboxItem | null;
    /** Keeps something without drawing anew. */
    note(change: Partial<HomeDraft>): void;
    put(change: Partial<HomeDraft>): void;
    send(): void;
  }
  /** A door of a round as a phone keeps it. */
  interface FieldDoor extends DoorInBuilding {
    /** By which it is known within its round. */
    name: string;
    version: number;
    unit: string;
    door: string;
    done: boolean;
    answers: Record<string, string> | null;
    hazards: number;
    /** Where it is entered, where a visit leads there. */
    at?: [number, number] | null;
    state?: 'due' | 'overdue';
    lastAt?: string | null;
    tries?: number;
    nextTry?: string | null;
  }
  /** What somebody goes from door to door for, as a phone keeps it. */
  interface FieldRound {
    kind: 'campaign' | 'visit';
    id: string;
    /** Of the campaign, or of the rule. */
    number: number;
    title: string;
    until: string;
    questions: CampaignQuestion[];
    facts: VisitFact[];
    doors: FieldDoor[];
    /** Whether there are more doors than a phone keeps. */
    more: boolean;
  }
  interface ListState {
    onlyOpen: boolean;
    /** Where the nearest is looked for. */
    from: { lon: number; lat: number } | null;
    asked: boolean;
  }
  interface FieldState {
    account: string;
    roles: string[];
    /** Whether the page knows yet who is signed in. */
    known: boolean;
    connected: boolean;
    tab: 'tasks' | 'visits' | 'report' | 'errands' | 'outbox' | 'phone';
    /** The task or round whose page is open. */
    open: string;
    /** The action whose form is open, or the name of a door. */
    action: string;
    tasks: FieldTask[];
    /** When the tasks were read, by the server's clock; empty for never. */
    tasksAt: string;
    /** By how much the server's clock is ahead of the phone's. */
    aheadMs: number;
    /** Rounds that last, with the doors of whoever is signed in. */
    rounds: FieldRound[];
    categories: IncidentCategory[];
    outbox: OutboxItem[];
    sending: boolean;
    problem: ProblemBody | null;
    /** Whether the browser offers to install the page. */
    installable: boolean;
    /** Whether the phone keeps what is put into the outbox. */
    keeps: boolean;
  }
  interface OwnPhone {
    id: string;
    name: string;
    datum: string;
    addedAt: string;
    lastSeenAt: string | null;
    /** What became of the last that it sent, since the program started. */
    heard: { at: string; accepted: number; duplicates: number; refused: string[]; flagged: string[] } | null;
  }
  /** A phone that was just let in, with what sets its app up. */
  interface AddedPhone extends OwnPhone {
    secret: string;
    apps: Record<PhoneApp, { url: string; link: string; qr: string }>;
  }
  type PhoneApp = 'traccar' | 'owntracks';
  interface PhoneAppView {
    phones: OwnPhone[] | null;
    added: AddedPhone | null;
    app: PhoneApp;
    name: string;
    datum: string;
    /** The phone that was asked to be taken out once: the second press does it. */
    asked: string;
    busy: boolean;
    problem: ProblemBody | null;
  }
  interface PhoneAppActs {
    put(more: Partial<PhoneAppView>): void;
    /** The same without drawing anew. */
    keep(more: Partial<PhoneAppView>): void;
    read(): void;
    add(): void;
    remove(id: string): void;
  }
  type FieldStore = StoreOf<FieldState, Partial<FieldState> | ((state: FieldState) => Partial<FieldState>)>;
  interface FieldPage {
    store: FieldStore;
    words(): Words;
    lang(): Lang;
    calls(): Promise<Calls>;
    go(hash: string): void;
    /** Puts something into the outbox and begins to send. */
    post(item: Pick<OutboxItem, 'kind' | 'title' | 'draft'> & Partial<OutboxItem>): Promise<void>;
    /** Reads what can wait until a report is begun. */
    complete(): Promise<void>;
    /** Reads the words for everything but the tasks. */
    learn(): Promise<void>;
    refresh(): Promise<void>;
    retry(key: string): void;
    discard(key: string): void;
    install(): void;
  }
}
