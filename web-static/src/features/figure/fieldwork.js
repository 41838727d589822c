import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/**
 * What was patrolled and whom was called on, beside the figures of incidents. Nothing where nothing was due, or
 * where the caller may not know.
 *
 * @param {Fieldwork | null} field @param {FigureTo} to
 */
export function fieldworkPanel(field, to) {
  const { words } = to;
  if (field === null || (!field.total.patrols?.due && !field.total.visits?.due)) return null;
  const title = words.t('figure.fieldwork');
  return html`<section class="figure-ranking figure-fieldwork"><div class="figure-ranking-head"><h2>${title}</h2>
      <nav class="figure-elsewhere" aria-label=${title}><a href="/patrols/">${words.t('figure.fieldwork.patrols')}</a> <a href="/visits/">${words.t('figure.fieldwork.visits')}</a></nav></div>
    <div class="figure-scroll" tabindex="0" role="region" aria-label=${title}><table class="table figure-rows"><caption class="hidden">${title}</caption>
      <thead><tr><th scope="col">${words.t('figure.group')}</th>
        ${['done', 'partly', 'missed', 'unknown', 'streets', 'seen', 'settled', 'tried'].map((column) => html`<th scope="col" class="number">${words.t(`figure.fieldwork.${column}`)}</th>`)}</tr></thead>
      <tbody>${field.rows.map((row) => line(row, rowName(row, to), to))}${line({ ...field.total, key: '' }, html`<b>${words.t('figure.fieldwork.total')}</b>`, to)}</tbody></table></div>
    <p class="faint">${words.t('figure.fieldwork.note')}</p></section>`;
}

/** @param {FieldworkRow} row @param {FigureTo} to */
const rowName = (row, to) => (row.level === 'grid' ? row.name : html`<button type="button" class="row-button" data-key=${`field-${row.key}`} @click=${() => to.go({ area: row.key })}>${row.name}${icon('right')}</button>`);

/** @param {FieldworkRow} row @param {unknown} name @param {FigureTo} to */
function line({ patrols, visits }, name, { words }) {
  return html`<tr><th scope="row">${name}</th>
    <td class="number">${share(patrols?.done, patrols?.judged, words)}</td>
    ${[patrols?.partly, patrols?.missed, patrols?.unknown].map((count) => html`<td class="number">${counted(count, words)}</td>`)}
    <td class="number">${share(patrols?.walkedStreetMeters, patrols?.streetMeters, words, 1000)}</td>
    <td class="number">${share(visits?.seen, visits?.due, words)}</td>
    ${[visits?.settled, visits?.tried].map((count) => html`<td class="number">${counted(count, words)}</td>`)}</tr>`;
}

/** @param {number | undefined} count @param {Words} words */
const counted = (count, words) => (count === undefined ? words.t('figure.of-nothing') : words.number(count));

/**
 * A share with what it is of, and a bar.
 *
 * @param {number | undefined} part @param {number | undefined} all @param {Words} words @param {number} [unit] what one is, of those the numbers count
 */
function share(part, all, words, unit = 1) {
  if (part === undefined || !all) return html`<span class="faint">${words.t('figure.of-nothing')}</span>`;
  const percent = (100 * part) / all;
  const places = unit === 1 ? 0 : 1;
  return html`<span class="figure-cell"><b>${words.number(percent, 1)}%</b> <span class="faint">${words.number(part / unit, places)} / ${words.number(all / unit, places)}${unit === 1 ? '' : ' km'}</span>
    <svg class="figure-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="figure-bar-ground" width="100" height="4" /><rect class="figure-bar-share" width=${percent} height="4" /></svg></span>`;
}
