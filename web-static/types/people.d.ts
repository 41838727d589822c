/** Signing in, accounts and grants as the server tells them (GET /api/account, /api/accounts). */
declare global {
  interface SignInState {
    step: 'password' | 'code' | 'fresh';
    busy: boolean;
    problem: ProblemBody | null;
    /** By the page's own clock; 0 when there is nothing to wait for. */
    untilMs: number;
    /** Whether a provider of single sign-on has said who it is. */
    vouched: boolean;
  }
  interface OpenIdInfo {
    available: boolean;
    name: Record<Lang, string>;
    issuer: string;
    /** What became of this browser's last attempt. */
    outcome?: { state: 'refused' | 'code-needed' | 'link-proved'; problem?: ProblemBody; subject?: string };
  }
  interface LinkedIdentity {
    id: number;
    issuer: string;
    subject: string;
    linkedBy: string;
    linkedAt: string;
  }
  interface WallState {
    /** Empty while there is none. */
    code: string;
    /** When another is asked for, by the page's own clock. */
    untilMs: number;
    problem: ProblemBody | null;
  }
  /** What the pages without a map keep in mind. */
  interface FrameState {
    lang: Lang;
    theme: Theme;
    site: Site | null;
    /** Whether whoever opened the page is still signed in, with the same rights. */
    over: '' | 'ended' | 'changed';
    connected: boolean;
  }
  interface FramePage {
    store: StoreOf<FrameState, Partial<FrameState>>;
    words(): Words;
    api: Page['api'];
    say: Page['say'];
    /** Calls back with everything the live stream tells. */
    hear(listener: (message: LiveMessage) => void): void;
    /** Finds out whether the session has ended, and says so. */
    over(): Promise<void>;
  }
  interface Part<T> {
    reload(): Promise<void>;
    draw(): void;
    /** What is shown; undefined before it came. */
    data(): T | undefined;
    put(value: T): void;
  }
  interface Grant {
    id: number;
    role: string;
    everywhere: boolean;
    partition: string | null;
    area: string | null;
    from: string;
    to: string | null;
    holds: boolean;
    grantedBy: string;
  }
  /** Where a role is held: everywhere, or in areas of the tree with all below. */
  interface Reach {
    everywhere: boolean;
    areas: string[];
  }
  interface PickerOptions {
    onlyTree?: boolean;
    /** What is said instead of “everywhere”, which is then taken beforehand. */
    whole?: string;
    /** As what the reader chooses: areas where this role is held; absent for any role. */
    as?: string;
  }
  interface AccountInfo {
    account: string;
    state: 'active' | 'disabled';
    version: number;
    staffCode: string | null;
    mustChangePassword: boolean;
    createdAt: string;
    generated: boolean;
    grants: Grant[];
  }
  interface OwnAccount extends AccountInfo {
    roles: string[];
    secondFactor: boolean;
    /** Whether some of the roles wait for a second factor. */
    secondFactorNeeded: boolean;
  }
  interface FactorState {
    inForce: boolean;
    recoveryCodesLeft: number;
  }
  /** What is shown of the second factor: how it stands, or one step of changing it. */
  type FactorView =
    | { kind: 'state' | 'password' | 'replace' | 'remove' }
    | { kind: 'begun'; secret: string; qr: string }
    | { kind: 'codes'; recoveryCodes: string[] };
  interface FactorActions {
    problem: ProblemBody | null;
    begin(password: string): void;
    ask(kind: 'password' | 'replace' | 'remove'): void;
    cancel(): void;
    confirm(code: string): void;
    replace(code: string): void;
    remove(code: string): void;
    noted(): void;
  }
  interface SessionInfo {
    id: string;
    current: boolean;
    secondFactor: boolean;
    federated: boolean;
    begunAt: string;
    usedAt: string;
    endsAt: string;
    address: string;
    agent: string;
  }
  /** That somebody was shown where the reader of the list was. */
  interface Look {
    id: string;
    kind: 'live' | 'list' | 'track';
    from: string;
    to: string;
    times: number;
    reader: string;
    readerName: string | null;
    wall: string | null;
    roles: string[];
  }
  interface LookList {
    staffCode: string | null;
    keptDays: number;
    looks: Look[];
    next: string | null;
  }
  interface LookFilter {
    kind: string;
    reader: string;
    from: string;
    to: string;
  }
  interface ApiToken {
    id: string;
    account: string;
    name: string;
    roles: string[];
    /** Codes of areas of the tree; none where it goes as far as the account. */
    areas: string[];
    createdAt: string;
    expiresAt: string;
    /** Noted once a day. */
    lastUsedAt: string | null;
    revokedAt: string | null;
    good: boolean;
  }
  interface DeviceInfo {
    id: string;
    kind: 'wall' | 'phone';
    name: string;
    /** Whose positions a phone sends. */
    staffCode: string | null;
    everywhere: boolean;
    areas: string[];
    addedBy: string;
    addedAt: string;
    /** Noted once a day. */
    lastSeenAt: string | null;
    revokedAt: string | null;
    good: boolean;
  }
  interface AccountList {
    accounts: AccountInfo[];
    next: string | null;
    asOf: string;
  }
  /** All that the card of an account can do. */
  interface CardActions {
    close(): void;
    grant(): void;
    endGrant(grant: Grant): unknown;
    /** Gives back the grant that was ended last. */
    undo(): unknown;
    disable(): unknown;
    enable(): unknown;
    reset(): unknown;
    endSessions(): unknown;
    /** Takes away what its owner has lost. */
    removeFactor(): unknown;
  }
  interface GridInCharge {
    area: AreaProps;
    main: { duty: string; staffCodes: string[] }[];
    others: { duty: string; staffCode: string }[];
    /** Whether one of the main places is. */
    empty: boolean;
  }
  type AreaNames = (area: AreaRef) => { name: string; above: string };

  /** The personal fields of somebody, as answers call them. */
  type PersonField = 'name' | 'dutyPhone' | 'privatePhone' | 'idNumber' | 'homeAddress' | 'homeGrid';

  /** Who stands behind a staff code, as far as the reader may know. */
  interface KnownPerson extends Record<PersonField, string> {
    code: string;
    version: number;
    unit: string;
    posts: { partition: string; code: string; name: string; duty: string }[];
    masked: PersonField[];
    revealable: PersonField[];
    erased: boolean;
    generated: boolean;
  }

  /** What a card tells of who somebody is. */
  interface Identity {
    /** Shows who stands behind another code; nobody for an empty one. */
    open(code: string): void;
    /** As the reader may see it; empty where nothing is known. */
    name(): string;
    content(): unknown;
  }
}
export {};
