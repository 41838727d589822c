import { html, show } from '../../../ui/html.js';
import { icon, symbol } from '../../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../../ui/problem.js';
import { rowsShown } from './map.js';
import { pickedAfter, rowsInSight, within } from './state.js';

/** Drawn above and below those in sight, so that not every step of a wheel draws anew. */
const SPARE_ROWS = 16;
const COLUMNS = ['name', 'id', 'state', 'certainty', 'grid', 'findings'];

/**
 * The table of the register. However long it is, only the rows in sight are in the document.
 *
 * @param {HTMLElement} place @param {CameraPage} to @param {{ openBulk: () => void }} opens
 */
export function mountRows(place, to, { openBulk }) {
  const { store, words, does } = to;
  show(place, html`<div class="cams-count"></div><div class="cams-scroll" data-scroll="rows"></div>`);
  const [count, scroll] = [...place.children].map((one) => /** @type {HTMLElement} */ (one));
  let tall = 36;
  /** The rows that are in the document. @type {[number, number]} */
  let drawn = [0, 0];
  const sightOf = (/** @type {number} */ count, /** @type {number} */ spare) => rowsInSight({ top: scroll.scrollTop, height: scroll.clientHeight || 600, row: tall, count, spare });
  const draw = () => {
    const state = store.state();
    const rows = rowsShown(to);
    show(count, countLine(to, rows, openBulk));
    scroll.setAttribute('aria-busy', String(state.busy));
    if (state.problem && !state.rows) return show(scroll, problemNote(state.problem, words(), does.reload));
    if (!state.rows) return show(scroll, loadingNote(words()));
    if (rows.length === 0) return show(scroll, emptyNote(words().t(state.view.day ? 'cams.none-then' : 'cams.none')));
    const top = scroll.scrollTop;
    tall = parseFloat(getComputedStyle(scroll).getPropertyValue('--row-height')) || tall;
    const [first, end] = (drawn = sightOf(rows.length, SPARE_ROWS));
    show(scroll, table(to, rows, drawn));
    const [before, after] = /** @type {HTMLElement[]} */ ([...scroll.querySelectorAll('.cams-spacer')]);
    before.style.height = `${first * tall}px`;
    after.style.height = `${(rows.length - end) * tall}px`;
    scroll.scrollTop = top;
  };
  let asked = 0;
  scroll.addEventListener('scroll', () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      const [first, end] = sightOf(rowsShown(to).length, 0);
      if (first < drawn[0] || end > drawn[1]) draw();
    });
  });
  const seen = new ResizeObserver(() => draw());
  seen.observe(scroll);
  return {
    draw,
    /** Brings the chosen row into sight. */
    reveal() {
      const at = rowsShown(to).findIndex(({ id }) => id === store.state().view.id);
      if (at < 0) return;
      const [top, low] = [at * tall, scroll.scrollTop + scroll.clientHeight - 2 * tall];
      if (top < scroll.scrollTop || top > low) scroll.scrollTop = Math.max(0, top - scroll.clientHeight / 2);
      draw();
    },
    dispose: () => seen.disconnect(),
  };
}

/** @param {CameraPage} to @param {CameraRow[]} rows @param {() => void} openBulk */
function countLine(to, rows, openBulk) {
  const { store, words, does } = to;
  const { picked, rows: all, problem } = store.state();
  const t = words().t;
  if (!all) return null;
  return html`<p role="status">${picked.size > 0 ? t('cams.picked', { n: words().number(picked.size), all: words().number(rows.length) }) : t('cams.count', { n: words().number(rows.length) })}</p>
    ${problem ? html`<p class="cams-stale">${icon('warning')}${t('cams.stale')} <button type="button" class="link" data-key="again" @click=${() => does.reload()}>${t('problem.retry')}</button></p>` : null}
    <span class="grow"></span>
    ${picked.size > 0 ? html`<button type="button" class="button small" data-key="pick-none" @click=${() => store.dispatch({ picked: new Set() })}>${t('cams.pick-none')}</button>` : null}
    ${to.mayKeep() ? html`<button type="button" class="button small" data-key="pick-all" ?disabled=${rows.length === 0} @click=${() => store.dispatch({ picked: within(rows.map(({ id }) => id)) })}>${t('cams.pick-all')}</button>
      <button type="button" class="button small primary" data-key="bulk" ?disabled=${picked.size === 0} @click=${openBulk}>${t('cams.bulk')}</button>` : null}`;
}

