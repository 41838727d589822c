import { html, svg } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { FLOW_X, flowPicture } from './flow-picture.js';

const COUNTS = ['retired', 'born', 'outlines', 'households', 'buildings', 'units', 'incidents', 'cameras', 'patrols', 'visitRules', 'emergencies', 'inCharge', 'unitStaff'];
const MOST_ROWS = 200;

/** @param {string} code @param {Words} words */
const short = (code, words) => (code === '' ? words.t('review.none') : code.slice(-3));

/** What a plan changes: counts, picture, tables. @param {ImpactData} impact @param {Words} words @param {string} [sheets] address of its sheets */
export function impactView(impact, words, sheets) {
  if (impact.flows.length === 0 && impact.handed.length === 0) return html`<p class="note quiet">${words.t('review.nothing')}</p>`;
  return html`${impact.whole ? null : html`<p class="note">${icon('info')}<span>${words.t('review.partly')}</span></p>`}
    <dl class="review-counts">${COUNTS.filter((name) => impact.counts[name] !== undefined).map((name) =>
      html`<div><dt>${words.t(`review.count.${name}`)}</dt><dd data-count=${name}>${words.number(impact.counts[name])}</dd></div>`)}</dl>
    ${flows(impact.flows, words)}
    ${sheets ? html`<p class="plan-tools"><a class="button small" href=${`${sheets}.csv?lang=${words.lang}`} download>${words.t('review.csv')}</a>
      <a class="button small" href=${`${sheets}.xlsx?lang=${words.lang}`} download>${words.t('review.xlsx')}</a></p>` : null}
    ${flowTable(impact.flows, words)}${handedTable(impact, words)}`;
}

/** @param {ImpactFlow[]} all @param {Words} words */
function flows(all, words) {
  const picture = flowPicture(all);
  if (picture.height === 0) return null;
  const node = (/** @type {FlowNode} */ { code, y, height }, /** @type {'left' | 'right'} */ side) => svg`<g class="flow-node">
    <rect x=${FLOW_X[side]} y=${y} width=${FLOW_X.node} height=${height}></rect>
    <text x=${side === 'left' ? FLOW_X.left - 6 : FLOW_X.right + FLOW_X.node + 6} y=${y + height / 2 + 4}
      text-anchor=${side === 'left' ? 'end' : 'start'}>${short(code, words)}</text></g>`;
  return html`<figure class="flow"><svg viewBox=${`0 -2 ${picture.width} ${picture.height + 4}`} role="img" aria-label=${words.t('review.flow', { measure: words.t(`review.measure.${picture.measure}`) })}>
      ${picture.bands.map(({ d, flow }, i) => svg`<path class=${`flow-band band-${i % 4}`} d=${d}><title>${said(flow, words)}</title></path>`)}
      ${picture.left.map((one) => node(one, 'left'))}${picture.right.map((one) => node(one, 'right'))}</svg>
    <figcaption class="faint">${words.t('review.flow', { measure: words.t(`review.measure.${picture.measure}`) })}</figcaption></figure>`;
}

/** @param {ImpactFlow} flow @param {Words} words */
const said = ({ from, to, figures }, words) => words.t('review.flow-said', {
  from: short(from, words), to: short(to, words), households: figures.households ?? 0, buildings: figures.buildings ?? 0,
});

/** @param {ImpactFlow[]} all @param {Words} words */
function flowTable(all, words) {
  const hectares = (/** @type {number} */ squareMeters) => words.number(squareMeters / 10_000, 2);
  return html`<details class="review-table"><summary>${words.t('review.flows')}</summary><table class="plan-grids"><thead><tr>
      <th scope="col">${words.t('review.from')}</th><th scope="col">${words.t('review.to')}</th><th scope="col" class="number">${words.t('review.ground')}</th>
      <th scope="col" class="number">${words.t('review.count.households')}</th><th scope="col" class="number">${words.t('review.count.buildings')}</th></tr></thead>
    <tbody>${all.map(({ from, to, squareMeters, figures }) => html`<tr><td title=${from}>${short(from, words)}</td><td title=${to}>${short(to, words)}</td>
      <td class="number">${hectares(squareMeters)}</td><td class="number">${words.number(figures.households ?? 0)}</td>
      <td class="number">${words.number(figures.buildings ?? 0)}</td></tr>`)}</tbody></table></details>`;
}

/** @param {ImpactData} impact @param {Words} words */
function handedTable({ handed, handedCount }, words) {
  const rows = handed.slice(0, MOST_ROWS);
  return html`<details class="review-table"><summary>${words.t('review.handed', { n: handedCount })}</summary><table class="plan-grids"><thead><tr>
      <th scope="col">${words.t('review.what')}</th><th scope="col">${words.t('review.which')}</th><th scope="col">${words.t('review.from')}</th>
      <th scope="col">${words.t('review.to')}</th></tr></thead>
    <tbody>${rows.map(({ kind, id, label, name, from, to }) => html`<tr><td>${words.t(`review.kind.${kind}`)}</td>
      <td title=${id}>${name ?? ((isPerson(kind) ? '' : label) || id)}</td><td title=${from}>${short(from, words)}</td><td title=${to}>${short(to, words)}</td></tr>`)}</tbody></table>
    ${handedCount > rows.length ? html`<p class="faint">${words.t('review.more', { n: handedCount - rows.length })}</p>` : null}</details>`;
}

/** @param {string} kind */
const isPerson = (kind) => kind === 'in-charge' || kind === 'unit-staff';
