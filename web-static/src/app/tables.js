import { cameraColumns } from '../features/camera/columns.js';
import { areaColumns } from '../features/grid/columns.js';
import { partitionNames } from '../features/grid/here.js';
import { incidentColumns } from '../features/incident/columns.js';
import { personColumns, trackColumns } from '../features/patrol/columns.js';
import { buildingColumns, estateColumns, streetColumns } from '../features/place/columns.js';
import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';
import { whenLetGo } from '../ui/press.js';
import { emptyNote, loadingNote, problemNote } from '../ui/problem.js';
import { table } from '../ui/table.js';
import { saveFile, toCsv, toGeoJson } from './export.js';
import { arranged, listed, standingOf } from './rows.js';
import { TRACK_HOURS } from './loading.js';
import { LISTS, PLACE_LISTS } from './state.js';

/** @type {Record<ListKind, Column<any>[]>} */
const COLUMNS = {
  areas: areaColumns, incidents: incidentColumns, people: personColumns, cameras: cameraColumns, tracks: trackColumns,
  estates: estateColumns, buildings: buildingColumns, streets: streetColumns,
};
/** What a table tells the reader: names only those who may know some. @param {State} state */
const columnsOf = ({ tab, site }) =>
  COLUMNS[tab].filter(({ key }) => key !== 'personName' || (site.status === 'ready' && site.data.canRead.includes('people')));
/** @param {ListKind} list @returns {list is 'estates' | 'buildings' | 'streets'} */
const isPlaces = (list) => PLACE_LISTS.some((one) => one === list);
/** Rows drawn at once: more are drawn when asked for, because thousands of cells hold up the page. */
const DRAWN = 200;

/**
 * Everything that is on the map, as tables.
 *
 * @param {HTMLElement} place @param {Page} page
 */
