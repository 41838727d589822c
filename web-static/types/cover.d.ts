/** What cameras see of grids, as the server tells it. */

type CoverBy = 'online' | 'all';

interface CoverSeen {
  share: number;
  squareMeters: number;
  households: number;
  /** that see into the grid */
  cameras: number;
  /** that stand in it */
  camerasIn: number;
}

interface CoverGrid {
  grid: string;
  name: string;
  squareMeters: number;
  households: number;
  online: CoverSeen;
  all: CoverSeen;
  blindSpots: number;
  largestBlindSquareMeters: number;
  sinceRedraw: { at: string, before: number, lost: number, gained: number } | null;
}

type CoverOrder = 'grid' | 'share' | 'households' | 'blindSpots' | 'lost';

interface CoverShown {
  grids: CoverGrid[];
  by: CoverBy;
  order: CoverOrder;
  /** code of the grid that is looked at; empty for none */
  picked: string;
}

interface CoverTo {
  words: Words;
  pick: (grid: string) => void;
  show: (change: Partial<{ by: CoverBy, order: CoverOrder }>) => void;
}

interface BlindProps { squareMeters: number; households: number; labelPoint: [number, number] }

interface UnseenProps {
  rank: number;
  grid: string;
  incidents: number;
  seenShare: number;
  /** null where the reader may not know where patrols went */
  walks: number | null;
  score: number;
}

interface UnseenData { features: GeoFeature<UnseenProps>[]; days: number; incidents: number; patrolsKnown: boolean; cellCount: number }

interface ProposalProps {
  rank: number;
  azimuthDegrees: number;
  households: number;
  squareMeters: number;
  householdsTogether: number;
  squareMetersTogether: number;
}

interface ProposalData {
  features: GeoFeature<ProposalProps>[];
  mountHeightMeters: number;
  angleDegrees: number;
  rangeMeters: number;
  candidates: number;
  complete: boolean;
}

/** How far a count has come that is still going on. */
interface CoverCounting { done: number; of: number }
