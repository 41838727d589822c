import { queryString } from '../../app/call.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { casesPanel } from './cases.js';
import { seriesChart } from './chart.js';
import { fieldworkPanel } from './fieldwork.js';
import { countStrip, shareCards } from './headline.js';
import { ranking } from './ranking.js';
import { addressOf, fieldworkOf, into, queryOf, resultOf, viewOf } from './state.js';
import { toolbar } from './toolbar.js';

const GROUPS = 500;
const PERIODS_SHOWN = 12;

/**
 * The page: what is asked above, the figures, how they went, who stands where, and the cases behind a number.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 */
export function mountFigures(place, page, site) {
  let view = viewOf(location.search);
  let rising = false;
  const [tools, body, aside] = places(place);
  const names = { categories: new Map(/** @type {[string, string][]} */ ([])) };

  /** @type {Part<{ table: FigureTable, series: FigureSeries, field: Fieldwork | null }>} */
  const part = createPart(body, {
    words: page.words, over: page.over,
    read: (signal) => readFigures(view, names, page, signal),
    content: (data) => {
      drawTools();
      return content(data, { words: page.words(), view, names, rising: () => rising, ...ways });
    },
  });
  /** @type {Part<FigureCases>} */
  const cases = createPart(aside, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get(`/api/kpi/cases?${view.list}`, {}, signal),
    content: (list) => casesPanel(list, { words: page.words(), names, asked: new URLSearchParams(view.list), close: () => go({ list: '' }) }),
  });

  const ways = {
    open: (/** @type {string} */ link) => go({ list: link.slice(link.indexOf('?') + 1) }),
    choose: (/** @type {string} */ figure) => go({ figure }),
    into: (/** @type {FigureGroup} */ group) => go(into(view, group)),
    go: (/** @type {Partial<FigureView>} */ change) => go(change),
    turn: () => {
      rising = !rising;
      part.draw();
    },
  };
  const drawTools = () => show(tools, toolbar(view, part.data()?.table ?? null, { page, site, names, go }));

  /** Another view: it stands in the address, so that a link or the way back brings it again. @param {Partial<FigureView>} change */
  const go = (change) => {
    history.pushState(null, '', addressOf({ ...view, ...change }));
    follow();
  };
  const follow = () => {
    const before = view;
    view = viewOf(location.search);
    if (view.list !== before.list) openList();
    if (asked(view) === asked(before)) part.draw();
    else part.reload();
    drawTools();
  };
  const openList = () => {
    aside.hidden = view.list === '';
    place.firstElementChild?.classList.toggle('has-cases', view.list !== '');
    if (view.list !== '') cases.reload();
  };
  window.onpopstate = follow;

  drawTools();
  openList();
  part.reload();
}

/** @param {HTMLElement} place @returns {HTMLElement[]} */
function places(place) {
  show(place, html`<div class="figure-page"><div class="figure-tools"></div><div class="figure-body"><div class="figure-table"></div></div><aside class="figure-cases" hidden></aside></div>`);
  return ['tools', 'table', 'cases'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.figure-${name}`)));
}

/** @param {{ table: FigureTable, series: FigureSeries, field: Fieldwork | null }} data @param {FigureTo} to */
function content({ table, series, field }, to) {
  const nothing = Object.values(table.total.figures).every((value) => !resultOf(value) && value.numerator === 0);
  return html`${countStrip(table, to)}
    ${nothing ? emptyNote(to.words.t('figure.none')) : html`${shareCards(table, to)}`}
    <div class="figure-below">${seriesChart(series, to)}${nothing ? null : ranking(table, to)}${fieldworkPanel(field, to)}</div>`;
}

/** What of a view is asked of the server, to be compared. @param {FigureView} view */
const asked = (view) => JSON.stringify([queryOf(view), view.by]);

/** @param {FigureView} view @param {{ categories: Map<string, string> }} names @param {FramePage} page @param {AbortSignal} signal */
async function readFigures(view, names, page, signal) {
  const asked = fieldworkOf(view);
  const [table, series, field] = await Promise.all([
    page.api.get('/api/kpi', { ...queryOf(view), by: view.by, limit: GROUPS }, signal),
    page.api.get('/api/kpi/series', { ...queryOf(view), count: PERIODS_SHOWN }, signal),
    asked === null ? null : page.api.get('/api/kpi/fieldwork', asked, signal),
    readNames(names, page, signal),
  ]);
  return { table, series, field };
}

/** What categories are called. @param {{ categories: Map<string, string> }} names @param {FramePage} page @param {AbortSignal} signal */
async function readNames(names, page, signal) {
  const { categories } = await page.api.get('/api/incidents/categories', {}, signal);
  const zh = page.words().lang === 'zh';
  names.categories = new Map(categories.map((/** @type {any} */ one) => [one.code, zh ? one.nameZh : one.nameEn]));
}

/** Where a file of what is shown is fetched. @param {FigureView} view @param {string} file @param {string} lang */
export const filePath = (view, file, lang) => `/api/kpi/${file}${queryString({ ...queryOf(view), by: view.by, lang })}`;
