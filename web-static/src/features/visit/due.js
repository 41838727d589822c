import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { byBuilding } from '../campaign/state.js';
import { openDoor } from './door.js';
import { STATES } from './state.js';

const PAGE = 200;

/**
 * Doors that are due, by their buildings, as one walks.
 *
 * @param {HTMLElement} place @param {VisitTo} to @returns {() => void}
 */
export function mountDue(place, to) {
  const { page } = to;
  let after = 0;
  /** @type {Part<{ doors: DueDoor[], all: number, next: number }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const { rule, grid, unit, state } = to.view();
      const list = await page.api.get('/api/visits/due', { ...(rule ? { rule } : {}), ...(grid ? { grid } : {}), ...(unit ? { unit } : {}), ...(state ? { state } : {}), after, limit: PAGE }, signal);
      return { doors: list.features.map((/** @type {GeoFeature<DueDoor>} */ { properties }) => properties), all: list.all, next: Number(list.next ?? 0) };
    },
    content: (data) => view(data, { to, turn, after }),
  });
  const turn = (/** @type {number} */ number) => {
    after = number;
    part.reload();
  };
  part.reload();
  return () => show(place, null);
}

/** @param {{ doors: DueDoor[], all: number, next: number }} data @param {{ to: VisitTo, turn: (after: number) => void, after: number }} with_ */
function view({ doors, all, next }, { to, turn, after }) {
  const words = to.page.words();
  const { state, unit } = to.view();
  return html`<p class="campaign-filters">${STATES.map((one) => html`<button type="button" class="chip" aria-pressed=${String(one === state)} data-key=${`state-${one || 'all'}`} @click=${() => to.go({ state: one })}>${words.t(`visits.state.${one || 'all'}`)}</button>`)}
      ${unit ? html`<button type="button" class="chip" data-key="all-units" @click=${() => to.go({ unit: '' })}>${words.t('visits.one-unit')} ×</button>` : null}
      <span class="faint" data-part="listed">${words.t('visits.listed', { n: words.number(doors.length), all: words.number(all) })}</span></p>
    ${doors.length === 0 ? emptyNote(words.t('visits.nothing-due')) : null}
    ${byBuilding(doors).map((one) => html`<section class="campaign-building"><h3>${one.building}</h3><ul>${one.doors.map((door) => line(door, to))}</ul></section>`)}
    <p class="campaign-more">${after > 0 ? html`<button type="button" class="button" data-key="first" @click=${() => turn(0)}>${words.t('visits.first')}</button>` : null}
      ${next ? html`<button type="button" class="button" data-key="more" @click=${() => turn(next)}>${words.t('visits.more')}</button>` : null}</p>`;
}

/** @param {DueDoor} door @param {VisitTo} to */
function line(door, to) {
  const words = to.page.words();
  const rule = to.rules().find(({ id }) => id === door.rule);
  return html`<li class=${door.state}><button type="button" class="campaign-door" data-key=${`door-${door.rule}-${door.place}`} @click=${() => openDoor(to, door.place)}>
    <b>${door.door || words.t('visits.business')}</b><span class=${`visits-state ${door.state}`}>${door.state === 'overdue' ? '▲' : '○'} ${words.t(`visits.${door.state}-by`, { day: words.day(before(door.dueBy)) })}</span>
    ${to.view().rule ? null : html`<span class="faint">${rule?.title ?? ''}</span>`}
    ${door.tries > 0 ? html`<span class="visits-tries">${words.t('visits.tries', { n: door.tries })}${door.nextTry ? ` · ${words.t('visits.next-try', { day: door.nextTry })}` : ''}</span>` : null}
    <span class="faint">${door.lastAt ? words.t('visits.last', { day: words.day(door.lastAt) }) : words.t('visits.never')}</span></button></li>`;
}

/** The last moment that was in time: what is due by a midnight is due on the day before. @param {string} instant */
const before = (instant) => new Date(Date.parse(instant) - 1).toISOString();
