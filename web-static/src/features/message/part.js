import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { isLost, nameOf, reachOf, stepsOf } from './message.js';
import { phone } from './strip.js';

/**
 * Who was told of an incident, over what, and what became of each message.
 *
 * @param {readonly GeoFeature<NotificationProps>[]} notifications the newest first @param {Page} page
 * @param {(path: string, body: object, version: number | null) => Promise<ProblemBody | null>} send to an address below {@code /api/}
 */
export function messagePart(notifications, page, send) {
  const words = page.words();
  const [now, ...past] = notifications.map(({ properties }) => properties);
  if (!now) return null;
  return html`<section class="card-part" data-part="messages"><h3>${words.t('message.title')}</h3>
    ${notification(now, page, send)}
    ${past.length > 0 ? html`<details class="joint-past"><summary>${words.t('message.earlier', { n: past.length })}</summary>${past.map((one) => notification(one, page, send))}</details>` : null}</section>`;
}

/** @param {NotificationProps} one @param {Page} page @param {Parameters<typeof messagePart>[2]} send */
function notification(one, page, send) {
  const words = page.words();
  return html`<div class="told" data-notification=${one.id}><p class=${`told-state ${one.state}`}>${icon(one.state === 'call-now' ? 'phone' : one.state === 'acknowledged' ? 'check' : 'clock')}<b>${words.word('message-state', one.state)}</b> <span class="faint">${words.word('message-occasion', one.occasion)} · ${words.time(one.createdAt)}${one.answer ? ` · ${words.word('message-way', one.answer.way)} ${words.hour(one.answer.at)}` : ''}</span></p>
    <p class="minute-text">${one.text}</p>
    <ol class="told-steps">${stepsOf(one).map((step) => html`<li class=${step[0].told ? '' : 'not-yet'}><ul class="hands">${step.map((who) => addressee(one, who, page, send))}</ul></li>`)}</ol></div>`;
}

/** @param {NotificationProps} one @param {Addressee} who @param {Page} page @param {Parameters<typeof messagePart>[2]} send */
function addressee(one, who, page, send) {
  const words = page.words();
  const reach = reachOf(who);
  const does = (/** @type {string} */ path, /** @type {object} */ body) => async () => {
    const problem = await send(`notifications/${one.id}/${path}`, body, null);
    if (problem) page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  };
  const open = one.state === 'waiting' || one.state === 'call-now';
  return html`<li class=${`reach-${reach ?? 'none'}`}>${icon(who.to.kind === 'person' || who.to.kind === 'reporter' ? 'person' : who.to.kind === 'group' ? 'speak' : 'building')}<span class="hand-who"><b title=${who.to.code}>${nameOf(who, words.lang)}</b>
    ${who.told ? who.messages.map((message) => html`<span class=${`chip plain sent-${message.state}`} title=${sentTitle(message, words)}>${words.word('medium', message.medium)} ${words.word('message-sent', message.state)}</span>`) : html`<span class="faint">${words.t('message.not-yet')}</span>`}
    ${open && who.told && who.to.kind === 'person' ? phone(who, words) : null}</span>
    ${open && one.leads ? who.messages.filter(({ state }) => isLost(state)).map((message) => html`<button type="button" class="button small" data-key=${`again-${message.id}`} @click=${does(`messages/${message.id}/again`, {})}>${words.t('message.again', { medium: words.word('medium', message.medium) })}</button>`) : null}
    ${open && one.leads && who.told && who.to.kind === 'person' ? html`<button type="button" class="button small" data-key=${`reached-${one.id}-${who.to.code}`} @click=${does('acknowledgement', { way: 'phone', to: who.to })}>${words.t('message.reached')}</button>` : null}</li>`;
}

/** @param {MessageSent} message @param {Words} words */
const sentTitle = ({ sentAt, deliveredAt, readAt, failure, attempts }, words) =>
  [
    sentAt ? words.t('message.sent-at', { time: words.time(sentAt) }) : '',
    deliveredAt ? words.t('message.delivered-at', { time: words.time(deliveredAt) }) : '',
    readAt ? words.t('message.read-at', { time: words.time(readAt) }) : '',
    failure ? words.t('message.failure', { code: failure }) : '',
    attempts > 1 ? words.t('message.attempts', { n: attempts }) : '',
  ].filter(Boolean).join(' · ');
