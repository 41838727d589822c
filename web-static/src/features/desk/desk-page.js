import { listed } from '../../app/rows.js';
import { townMs } from '../../app/live-state.js';
import { idOf, known } from '../incident/card.js';
import { lookedAt } from './desk-state.js';
import { belongs, queueOf, stepFrom, within } from './queue.js';

/** The digits of a community's code, above those of its grids. */
const COMMUNITY_DIGITS = 12;

/**
 * What every part of the desk is given: the queue as it is now, and the ways to choose from it.
 *
 * @param {Page} page @param {DeskStore} desk
 * @returns {DeskPage & { step: (by: 1 | -1) => void, actions: () => readonly string[], shows: (incident: Resource<GeoFeature<IncidentProps>>) => void }}
 */
export function createDeskPage(page, desk) {
  const { store } = page;
  const queue = createQueue(page);
  /** What can be done with the chosen one, as its card has it. @type {readonly string[]} */
  let actions = [];
  const all = () => within(queue(), desk.state().area);
  const rows = () => all().filter((row) => belongs(row, desk.state().filter));
  const choose = (/** @type {string} */ id, seen = false) => {
    const picked = /** @type {Picked} */ ({ kind: 'incidents', id });
    if (seen) store.dispatch({ kind: 'pick', picked });
    else page.pick(picked);
    const at = rows().findIndex(({ incident }) => incident.id === id);
    desk.dispatch({ fresh: lookedAt(desk.state().fresh, id), pane: 'incident', ...(at >= 0 ? { lastAt: at } : {}) });
  };
  return {
    page, desk, all, rows, choose,
    step(by) {
      const next = stepFrom(rows(), idOf(store.state()), { by, lastAt: desk.state().lastAt });
      if (next) choose(next);
      else page.say(page.words().t('desk.nobody-next'));
    },
    letGo() {
      const { picked, under, watched, selected } = store.state();
      if (watched) store.dispatch({ kind: 'watch', watched: null });
      else if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      else if (picked && under) store.dispatch({ kind: 'pick', picked: under });
      else if (selected) store.dispatch({ kind: 'select', area: null });
      else {
        store.dispatch({ kind: 'pick', picked: null });
        desk.dispatch({ pane: 'list' });
      }
    },
    areaName: (code) => nameOf(desk.state().areas, code),
    actions: () => actions,
    shows: (incident) => void (actions = known(incident)?.properties.actions ?? []),
  };
}

/** The queue is put in order once for each list, and again when a second has gone by. @param {Page} page */
function createQueue({ store }) {
  /** @type {{ list: unknown, second: number, rows: DeskRow[] } | null} */
  let made = null;
  return () => {
    const nowMs = townMs(store.state());
    const [list, second] = [store.state().lists.incidents, Math.floor(nowMs / 1000)];
    if (!made || made.list !== list || made.second !== second) {
      made = { list, second, rows: queueOf(listed(store.state(), 'incidents'), nowMs) };
    }
    return made.rows;
  };
}

/** A grid by its community and its number within it. @param {readonly AreaProps[]} areas @param {string} code */
export function nameOf(areas, code) {
  const community = areas.find((area) => area.code === code.slice(0, COMMUNITY_DIGITS));
  return community ? `${community.name} ${code.slice(COMMUNITY_DIGITS)}`.trim() : code;
}
