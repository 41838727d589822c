import { problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show, svg } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { limitParts, unitKey } from '../clock/spans.js';
import { hoursText, whyRows } from './why.js';

/** What a row begins with; also told in words. */
const SIGNS = /** @type {const} */ ({ start: 'clock', pause: 'pause', extension: 'plus', due: 'target', stop: 'check' });

/**
 * Why an incident's stages are due when they are: every clock with what it counted, day by day, and what it stood still for.
 *
 * @param {IncidentProps} incident @param {Page} page
 */
export function openWhy(incident, page) {
  const words = page.words();
  const asking = new AbortController();
  const body = document.createElement('div');
  body.className = 'why';
  const read = async () => {
    show(body, loadingNote(words));
    try {
      show(body, clocksView(await page.api.clock(incident.id, asking.signal), words));
    } catch (error) {
      if (!asking.signal.aborted) show(body, problemNote(problemOf(error), words, read));
    }
  };
  openDialog({ title: words.t('due.why-title', { number: incident.number }), closeLabel: words.t('help.close'), content: body, closed: () => asking.abort() });
  read();
}

/** @param {{ clocks: StageReasonRow[] }} answer @param {Words} words */
function clocksView({ clocks }, words) {
  if (clocks.length === 0) return emptyNote(words.t('due.none'));
  const current = clocks.filter((clock) => clock.current).sort((a, b) => Number(a.stage === 'total') - Number(b.stage === 'total'));
  const ended = clocks.filter((clock) => !clock.current);
  return html`${current.map((clock, i) => clockView(clock, i === 0, words))}
    ${ended.length > 0 ? html`<h3 class="why-ended">${words.t('due.ended')}</h3>${ended.map((clock) => clockView(clock, current.length === 0, words))}` : null}`;
}

/** @param {StageReasonRow} clock @param {boolean} open @param {Words} words */
function clockView(clock, open, words) {
  const { number, unit } = limitParts(clock.limit.words);
  const limit = `${number} ${words.t(`limit.unit.${unitKey(unit)}`)}`;
  const state = clock.overdue ? 'overdue' : clock.state;
  const rest = words.t(clock.leftSeconds < 0 ? 'due.over' : 'due.left', { span: hoursText(clock.leftSeconds) });
  return html`<details class=${`why-clock ${state}`} ?open=${open} data-stage=${clock.stage}>
    <summary><b>${words.word('stage', clock.stage)}</b><span class="why-state">${words.t(`due.state.${state}`)}</span>
      <span class="why-due">${clock.due ? words.dayTime(clock.due) : ''}</span></summary>
    <p class="why-sum"><span>${words.t('due.allowed', { limit })}</span><span>${words.t('due.spent', { span: hoursText(clock.spentSeconds) })}</span><span>${rest}</span></p>
    <ol class="why-rows">${whyRows(clock).map((row) => rowView(row, words))}</ol>
    <p class="faint">${words.t('due.calendar', clock.calendar)} · ${clock.zone}</p></details>`;
}

/** @param {import('./why.js').WhyRow} row @param {Words} words */
function rowView(row, words) {
  if (row.kind === 'fold') return html`<li class="why-row fold"><span class="faint">${words.t('due.fold', { n: row.days ?? 0 })}</span></li>`;
  if (row.kind === 'counted') {
    return html`<li class="why-row counted"><span class="code-text">${row.date}</span>${bar(row.parts ?? [])}<span class="why-length">+${hoursText(row.seconds ?? 0)}</span>
      <span class="why-parts">${(row.parts ?? []).map(({ words: span }) => span).join(' ')}</span><span class="why-so-far">${words.t('due.sum', { span: hoursText(row.sum ?? 0) })}</span></li>`;
  }
  const until = row.kind === 'pause' ? (row.to ? words.t('due.until', { time: words.dayTime(row.to) }) : words.t('due.still')) : '';
  return html`<li class=${`why-row event ${row.kind}`}>${icon(SIGNS[row.kind])}<b>${words.t(`due.row.${row.kind}`)}</b> <span>${words.dayTime(row.at)} ${until}</span></li>`;
}

/** The day from left to right; the words beside it say the same. @param {{ from: number, to: number }[]} parts */
function bar(parts) {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', '0 0 24 2');
  picture.setAttribute('preserveAspectRatio', 'none');
  picture.setAttribute('class', 'why-bar');
  picture.setAttribute('aria-hidden', 'true');
  picture.append(...parts.map(({ from, to }) => svg`<rect x=${from} y="0" width=${to - from} height="2"></rect>`));
  return picture;
}
