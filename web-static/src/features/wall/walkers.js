import { PERSON, quadsIn, turnedBy } from '../../map/wall-quads.js';
import { headingOf } from './marks.js';

/**
 * Remembers where everybody was last, so that who walks is turned whereto they go. Called for thousands of people each
 * second: it leaves nothing behind for the collector but the numbers that are drawn.
 *
 * @returns {(people: ReadonlyMap<number, Person>) => import('../../map/wall-quads.js').Quads} those of whom nothing was heard below the others
 */
export function createWalkers() {
  /** @type {Map<string, { lng: number, latitude: number, heading: number | null }>} */
  const walked = new Map();
  return (people) => {
    if (walked.size > 2 * people.size) walked.clear();
    const quads = quadsIn(people.size);
    let low = 0;
    let high = people.size;
    for (const one of people.values()) {
      const before = walked.get(one.staffCode);
      const heading = headingOf(before, one, before?.heading ?? null);
      if (before) Object.assign(before, { lng: one.lng, latitude: one.latitude, heading });
      else walked.set(one.staffCode, { lng: one.lng, latitude: one.latitude, heading });
      // Who walks and whose way is not known yet is a dot.
      const symbol = one.state === 'stale' ? PERSON.stale : one.state === 'walking' && heading !== null ? PERSON.walking : PERSON.standing;
      quads.put(one.state === 'stale' ? low++ : --high, one, symbol, turnedBy(heading ?? 0));
    }
    return quads.done();
  };
}
