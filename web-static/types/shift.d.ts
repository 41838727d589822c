/** Rosters, shifts and handovers as the server tells them, and what their page shows. */
declare global {
  interface DutyEntry {
    id: number;
    area: string;
    post: string;
    staff: string;
    name: string | null;
    phone: string | null;
    masked: boolean;
    from: string;
    to: string;
    generated: boolean;
  }
  interface DutySpan {
    from: string;
    to: string;
  }
  interface RosterAnswer {
    area: string;
    areaName: string;
    entries: DutyEntry[];
    gaps: DutySpan[];
    asOf: string;
  }
  interface OnDutyAnswer {
    area: string;
    areaName: string;
    answeredBy: string | null;
    answeredByName: string | null;
    onDuty: DutyEntry[];
    next: string | null;
    asOf: string;
  }
  interface OwnShift {
    id: number;
    area: string;
    areaName: string;
    account: string;
    name: string | null;
    begunAt: string;
    generated: boolean;
  }
  interface ShiftLogEntry {
    id: number;
    area: string;
    areaName: string;
    number: number;
    kind: string;
    at: string;
    account: string;
    name: string | null;
    text: string;
    incident: string | null;
    corrects: number | null;
    handover: number | null;
    generated: boolean;
  }
  interface HandoverBrief {
    id: number;
    version: number;
    area: string;
    areaName: string;
    state: string;
    since: string;
    takenAt: string;
    account: string;
    name: string | null;
    /** Whether the reader began it. */
    own: boolean;
    signatures: { side: string; account: string; name: string | null; at: string; hash: string }[];
    generated: boolean;
  }
  interface HandoverItemInfo {
    subject: string;
    label: string;
    detail: string;
    area: string;
    areaName: string | null;
    at: string | null;
  }
  interface HandoverWhole extends HandoverBrief {
    remarks: string;
    answer: string;
    /** Whether something said was erased since it was signed. */
    erased: boolean;
    /** Whether each signature still is of what stands there. */
    sound: boolean;
    hash: string;
    counts: Record<string, number>;
    items: Record<string, HandoverItemInfo[]>;
  }
  interface ChangeRow {
    number: number;
    kind: string;
    at: string;
    subject: string;
    incident: string | null;
    grid: string | null;
    gridName: string | null;
  }
  interface ChangesAnswer {
    since: string;
    asOf: string;
    counts: Record<string, number>;
    cut: boolean;
    changes: ChangeRow[];
  }
  interface ShiftView {
    part: 'roster' | 'log' | 'handover' | 'changes';
    area: string;
    /** The Monday of the week that is looked at. */
    week: string;
    /** Number of a handover sheet, or new. */
    sheet: string;
  }
  interface ShiftArea {
    code: string;
    name: string;
    level: string;
  }
  /** What the parts of the page are given. */
  interface ShiftTo {
    page: FramePage;
    site: Site;
    view: () => ShiftView;
    areaName: (code: string) => string;
    /** By the clock of the town, in milliseconds. */
    now: () => number;
    mayKeep: boolean;
    go: (change: Partial<ShiftView>) => void;
    /** Reads anew whom to call. */
    renewCall: () => void;
  }
}
export {};
