/** People who walked (GET /api/tracks/people), their tracks, and what the page of playback shows of them. */
declare global {
  interface WalkedPerson {
    staffCode: string;
    name: string | null;
    tracks: number;
    from: string;
    to: string;
  }
  interface WalkedTrack {
    id: string;
    staffCode: string;
    from: string;
    to: string;
    walkedMeters: number;
    times: string[];
    jumps: number[];
    stops: { from: string; to: string; lon: number; lat: number }[];
    gaps: { from: string; to: string }[];
    generated: boolean;
  }
  interface PlaybackView {
    day: string;
    from: string;
    to: string;
    /** Staff codes in the order in which they were chosen. */
    staff: string[];
    /** Whether the streets are shown that they probably went along. */
    streets: boolean;
  }
  /** A piece of the way along streets (GET /api/tracks/streets). */
  interface StreetPiece {
    trackId: string;
    staffCode: string;
    streetId: string | null;
    nameZh?: string;
    nameEn?: string;
    meters: number;
  }
  /** Which streets somebody went along, the longest first, and how far. */
  interface PlayedWay {
    lines: { line: Position[]; onStreet: boolean }[];
    streetMeters: number;
    besideMeters: number;
    streets: { nameZh: string; nameEn: string; meters: number }[];
  }
  /** A track as it is played: milliseconds and degrees side by side. */
  interface PlayedTrack extends WalkedTrack {
    ms: number[];
    line: Position[];
  }
  interface PlayedPerson {
    staffCode: string;
    name: string;
    hue: number;
    tracks: PlayedTrack[];
    walkedMeters: number;
    stops: WalkedTrack['stops'];
    silentMs: number;
    /** Null until it is asked for. */
    way: PlayedWay | null;
  }
  interface PlayedIncident {
    id: string;
    number: string;
    priority: string;
    at: Position;
    fromMs: number;
    toMs: number;
  }
  interface Played {
    people: PlayedPerson[];
    incidents: PlayedIncident[];
    fromMs: number;
    toMs: number;
  }
}
export {};
