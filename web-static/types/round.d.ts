/** Patrols (GET /api/patrols/…), and what their page shows. */
declare global {
  type RoundResult = 'due' | 'running' | 'done' | 'partly' | 'missed' | 'unknown';
  interface RoundPlan {
    id: number;
    version: number;
    name: string;
    people: { code: string; name: string | null }[];
    grids: { code: string; name: string }[];
    streets: string[];
    days: number[];
    from: string;
    to: string;
    times: number;
    per: 'day' | 'week';
    minutes: number;
    streetPercent: number;
    nearMeters: number;
    since: string;
    until: string | null;
    ended: boolean;
    generated: boolean;
    changeable: boolean;
  }
  interface RoundGrid {
    code: string;
    name: string;
    entered?: string | null;
    left?: string | null;
    passes?: number;
    seconds?: number;
    meters?: number;
    streetMeters?: number;
    walkedStreetMeters?: number;
    lackingSeconds?: number;
    met?: boolean;
  }
  interface RoundRun {
    id: number | null;
    plan: number;
    planVersion: number;
    planName: string;
    staffCode: string;
    name: string | null;
    from: string;
    to: string;
    spans: [string, string][];
    result: RoundResult;
    minutes: number;
    streetPercent: number;
    grids: RoundGrid[];
    walked?: [string, string][];
    silences?: [string, string][];
    heardSeconds?: number;
    silentSeconds?: number;
    fixes?: number;
    meters?: number;
    judgedAt?: string;
    generated?: boolean;
  }
  interface RoundSheet {
    run: RoundRun;
    ground: { features: GeoFeature<{ kind: 'grid' | 'street'; code?: string; walked?: boolean; passes?: [string, string][] }>[] };
  }
  interface RoundUnwalked {
    code: string;
    name: string;
    walkedAt: string | null;
    days: number | null;
  }
  interface RoundTally {
    code: string;
    name: string | null;
    due: number;
    done: number;
    partly: number;
    missed: number;
    unknown: number;
    judged: number;
    seconds: number;
    streetMeters: number;
    walkedStreetMeters: number;
  }
  interface RoundView {
    part: 'runs' | 'plans' | 'unwalked' | 'figures';
    day: string;
    run: string;
    plan: string;
    days: number;
    by: 'person' | 'grid';
    span: number;
  }
}
export {};
