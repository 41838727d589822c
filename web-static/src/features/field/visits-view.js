import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { byBuilding } from '../campaign/state.js';
import { readVisits } from './visits-kept.js';
import { standing } from './visits.js';
import { mountVisit } from './visit.js';

/** State is told by sign, colour and words together. */
const SIGNS = { open: '○', done: '✓', waiting: '↑', refused: '!' };

/**
 * The doors of a campaign by their buildings, or one of them.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {number} id of the campaign @param {number} door 0 for all of them
 * @returns {() => void}
 */
export function mountVisits(place, page, id, door) {
  const { store } = page;
  const find = () => store.state().campaigns.find((one) => one.id === id) ?? null;
  let onlyOpen = true;
  /** Buildings that are open: those that still have doors to go to, until somebody says otherwise. @type {Map<string, boolean>} */
  const open = new Map();
  const campaign = find();
  if (campaign && door) return mountVisit(place, page, campaign, door);
  const draw = () => {
    const now = find();
    show(place, now ? list(page, now, { onlyOpen, open, only: (yes) => {
      onlyOpen = yes;
      draw();
    } }) : html`${back(page)}<p class="quiet">${page.words().t('visit.gone')}</p>`);
  };
  draw();
  readVisits(page);
  return store.watch(({ campaigns, outbox }) => JSON.stringify([campaigns.find((one) => one.id === id)?.doors.map(({ version }) => version), outbox.map(({ key, state }) => key + state)]), draw);
}

/** @param {FieldPage} page */
const back = ({ words }) => html`<a class="tap back" href="#tasks" data-key="back">${icon('right', 'turned')}<span>${words().t('field.back')}</span></a>`;

/** @param {FieldPage} page @param {FieldCampaign} campaign @param {{ onlyOpen: boolean, open: Map<string, boolean>, only: (yes: boolean) => void }} how */
function list(page, campaign, { onlyOpen, open, only }) {
  const words = page.words();
  const doors = standing(campaign, page.store.state().outbox);
  const left = doors.filter((one) => one.standing === 'open').length;
  const done = doors.length - left;
  const shown = onlyOpen ? doors.filter((one) => one.standing !== 'done') : doors;
  return html`${back(page)}<h2 class="task-title">${campaign.title}</h2>
    <p class="visit-count"><b>${words.number(done)}</b> / ${words.number(doors.length)} <span class="faint">${words.t('visit.until', { time: words.time(campaign.until) })}</span></p>
    <svg class="visit-bar" viewBox="0 0 100 1" preserveAspectRatio="none" role="img" aria-label=${words.t('visit.progress', { n: done, all: doors.length })}>${svg`<rect width=${((100 * done) / Math.max(1, doors.length)).toFixed(1)} height="1"></rect>`}</svg>
    <p class="pair visit-which"><button type="button" class="button" data-key="visits-open" aria-pressed=${String(onlyOpen)} @click=${() => only(true)}>${words.t('visit.only-open', { n: words.number(left) })}</button>
      <button type="button" class="button" data-key="visits-all" aria-pressed=${String(!onlyOpen)} @click=${() => only(false)}>${words.t('visit.all', { n: words.number(doors.length) })}</button></p>
    ${shown.length === 0 ? html`<div class="empty"><p class="receipt-mark plain">${icon('check')}</p><p><b>${words.t('visit.all-done')}</b></p></div>` : null}
    ${byBuilding(shown).map(({ building, doors: inside }) => {
      const key = `${inside[0].grid} ${building}`;
      return html`<details class="visit-building" data-key=${`building-${key}`} ?open=${open.get(key) ?? true} @toggle=${(/** @type {Event} */ event) => open.set(key, /** @type {HTMLDetailsElement} */ (event.currentTarget).open)}>
        <summary><b>${building}</b><span class="faint">${words.t('visit.doors', { n: inside.length })}</span></summary>
        <ul class="visit-doors">${inside.map((one) => html`<li><a class=${`visit-door ${one.standing}`} href=${`#visits/${campaign.id}/${one.number}`} data-key=${`door-${one.number}`} aria-label=${`${one.door} ${words.t(`visit.${one.standing}`)}`}><b>${one.door}</b><span aria-hidden="true">${SIGNS[one.standing]}${one.hazards > 0 ? ' ▲' : ''}</span></a></li>`)}</ul></details>`;
    })}
    <p class="faint as-of">${words.t('visit.signs')}${campaign.more ? ` ${words.t('visit.more')}` : ''}</p>`;
}
