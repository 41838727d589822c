/** The part of terra-draw that map/ uses. */
declare module 'terra-draw' {
  export interface DrawnFeature {
    geometry: { type: string; coordinates: [number, number][] };
    properties: Record<string, unknown>;
  }
  export class TerraDrawLineStringMode {
    constructor(options: object);
    undo(): void;
  }
  export class TerraDrawPolygonMode {
    constructor(options: object);
    undo(): void;
  }
  export class TerraDraw {
    constructor(options: { adapter: object; modes: object[] });
    start(): void;
    stop(): void;
    setMode(mode: string): void;
    getSnapshot(): DrawnFeature[];
    getSnapshotFeature(id: string | number): DrawnFeature | undefined;
    on(event: 'finish', listener: (id: string | number) => void): void;
    on(event: 'change', listener: (ids: (string | number)[], type: string) => void): void;
  }
}
declare module 'terra-draw-maplibre-gl-adapter' {
  export class TerraDrawMapLibreGLAdapter {
    constructor(options: { map: object; coordinatePrecision?: number; prefixId?: string });
  }
}
