import { confirmed } from '../../ui/confirm.js';
import { openDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { mayRead } from '../incident/card.js';
import { askSeveral } from './send-dialog.js';

/** @param {DeskExtras} extras @param {Page} page */
export function photosPart({ id, photos }, page) {
  if (!photos || photos.length === 0) return null;
  const words = page.words();
  const path = (/** @type {DeskPhoto} */ photo) => `/api/incidents/${encodeURIComponent(id)}/photos/${encodeURIComponent(photo.id)}`;
  const caption = (/** @type {DeskPhoto} */ photo) => [photo.action && words.word('incident-action', photo.action), photo.at && words.time(photo.at)].filter(Boolean).join(' · ');
  const open = (/** @type {DeskPhoto} */ photo, /** @type {number} */ n) => openDialog({
    title: words.t('desk.photo', { n }), closeLabel: words.t('help.close'), content: html`<img class="photo-whole" src=${path(photo)} alt=${words.t('desk.photo', { n })}><p class="faint">${caption(photo)}</p>`,
  });
  return html`<section class="card-part" data-part="photos"><h3>${words.t('desk.photos')}</h3><ul class="photos">${photos.map((photo, i) => html`<li>
    <button type="button" data-key=${`photo-${photo.id}`} @click=${() => open(photo, i + 1)}><img src=${`${path(photo)}?size=small`} alt=${words.t('desk.photo', { n: i + 1 })} loading="lazy"></button><span class="faint">${caption(photo)}</span></li>`)}</ul></section>`;
}

/**
 * What was spoken: that there is something is told, heard is it by who may.
 *
 * @param {DeskExtras} extras @param {Page} page @param {ReturnType<typeof import('../../ui/player.js').createPlayer>} player
 */
export function notesPart({ id, notes }, page, player) {
  if (!notes || notes.length === 0) return null;
  const words = page.words();
  const may = mayRead(page.store.state(), 'notes');
  const address = (/** @type {DeskNote} */ note) => `/api/incidents/${encodeURIComponent(id)}/notes/${encodeURIComponent(note.id)}`;
  return html`<section class="card-part" data-part="notes"><h3>${words.t('desk.notes')}</h3><ol class="reports">${notes.map((note, i) => html`<li><p class="report-head">
    ${may ? html`<button type="button" class="button small" data-key=${`note-${note.id}`} aria-pressed=${String(player.playing() === note.id)} @click=${() => player.toggle(note.id, () => address(note))}>${icon(player.playing() === note.id ? 'pause' : 'play')}${words.t('desk.note', { n: i + 1 })}</button>` : html`<b>${words.t('desk.note', { n: i + 1 })}</b>`}
    <span class="faint">${[note.ms > 0 ? words.t('desk.seconds', { n: Math.max(1, Math.round(note.ms / 1000)) }) : '', words.t(note.version > 0 ? 'desk.note-deed' : 'desk.note-report'), note.at ? words.time(note.at) : ''].filter(Boolean).join(' · ')}</span></p></li>`)}</ol>
    ${may ? null : html`<p class="faint">${words.t('desk.notes-not')}</p>`}</section>`;
}

/**
 * Reports of the same thing, perhaps: each can be looked at, and this one made a part of it.
 *
 * @param {DeskExtras} extras @param {IncidentProps} incident
 * @param {{ deskPage: DeskPage, doings: import('./extras.js').ExtraDoings, categories: IncidentCategory[] }} with_
 */
export function similarPart({ similar }, incident, { deskPage, doings, categories }) {
  if (!similar || similar.length === 0) return null;
  const words = deskPage.page.words();
  const nameOf = (/** @type {string} */ code) => {
    const found = categories.find((one) => one.code === code);
    return found ? (words.lang === 'zh' ? found.nameZh : found.nameEn) : code;
  };
  const merge = async (/** @type {DeskSimilar} */ into) => {
    const values = { number: incident.number, into: into.number };
    if (await confirmed({ words, title: words.t('desk.merge-title', values), text: words.t('desk.merge-text', values), yes: words.t('desk.merge-yes') })) await doings.merge(incident, into);
  };
  return html`<section class="card-part" data-part="similar"><h3>${words.t('desk.similar')}</h3><ul class="similar">${similar.map((one) => html`<li>
    <span class="similar-what"><button type="button" class="link" data-key=${`similar-${one.id}`} @click=${() => deskPage.choose(one.id)}>${one.number}</button> ${nameOf(one.category)}
      <span class="faint">${[one.meters === null ? '' : words.length(one.meters), one.since ? words.time(one.since) : ''].filter(Boolean).join(' · ')}</span></span>
    ${incident.closedAt ? null : html`<button type="button" class="button small" data-key=${`merge-${one.id}`} @click=${() => merge(one)}>${words.t('desk.merge')}…</button>`}</li>`)}</ul></section>`;
}

/**
 * Who could be sent, and why: as long as it is to be sent to somebody.
 *
 * @param {DeskExtras} extras @param {IncidentProps} incident @param {{ page: Page, doings: import('./extras.js').ExtraDoings, again: () => Promise<unknown> }} with_
 *   again reads the incident anew
 */
export function suggestionsPart({ suggestions, sending }, incident, { page, doings, again }) {
  if (!suggestions || suggestions.length === 0 || !incident.actions.includes('dispatch')) return null;
  const words = page.words();
  return html`<section class="card-part" data-part="suggestions"><h3>${words.t('desk.suggestions')}</h3><ol class="suggestions">${suggestions.map((one) => html`<li>
    ${icon(one.to.kind === 'person' ? 'person' : 'building')}<span class="suggestion-who">${whoOf(one, page)}
      <span class="faint">${[...one.reasons.map(({ code }) => words.word('suggestion', code)), one.distanceMeters === null ? '' : words.length(one.distanceMeters), one.open === null ? '' : words.t('desk.load', { n: one.open })].filter(Boolean).join(' · ')}</span></span>
    <button type="button" class="button small" data-key=${`send-${one.to.kind}-${one.to.code}`} ?disabled=${sending} @click=${() => doings.dispatch(incident, one, again)}>${words.t('desk.send')}</button></li>`)}</ol>
    <p class="joint-foot"><button type="button" class="button small" data-key="send-several" ?disabled=${sending} @click=${() => askSeveral(page, suggestions, (order) => doings.several(incident, order))}>${words.t('desk.send-several')}…</button></p></section>`;
}

/** By name where it is known; the codes of people tell namesakes apart. @param {DeskSuggestion} one @param {Page} page */
function whoOf({ to, names }, page) {
  const known = names?.[page.words().lang] || page.store.state().names.get(to.code);
  if (!known) return html`<b>${to.code}</b>`;
  return to.kind === 'person' ? html`<b>${known}</b> <span class="code-text">${to.code}</span>` : html`<b>${known}</b>`;
}
