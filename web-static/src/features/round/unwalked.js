import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { outlines } from '../../ui/outlines.js';
import { shadeOf } from './state.js';

const MOST_GRIDS = 2_000;
const FRAME = { width: 640, height: 480, edge: 8 };

/**
 * Grids that nobody walked for some days: a map in shades of days, and the list.
 *
 * @param {HTMLElement} place @param {import('./rounds.js').RoundTo} to
 */
export function unwalkedPart(place, { page, view, go }) {
  show(place, html`<div class="round-unwalked"></div>`);
  /** @type {Part<{ told: { grids: RoundUnwalked[] }, areas: any[] }>} */
  const part = createPart(/** @type {HTMLElement} */ (place.firstElementChild), {
    words: page.words, over: page.over,
    read: async (signal) => {
      const [told, areas] = await Promise.all([page.api.get('/api/patrols/unwalked', { days: 0 }, signal), page.api.areas({ level: 'grid' }, MOST_GRIDS, signal)]);
      return { told, areas: areas.features };
    },
    content: ({ told, areas }) => unwalkedView(told.grids, areas, { words: page.words(), view, go }),
  });
  part.reload();
  return { renew: () => {} };
}

/** @param {RoundUnwalked[]} grids @param {any[]} areas @param {{ words: Words, view: RoundView, go: (change: Partial<RoundView>) => void }} to */
function unwalkedView(grids, areas, { words, view, go }) {
  const known = new Map(grids.map((grid) => [grid.code, grid]));
  const long = grids.filter(({ days }) => days === null || days >= view.days);
  const days = (/** @type {number | null} */ n) => (n === null ? words.t('round.never') : words.t('round.days-ago', { n: words.number(n) }));
  const shown = areas.filter(({ properties }) => known.has(properties.code));
  return html`<div class="round-tools"><label class="round-n"><span>${words.t('round.for-days')}</span> <input class="field number" type="number" min="0" max="400" .value=${view.days} data-key="days" @change=${(/** @type {Event} */ event) => go({ days: Math.min(400, Math.max(0, Number(/** @type {HTMLInputElement} */ (event.target).value))) })}></label>
      <b data-count="unwalked">${words.t('round.unwalked-of', { n: words.number(long.length), all: words.number(grids.length) })}</b>
      <a class="button" href=${`/api/patrols/unwalked.csv?days=${view.days}`} download data-key="csv">${icon('save')}CSV</a></div>
    <div class="round-unwalked-parts"><figure class="round-map"><svg viewBox=${`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label=${words.t('round.unwalked-map')}>${outlines(shown, FRAME).map(({ code, path, x, y }) => {
      const ago = known.get(code)?.days ?? null;
      return svg`<g class=${`round-shade shade-${shadeOf(ago, view.days)}`}><path d=${path}><title>${`${known.get(code)?.name} ${days(ago)}`}</title></path>${svg`<text x=${x} y=${y} text-anchor="middle">${ago ?? '∅'}</text>`}</g>`;
    })}</svg><figcaption class="round-legend">${[0, 2, 3, 4].map((shade) => html`<span class="round-key"><svg viewBox="0 0 16 16" aria-hidden="true">${svg`<g class=${`round-shade shade-${shade}`}><path d="M1 1H15V15H1Z" /></g>`}</svg>${words.t(`round.shade.${shade}`, { n: words.number(view.days), twice: words.number(2 * view.days) })}</span>`)}</figcaption></figure>
    ${long.length === 0 ? emptyNote(words.t('round.all-walked')) : html`<div class="round-scroll"><table class="table"><caption class="hidden">${words.t('round.part.unwalked')}</caption><thead><tr><th scope="col">${words.t('round.grid')}</th><th scope="col">${words.t('round.last')}</th><th scope="col" class="number">${words.t('round.ago')}</th></tr></thead>
      <tbody>${long.map((grid) => html`<tr data-grid=${grid.code}><th scope="row">${grid.name} <span class="code-text">${grid.code}</span></th><td>${grid.walkedAt ? words.dayTime(grid.walkedAt) : '—'}</td><td class="number">${days(grid.days)}</td></tr>`)}</tbody></table></div>`}</div>
    <p class="faint">${words.t('round.unwalked-hint')}</p>`;
}
