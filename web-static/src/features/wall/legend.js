import { html, show } from '../../ui/html.js';
import { mark } from './queue.js';
import { isRate, ranking } from './classes.js';

/** What the colours and marks mean. @param {HTMLElement} place @param {WallPage} to @param {readonly number[]} limits */
export function drawLegend(place, to, limits) {
  const words = to.words();
  const { figure, density, views, turn } = to.wall.state();
  const name = turn.alert ? words.t(`wall.alert.${turn.alert.kind}`) : views[turn.at]?.name || words.t('wall.whole');
  show(place, html`<p class="wall-view"><b>${name}</b>${figure === 'none' ? null : html`<span>${words.t('wall.coloured', { what: words.t(`wall.figure.${figure}`) })}</span>`}
      ${views.length < 2 ? null : html`<span class="wall-dots" role="img" aria-label=${words.t('wall.turn', { n: turn.at + 1, all: views.length })}>${views.map((_, i) => html`<i class=${i === turn.at ? 'on' : ''}></i>`)}</span>`}</p>
    ${figure === 'none' ? null : html`<ol class="wall-classes">${bounds(figure, limits, words).map((text, at) => html`<li><i data-class=${at}></i>${text}</li>`)}<li><i class="none"></i>${words.t('wall.of-nothing')}</li></ol>`}
    ${density === 'heat' ? html`<p class="wall-heat-key"><i></i>${words.t('wall.heat-key')}</p>` : html`<ul class="wall-marks">${['ordinary-left', 'ordinary-warned', 'ordinary-overdue', 'ordinary-paused', 'important-left', 'urgent-left'].map((one, i) => html`<li>${mark(one)}${words.t(`wall.mark.${['left', 'warned', 'overdue', 'paused', 'important', 'urgent'][i]}`)}</li>`)}<li class="wall-digit"><i>1–5</i>${words.t('wall.mark.step')}</li></ul>`}
    ${!to.wall.state().past && to.page.store.state().emergencies?.length ? html`<p class="wall-emergency-key"><i></i>${words.t('legend.emergency')}</p>` : null}`);
}

/** Of each class from where to where, the calm one first. @param {string} figure @param {readonly number[]} limits @param {Words} words @returns {string[]} */
function bounds(figure, limits, words) {
  const unit = isRate(figure) ? '%' : '';
  if (isRate(figure)) return [`≥${limits[3]}%`, `${limits[2]}–${limits[3]}`, `${limits[1]}–${limits[2]}`, `${limits[0]}–${limits[1]}`, `<${limits[0]}${unit}`];
  if (figure === 'handling-minutes') return [`<${limits[0]}`, ...limits.slice(0, 3).map((from, i) => `${from}–${limits[i + 1]}`), `≥${limits[3]} ${words.t('wall.hours')}`];
  return ['0', ...limits.slice(0, 3).map((from, i) => (limits[i + 1] - from === 1 ? `${from}` : `${from}–${limits[i + 1] - 1}`)), `≥${limits[3]}`];
}

/** The same figure as a table, where there is room for it: those first that want attention. @param {HTMLElement} place @param {WallPage} to @param {{ values: ReadonlyMap<string, WallValue>, rows: number }} of */
export function drawRanking(place, to, { values, rows }) {
  const words = to.words();
  const { figure, names } = to.wall.state();
  if (figure === 'none') return show(place, null);
  const all = ranking(figure, values).filter(([code]) => names.has(code));
  const most = Math.max(1, ...all.map(([, { value }]) => value));
  const digits = isRate(figure) ? 1 : figure === 'handling-minutes' ? 1 : 0;
  show(place, html`<h2>${words.t('wall.ranking', { what: words.t(`wall.figure.${figure}`) })}</h2><table><thead class="hidden"><tr><th scope="col">${words.t('wall.area')}</th><th scope="col">${words.t(`wall.figure.${figure}`)}</th></tr></thead>
    <tbody>${all.slice(0, rows).map(([code, { value, numerator, denominator }]) => html`<tr><th scope="row">${names.get(code)}</th><td><meter min="0" max=${most} value=${value} aria-hidden="true"></meter></td><td><b>${words.number(value, digits)}${isRate(figure) ? '%' : ''}</b>${denominator === null || figure === 'handling-minutes' ? null : html` <small>${words.number(numerator)}/${words.number(denominator)}</small>`}</td></tr>`)}</tbody></table>
    ${all.length > rows ? html`<p class="wall-note">${words.t('whistle.more', { n: words.number(all.length - rows) })}</p>` : null}`);
}
