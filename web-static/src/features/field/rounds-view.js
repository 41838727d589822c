import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { byBuilding } from '../campaign/state.js';
import { mountAnswer } from './answer.js';
import { mountHomeVisit } from './home-visit.js';
import { readRounds } from './rounds-kept.js';
import { standing } from './rounds.js';
import { nearestFirst } from './walk.js';

/** State is told by sign, colour and words together. */
const SIGNS = { open: '○', done: '✓', waiting: '↑', refused: '!' };

/**
 * The doors of a round by their buildings, or one of them.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {string} id of the round @param {string} door empty for all of them
 * @returns {() => void}
 */
export function mountRounds(place, page, id, door) {
  const { store } = page;
  const find = () => store.state().rounds.find((one) => one.id === id) ?? null;
  /** Buildings that are open: those that still have doors to go to, until somebody says otherwise. @type {Map<string, boolean>} */
  const open = new Map();
  /** @type {ListState} */
  let now = { onlyOpen: true, from: null, asked: false };
  const round = find();
  if (round && door) return (round.kind === 'campaign' ? mountAnswer : mountHomeVisit)(place, page, round, door);
  const put = (/** @type {Partial<ListState>} */ change) => {
    now = { ...now, ...change };
    draw();
  };
  const locate = () => {
    put({ asked: true });
    navigator.geolocation?.getCurrentPosition(({ coords }) => put({ from: { lon: coords.longitude, lat: coords.latitude }, asked: false }), () => put({ asked: false }), { maximumAge: 60_000, timeout: 15_000 });
  };
  const draw = () => {
    const shown = find();
    show(place, shown ? list(page, shown, { now, open, put, locate }) : html`${back(page)}<p class="quiet">${page.words().t('visit.gone')}</p>`);
  };
  draw();
  readRounds(page);
  return store.watch(({ rounds, outbox }) => JSON.stringify([rounds.find((one) => one.id === id)?.doors.map(({ name, version }) => name + version), outbox.map(({ key, state }) => key + state)]), draw);
}

/** @param {FieldPage} page */
const back = ({ words }) => html`<a class="tap back" href="#tasks" data-key="back">${icon('right', 'turned')}<span>${words().t('field.back')}</span></a>`;

/** @param {FieldPage} page @param {FieldRound} round @param {{ now: ListState, open: Map<string, boolean>, put: (change: Partial<ListState>) => void, locate: () => void }} how */
function list(page, round, { now: { onlyOpen, from, asked }, open, put, locate }) {
  const words = page.words();
  const doors = standing(round, page.store.state().outbox);
  const left = doors.filter((one) => one.standing === 'open').length;
  const shown = onlyOpen ? doors.filter((one) => one.standing !== 'done') : doors;
  return html`${back(page)}<h2 class="task-title">${round.title}</h2>
    ${round.kind === 'campaign' ? progress(words, round, doors.length - left, doors.length) : html`<p class="visit-count" data-part="due">${words.t('home.left', { n: words.number(left) })}</p>`}
    <p class="pair visit-which"><button type="button" class="button" data-key="visits-open" aria-pressed=${String(onlyOpen)} @click=${() => put({ onlyOpen: true })}>${words.t('visit.only-open', { n: words.number(left) })}</button>
      <button type="button" class="button" data-key="visits-all" aria-pressed=${String(!onlyOpen)} @click=${() => put({ onlyOpen: false })}>${words.t('visit.all', { n: words.number(doors.length) })}</button></p>
    ${round.kind === 'visit' ? html`<p class="visit-which"><button type="button" class="button wide" data-key="nearest" aria-pressed=${String(from !== null)} ?disabled=${asked} @click=${() => (from ? put({ from: null }) : locate())}>${icon('pin')}<span>${words.t(asked ? 'home.locating' : 'home.nearest')}</span></button></p>` : null}
    ${shown.length === 0 ? html`<div class="empty"><p class="receipt-mark plain">${icon('check')}</p><p><b>${words.t('visit.all-done')}</b></p></div>` : null}
    ${nearestFirst(byBuilding(shown), from).map(({ building, doors: inside }) => {
      const key = `${inside[0].grid} ${building}`;
      return html`<details class="visit-building" data-key=${`building-${key}`} ?open=${open.get(key) ?? true} @toggle=${(/** @type {Event} */ event) => open.set(key, /** @type {HTMLDetailsElement} */ (event.currentTarget).open)}>
        <summary><b>${building}</b><span class="faint">${words.t('visit.doors', { n: inside.length })}</span></summary>
        <ul class="visit-doors">${inside.map((one) => doorLink(words, round, one))}</ul></details>`;
    })}
    <p class="faint as-of">${words.t(round.kind === 'campaign' ? 'visit.signs' : 'home.signs')}${round.more ? ` ${words.t('visit.more')}` : ''}</p>`;
}

/** @param {Words} words @param {FieldRound} round @param {number} done @param {number} all */
const progress = (words, round, done, all) => html`<p class="visit-count"><b>${words.number(done)}</b> / ${words.number(all)} <span class="faint">${words.t('visit.until', { time: words.time(round.until) })}</span></p>
    <svg class="visit-bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label=${words.t('visit.progress', { n: done, all })}>${svg`<rect width=${((100 * done) / Math.max(1, all)).toFixed(1)} height="1"></rect>`}</svg>`;

/** @param {Words} words @param {FieldRound} round @param {FieldDoor & { standing: 'open' | 'done' | 'waiting' | 'refused' }} one */
function doorLink(words, round, one) {
  const late = one.standing === 'open' && one.state === 'overdue';
  const mark = one.hazards > 0 || late ? ' ▲' : '';
  return html`<li><a class=${`visit-door ${one.standing}`} href=${`#visits/${round.id}/${encodeURIComponent(one.name)}`} data-key=${`door-${one.name}`} aria-label=${`${one.door || words.t('home.business')} ${words.t(late ? 'home.overdue' : `visit.${one.standing}`)}`}><b>${one.door || words.t('home.business')}</b><span aria-hidden="true">${SIGNS[one.standing]}${mark}</span></a></li>`;
}
