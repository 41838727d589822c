/** Campaigns as the server tells them (GET /api/campaigns) and what their page shows. */
declare global {
  interface CampaignCounts {
    all: number;
    answered: number;
    hazardous: number;
  }
  interface CampaignQuestion {
    text: string;
    kind: 'yes-no' | 'text';
    hazardOn: 'yes' | 'no' | null;
    recheckDays: number;
  }
  interface Campaign {
    id: number;
    version: number;
    title: string;
    unit: 'household' | 'building-unit' | 'declaration';
    areas: { code: string; name: string }[];
    from: string;
    until: string;
    questions: CampaignQuestion[];
    units: number;
    progress: CampaignCounts;
    closedAt: string | null;
    generated: boolean;
    actions: string[];
  }
  interface CampaignRow extends CampaignCounts {
    grid: string;
    name: string;
  }
  interface CampaignDoor {
    number: number;
    version: number;
    grid: string;
    unit: string;
    building: string;
    door: string;
    answers: Record<string, string> | null;
    /** What is to be verified there; masked for who does not go there. */
    declared: { reference: string; name: string; phone: string; address: string; statement: string } | null;
    hazards: number;
  }
  /** A door as lists by buildings know it. */
  interface DoorInBuilding {
    grid: string;
    building: string;
    declared?: CampaignDoor['declared'];
  }
  /** A row of a form as it is sent. */
  interface DeclaredRow {
    reference: string;
    name: string;
    phone: string;
    address: string;
    grid: string;
    statement: string;
  }
  interface CampaignHazard {
    id: number;
    version: number;
    campaign: number;
    number: number;
    asked: string;
    gridName: string;
    building: string;
    door: string;
    state: 'found' | 'notified' | 'still-there' | 'rectified' | 'withdrawn';
    dueAt: string;
    overdue: boolean;
    foundAt: string;
    rechecks: { at: string; rectified: boolean; photo: string }[];
  }
  interface CampaignView {
    campaign: string;
    grid: string;
    hazard: string;
    part: 'progress' | 'doors' | 'hazards';
    /** Which doors; empty for all. */
    state: '' | 'open' | 'answered' | 'hazardous';
  }
  /** What parts of the page are given. */
  interface CampaignTo {
    page: FramePage;
    site: Site;
    view: () => CampaignView;
    campaign: () => Campaign;
    go(change: Partial<CampaignView>): void;
    /** Reads anew how far it is. */
    renew(): void;
  }
}
export {};
