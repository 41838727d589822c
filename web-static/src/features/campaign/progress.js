import { areaLegend, areaPicture } from '../../ui/area-picture.js';
import { html } from '../../ui/html.js';
import { bandOf, percentOf } from './state.js';

/**
 * How far it is, grid by grid: on a map in six shades with the numbers in it, and as a table.
 *
 * @param {CampaignRow[]} rows @param {any[]} areas @param {CampaignTo} to
 */
export function progressView(rows, areas, to) {
  const words = to.page.words();
  const answered = (/** @type {CampaignRow} */ row) => to.go({ grid: row.grid, part: 'doors', state: 'answered' });
  const known = new Map(rows.map((row) => [row.grid, row]));
  return html`<div class="campaign-progress"><figure class="campaign-map">${areaPicture(areas, words.t('campaign.map'), (code) => {
      const row = known.get(code);
      return row ? { band: bandOf(row), text: `${percentOf(row)}%`, title: `${row.name} ${words.t('campaign.n-of-n', { n: row.answered, all: row.all })}`, press: () => answered(row) } : null;
    })}${areaLegend([0, 1, 2, 3, 4, 5].map((band) => words.t(`campaign.band.${band}`)))}</figure>
    <div class="campaign-scroll" tabindex="0" role="region" aria-label=${words.t('campaign.table')}><table class="table"><caption class="hidden">${words.t('campaign.table')}</caption>
      <thead><tr><th scope="col">${words.t('campaign.grid')}</th><th scope="col" class="number">${words.t('campaign.answered')}</th><th scope="col" class="number">${words.t('campaign.share')}</th><th scope="col" class="number">${words.t('campaign.hazards')}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row"><button type="button" class="row-button" data-key=${`grid-${row.grid}`} @click=${() => to.go({ grid: row.grid, part: 'doors' })}>${row.name}</button></th>
        <td class="number">${words.t('campaign.n-of-n', { n: row.answered, all: row.all })}</td><td class="number"><button type="button" class="link" data-key=${`percent-${row.grid}`} title=${words.t('campaign.show-answered')} @click=${() => answered(row)}>${percentOf(row)}%</button></td>
        <td class="number">${row.hazardous === 0 ? 0 : html`<button type="button" class="link" data-key=${`hazardous-${row.grid}`} @click=${() => to.go({ grid: row.grid, part: 'doors', state: 'hazardous' })}>${row.hazardous}</button>`}</td></tr>`)}</tbody></table></div></div>`;
}
