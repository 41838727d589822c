import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { table } from '../../ui/table.js';
import { verdictBadge } from '../grid/verdict.js';
import { dotChart } from './balance-chart.js';
import { figureLegend } from './balance-legend.js';
import { proposalList } from './balance-proposals.js';
import { FIGURES, sorted } from './balance-state.js';

/** @type {Column<GridBalance>[]} */
export const COLUMNS = [
  { key: 'code', value: ({ code }) => code, show: ({ code, name }) => html`<span class="code-text" title=${name}>${code.slice(-3)}</span>` },
  { key: 'verdict', value: ({ verdict, problems }) => [verdict, ...problems].join(' '), show: (grid, words) => verdict(grid, words) },
  { key: 'households', numeric: true, value: ({ households }) => households },
  { key: 'population', numeric: true, value: ({ population }) => population },
  { key: 'buildings', numeric: true, value: ({ buildings }) => buildings },
  { key: 'staff', numeric: true, value: ({ staff }) => staff },
  { key: 'cameras', numeric: true, value: ({ cameras }) => cameras },
  { key: 'squareMeters', numeric: true, value: ({ squareMeters }) => squareMeters, show: ({ squareMeters }, words) => words.number(squareMeters / 10_000, 2) },
  { key: 'compactness', numeric: true, value: ({ compactness }) => compactness, show: ({ compactness }, words) => words.number(compactness, 2) },
  { key: 'onStreets', numeric: true, value: ({ onStreets }) => onStreets, show: ({ onStreets }, words) => `${words.number(onStreets * 100)} %` },
  { key: 'cutBuildings', numeric: true, value: ({ cutBuildings }) => cutBuildings, show: cuts },
];

/** @param {GridBalance} grid @param {Words} words */
function verdict({ verdict: judged, rules, households }, words) {
  const off = rules.find(({ deviation }) => deviation !== 0);
  const badge = verdictBadge({ verdict: judged, min: null, max: null }, words);
  const told = off ? words.t(`balance.off-${off.measure}`, { n: `${off.deviation > 0 ? '+' : '−'}${words.number(Math.abs(off.deviation))}`, min: off.min, max: off.max }) : '';
  return html`<span title=${off ? words.t('balance.rule', { min: off.min, max: off.max, n: households }) : ''}>${badge}</span>${told ? html` <span class="faint">${told}</span>` : null}`;
}

/** @param {GridBalance} grid @param {Words} words */
function cuts({ cutBuildings }, words) {
  return cutBuildings === 0 ? '0' : html`<span class="verdict above">${icon('warning')}${words.number(cutBuildings)}</span>`;
}

/**
 * @param {BalanceState} state
 * @param {{ selected: string | null, busy: boolean, draft: boolean, words: Words, actions: BalanceActions }} page
 */
export function balanceView(state, page) {
  const { balance, problem, open } = state;
  const { words, actions } = page;
  const key = open ? 'balance.hide' : 'balance.show';
  return html`<div class="balance-bar"><h2>${words.t('balance.title')}</h2>${balance ? totals(balance, words) : null}
      <div class="balance-tools"><button type="button" class="button" data-key="next-problem" title=${words.t('balance.key', { key: 'N' })}
          ?disabled=${!balance || balance.totals.problems === 0} @click=${actions.nextProblem}>${icon('warning')}${words.t('balance.next')}</button>
        <label class="select"><span class="hidden">${words.t('balance.figure')}</span><select data-key="figure" title=${words.t('balance.figure')}
          @change=${(/** @type {Event} */ event) => actions.figure(/** @type {any} */ (event.target).value)}>${FIGURES.map((name) =>
          html`<option value=${name} ?selected=${name === state.figure}>${words.t(name === 'rule' ? 'balance.by-rule' : 'balance.on-map', { figure: words.t(`column.${name}`) })}</option>`)}</select>${icon('down')}</label>
        <button type="button" class="icon-button" data-key="balance-save" aria-label=${words.t('balance.save')} title=${words.t('balance.save')} ?disabled=${!balance} @click=${actions.save}>${icon('save')}</button>
        <button type="button" class="icon-button" data-key="balance-open" aria-expanded=${String(open)} aria-label=${words.t(key)} title=${`${words.t(key)} (B)`} @click=${actions.toggle}>${icon(open ? 'down' : 'up')}</button></div>
      <p class="hidden" role="status" aria-live="polite">${state.said}</p></div>
    ${open ? html`<div class="balance-body">${problem ? problemNote(problem, words, actions.retry) : balance ? body(state, balance, page) : loadingNote(words)}</div>` : null}`;
}

/** @param {BalanceState} state @param {Balance} balance @param {Parameters<typeof balanceView>[1]} page */
function body(state, balance, page) {
  const { selected, words, actions } = page;
  if (balance.grids.length === 0) return emptyNote(words.t('balance.empty'));
  const rows = sorted(balance.grids, state.sort).map((grid) => ({ type: /** @type {const} */ ('Feature'), id: grid.face, geometry: null, properties: grid }));
  return html`<div class="balance-side" data-scroll="balance-side">${dotChart(balance, { selected, words, pick: actions.pick })}${figureLegend(state, words)}${proposalList(state, page)}</div>
    <div class="balance-table" data-scroll="balance">${table({
    label: words.t('balance.title'), columns: COLUMNS, rows, words, sort: state.sort,
    isPicked: ({ id }) => id === selected, onSort: actions.sort, onPick: ({ id }) => actions.pick(String(id)),
  })}</div>`;
}

/** @param {Balance} balance @param {Words} words */
function totals({ totals: all, spread }, words) {
  const wrong = all.problems > 0;
  const told = [
    words.t('balance.totals', { households: words.number(all.households), population: words.number(all.population), staff: words.number(all.staff) }),
    spread ? words.t('balance.spread', { least: words.number(spread.least), most: words.number(spread.most), mean: words.number(spread.mean), deviation: words.number(spread.deviation) }) : '',
  ].join(' ');
  return html`<p class="balance-totals"><span class=${`verdict ${wrong ? 'above' : 'within'}`}>${icon(wrong ? 'warning' : 'check')}${wrong ? words.t('balance.problems', { n: all.problems, all: all.grids }) : words.t('balance.no-problem')}</span>
    <span class="faint" title=${told}>${told}</span></p>`;
}
