/** What plans change and comparisons, as the server tells them. */
declare global {
  interface ImpactFlow {
    from: string;
    to: string;
    squareMeters: number;
    figures: Record<string, number>;
  }
  interface ImpactGrid {
    code: string;
    name: string;
    households: number;
    population: number;
  }
  interface ImpactData {
    whole: boolean;
    counts: Record<string, number>;
    retired: ImpactGrid[];
    born: ImpactGrid[];
    outlines: { code: string; name: string; squareMetersBefore: number; squareMetersAfter: number; movesGround: boolean }[];
    flows: ImpactFlow[];
    handed: { kind: string; id: string; label: string; name?: string | null; from: string; to: string; figures: Record<string, number> }[];
    handedCount: number;
  }
  interface PlanImpactData extends ImpactData {
    plan: { id: number; name: string; state: string; version: number };
  }
  interface ComparedData extends ImpactData {
    area: string;
    areaName: string | null;
    a: { grids: FeatureList<ImpactGrid> };
    b: { grids: FeatureList<ImpactGrid> };
  }
  interface FlowPicture {
    width: number;
    height: number;
    measure: 'households' | 'squareMeters';
    left: FlowNode[];
    right: FlowNode[];
    bands: { d: string; flow: ImpactFlow }[];
  }
  interface FlowNode {
    code: string;
    y: number;
    height: number;
  }
}
export {};
