/** What pages know of whistles. */
export {};

declare global {
  type WhistleLevel = 'estate' | 'community' | 'street';
  interface WhistleResponder {
    to: HandlerRef;
    names?: Record<Lang, string>;
    level: WhistleLevel;
    calledAt: string;
    reply: 'coming' | 'unable' | null;
    answeredAt: string | null;
    thereSince: string | null;
    proof: 'position' | 'confirmation' | null;
  }
  interface WhistleCall {
    level: WhistleLevel;
    cause: string;
    at: string;
    dueAt: string;
    account: string;
    name: string | null;
  }
  interface WhistleProps {
    id: number;
    version: number;
    incident: { id: string; number: string; category: string; priority: string; names: { categoryZh?: string; categoryEn?: string; grid?: string } };
    grid: string;
    reason: string;
    blownAt: string;
    account: string;
    name: string | null;
    /** The highest level that was called. */
    level: WhistleLevel;
    /** By when somebody of it has to answer. */
    dueAt: string;
    /** Whether somebody has said since the last call that they come. */
    answered: boolean;
    reached: boolean;
    unheardSince: string | null;
    calls: WhistleCall[];
    responders: WhistleResponder[];
    endedAt: string | null;
    outcome: string | null;
    generated: boolean;
    actions: string[];
    /** For whom of those who were called the reader answers. */
    own: HandlerRef[];
  }
  /** Whistles of an incident, and whether the reader may blow one. */
  interface WhistleList {
    features: GeoFeature<WhistleProps>[];
    actions?: string[];
  }
  /** How a level is called. */
  interface WhistleRule {
    level: WhistleLevel;
    version: number;
    answer: { words: string };
    arrival: { words: string };
    duties: string[];
    departments: boolean;
    since: string;
  }
}
