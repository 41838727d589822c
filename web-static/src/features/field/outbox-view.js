import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { blockerOf } from './outbox.js';

/**
 * What waits on the phone, what was refused and why, what has gone.
 *
 * @param {HTMLElement} place @param {FieldPage} page
 * @returns {() => void}
 */
export function mountOutbox(place, page) {
  /** What was asked to be thrown away once: the second press does it. */
  let asked = '';
  const discard = (/** @type {string} */ key) => {
    if (asked !== key) {
      asked = key;
      return draw();
    }
    page.discard(key);
  };
  const draw = () => show(place, content(page, asked, discard));
  draw();
  return page.store.watch(({ outbox, sending, connected, account, installable }) => JSON.stringify([outbox.map(({ key, state, photosLeft, draft }) => [key, state, photosLeft, draft.photos.map(({ sent }) => sent), (draft.notes ?? []).map(({ sent }) => sent)]), sending, connected, account, installable]), draw);
}

/** @param {FieldPage} page @param {string} asked @param {(key: string) => void} discard */
function content(page, asked, discard) {
  const { t } = page.words();
  const { outbox, sending, connected, account, installable } = page.store.state();
  const left = outbox.filter(({ state }) => state !== 'sent');
  const sent = outbox.filter(({ state }) => state === 'sent').reverse();
  return html`<h2 class="hidden">${t('field.outbox')}</h2>
    ${left.length === 0 ? html`<div class="empty"><p class="receipt-mark plain">${icon('check')}</p><p><b>${t('field.all-sent')}</b></p><p class="faint">${t('field.all-sent-why')}</p></div>`
      : html`<p class="lead" role="status">${t(sending ? 'field.sending' : connected ? 'field.will-send' : 'field.waits-for-network', { n: left.length })}</p>`}
    <ul class="box">${left.map((item) => waitingItem(page, item, { asked, discard }))}</ul>
    ${left.length > 0 && connected && !sending ? html`<button type="button" class="button wide" data-key="send-now" @click=${page.refresh}>${icon('send')}<span>${t('field.send-now')}</span></button>` : null}
    ${sent.length > 0 ? html`<section class="part"><h2>${t('field.sent')}</h2><ul class="box">${sent.map((item) => sentItem(page, item))}</ul></section>` : null}
    <section class="part"><h2>${t('field.this-phone')}</h2><p>${t('field.signed-in', { account })}</p>
      ${installable ? html`<button type="button" class="button wide" data-key="install" @click=${page.install}>${icon('save')}<span>${t('field.install')}</span></button>` : html`<p class="faint">${t('field.install-how')}</p>`}
      <a class="button wide" href="#phone" data-key="phone-app">${icon('phone')}<span>${t('phone.title')}</span></a>
      <a class="button wide" href="/account/" data-key="account">${icon('person')}<span>${t('field.account')}</span></a></section>`;
}

/** @param {FieldPage} page @param {OutboxItem} item @param {{ asked: string, discard: (key: string) => void }} at */
function waitingItem(page, item, { asked, discard }) {
  const words = page.words();
  const { t } = words;
  const { account, outbox } = page.store.state();
  const refused = item.state === 'refused';
  const { photos, notes = [] } = item.draft;
  const why = item.account !== account ? t('field.of-other', { account: item.account }) : blockerOf(outbox, item) ? t('field.after-other') : t('field.waits');
  return html`<li class=${`box-item ${item.state}`} data-key=${`item-${item.key}`}><p class="box-head">${icon(refused ? 'warning' : 'clock')}<b>${item.kind === 'report' ? t('field.reported', { what: item.title }) : item.title}</b></p>
    <p class="faint">${words.time(item.madeAt)}${photos.length > 0 ? ` · ${t('field.photos-sent', { n: photos.filter(({ sent }) => sent).length, all: photos.length })}` : ''}${notes.length > 0 ? ` · ${t('field.notes-sent', { n: notes.filter(({ sent }) => sent).length, all: notes.length })}` : ''}</p>
    ${refused ? html`<p class="refusal">${item.problem?.detail || item.problem?.title || t('hand.problem')}</p><p class="faint">${item.problem?.mend ?? ''}</p>
      <p class="pair"><button type="button" class="button" data-key=${`retry-${item.key}`} @click=${() => page.retry(item.key)}>${t('hand.retry')}</button>
        <button type="button" class="button" data-key=${`discard-${item.key}`} @click=${() => discard(item.key)}>${icon('bin')}<span>${t(asked === item.key ? 'field.discard-sure' : 'field.discard')}</span></button></p>`
      : html`<p class="faint">${why}</p>`}</li>`;
}

/** @param {FieldPage} page @param {OutboxItem} item */
function sentItem({ words }, item) {
  const { t, time } = words();
  return html`<li class="box-item sent"><p class="box-head">${icon('check')}<b>${item.kind === 'report' ? t('field.reported', { what: item.title }) : item.title}</b></p>
    <p class="faint">${time(item.sentAt)}${item.number ? ` · ${item.number}` : ''}${item.photosLeft ? ` · ${t('field.photos-left')}` : ''}</p></li>`;
}
