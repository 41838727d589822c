/** The part of maplibre-gl that map/ uses. The library's own declarations are not vendored: they are 750 kB. */
declare module 'maplibre-gl' {
  type LngLatLike = { lng: number; lat: number } | [number, number];
  type Bounds4 = [number, number, number, number];

  export class LngLat {
    lng: number;
    lat: number;
  }
  export class LngLatBounds {
    getWest(): number;
    getSouth(): number;
    getEast(): number;
    getNorth(): number;
  }
  export interface MapMouseEvent {
    point: { x: number; y: number };
    lngLat: LngLat;
    originalEvent: MouseEvent;
    preventDefault(): void;
  }
  export interface RenderedFeature {
    id?: string | number;
    properties: Record<string, unknown>;
    layer: { id: string };
    sourceLayer?: string;
  }
  export interface GeoJsonSource {
    setData(data: object): void;
    /** Changes some features, by their ids. */
    updateData(change: { remove?: (string | number)[]; add?: object[] }): void;
  }
  export interface VectorSource {
    setTiles(tiles: string[]): void;
    setUrl(url: string): void;
  }
  export interface MapOptions {
    container: HTMLElement;
    style: object;
    center: LngLatLike;
    zoom: number;
    minZoom?: number;
    maxZoom?: number;
    maxBounds?: Bounds4;
    fadeDuration?: number;
    pixelRatio?: number;
    attributionControl?: false;
    dragRotate?: boolean;
    pitchWithRotate?: boolean;
    touchPitch?: boolean;
    rollEnabled?: boolean;
    localIdeographFontFamily?: string;
    transformRequest?: (url: string, kind?: string) => { url: string; credentials?: string };
    canvasContextAttributes?: Record<string, unknown>;
    locale?: Record<string, string>;
    refreshExpiredTiles?: boolean;
    cancelPendingTileRequestsWhileZooming?: boolean;
    trackResize?: boolean;
  }
  export class Map {
    constructor(options: MapOptions);
    on(kind: string, listener: (event: any) => void): this;
    once(kind: string, listener: (event: any) => void): this;
    off(kind: string, listener: (event: any) => void): this;
    remove(): void;
    resize(): void;
    getCanvas(): HTMLCanvasElement;
    getContainer(): HTMLElement;
    getCanvasContainer(): HTMLElement;
    getPixelRatio(): number;
    getCenter(): LngLat;
    getZoom(): number;
    getBounds(): LngLatBounds;
    project(at: LngLatLike): { x: number; y: number };
    unproject(at: [number, number]): LngLat;
    jumpTo(to: object): this;
    easeTo(to: object): this;
    fitBounds(box: Bounds4, options?: object): this;
    zoomIn(options?: object): this;
    zoomOut(options?: object): this;
    setStyle(style: object, options?: { diff?: boolean }): this;
    getStyle(): { layers: { id: string }[] };
    getLayer(id: string): object | undefined;
    getSource(id: string): unknown;
    setLayoutProperty(layer: string, name: string, value: unknown): this;
    setPaintProperty(layer: string, name: string, value: unknown): this;
    setFilter(layer: string, filter: unknown): this;
    setFeatureState(feature: { source: string; sourceLayer?: string; id: string | number }, state: object): this;
    removeFeatureState(feature: { source: string; sourceLayer?: string; id?: string | number }, key?: string): this;
    queryRenderedFeatures(at: unknown, options?: { layers?: string[] }): RenderedFeature[];
    addSource(id: string, source: object): this;
    addLayer(layer: object, before?: string): this;
    addImage(name: string, image: ImageData, options?: { pixelRatio?: number }): this;
    hasImage(name: string): boolean;
    removeImage(name: string): void;
    isStyleLoaded(): boolean;
    loaded(): boolean;
    keyboard: { enable(): void; disable(): void; disableRotation(): void };
    touchZoomRotate: { disableRotation(): void };
  }
  export class Marker {
    constructor(options: { element: HTMLElement; className?: string });
    addTo(map: Map): this;
    remove(): this;
    getElement(): HTMLElement;
    setLngLat(place: [number, number]): this;
    setOffset(offset: [number, number]): this;
  }
  export function setWorkerUrl(url: string): void;
  export function setWorkerCount(count: number): void;
  export function prewarm(): void;
}