/** @param {CameraPage} to @param {CameraRow[]} rows @param {[number, number]} sight */
function table(to, rows, [first, end]) {
  const { words } = to;
  return html`<table class="table cams-table" aria-label=${words().t('cams.title')} aria-rowcount=${rows.length + 1} @keydown=${(/** @type {KeyboardEvent} */ event) => moveRows(event)}>
    <thead><tr aria-rowindex="1">${to.mayKeep() ? html`<th scope="col"><span class="hidden">${words().t('cams.tick')}</span></th>` : null}${COLUMNS.map((column) => title(to, column))}</tr></thead>
    <tbody><tr class="cams-spacer" aria-hidden="true"></tr>${rows.slice(first, end).map((row, i) => oneRow(to, row, first + i))}<tr class="cams-spacer" aria-hidden="true"></tr></tbody></table>`;
}

/** @param {CameraPage} to @param {string} column */
function title({ store, words, does }, column) {
  const { sort, descending } = store.state().view;
  const sorted = sort === column ? (descending ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" aria-sort=${sorted} class=${`cams-${column}`}><button type="button" class="sort" data-key=${`sort-${column}`}
    @click=${() => does.look(sort === column ? { descending: !descending } : { sort: column, descending: false })}>${words().t(`cams.column.${column}`)}${sorted === 'none' ? null : icon(descending ? 'down' : 'up')}</button></th>`;
}

/** @param {CameraPage} to @param {CameraRow} row @param {number} index */
function oneRow(to, row, index) {
  const { store, words, does } = to;
  const { picked, view } = store.state();
  const { id, properties: camera } = row;
  const chosen = view.id === id;
  return html`<tr class=${chosen ? 'picked' : ''} aria-rowindex=${index + 2} aria-current=${chosen ? 'true' : null} data-camera=${id}>
    ${to.mayKeep() ? html`<td class="cams-tick"><label><span class="hidden">${words().t('cams.tick-one', { name: camera.name })}</span><input type="checkbox" data-key=${`tick-${id}`} .checked=${picked.has(id)}
      @click=${(/** @type {MouseEvent} */ event) => tick(to, id, event.shiftKey)}></label></td>` : null}
    <th scope="row"><button type="button" class="row-button" data-key=${`row-${id}`} @click=${() => does.choose(id)}>${camera.name}</button></th><td class="cams-id code-text">${id}</td>
    <td><span class=${`condition cams-state-${camera.state}`}>${symbol(camera.state === 'online' ? 'camera-on' : 'camera-off')}${words().word('camera-state', camera.state)}</span></td>
    <td class="cams-certainty">${words().word('certainty', camera.directionCertainty)}</td><td class="cams-grid code-text">${camera.grid || '—'}</td>
    <td class="cams-findings">${camera.findings.length === 0 ? '' : html`<span class="cams-finding" title=${camera.findings.map((one) => words().t(`cams.finding.${one}`)).join(words().t('list.comma'))}>${icon('warning')}<span>${words().t(`cams.finding-short.${camera.findings[0]}`)}${camera.findings.length > 1 ? ` +${camera.findings.length - 1}` : ''}</span></span>`}</td></tr>`;
}

/** @param {CameraPage} to @param {string} id @param {boolean} range */
function tick({ store, words }, id, range) {
  const ids = rowsShown({ store, words }).map((row) => row.id);
  store.dispatch(({ picked, anchor }) => ({ picked: pickedAfter(picked, id, { ids, anchor, range }), anchor: id }));
}

/** Arrow keys go from name to name. @param {KeyboardEvent} event */
function moveRows(event) {
  const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : event.key === 'ArrowUp' ? row?.previousElementSibling : null;
  const button = next?.querySelector('.row-button');
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  button.focus();
}
