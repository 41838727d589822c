import { html, svg } from '../../ui/html.js';
import { bandOf, outlines, percentOf } from './state.js';

const FRAME = { width: 640, height: 480, edge: 8 };

/**
 * How far it is, grid by grid: on a map in six shades with the numbers in it, and as a table.
 *
 * @param {CampaignRow[]} rows @param {any[]} areas @param {CampaignTo} to
 */
export function progressView(rows, areas, to) {
  const words = to.page.words();
  const answered = (/** @type {CampaignRow} */ row) => to.go({ grid: row.grid, part: 'doors', state: 'answered' });
  const known = new Map(rows.map((row) => [row.grid, row]));
  return html`<div class="campaign-progress"><figure class="campaign-map"><svg viewBox=${`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label=${words.t('campaign.map')}>
        ${outlines(areas, FRAME).map(({ code, path, x, y }) => {
          const row = known.get(code);
          return row ? svg`<g class=${`campaign-shape shut band-${bandOf(row)}`} @click=${() => answered(row)}><title>${`${row.name} ${words.t('campaign.n-of-n', { n: row.answered, all: row.all })}`}</title><path d=${path} /><text x=${x} y=${y} text-anchor="middle">${percentOf(row)}%</text></g>` : null;
        })}</svg>
      <figcaption class="campaign-legend">${[0, 1, 2, 3, 4, 5].map((band) => html`<span class=${`campaign-key band-${band}`}><svg viewBox="0 0 16 16" aria-hidden="true"><g class=${`campaign-shape band-${band}`}><path d="M1 1H15V15H1Z" /></g></svg>${words.t(`campaign.band.${band}`)}</span>`)}</figcaption></figure>
    <div class="campaign-scroll" tabindex="0" role="region" aria-label=${words.t('campaign.table')}><table class="table"><caption class="hidden">${words.t('campaign.table')}</caption>
      <thead><tr><th scope="col">${words.t('campaign.grid')}</th><th scope="col" class="number">${words.t('campaign.answered')}</th><th scope="col" class="number">${words.t('campaign.share')}</th><th scope="col" class="number">${words.t('campaign.hazards')}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row"><button type="button" class="row-button" data-key=${`grid-${row.grid}`} @click=${() => to.go({ grid: row.grid, part: 'doors' })}>${row.name}</button></th>
        <td class="number">${words.t('campaign.n-of-n', { n: row.answered, all: row.all })}</td><td class="number"><button type="button" class="link" data-key=${`percent-${row.grid}`} title=${words.t('campaign.show-answered')} @click=${() => answered(row)}>${percentOf(row)}%</button></td>
        <td class="number">${row.hazardous === 0 ? 0 : html`<button type="button" class="link" data-key=${`hazardous-${row.grid}`} @click=${() => to.go({ grid: row.grid, part: 'doors', state: 'hazardous' })}>${row.hazardous}</button>`}</td></tr>`)}</tbody></table></div></div>`;
}
