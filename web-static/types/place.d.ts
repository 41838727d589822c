/** Places as the server tells them (GET /api/places/{kind}/{id}) and what the page keeps of the chosen one. */
declare global {
  /** A kind as it is in addresses: buildings, estates, streets, grounds, points-of-interest, units … */
  interface PlaceRef {
    kind: string;
    id: string;
  }
  interface PlaceProps {
    kind: string;
    id: string;
    nameZh?: string;
    nameEn?: string;
    /** Put there by the page: what it is called by those who have no name for it. */
    addressZh?: string;
    addressEn?: string;
    validFrom: string;
    validTo: string | null;
    /** Of a building. */
    heightMeters?: number;
    use?: string;
    households?: number;
    estate?: string | null;
    street?: string | null;
    gateNumber?: string | null;
    /** Of an estate. */
    gated?: boolean;
    community?: string | null;
    propertyCompany?: string | null;
    aliases?: string[];
    /** Of a street. */
    class?: string;
    lengthMeters?: number;
    /** Of a point of interest. */
    interest?: string;
    /** Of a unit, a household, a house number. */
    label?: string;
    door?: string;
    number?: number;
    building?: string;
    unit?: string;
  }
  type PlaceFeature = GeoFeature<PlaceProps>;
  /** What the search field needs of the page it is on. */
  interface SearchPage {
    words(): Words;
    api: Pick<Page['api'], 'areas' | 'places'>;
    store: { state(): { shown: { partition: string }; view: { lng: number; lat: number } | null } };
  }
  /** All that the card of a place says. */
  interface PlaceData {
    place: PlaceFeature;
    /** What was asked for, where it is part of the place: a unit, a door, a house number. */
    part: PlaceFeature | null;
    chain: ChainLink[];
    estate: PlaceFeature | null;
    street: PlaceFeature | null;
    units: PlaceFeature[];
    buildings: PlaceFeature[];
    numbers: { count: number; least: number; most: number } | null;
  }
}
export {};
