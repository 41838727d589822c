import { html, show } from '../../ui/html.js';
import { told } from './classes.js';
import { spark } from './part.js';

/** Those of the month, with what is above and below their line. */
const RATES = ['closing-rate', 'on-time-rate', 'response-rate', 'handling-minutes', 'satisfaction'];

/** The left rail: how things stand this moment, today, and this month. @param {HTMLElement} place @param {WallPage} to */
export function drawHeadline(place, to) {
  const { words: wordsOf, wall, page } = to;
  const words = wordsOf();
  const { figures, past } = wall.state();
  show(place, html`<section class="wall-now" aria-label=${words.t('wall.now')}>${standing(to)}</section>
    ${past ? html`<p class="wall-note">${words.t('wall.past-figures')}</p>` : figures ? html`<section class="wall-today" aria-label=${words.t('wall.today')}><h2>${words.t('wall.today')}</h2><div class="wall-pair">${['received', 'closed'].map((figure) => today(figure, figures, words))}</div></section>
      <section class="wall-month" aria-label=${words.t('wall.month')}><h2>${words.t('wall.month')} <span>${words.t('wall.since', { day: figures.month })}</span></h2>
      <ul>${RATES.map((figure) => rate(figure, figures, words))}</ul></section>` : html`<p class="wall-note">${words.t('wall.waiting')}</p>`}
    ${past ? peopleThen(past, words) : people(page.store.state(), words)}`);
}

/** @param {WallPage} to */
function standing({ words: wordsOf, incidents, wall }) {
  const words = wordsOf();
  const all = incidents().map(({ properties }) => properties);
  const overdue = all.filter((one) => one.overdue || one.stageOverdue).length;
  const urgent = all.filter(({ priority }) => priority === 'urgent').length;
  return html`<h2>${words.t(wall.state().past ? 'wall.open-then' : 'wall.open')}</h2><p class="wall-big">${words.number(all.length)}</p>
    <dl class="wall-split"><div class=${overdue ? 'overdue' : ''}><dt>${words.t('wall.overdue')}</dt><dd>${words.number(overdue)}</dd></div><div class=${urgent ? 'urgent' : ''}><dt>${words.t('wall.urgent')}</dt><dd>${words.number(urgent)}</dd></div></dl>
    ${steps(all, words)}`;
}

const STEPS = ['collect', 'file', 'dispatch', 'handle', 'verify'];

/** How many stand in which step. @param {IncidentProps[]} all @param {Words} words */
function steps(all, words) {
  return html`<ol class="wall-steps" aria-label=${words.t('incident.steps')}>${STEPS.map((step, i) => html`<li><b>${words.number(all.filter(({ state }) => state === step).length)}</b><span><i>${i + 1}</i> ${words.word('step', step)}</span></li>`)}</ol>`;
}

/** @param {string} figure @param {WallFigures} figures @param {Words} words */
function today(figure, { days }, words) {
  const values = days.map(({ values: of }) => of[figure]?.[0] ?? 0);
  const name = words.t(`wall.figure.${figure}`);
  return html`<div class="wall-card"><h3>${name}</h3><p class="wall-number">${words.number(values[values.length - 1])}</p>${spark(values, words.t('wall.line', { what: name, n: days.length }))}</div>`;
}

/** @param {string} figure @param {WallFigures} figures @param {Words} words */
function rate(figure, { total, days }, words) {
  const value = told(figure, total[figure]);
  const name = words.t(`wall.figure.${figure}`);
  const line = days.map(({ values }) => told(figure, values[figure])?.value ?? null);
  return html`<li data-figure=${figure}><h3>${name}</h3><p class="wall-number">${value === null ? html`<span class="faint">${words.t('wall.of-nothing')}</span>` : figure === 'handling-minutes' ? html`${words.number(value.value, 1)}<small>${words.t('wall.hours')}</small>` : html`${words.number(value.value, 2)}<small>%</small>`}</p>
    <p class="wall-of">${value === null ? null : figure === 'handling-minutes' ? words.t('wall.mean-of', { n: words.number(value.denominator ?? 0) }) : html`${words.number(value.numerator)}<span aria-hidden="true"> / </span><span class="hidden">${words.t('wall.of')}</span>${words.number(value.denominator ?? 0)}`}</p>
    ${spark(line, words.t('wall.line', { what: name, n: days.length }))}</li>`;
}

/** Who was on duty then, once somebody has asked for it. @param {NonNullable<WallNow['past']>} past @param {Words} words */
const peopleThen = (past, words) => (past.people ? html`<section class="wall-people" aria-label=${words.t('wall.people-then')}><h2>${words.t('wall.people-then')}</h2><p class="wall-number">${words.number(past.people.length)}</p></section>` : null);

/** @param {State} state @param {Words} words */
function people({ people: all, site, lists }, words) {
  if (site.status !== 'ready' || !site.data.canRead.includes('positions')) return null;
  const here = [...all.values()];
  const of = (/** @type {string} */ state) => here.filter((one) => one.state === state).length;
  const cameras = lists.cameras.status === 'ready' ? lists.cameras.data.features : [];
  return html`<section class="wall-people" aria-label=${words.t('wall.people')}><h2>${words.t('wall.people')}</h2><p class="wall-number">${words.number(here.length - of('stale'))}</p>
    <p class="wall-of">${words.t('wall.walking', { walking: words.number(of('walking')), standing: words.number(of('standing')), stale: words.number(of('stale')) })}</p>
    ${cameras.length === 0 ? null : html`<h2>${words.t('wall.cameras')}</h2><p class="wall-number">${words.number(cameras.filter(({ properties }) => properties.state === 'online').length)}<small> / ${words.number(cameras.length)}</small></p>`}</section>`;
}
