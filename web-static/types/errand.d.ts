/** Errands as the server tells them, and what their pages show. */
declare global {
  interface ErrandKindInfo {
    code: string;
    nameZh: string;
    nameEn: string;
    retired: boolean;
  }
  interface ErrandInfo {
    id: number;
    version: number;
    kind: string;
    grid: string;
    gridName: string;
    from: string;
    until: string;
    state: string;
    orderedAt: string;
    name: string;
    phone: string;
    masked?: boolean;
    address: string;
    wish: string;
    reason: string;
    told: string;
    thanks: string;
    generated: boolean;
    actions: string[];
  }
  /** At a desk. */
  interface ErrandAtDesk extends ErrandInfo {
    incident: string | null;
    holder: string | null;
    holderName: string | null;
    photo: boolean;
    offers: { account: string; name: string | null; reply: string }[];
  }
  /** On a volunteer's phone. */
  interface ErrandInHand extends ErrandInfo {
    held: boolean;
    lon: number | null;
    lat: number | null;
  }
  interface ErrandRow {
    grid: string;
    name: string;
    ordered: number;
    done: number;
    states: Record<string, number>;
  }
  /** What was written and chosen for one errand, and not sent yet. */
  interface ErrandNote {
    words: string;
    file: File | null;
  }
  /** What a resident has written so far. */
  interface ErrandDraft {
    key: string;
    kind: string;
    from: string;
    until: string;
    name: string;
    phone: string;
    address: string;
    wish: string;
  }
}
export {};
