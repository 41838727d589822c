/** Looking back: what was open at an instant of the last 30 days, and who was on duty then. */

export const HOURS = 30 * 24;
const WAIT_MS = 150;

/** The instant so many hours ago, on the hour. @param {number} hours @param {number} nowMs */
export const instantAgo = (hours, nowMs) => new Date(Math.floor(nowMs / 3_600_000) * 3_600_000 - (hours - 1) * 3_600_000).toISOString();

/**
 * Reads what was open then, once the hand rests. Zero hours ago is now again.
 *
 * @param {WallPage} to
 */
export function createPast({ page, wall, nowMs }) {
  let abort = new AbortController();
  let timer = 0;
  return {
    /** @param {number} hours ago */
    go(hours) {
      clearTimeout(timer);
      abort.abort();
      abort = new AbortController();
      const { signal } = abort;
      if (hours === 0) return wall.dispatch({ past: null });
      const at = instantAgo(hours, nowMs());
      wall.dispatch({ past: { at, features: null, people: null } });
      timer = window.setTimeout(async () => {
        try {
          const { features } = await page.api.get('/api/wall/past', { at }, signal);
          if (!signal.aborted) wall.dispatch({ past: { at, features, people: null } });
        } catch (error) {
          if (!signal.aborted) page.say(String(/** @type {Error} */ (error).message ?? ''), 'bad');
        }
      }, WAIT_MS);
    },
    /** Who was on duty then: asked for by hand, since each of them is told who looked. */
    async people() {
      const { past } = wall.state();
      if (!past) return;
      const { signal } = abort;
      try {
        const { features } = await page.api.get('/api/tracks/at', { at: past.at }, signal);
        const now = wall.state().past;
        if (!signal.aborted && now?.at === past.at) wall.dispatch({ past: { ...now, people: features } });
      } catch (error) {
        if (!signal.aborted) page.say(String(/** @type {Error} */ (error).message ?? ''), 'bad');
      }
    },
  };
}

/** An incident of the past as those of now are shown. @param {GeoFeature<WallPastProps>} feature @returns {GeoFeature<IncidentProps>} */
export const asIncident = ({ properties: one, ...feature }) => ({
  ...feature,
  properties: {
    ...one, channel: '', standing: '', condition: '', stage: null, stageDueAt: null, stageWarnsAt: null, stageOverdue: one.overdue, clock: null, extensions: 0, extension: 'none',
    suspendedUntil: null, appeal: 'none', filedAt: null, dueAt: null, closedAt: null, generated: false, version: 0, actions: [],
  },
});
