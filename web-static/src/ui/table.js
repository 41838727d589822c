import { html } from './html.js';
import { icon } from './icons.js';

/**
 * A table whose rows are moved through with the arrow keys and picked with Enter, and whose titles sort.
 *
 * @param {{
 *   label: string, columns: Column<any>[], rows: GeoFeature<any>[], words: Words, sort: Sort,
 *   isPicked: (row: GeoFeature<any>) => boolean, onSort: (key: string) => void, onPick: (row: GeoFeature<any>) => void,
 * }} options
 */
export function table({ label, columns, rows, words, sort, isPicked, onSort, onPick }) {
  const first = Math.max(0, rows.findIndex(isPicked));
  return html`<table class="table" aria-label=${label} @keydown=${moveBetweenRows}>
    <thead><tr>${columns.map((column) => title(column, sort, words, onSort))}</tr></thead>
    <tbody>${rows.map((row, i) => html`<tr class=${isPicked(row) ? 'picked' : ''} tabindex=${i === first ? 0 : -1}
      aria-current=${isPicked(row) ? 'true' : null} data-key=${`row-${row.id}`} @click=${() => onPick(row)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && onPick(row)}>
      ${columns.map((column) => html`<td class=${column.numeric ? 'number' : ''}>${cell(column, row, words)}</td>`)}</tr>`)}</tbody>
  </table>`;
}

/** @param {Column<any>} column @param {GeoFeature<any>} row @param {Words} words */
function cell(column, row, words) {
  if (column.show) return column.show(row.properties, words);
  const value = column.value(row.properties);
  return typeof value === 'number' ? words.number(value) : value;
}

/** @param {Column<any>} column @param {Sort} sort @param {Words} words @param {(key: string) => void} onSort */
function title(column, sort, words, onSort) {
  const name = words.t(`column.${column.key}`);
  const sorted = sort.by === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" class=${column.numeric ? 'number' : ''} aria-sort=${sorted}>
    <button type="button" class="sort" title=${words.t('tables.sort', { column: name })} data-key=${`sort-${column.key}`}
      @click=${() => onSort(column.key)}>${name}${sorted === 'none' ? null : icon(sort.descending ? 'down' : 'up')}</button></th>`;
}

/** @param {KeyboardEvent} event */
function moveBetweenRows(event) {
  const row = event.target instanceof HTMLElement ? event.target.closest('tbody tr') : null;
  if (!row) return;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : event.key === 'ArrowUp' ? row.previousElementSibling : null;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  row.setAttribute('tabindex', '-1');
  next.tabIndex = 0;
  next.focus();
}