export function mountTables(place, page) {
  const { store } = page;
  let drawn = DRAWN;
  const drawAll = () => {
    const { tablesOpen } = store.state();
    place.classList.toggle('open', tablesOpen);
    place.setAttribute('aria-label', page.words().t('tables.title'));
    show(place, html`${bar(page)}<div class="table-place" id="table-place" role="tabpanel" data-scroll="rows" ?hidden=${!tablesOpen}></div>`);
    drawRows();
    place.querySelector('.tab[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const drawRows = () => {
    const rows = place.querySelector('.table-place');
    if (rows && store.state().tablesOpen) show(rows, body(page, drawn, more));
    const count = place.querySelector('.row-count');
    if (count) count.textContent = rowCount(page);
  };
  const more = () => {
    drawn += DRAWN;
    drawRows();
  };
  const drawFresh = () => {
    drawn = DRAWN;
    drawAll();
  };
  drawAll();
  for (const part of /** @type {const} */ (['lang', 'tab', 'tablesOpen', 'site', 'closedToo', 'shown', 'card'])) store.watch((state) => state[part], drawFresh);
  for (const part of /** @type {const} */ (['lists', 'sorts', 'filters'])) store.watch((state) => state[part], drawRows);
  const picked = () => {
    drawn = Math.max(drawn, pickedRow(page) + 1);
    drawRows();
    place.querySelector('tr.picked')?.scrollIntoView({ block: 'nearest' });
  };
  store.watch((state) => (state.tab === 'people' ? state.people : null), whenLetGo(place, drawRows));
  store.watch((state) => state.names, whenLetGo(place, drawRows));
  store.watch((state) => state.picked, picked);
  store.watch((state) => state.place, picked);
  store.watch((state) => state.selected, picked);
}

/** @param {Page} page */
function bar(page) {
  const words = page.words();
  const state = page.store.state();
  const mayRead = state.site.status === 'ready' ? state.site.data.canRead : [];
  // Whoever may see where people walked may see where they are.
  const tabs = LISTS.filter((list) => list === 'areas' || isPlaces(list) || mayRead.includes(list === 'people' ? 'tracks' : list));
  const { tab, tablesOpen: open } = state;
  return html`<div class="tables-bar"><div class="tabs" role="tablist" aria-label=${words.t('tables.title')} @keydown=${moveBetweenTabs}>
      ${tabs.map((list) => html`<button type="button" class="tab" role="tab" aria-selected=${String(open && list === tab)} aria-controls="table-place"
        tabindex=${list === tab ? 0 : -1} data-key=${`tab-${list}`} @click=${() => page.store.dispatch({ kind: 'tab', tab: list })}>${words.t(`tab.${list}`)}</button>`)}</div>
    ${open ? html`<span class="about"><span class="scope">${words.t('tables.scope', { name: scopeName(page) })}</span><span class="row-count faint" role="status"></span></span>${tools(page)}` : html`<span class="grow"></span>`}
    <button type="button" class="icon-button" aria-expanded=${String(open)} data-key="tables-toggle"
      aria-label=${words.t(open ? 'tables.close' : 'tables.open')} title=${words.t(open ? 'tables.close' : 'tables.open')}
      @click=${() => page.store.dispatch({ kind: 'tables', open: !open })}>${icon(open ? 'down' : 'up')}</button></div>`;
}

/** @param {Page} page */
function tools(page) {
  const words = page.words();
  const { tab, filters, closedToo } = page.store.state();
  return html`<div class="tools">${tab === 'incidents' ? html`<label class="choice inline"><input type="checkbox" ?checked=${closedToo} data-key="closed-too"
      @change=${() => page.store.dispatch({ kind: 'closed-too', on: !closedToo })}><span class="choice-name">${words.t('tables.closed-too')}</span></label>` : null}
    <input class="field" type="text" aria-label=${words.t('tables.filter')} placeholder=${words.t('tables.filter')} .value=${filters[tab]} data-key="filter"
      @input=${(/** @type {Event} */ event) => page.store.dispatch({ kind: 'filter', list: tab, text: /** @type {HTMLInputElement} */ (event.target).value })}>
    <button type="button" class="button" title=${words.t('tables.csv')} aria-label=${words.t('tables.csv')} data-key="csv" @click=${() => saveCsv(page)}>${icon('save')}CSV</button>
    <button type="button" class="button" title=${words.t('tables.geojson')} aria-label=${words.t('tables.geojson')} data-key="geojson" @click=${() => saveGeoJson(page)}>${icon('save')}GeoJSON</button></div>`;
}

/** @param {Page} page */
function scopeName(page) {
  const { tab, selected, card, shown } = page.store.state();
  const words = page.words();
  if (tab === 'areas') return shown.partition === 'tree' ? words.word('level', shown.level) : (partitionNames(page).get(shown.partition) ?? shown.partition);
  const inArea = selected?.partition === 'tree';
  const name = !inArea ? words.t('tables.scope-all') : card.status === 'ready' ? card.data.area.properties.name : selected.code;
  return tab === 'tracks' ? `${name} · ${words.t('tables.hours', { n: inArea ? TRACK_HOURS.area : TRACK_HOURS.site })}` : name;
}

/** @param {Page} page @returns {GeoFeature<any>[]} */
function rowsOf(page) {
  const state = page.store.state();
  const { tab } = state;
  return arranged(listed(state, tab), columnsOf(state), { sort: state.sorts[tab], filter: state.filters[tab], words: page.words() });
}

/** Where the picked row is; -1 when it is not in the table. @param {Page} page */
function pickedRow(page) {
  const state = page.store.state();
  return state.tab === 'areas' ? -1 : rowsOf(page).findIndex((row) => isPicked(state, row));
}

/** @param {Page} page */
function rowCount(page) {
  const words = page.words();
  const state = page.store.state();
  const list = standingOf(state, state.tab);
  if (list.status !== 'ready') return '';
  const [shown, all] = [rowsOf(page).length, listed(state, state.tab).length];
  if (list.data.next) return words.t('tables.more', { n: words.number(list.data.features.length) });
  return shown === all ? words.t('tables.rows', { n: words.number(all) }) : words.t('tables.rows-of', { n: words.number(shown), all: words.number(all) });
}

/** @param {Page} page @param {number} drawn @param {() => void} more */
function body(page, drawn, more) {
  const words = page.words();
  const state = page.store.state();
  const { tab } = state;
  const list = standingOf(state, tab);
  if (list.status === 'failed') return problemNote(list.problem, words, () => tab !== 'people' && page.retry(tab));
  if (list.status === 'idle' || (list.status === 'loading' && !list.old)) return loadingNote(words);
  const rows = rowsOf(page);
  if (rows.length === 0) {
    const what = tab === 'incidents' && !state.closedToo ? 'incidents-open' : tab;
    return emptyNote(state.filters[tab] ? words.t('tables.empty-filter', { text: state.filters[tab] }) : words.t(`tables.empty.${what}`));
  }
  const rest = rows.length - drawn;
  return html`${table({
    label: words.t(`tab.${tab}`), columns: columnsOf(state), rows: rows.slice(0, drawn), words, sort: state.sorts[tab],
    isPicked: (row) => isPicked(state, row),
    onSort: (by) => page.store.dispatch({ kind: 'sort', list: tab, by }),
    onPick: (row) => pick(page, row),
  })}${rest > 0 ? html`<button type="button" class="button more" @click=${more}>${words.t('tables.show-more', { n: Math.min(rest, DRAWN) })}</button>` : null}`;
}

/** @param {State} state @param {GeoFeature<any>} row */
function isPicked({ tab, selected, place, picked }, row) {
  if (tab === 'areas') return selected?.code === row.id;
  const chosen = isPlaces(tab) ? place : picked;
  return chosen?.kind === tab && chosen.id === row.properties.id;
}

/** @param {Page} page @param {GeoFeature<any>} row */
function pick(page, row) {
  const { tab } = page.store.state();
  if (tab === 'areas') page.choose({ partition: row.properties.partition, code: row.id });
  else if (isPlaces(tab)) page.place({ kind: tab, id: row.id }, row.geometry);
  else page.pick({ kind: tab, id: row.properties.id });
}

/** @param {KeyboardEvent} event */
function moveBetweenTabs(event) {
  const step = event.key === 'ArrowRight' ? 'nextElementSibling' : event.key === 'ArrowLeft' ? 'previousElementSibling' : null;
  const next = step && event.target instanceof HTMLElement ? event.target[step] : null;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.click();
}

/** @param {Page} page */
function saveCsv(page) {
  const { tab } = page.store.state();
  const words = page.words();
  const columns = columnsOf(page.store.state());
  const titles = columns.map((column) => words.t(`column.${column.key}`));
  saveFile(`wangge-${tab}.csv`, 'text/csv', toCsv(titles, rowsOf(page).map(({ properties }) => columns.map((column) => column.value(properties)))));
}

/** @param {Page} page */
async function saveGeoJson(page) {
  const { tab, shown } = page.store.state();
  let rows = rowsOf(page);
  if (tab === 'areas' && !page.outline) {
    const wanted = new Set(rows.map((row) => row.id));
    try {
      const all = await page.api.areas({ ...shown, geometry: 'outline', limit: 500 }, 10_000, new AbortController().signal);
      rows = all.features.filter((row) => wanted.has(row.id));
    } catch {
      page.say(page.words().t('problem.title'), 'bad');
      return;
    }
  }
  saveFile(`wangge-${tab}.geojson`, 'application/geo+json', toGeoJson(rows));
}
