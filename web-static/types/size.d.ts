/** A rule of size as GET /api/size-rules tells it. */
declare global {
  interface SizeRuleRow {
    id: number;
    version: number;
    area: string;
    level: string;
    kind: string;
    measure: 'households' | 'buildings';
    min: number;
    max: number;
    inForce: boolean;
  }
}
export {};
