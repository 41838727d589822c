/** What the wall keeps in mind and shows. */
export {};

declare global {
  type WallLayer = 'incidents' | 'whistles' | 'people' | 'figures' | 'cameras';
  type WallDensity = 'marks' | 'counts' | 'heat';
  /** A view that takes its turn. */
  interface WallView {
    name: string;
    /** Where; null for the whole place. */
    place: View | null;
    figure: string;
    density: string;
  }
  /** What a link asks of the wall. Without views of its own it shows what there is in turn. */
  interface WallAsked {
    /** Between two views; 0 for never. */
    rotateSeconds: number;
    distanceMm: number | null;
    screenMm: number | null;
    sound: boolean;
    views: WallView[];
  }
  interface WallAlert {
    key: string;
    kind: 'whistle' | 'urgent' | 'declared';
    /** Of the incident, or of the emergency that was declared. */
    id: string;
    at: Position;
    priority: string;
  }
  interface WallTurn {
    at: number;
    since: number;
    paused: boolean;
    alert: (WallAlert & { sinceMs: number }) | null;
    /** Keys of what has interrupted already. */
    told: readonly string[];
  }
  /** Of an area, as GET /api/wall/figures tells it: what is above and below the line. */
  interface WallArea {
    code: string;
    values: Record<string, number[]>;
  }
  interface WallFigures {
    asOf: string;
    level: Level;
    month: string;
    total: Record<string, number[]>;
    before: Record<string, number[]>;
    areas: WallArea[];
    days: { day: string; values: Record<string, number[]> }[];
  }
  interface WallValue {
    value: number;
    numerator: number;
    denominator: number | null;
  }
  interface WallLine {
    key: string;
    at: string;
    type: string;
    incident: string;
    grid: string;
    category: string;
  }
  /** A mark on the map; two with the same key look the same. */
  interface WallMark {
    key: string;
    id: string;
    at: Position;
    mark: string;
    rank: number;
    heading: number;
  }
  /** Puts the wall's layers on a map; scale: of its symbols. */
  type WallLayers = (map: import('maplibre-gl').Map, scale: number) => { show(picture: WallPicture): void };
  /** What is drawn on the map besides areas. */
  interface WallPicture {
    theme: Theme;
    /** Whether one looks back. */
    past: boolean;
    level: Level;
    classes: ReadonlyMap<string, number>;
    incidents: ReadonlyMap<string, WallMark>;
    people: import('../src/map/wall-quads.js').Quads;
    cameras: ReadonlyMap<string, WallMark>;
    counts: readonly { at: Position; n: number }[];
    calls: readonly { at: Position; kind: string; text: string }[];
    density: string;
    strength: Record<WallLayer, number>;
  }
  /** An incident of the past, as GET /api/wall/past tells it. */
  /** Who was on duty at an instant that is over. */
  interface WallPastPerson {
    staffCode: string;
    name: string | null;
    /** When their phone said it. */
    at: string;
    generated: boolean;
  }
  interface WallPastProps {
    id: string;
    number: string;
    category: string;
    priority: string;
    state: string;
    grid: string | null;
    reportedAt: string;
    overdue: boolean;
  }
  interface WallNow {
    asked: WallAsked;
    /** Those that take turns. */
    views: readonly WallView[];
    figure: string;
    density: string;
    turn: WallTurn;
    figures: WallFigures | null;
    lines: readonly WallLine[];
    /** When each layer was heard of last, by the page's own clock. */
    heard: Record<WallLayer, number | null>;
    /** An instant that is looked back to; null for now. */
    past: { at: string; features: GeoFeature<WallPastProps>[] | null; people: GeoFeature<WallPastPerson>[] | null } | null;
    /** Names of areas by their codes, and where their labels stand. */
    names: ReadonlyMap<string, string>;
    points: ReadonlyMap<string, Position>;
    categories: ReadonlyMap<string, Record<Lang, string>>;
    /** Whether the browser lets the page be heard. */
    sound: 'on' | 'off' | 'silent';
    /** Whether a hand has lately been on mouse or keyboard. */
    hand: boolean;
  }
  /** What a hand can do. */
  interface WallDoes {
    look(change: { figure?: string; density?: string }): void;
    step(by: 1 | -1): void;
    pause(): void;
    keep(): void;
    copy(): void;
    sound(): void;
    lang(lang: Lang): void;
    theme(theme: Theme): void;
    /** To look back so many hours; 0 for now. */
    back(hours: number): void;
    /** Shows who was on duty then. */
    peopleThen(): void;
    hours(): number;
    /** From how far letters are as large as they should be, in millimetres; null where they are. */
    near(): number | null;
  }
  interface WallPage {
    page: Page;
    wall: StoreOf<WallNow, Partial<WallNow>>;
    words(): Words;
    /** What the town's clock says. */
    nowMs(): number;
    /** Open incidents that are on the map now: of the past while one looks back. */
    incidents(): GeoFeature<IncidentProps>[];
    /** The name of an area. */
    area(code: string | null): string;
    category(code: string): string;
  }
}
