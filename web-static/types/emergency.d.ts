/** Emergencies as the server tells them, and what their page shows. */
declare global {
  interface EmergencyContact {
    name: string;
    phone: string;
  }
  interface EmergencyCounts {
    households: number;
    needed: number;
    asked: number;
    confirmed: number;
    declined: number;
    doors: number;
    done: number;
    left: number;
    incidents: number;
    open: number;
    whistles: number;
  }
  interface EmergencyGrid extends EmergencyCounts {
    code: string;
    name: string;
    at: { type: 'Point'; coordinates: Position } | null;
    contact: EmergencyContact;
  }
  interface EmergencyWho {
    account: string;
    name: string | null;
  }
  interface EmergencyIncident {
    id: string;
    number: string;
    category: string;
    names: Partial<Record<Lang, string>>;
    grid: string;
    gridName: string;
    reportedAt: string;
    standing: string;
    open: boolean;
  }
  interface Emergency {
    id: number;
    version: number;
    title: string;
    areas: { code: string; name: string }[];
    householdsPerPerson: number;
    contact: EmergencyContact;
    task: { text: string; yesIsHazard: boolean; until: string } | null;
    /** Whose reports from its grids come in as urgent while it lasts. */
    urgentCategories: { code: string; names: { zh?: string; en?: string } }[];
    campaign: number | null;
    declaredAt: string;
    declaredBy: EmergencyWho;
    endedAt: string | null;
    endedBy: EmergencyWho | null;
    generated: boolean;
    /** Whether the reader may end it. */
    ends: boolean;
    /** Whether the reader may see and say who comes. */
    staffs: boolean;
    totals: EmergencyCounts & { grids: number };
    grids: EmergencyGrid[];
    /** Only of the one that is looked at. */
    incidents?: EmergencyIncident[];
  }
  interface EmergencyCall {
    staff: string;
    name: string | null;
    phone: string | null;
    masked: boolean;
    grid: string;
    gridName: string;
    askedAt: string;
    comes: boolean | null;
    repliedAt: string | null;
    byDesk: boolean;
  }
  /** What somebody is asked on a phone. */
  interface EmergencyOwnCall {
    id: number;
    title: string;
    task: string | null;
    contact: EmergencyContact | null;
    grid: string;
    gridName: string;
    comes: boolean | null;
  }
  interface EmergencyForeseen {
    grids: number;
    households: number;
    people: number;
    needed: number;
    taken: { code: string; name: string }[];
  }
  interface EmergencyView {
    emergency: string;
    part: 'report' | 'people';
  }
  /** What the parts of the page are given. */
  interface EmergencyTo {
    page: FramePage;
    site: Site;
    view(): EmergencyView;
    go(change: Partial<EmergencyView>): void;
    renew(): void;
  }
}
export {};
