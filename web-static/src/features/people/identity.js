import { createSlot } from '../../app/slot.js';
import { html } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { askWhy } from './reveal.js';

/** In the order they are shown. @type {PersonField[]} */
const FIELDS = ['dutyPhone', 'privatePhone', 'idNumber', 'homeAddress', 'homeGrid'];

/**
 * Who stands behind a staff code, masked as the server masks it for the reader. What is shown whole for a reason is
 * forgotten as soon as another is looked at.
 *
 * @param {Page} page @param {() => void} redraw
 * @returns {Identity}
 */
export function createIdentity(page, redraw) {
  const { store, api } = page;
  let code = '';
  /** @type {Resource<KnownPerson>} */
  let known = { status: 'idle' };
  /** @type {Map<PersonField, string>} */
  let revealed = new Map();
  const slot = createSlot((now) => {
    known = now;
    if (code) redraw();
  }, () => known);
  const person = () => (known.status === 'ready' ? known.data : null);
  const reveal = (/** @type {PersonField} */ field) =>
    askWhy({
      page, of: code, field: page.words().t(`person.${field}`), path: `/api/people/${encodeURIComponent(code)}/reveals`, body: { field },
    }, (value) => {
      revealed.set(field, value);
      redraw();
    });
  const hide = (/** @type {PersonField} */ field) => {
    revealed.delete(field);
    redraw();
  };
  return {
    open(next) {
      if (next === code) return;
      code = next;
      revealed = new Map();
      known = { status: 'idle' };
      slot.stop();
      const { site } = store.state();
      if (!code || site.status !== 'ready' || !site.data.canRead.includes('people')) return;
      slot.read(async (signal) => (await api.get(`/api/people/${encodeURIComponent(code)}`, {}, signal)).properties);
    },
    name: () => revealed.get('name') ?? person()?.name ?? '',
    content: () => view(known, revealed, page, { reveal, hide }),
  };
}

/**
 * @param {Resource<KnownPerson>} known @param {Map<PersonField, string>} revealed @param {Page} page
 * @param {{ reveal: (field: PersonField) => void, hide: (field: PersonField) => void }} act
 */
function view(known, revealed, page, act) {
  const words = page.words();
  // A code that nobody is known behind is no mistake: many a device has one.
  if (known.status === 'failed') return known.problem.status === 404 ? null : problemNote(known.problem, words);
  if (known.status !== 'ready') return null;
  const person = known.data;
  if (person.erased) return html`<section class="card-part"><p class="note">${words.t('person.erased')}</p></section>`;
  const fields = person.masked.includes('name') ? /** @type {PersonField[]} */ (['name', ...FIELDS]) : FIELDS;
  return html`<section class="card-part"><h3>${words.t('person.who')}</h3><dl class="facts">
    ${person.unit ? html`<div><dt>${words.t('person.unit')}</dt><dd>${person.unit}</dd></div>` : null}
    ${person.posts.map((post) => html`<div><dt>${words.word('duty', post.duty)}</dt><dd>${post.name}</dd></div>`)}
    ${fields.map((field) => fact(field, person, { revealed, words, act }))}</dl>
    <p class="faint" role="status">${revealed.size > 0 ? words.t('person.shown') : ''}</p></section>`;
}

/**
 * @param {PersonField} field @param {KnownPerson} person
 * @param {{ revealed: Map<PersonField, string>, words: Words, act: { reveal: (field: PersonField) => void, hide: (field: PersonField) => void } }} with_
 */
function fact(field, person, { revealed, words, act }) {
  const name = words.t(`person.${field}`);
  const whole = revealed.get(field);
  if (!person[field]) return null;
  const button = whole !== undefined
    ? html`<button type="button" class="button small" data-key=${`hide-${field}`} @click=${() => act.hide(field)}>${words.t('person.hide')}</button>`
    : person.revealable.includes(field)
      ? html`<button type="button" class="button small" data-key=${`show-${field}`} aria-label=${words.t('person.show-field', { field: name })}
          @click=${() => act.reveal(field)}>${words.t('person.show')}…</button>`
      : null;
  return html`<div><dt>${name}</dt><dd class="fact-masked"><span class="code-text" data-field=${field}>${whole ?? person[field]}</span> ${button}</dd></div>`;
}
