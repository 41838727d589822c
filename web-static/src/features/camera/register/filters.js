import { queryString } from '../../../app/call.js';
import { localOf } from '../../../app/when.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { CERTAINTIES, queryOf, STATES } from './state.js';

const WAIT_MS = 250;
const MOST_AREAS = 12;

/** What is looked for, and what can be done with all of it. @param {HTMLElement} place @param {CameraPage} to @param {{ openImport: () => void, openHelp: () => void }} opens */
export function mountFilters(place, to, { openImport, openHelp }) {
  const { words, does, store, site } = to;
  const { view } = store.state();
  const t = words().t;
  const today = localOf(Date.now(), site.timeZone).slice(0, 10);
  const value = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value;
  let timer = 0;
  const later = (/** @type {() => void} */ act) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, WAIT_MS);
  };
  show(place, html`<label class="search-field cams-search"><span class="hidden">${t('cams.search')}</span>${icon('search')}<input class="field" type="search" maxlength="60" autocomplete="off" spellcheck="false" data-key="q"
      placeholder=${t('cams.search')} .value=${view.q} @input=${(/** @type {Event} */ event) => later(() => does.look({ q: value(event) }))}></label>
    <label class="cams-area"><span class="hidden">${t('cams.area')}</span><input class="field" type="search" maxlength="60" autocomplete="off" spellcheck="false" list="cams-areas" data-key="grid" placeholder=${t('cams.area')} .value=${view.grid}
      @input=${(/** @type {Event} */ event) => later(() => lookForArea(to, value(event)))}></label><datalist id="cams-areas"></datalist>
    ${choice(to, 'state', STATES.map((one) => [one, words().word('camera-state', one)]))}
    ${choice(to, 'certainty', CERTAINTIES.map((one) => [one, words().word('certainty', one)]))}
    <label class="choice inline"><input type="checkbox" data-key="findings" ?checked=${view.findings} @change=${(/** @type {Event} */ event) => does.look({ findings: /** @type {HTMLInputElement} */ (event.target).checked })}><span>${t('cams.findings-only')}</span></label>
    <label class="cams-day"><span>${t('cams.day')}</span><input class="field" type="date" max=${today} data-key="day" .value=${view.day || today} @change=${(/** @type {Event} */ event) => does.look({ day: value(event) === today ? '' : value(event) })}></label>
    <span class="grow"></span><span class="cams-ends"><span class="cams-tools"></span><button type="button" class="icon-button" data-key="help" aria-label=${t('cams.help')} title=${t('cams.help')} @click=${openHelp}>${icon('help')}</button></span>`);
  const tools = /** @type {HTMLElement} */ (place.querySelector('.cams-tools'));
  return function draw() {
    const { view: now } = store.state();
    const href = `/api/cameras/register.csv${queryString({ ...queryOf(now, site.timeZone, Date.now()), lang: words().lang })}`;
    show(tools, html`<a class="button" href=${href} download="cameras.csv" data-key="export">${icon('save')}<span>${t('cams.export')}</span></a>
      ${to.mayKeep() ? html`<button type="button" class="button" data-key="import" @click=${openImport}>${icon('box')}<span>${t('cams.import')}</span></button>
        <button type="button" class="button primary" data-key="new" @click=${() => does.place()}>${icon('plus')}<span>${t('cams.new')}</span></button>` : null}`);
  };
}

/** @param {CameraPage} to @param {'state' | 'certainty'} name @param {string[][]} all */
const choice = ({ words, does, store }, name, all) => html`<label class="select"><span class="hidden">${words().t(`cams.filter.${name}`)}</span><select data-key=${`filter-${name}`}
  @change=${(/** @type {Event} */ event) => does.look({ [name]: /** @type {HTMLSelectElement} */ (event.target).value })}><option value="">${words().t(`cams.filter.${name}`)}</option>
  ${all.map(([value, text]) => html`<option value=${value} ?selected=${value === store.state().view[name]}>${text}</option>`)}</select>${icon('down')}</label>`;

/** An area by its code, or by its name out of what is offered. @param {CameraPage} to @param {string} text */
async function lookForArea({ page, does }, text) {
  const wanted = text.trim();
  const code = /(\d{2,})$/.exec(wanted)?.[1];
  if (wanted === '' || code) return does.look({ grid: code ?? '' });
  const { features } = await page.api.areas({ partition: 'tree', q: wanted, geometry: 'none', limit: MOST_AREAS }, MOST_AREAS, new AbortController().signal).catch(() => ({ features: [] }));
  const list = document.getElementById('cams-areas');
  if (list) show(list, html`${features.map(({ properties }) => html`<option value=${`${properties.name} ${properties.code}`}></option>`)}`);
}
