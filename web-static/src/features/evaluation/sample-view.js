import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote } from '../../ui/problem.js';
import { assessForm } from './assess-form.js';
import { areaName } from './sample-choices.js';
import { askReopen, incidentLink } from './supervision-dialog.js';
import { percentOf } from './supervision-state.js';

/**
 * One sample: how it was drawn, what came of it, each number opening its list, and the incidents of the list that is open.
 *
 * @param {{ sample: DrawnSample, members: SampleMember[] }} data
 * @param {{ to: SupervisionTo, may: boolean, known: SampleChoices | null, saved: (incident: string) => void, renew: () => void }} with
 */
export function sampleView({ sample, members }, { to, may, known, saved, renew }) {
  const words = to.page.words();
  const { count } = to.view();
  return html`<section class="supervision-sample"><div class="supervision-sample-head"><h2>${words.t('supervision.sample-of', { area: areaName(sample.area, known, words), from: sample.fromDay, to: sample.toDay })}</h2>
      <a class="button" href=${`/api/evaluations/samples/${sample.id}/sheet.xlsx?lang=${words.lang}`} download data-key="sheet">${icon('save')}${words.t('supervision.sheet')}</a></div>
    ${facts(sample, known, words)}
    <ul class="supervision-results" aria-label=${words.t('supervision.results')}>${sample.results.map((line) => result(line, to))}</ul>
    <h3>${words.t('supervision.list', { what: words.t(`supervision.count.${count}`), n: words.number(members.length) })} ${count === 'drawn' ? null : html`<button type="button" class="chip" data-key="all-members" @click=${() => to.go({ count: 'drawn' })}>${words.t('supervision.count.drawn')}${icon('close')}</button>`}</h3>
    ${members.length === 0 ? emptyNote(words.t('supervision.list-none')) : html`<ol class="supervision-members">${members.map((member) => row(member, { sample, to, may, saved, renew }))}</ol>`}</section>`;
}

/** How it was drawn, so that anybody can draw again. @param {DrawnSample} sample @param {SampleChoices | null} known @param {Words} words */
function facts(sample, known, words) {
  const named = (/** @type {[string, string][] | undefined} */ all, /** @type {string} */ code) => all?.find(([one]) => one === code)?.[1] ?? code;
  const filters = [sample.category && named(known?.categories, sample.category), sample.channel && words.word('channel', sample.channel), sample.department && named(known?.departments, sample.department)].filter(Boolean);
  return html`<details class="supervision-facts"><summary>${words.t('supervision.drawn-of', { n: words.number(sample.size), all: words.number(sample.population) })} · ${words.t('supervision.seed')} <code>${sample.seed}</code>${filters.length > 0 ? ` · ${filters.join(' · ')}` : ''}</summary>
    <p>${words.t('supervision.drawn-by', { who: sample.drawnBy, at: words.dayTime(sample.drawnAt) })}</p><p>${words.t('supervision.method')}</p></details>`;
}

/** @param {SampleResultLine} line @param {SupervisionTo} to */
function result(line, to) {
  const words = to.page.words();
  const label = words.t(`supervision.result.${line.result}`);
  const percent = percentOf(line);
  const opener = (/** @type {number} */ n, /** @type {string} */ list, /** @type {string} */ which) => html`<button type="button" class="figure-open" title=${words.t('supervision.open', { what: label, n })} data-key=${`${which}-${line.result}`}
    @click=${() => to.go({ count: list.slice(list.indexOf('=') + 1), incident: '' })}>${words.number(n)}</button>`;
  return html`<li class="supervision-result" data-result=${line.result}><span class="faint">${label}</span><b>${percent === null ? words.t('supervision.of-nothing') : `${words.number(percent, percent % 1 === 0 ? 0 : 1)}%`}</b>
    <span>${opener(line.numerator, line.list, 'n')}<span aria-hidden="true"> / </span><span class="hidden">${words.t('supervision.of')}</span>${opener(line.denominator, line.of, 'of')}</span></li>`;
}

/** @param {SampleMember} member @param {{ sample: DrawnSample, to: SupervisionTo, may: boolean, saved: (incident: string) => void, renew: () => void }} with */
function row(member, { sample, to, may, saved, renew }) {
  const words = to.page.words();
  const { incident, assessment } = member;
  const open = to.view().incident === member.incidentId;
  const again = may && assessment && !assessment.solved && incident?.standing === 'closed';
  return html`<li class=${`supervision-member ${assessment ? 'done' : 'left'}`} data-incident=${member.incidentId}><div class="supervision-member-head"><span class="supervision-place">${member.place}</span>
      <p class="supervision-what">${incident ? incidentLink(incident, words) : html`<span>${member.incidentId}</span><span class="faint">${words.t('supervision.elsewhere')}</span>`}</p>${verdict(assessment, incident, words)}
      <span class="supervision-do">${again ? html`<button type="button" class="button" data-key=${`reopen-${member.place}`} @click=${() => askReopen(incident, to.page, renew)}>${words.t('supervision.reopen')}…</button>` : null}
        ${may && incident ? html`<button type="button" class="button" aria-expanded=${String(open)} data-key=${`assess-${member.place}`} @click=${() => to.go({ incident: open ? '' : member.incidentId })}>${words.t(assessment ? 'supervision.correct' : 'supervision.assess')}</button>` : null}</span></div>
    ${open && may && incident ? assessForm(member, { sample, page: to.page, saved }) : null}</li>`;
}

/** @param {SampleMember['assessment']} found @param {SupervisedIncident | null} incident @param {Words} words */
function verdict(found, incident, words) {
  if (!found) return html`<p class="supervision-verdict faint">○ ${words.t('supervision.open-yet')} · ${words.t('supervision.closed-at', { at: words.dayTime(incident?.closedAt) })}</p>`;
  const mark = (/** @type {boolean} */ good, /** @type {string} */ key) => html`<span class=${good ? 'supervision-good' : 'supervision-bad'}><span aria-hidden="true">${good ? '✓' : '▲'}</span> ${words.t(`supervision.${key}.${good ? 'yes' : 'no'}`)}</span>`;
  return html`<div class="supervision-verdict"><p>${mark(found.real, 'real')} ${mark(found.solved, 'solved')} ${mark(found.inTime, 'in-time')} <span>${words.t('supervision.called', { what: words.word('supervision.callback', found.callback) })}</span></p>
    ${found.remark ? html`<p><q>${found.remark}</q></p>` : null}<p class="faint">${words.t('supervision.found-by', { who: found.by, at: words.dayTime(found.at) })}${incident && incident.standing !== 'closed' ? ` · ${words.t('supervision.open-again')}` : ''}</p></div>`;
}
