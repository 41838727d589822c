/** The record of who did, saw or was refused what, as the server tells it (GET /api/audit…). */
declare global {
  interface AuditRecord {
    /** Null until it is sealed. */
    number: number | null;
    at: string;
    account: string;
    roles: string[];
    address: string | null;
    session: string | null;
    action: string;
    subject: string;
    outcome: 'done' | 'refused';
    why: string;
    facts: Record<string, unknown>;
    id: string;
    writer: string;
    chain: string | null;
  }
  interface AuditList {
    asOf: string;
    records: AuditRecord[];
    next: string | null;
  }
  interface AuditFinding {
    kind: string;
    number: number | null;
    id: string | null;
    at: string | null;
    zh: string;
    en: string;
  }
  interface AuditProgress {
    state: 'none' | 'running' | 'done' | 'failed';
    checked: number;
    total: number;
    begun: string | null;
    tookMillis: number;
    report: { sound: boolean; sealed: number; unsealed: number; counts: Record<string, number>; first: AuditFinding | null; findings: AuditFinding[] } | null;
  }
  interface AuditAnchor {
    number: number;
    chain: string;
    at: string;
    signature: string;
    publicKey: string;
  }
  interface AuditFilter {
    account: string;
    action: string;
    subject: string;
    outcome: string;
    /** Days, as a date field gives them. */
    from: string;
    to: string;
  }
}
export {};
