import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { problemOf } from '../../app/problem.js';
import { callable, nameOf, toCall } from './message.js';

/** So many answers come together that they are read together. */
const GATHER_MS = 100;
const MOST = 3;

/**
 * Who has to be called now, because nobody of those who were told has answered: with the number. It follows the live stream.
 *
 * @param {HTMLElement} place @param {Page} page @param {(incident: string) => void} choose
 */
export function mountCallNow(place, page, choose) {
  const { store, api, hear } = page;
  /** @type {NotificationProps[]} */
  let open = [];
  let waiting = false;
  const mayRead = () => {
    const { site } = store.state();
    return site.status === 'ready' && site.data.canRead.includes('notifications');
  };
  const draw = () => show(place, strip(toCall(open), { page, choose, does }));
  const read = async () => {
    waiting = false;
    try {
      const { features } = await api.get('/api/notifications', { open: 'true', limit: 200 }, new AbortController().signal);
      open = features.map((/** @type {GeoFeature<NotificationProps>} */ { properties }) => properties);
      draw();
    } catch {
      // What is shown stays; the band tells when there is no connection, and the stream when there is one again.
    }
  };
  const soon = () => {
    if (waiting || !mayRead()) return;
    waiting = true;
    setTimeout(read, GATHER_MS);
  };
  const does = async (/** @type {NotificationProps} */ one, /** @type {Addressee} */ who) => {
    try {
      await api.send('POST', `/api/notifications/${one.id}/acknowledgement`, { body: { way: 'phone', to: who.to }, signal: new AbortController().signal });
      page.say(page.words().t('message.called', { name: nameOf(who, page.words().lang) }), 'good');
    } catch (error) {
      const problem = problemOf(error);
      page.say(problem.detail || problem.title || page.words().t('problem.title'), 'bad');
    }
    await read();
  };
  store.watch(mayRead, (may) => may && soon());
  store.watch((state) => state.connected, (connected) => connected && soon());
  store.watch((state) => state.lang, draw);
  hear((message) => {
    if (message.kind === 'reset' || (message.kind === 'change' && message.type.startsWith('message-'))) soon();
  });
  soon();
}

/** @typedef {{ page: Page, choose: (incident: string) => void, does: (one: NotificationProps, who: Addressee) => Promise<void> }} With */

/** @param {NotificationProps[]} all @param {With} with_ */
function strip(all, with_) {
  const words = with_.page.words();
  if (all.length === 0) return null;
  return html`<section class="call-now" aria-label=${words.t('message.call-now')}><h2>${icon('phone')}${words.t('message.call-now-count', { n: words.number(all.length) })}</h2>
    <ul>${all.slice(0, MOST).map((one) => row(one, with_))}</ul>
    ${all.length > MOST ? html`<span class="faint">${words.t('whistle.more', { n: words.number(all.length - MOST) })}</span>` : null}</section>`;
}

/** @param {NotificationProps} one @param {With} with_ */
function row(one, { page, choose, does }) {
  const words = page.words();
  const [who, ...others] = callable(one);
  return html`<li class="call-row" data-notification=${one.id}><button type="button" class="link" data-key=${`call-open-${one.id}`} title=${one.text} @click=${() => choose(one.incident)}>${words.word('message-occasion', one.occasion)} ${one.number}</button>
    ${who ? html`<span class="call-who"><b>${nameOf(who, words.lang)}</b> ${phone(who, words)}</span>
      <button type="button" class="button small" data-key=${`called-${one.id}`} @click=${() => does(one, who)}>${icon('check')}${words.t('message.reached')}</button>` : html`<span class="faint">${words.t('message.nobody')}</span>`}
    ${others.length > 0 ? html`<details class="call-others"><summary>${words.t('message.others', { n: others.length })}</summary><ul>${others.map((next) => html`<li><b>${nameOf(next, words.lang)}</b> ${phone(next, words)}
      <button type="button" class="button small" data-key=${`called-${one.id}-${next.to.code}`} @click=${() => does(one, next)}>${words.t('message.reached')}</button></li>`)}</ul></details>` : null}</li>`;
}

/** A number that can be dialled, where the reader may see it whole. @param {Addressee} who @param {Words} words */
export function phone({ phone: number, phoneMasked }, words) {
  if (!number) return html`<span class="faint">${words.t('message.no-phone')}</span>`;
  return phoneMasked ? html`<span class="code-text">${number}</span>` : html`<a class="code-text" href=${`tel:${number}`}>${number}</a>`;
}
