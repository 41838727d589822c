import { townMs } from '../../app/live-state.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { askText } from '../incident/joint-dialogs.js';
import { handlerName } from '../incident/joint.js';
import { standingText } from './strip.js';
import { folded, ladderOf, mayAnswer, replyOf, standingOf } from './whistle.js';

const LONGEST_REASON = 500;

/**
 * The whistle of an incident: who was called, level by level, who answers and who is there; and those before it.
 *
 * @param {IncidentProps} incident @param {WhistleList} whistles @param {Page} page
 * @param {(path: string, body: object, version: number | null) => Promise<ProblemBody | null>} send to an address below {@code /api/}
 */
export function whistlePart(incident, { features, actions = [] }, page, send) {
  const words = page.words();
  const now = features.find(({ properties }) => !properties.endedAt)?.properties;
  const past = features.filter(({ properties }) => properties.endedAt);
  if (!now && past.length === 0 && !actions.includes('blow')) return null;
  const blow = () => askText({
    words, title: words.t('whistle.blow'), label: words.t('whistle.reason'), hint: words.t('whistle.blow-hint'), needed: true, longest: LONGEST_REASON,
    send: (reason) => send(`incidents/${encodeURIComponent(incident.id)}/whistles`, { reason }, null),
  });
  return html`<section class="card-part" data-part="whistle"><h3>${words.t('whistle.title')}</h3>
    ${now ? lasting(now, page, send) : null}
    ${actions.includes('blow') ? html`<p class="joint-foot"><button type="button" class="button" data-key="whistle-blow" @click=${blow}>${icon('whistle')}${words.t('whistle.blow')}…</button></p>` : null}
    ${past.map(({ properties }) => html`<details class="joint-past"><summary>${words.t('whistle.past', { from: words.time(properties.blownAt), outcome: words.word('whistle-outcome', properties.outcome ?? '') })}</summary>
      <p class="minute-text">${properties.reason}</p>${ladder(properties, page, null)}</details>`)}</section>`;
}

/** @param {WhistleProps} whistle @param {Page} page @param {Parameters<typeof whistlePart>[3]} send */
function lasting(whistle, page, send) {
  const words = page.words();
  const standing = standingOf(whistle, townMs(page.store.state()));
  const does = (/** @type {string} */ path, /** @type {object} */ body) => async () => {
    const problem = await send(`whistles/${whistle.id}/${path}`, body, whistle.version);
    if (problem) page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  };
  return html`<p class=${`whistle-standing ${standing.kind}`} role="status">${icon(standing.kind === 'unheard' ? 'warning' : 'whistle')}<b data-whistle-standing=${JSON.stringify([whistle.dueAt, whistle.unheardSince, whistle.answered, whistle.reached])}>${standingText(standing, words)}</b></p>
    <p class="minute-text">${whistle.reason}</p><p class="faint">${words.t('whistle.by', { name: whistle.name || words.word('account', whistle.account), time: words.time(whistle.blownAt) })}</p>
    ${ladder(whistle, page, send)}
    <p class="joint-foot">${whistle.actions.includes('raise') ? html`<button type="button" class="button" data-key="whistle-raise" @click=${does('raise', {})}>${icon('up')}${words.t('whistle.raise')}</button>` : null}
      ${whistle.actions.includes('end') ? html`<button type="button" class="button" data-key="whistle-helped" @click=${does('end', { outcome: 'helped' })}>${icon('check')}${words.t('whistle.helped')}</button>
        <button type="button" class="button" data-key="whistle-withdrawn" @click=${does('end', { outcome: 'withdrawn' })}>${words.t('whistle.withdraw')}</button>` : null}</p>`;
}

/** @param {WhistleProps} whistle @param {Page} page @param {Parameters<typeof whistlePart>[3] | null} send null where it is over */
function ladder(whistle, page, send) {
  const words = page.words();
  return html`<ol class="ladder">${ladderOf(whistle).map(({ level, call, who }) => html`<li class=${`rung${call ? '' : ' not-called'}`} data-level=${level}>
    <p class="rung-head"><b>${words.word('whistle-level', level)}</b> ${call ? html`<span class="faint">${words.word('whistle-cause', call.cause)} · ${words.time(call.at)}</span>` : html`<span class="faint">${words.t('whistle.not-called')}</span>`}</p>
    ${call && who.length === 0 ? html`<p class="faint">${words.t('whistle.nobody')}</p>` : null}
    ${rung(whistle, who, page, send)}</li>`)}</ol>`;
}

/** Those who have said something are always seen; of many who have not, some. @param {WhistleProps} whistle @param {WhistleResponder[]} who @param {Page} page @param {Parameters<typeof whistlePart>[3] | null} send */
function rung(whistle, who, page, send) {
  const [seen, more] = folded(who);
  const rows = (/** @type {WhistleResponder[]} */ some) => html`<ul class="hands">${some.map((one) => responder(whistle, one, page, send))}</ul>`;
  return html`${rows(seen)}${more.length > 0 ? html`<details class="joint-past"><summary>${page.words().t('whistle.more-called', { n: more.length })}</summary>${rows(more)}</details>` : null}`;
}

/** @param {WhistleProps} whistle @param {WhistleResponder} one @param {Page} page @param {Parameters<typeof whistlePart>[3] | null} send */
function responder(whistle, one, page, send) {
  const words = page.words();
  const reply = replyOf(one);
  const leads = whistle.actions.includes('end');
  const does = (/** @type {string} */ path, /** @type {object} */ body) => async () => {
    const problem = await send?.(`whistles/${whistle.id}/${path}`, { ...body, to: one.to }, null);
    if (problem) page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  };
  const key = `${one.to.kind}-${one.to.code}`;
  const may = send !== null && mayAnswer(whistle, one, leads) && reply !== 'there';
  return html`<li class=${`reply-${reply}`}>${icon(one.to.kind === 'person' ? 'person' : 'building')}<span class="hand-who"><b title=${one.to.code}>${handlerName(one, words.lang)}</b> <span class="reply">${words.word('whistle-reply', reply)}${one.thereSince ? ` ${words.hour(one.thereSince)} · ${words.word('whistle-proof', one.proof ?? '')}` : ''}</span></span>
    ${may && reply !== 'coming' ? html`<button type="button" class="button small" data-key=${`coming-${key}`} @click=${does('answer', { reply: 'coming' })}>${words.t('whistle.coming')}</button>` : null}
    ${may && reply !== 'unable' ? html`<button type="button" class="button small" data-key=${`unable-${key}`} @click=${does('answer', { reply: 'unable' })}>${words.t('whistle.unable')}</button>` : null}
    ${may ? html`<button type="button" class="button small" data-key=${`there-${key}`} @click=${does('arrival', {})}>${words.t('whistle.there')}</button>` : null}</li>`;
}

/** Tells the time that is left in place. @param {HTMLElement} place @param {number} nowMs @param {Words} words */
export function tellWhistles(place, nowMs, words) {
  for (const shown of place.querySelectorAll('[data-whistle-standing]')) {
    const [dueAt, unheardSince, answered, reached] = JSON.parse(shown.getAttribute('data-whistle-standing') ?? '[]');
    shown.textContent = standingText(standingOf({ dueAt, unheardSince, answered, reached, endedAt: null }, nowMs), words);
  }
}
