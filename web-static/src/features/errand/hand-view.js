import { problemNote } from '../../app/hand.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { kindName, noteOf } from './state.js';

/** @typedef {{ errands: ErrandInHand[] | null, kinds: ErrandKindInfo[], problem: ProblemBody | null, asked: number, notes: Record<string, ErrandNote> }} HandState */
/**
 * @typedef {{ words: Words, lang: Lang, t: (key: string) => string, act: (errand: ErrandInHand, what: string) => void, note: (errand: ErrandInHand, more: Partial<ErrandNote>) => void,
 *   finish: (errand: ErrandInHand, event: Event) => void, giveBack: (errand: ErrandInHand) => () => void }} HandTo
 */

/** Errands in hand, then those offered. @param {HandState} state @param {HandTo} to */
export function handView({ errands, kinds, problem, asked, notes }, to) {
  const { t, words } = to;
  const [mine, offered] = [(errands ?? []).filter(({ held }) => held), (errands ?? []).filter(({ held }) => !held)];
  return html`<h2 class="hidden">${t('errand.in-hand')}</h2>${problem ? problemNote(problem, words) : null}
    ${errands === null && !problem ? html`<p class="quiet" role="status"><span class="dots" aria-hidden="true"></span>${words.t('hand.loading')}</p>` : null}
    ${errands?.length === 0 ? html`<div class="empty"><p class="receipt-mark plain">${icon('check')}</p><p><b>${t('errand.in-hand-none')}</b></p><p class="faint">${t('errand.in-hand-why')}</p></div>` : null}
    ${mine.length > 0 ? html`<section aria-labelledby="mine"><h3 id="mine">${t('errand.mine')}</h3><ul class="errand-hand">${mine.map((one) => html`<li data-errand=${one.id}>${head(one, kinds, to)}${held(one, asked, noteOf(notes, one.id), to)}</li>`)}</ul></section>` : null}
    ${offered.length > 0 ? html`<section aria-labelledby="offered"><h3 id="offered">${t('errand.offered')}</h3><p class="faint">${t('errand.after-accept')}</p><ul class="errand-hand">${offered.map((one) => html`<li data-errand=${one.id}>${head(one, kinds, to)}${answers(one, to)}</li>`)}</ul></section>` : null}`;
}

/** @param {ErrandInHand} one @param {ErrandKindInfo[]} kinds @param {HandTo} to */
const head = (one, kinds, { t, words, lang }) => html`<p class="task-head"><b>${kindName(kinds, one.kind, lang)}</b><span class=${`errand-state ${one.state}`}>${t(`errand.state.${one.state}`)}</span></p>
  <p>${icon('clock')} ${words.dayTime(one.from)} – ${words.dayTime(one.until)}</p><p class="faint">${icon('pin')} ${one.gridName}${one.generated ? ` · ${t('errand.generated')}` : ''}</p>`;

/** @param {ErrandInHand} one @param {HandTo} to */
const answers = (one, { t, act }) => html`<p class="pair"><button type="button" class="button primary wide" data-key=${`accept-${one.id}`} @click=${() => act(one, 'accept')}>${icon('check')}<span>${t('errand.accept')}</span></button>
  <button type="button" class="button wide" data-key=${`decline-${one.id}`} @click=${() => act(one, 'decline')}><span>${t('errand.decline')}</span></button></p>`;

/** A file as a field of files takes it. @param {File | null} file */
function filesOf(file) {
  const all = new window.DataTransfer();
  if (file) all.items.add(file);
  return all.files;
}

/** @param {ErrandInHand} one @param {number} asked of which it was asked whether they are sure @param {ErrandNote} written @param {HandTo} to */
function held(one, asked, written, { t, note, finish, giveBack }) {
  const target = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target);
  return html`<p><b>${one.name}</b> ${one.phone ? html`<a class="button" href=${`tel:${one.phone}`} data-key=${`call-${one.id}`} aria-label=${`${t('errand.call')} ${one.phone}`}>${icon('phone')}<span>${one.phone}</span></a>` : null}</p>
    ${one.address ? html`<p>${icon('door')} ${one.address}</p>` : null}${one.wish ? html`<p class="said">${one.wish}</p>` : null}
    ${one.actions.includes('finish') ? html`<form class="errand-finish" @submit=${(/** @type {Event} */ event) => finish(one, event)}><label class="labelled"><span>${t('errand.finish-words')}</span><textarea class="field" rows="2" maxlength="1000" name="words" data-key=${`words-${one.id}`} .value=${written.words} @input=${(/** @type {Event} */ event) => note(one, { words: target(event).value })}></textarea></label>
      <label class="labelled"><span>${t('errand.finish-photo')}</span><input class="field" type="file" accept="image/*" name="photo" data-key=${`photo-${one.id}`} .files=${filesOf(written.file)} @change=${(/** @type {Event} */ event) => note(one, { file: target(event).files?.[0] ?? null })}></label>
      <button class="button primary wide" data-key=${`done-${one.id}`}>${icon('check')}<span>${t('errand.finish')}</span></button>
      <button type="button" class="tap wide quiet-tap" data-key=${`back-${one.id}`} @click=${giveBack(one)}>${t(asked === one.id ? 'errand.give-back-sure' : 'errand.give-back')}</button></form>` : html`<p class="faint">${t('errand.waits')}</p>`}`;
}
