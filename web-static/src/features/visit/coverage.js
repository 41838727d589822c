import { areaLegend, areaPicture } from '../../ui/area-picture.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { shadeOf } from '../../ui/outlines.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { percentOf } from './state.js';

const MOST_GRIDS = 2_000;
/** Outlines of grids, read once. @type {any[] | null} */
let outlines = null;

/**
 * How many of those who were due were seen: n of N, grid by grid on a map and in a table; of one grid its building units.
 *
 * @param {HTMLElement} place @param {VisitTo} to @returns {() => void}
 */
export function mountCoverage(place, to) {
  const { page } = to;
  const asked = () => {
    const { rule, grid, month } = to.view();
    return { ...(rule ? { rule } : {}), ...(grid ? { grid, by: 'unit' } : {}), ...(month ? { month } : {}) };
  };
  /** @type {Part<{ total: VisitCounts, rows: CoverageRow[], asOf: string, areas: any[] }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const told = await page.api.get('/api/visits/coverage', asked(), signal);
      outlines ??= (await page.api.areas({ level: 'grid' }, MOST_GRIDS, signal)).features;
      const codes = new Set(told.rows.map((/** @type {CoverageRow} */ row) => row.grid));
      return { ...told, areas: /** @type {any[]} */ (outlines).filter(({ properties }) => codes.has(properties.code)) };
    },
    content: (data) => view(data, to, asked()),
  });
  part.reload();
  return () => show(place, null);
}

/** @param {{ total: VisitCounts, rows: CoverageRow[], asOf: string, areas: any[] }} data @param {VisitTo} to @param {Record<string, string>} asked */
function view({ total, rows, asOf, areas }, to, asked) {
  const words = to.page.words();
  const known = new Map(rows.map((row) => [row.grid, row]));
  const { grid } = to.view();
  const csv = new URLSearchParams({ ...asked, lang: words.lang });
  return html`<div class="visits-count"><p class="campaign-count" data-count="seen"><b>${words.t('visits.n-of-n', { n: words.number(total.seen), all: words.number(total.due) })}</b> ${percentOf(total)}%</p>
      <p class="faint">${words.t('visits.besides', { settled: words.number(total.settled), tried: words.number(total.tried) })} · ${words.t('visits.as-of', { time: words.time(asOf) })}</p>
      <a class="button" href=${`/api/visits/coverage.csv?${csv}`} download data-key="csv">${icon('save')}${words.t('visits.csv')}</a></div>
    ${rows.length === 0 ? emptyNote(words.t('visits.nothing-due')) : html`<div class="campaign-progress">
      ${grid ? null : html`<figure class="campaign-map">${areaPicture(areas, words.t('visits.map'), (code) => {
        const row = known.get(code);
        return row ? { band: shadeOf(row.seen, row.due), text: `${percentOf(row)}%`, title: `${row.name} ${words.t('visits.n-of-n', { n: row.seen, all: row.due })}`, press: () => to.go({ grid: code }) } : null;
      })}${areaLegend([0, 1, 2, 3, 4, 5].map((band) => words.t(`visits.band.${band}`)))}</figure>`}
      ${table(rows, to)}</div>`}`;
}

/** @param {CoverageRow[]} rows @param {VisitTo} to */
function table(rows, to) {
  const words = to.page.words();
  const { grid } = to.view();
  return html`<div class="campaign-scroll" tabindex="0" role="region" aria-label=${words.t('visits.table')}><table class="table"><caption class="hidden">${words.t('visits.table')}</caption>
    <thead><tr><th scope="col">${words.t(grid ? 'visits.unit' : 'visits.grid')}</th><th scope="col" class="number">${words.t('visits.seen')}</th><th scope="col" class="number">${words.t('visits.share')}</th><th scope="col" class="number">${words.t('visits.settled')}</th><th scope="col" class="number">${words.t('visits.tried')}</th></tr></thead>
    <tbody>${rows.map((row) => html`<tr><th scope="row"><button type="button" class="row-button" data-key=${`row-${row.unit ?? row.grid}`} @click=${() => (row.unit ? to.go({ part: 'due', unit: row.unit }) : to.go({ grid: row.grid }))}>${row.unit ? row.building : row.name}</button></th>
      <td class="number">${words.t('visits.n-of-n', { n: words.number(row.seen), all: words.number(row.due) })}</td><td class="number">${percentOf(row)}%</td><td class="number">${words.number(row.settled)}</td><td class="number">${words.number(row.tried)}</td></tr>`)}</tbody></table></div>`;
}
