import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { localOf } from '../../app/when.js';
import { mountCoverage } from './coverage.js';
import { mountDue } from './due.js';
import { mountRules } from './rules.js';
import { addressOf, monthsUpTo, PARTS, viewOf } from './state.js';

const MOUNT = { coverage: mountCoverage, due: mountDue, rules: mountRules };

/**
 * The page: how many were seen, which doors are due, and the rules by which they are.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 */
export function mountVisits(place, page, site) {
  let view = viewOf(location.search);
  let stop = () => {};
  show(place, html`<div class="visits-page"><div class="visits-head"></div><div class="visits-part"></div></div>`);
  const [head, room] = ['head', 'part'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.visits-${name}`)));
  /** @type {Part<VisitRule[]>} */
  const rules = createPart(head, {
    words: page.words, over: page.over,
    read: async (signal) => (await page.api.get('/api/visits/rules', {}, signal)).rules,
    content: (known) => headView(known, to),
  });
  /** @type {VisitTo} */
  const to = {
    page, site, view: () => view, rules: () => rules.data() ?? [],
    go(change) {
      history.pushState(null, '', addressOf({ ...view, ...change }, location.search));
      follow();
    },
    renew: () => begin(),
  };
  const follow = () => {
    view = viewOf(location.search);
    rules.draw();
    stop();
    stop = MOUNT[view.part](room, to);
  };
  const begin = async () => {
    await rules.reload();
    if (rules.data()) follow();
  };
  window.onpopstate = follow;
  begin();
}

/** @param {VisitRule[]} rules @param {VisitTo} to */
function headView(rules, to) {
  const words = to.page.words();
  const { part, rule, grid, month } = to.view();
  const months = monthsUpTo(localOf(Date.parse(to.site.asOf), to.site.timeZone));
  return html`<h2>${words.t('visits.title')}</h2>
    <div class="segments" role="group" aria-label=${words.t('visits.title')}>${PARTS.map((name) => html`<button type="button" aria-pressed=${String(name === part)} data-key=${`part-${name}`} @click=${() => to.go({ part: name })}>${words.t(`visits.part.${name}`)}</button>`)}</div>
    ${part === 'rules' ? null : html`<label><span class="hidden">${words.t('visits.rule')}</span><select class="field" data-key="rule" @change=${(/** @type {Event} */ event) => to.go({ rule: valueOf(event) })}>
        <option value="" ?selected=${rule === ''}>${words.t('visits.all-rules')}</option>${rules.map(({ id, title }) => html`<option value=${String(id)} ?selected=${String(id) === rule}>${title}</option>`)}</select></label>`}
    ${part === 'coverage' ? html`<label><span class="hidden">${words.t('visits.month')}</span><select class="field" data-key="month" @change=${(/** @type {Event} */ event) => to.go({ month: valueOf(event) === months[0] ? '' : valueOf(event) })}>
        ${months.map((one) => html`<option value=${one} ?selected=${one === (month || months[0])}>${one}</option>`)}</select></label>` : null}
    ${grid ? html`<button type="button" class="chip" data-key="all-grids" @click=${() => to.go({ grid: '', unit: '' })}>${words.t('visits.grid-of', { code: grid })} ×</button>` : null}`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;
