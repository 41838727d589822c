import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote } from '../../../ui/problem.js';
import { openInCharge } from './in-charge-form.js';
import { MAIN_DUTIES, groupsOf, rowOf } from './in-charge-state.js';

const MOST = 2000;

/** Who is in charge of which grid, community by community. @param {HTMLElement} place @param {FramePage} page */
export function mountInCharge(place, page) {
  const words = page.words();
  const asked = { text: '', emptyOnly: false };
  show(place, html`<div class="in-charge"><div class="accounts-tools"><label class="search-field">${icon('search')}<span class="hidden">${words.t('admin.search-grid')}</span><input class="field" type="search" maxlength="60" autocomplete="off" spellcheck="false" data-key="search"
      placeholder=${words.t('admin.search-grid')} @input=${(/** @type {Event} */ event) => {
        asked.text = /** @type {HTMLInputElement} */ (event.target).value;
        part.draw();
      }}></label><label class="choice inline"><input type="checkbox" data-key="empty-only" @change=${(/** @type {Event} */ event) => {
        asked.emptyOnly = /** @type {HTMLInputElement} */ (event.target).checked;
        part.draw();
      }}><span>${words.t('admin.empty-only')}</span></label></div><div class="accounts-table"></div></div>`);
  /** @type {Part<{ communities: AreaProps[], grids: AreaProps[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.querySelector('.accounts-table')), {
    words: page.words, over: page.over,
    async read(signal) {
      const [communities, grids] = await Promise.all(['community', 'grid'].map(async (level) =>
        (await page.api.areas({ partition: 'tree', level, geometry: 'none', limit: 1000 }, MOST, signal)).features.map((feature) => feature.properties)));
      return { communities, grids };
    },
    content: ({ communities, grids }) => content(groupsOf(communities, grids, asked), grids, page.words(), edit),
  });
  const edit = (/** @type {AreaProps} */ area) => openInCharge(page, area, { reload: part.reload, changed: (next) => {
    const now = part.data();
    if (now) part.put({ ...now, grids: now.grids.map((grid) => (grid.code === next.code ? next : grid)) });
  } });
  part.reload();
}

/** @param {{ community: AreaProps, grids: GridInCharge[] }[]} groups @param {AreaProps[]} all @param {Words} words @param {(area: AreaProps) => void} edit */
function content(groups, all, words, edit) {
  const empty = all.filter((area) => rowOf(area).empty).length;
  return html`<p class="in-charge-count" role="status">${words.t('admin.empty-count', { n: empty, all: all.length })}</p>
    ${groups.length === 0 ? emptyNote(words.t('admin.no-grids')) : html`<table class="table in-charge-rows"><caption class="hidden">${words.t('admin.in-charge')}</caption>
    <thead><tr><th scope="col">${words.t('level.grid')}</th><th scope="col">${words.t('admin.code')}</th>${MAIN_DUTIES.map((duty) => html`<th scope="col">${words.word('duty', duty)}</th>`)}<th scope="col">${words.t('admin.others')}</th><th scope="col"><span class="hidden">${words.t('admin.change')}</span></th></tr></thead>
    ${groups.map(({ community, grids }) => html`<tbody><tr class="group"><th scope="rowgroup" colspan="6">${community.name} <span class="code-text">${community.code}</span></th></tr>
      ${grids.map((row) => line(row, words, edit))}</tbody>`)}</table>`}`;
}

/** @param {GridInCharge} row @param {Words} words @param {(area: AreaProps) => void} edit */
function line({ area, main, others }, words, edit) {
  return html`<tr><th scope="row">${area.name}</th><td class="code-text">${area.code}</td>
    ${main.map(({ staffCodes }) => html`<td>${staffCodes.length > 0 ? html`<span class="code-text staff">${staffCodes.join(words.t('list.comma'))}</span>` : html`<span class="vacant">${icon('warning')}${words.t('admin.vacant')}</span>`}</td>`)}
    <td class="wrap faint">${others.map(({ duty, staffCode }) => `${words.word('duty', duty)} ${staffCode}`).join(words.t('list.comma'))}</td>
    <td><button type="button" class="button small" data-key=${`change-${area.code}`} aria-label=${words.t('admin.change-of', { grid: area.name })} @click=${() => edit(area)}>${words.t('admin.change')}</button></td></tr>`;
}
