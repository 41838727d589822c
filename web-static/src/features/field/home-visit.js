import { newKey, shelf } from '../../app/shelf.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { emptyDraft } from '../report/state.js';
import { standingAt } from './rounds.js';
import { nextDoor, unknownOf, waitingAt } from './walk.js';

const OUTCOMES = /** @type {const} */ (['met', 'nobody-home', 'refused', 'moved', 'no-such-door']);
const DAY_MS = 86_400_000;
/** In how many days somebody usually tries again. */
const TRIES = [1, 3, 7];

/** What is kept of a door until it goes. @returns {HomeDraft} */
const blank = () => ({ outcome: '', answers: {}, nextTry: '', note: '', hazard: null });

/**
 * What came of a visit. It is kept until it was sent off; without network it goes later.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {FieldRound} round @param {string} name of the door
 * @returns {() => void}
 */
export function mountHomeVisit(place, page, round, name) {
  const { store } = page;
  const drafts = shelf('drafts');
  const kept = `home/${round.id}/${name}`;
  const door = round.doors.find((one) => one.name === name);
  if (!door) {
    show(place, html`${back(page, round)}<p class="quiet">${page.words().t('visit.gone')}</p>`);
    return () => {};
  }
  const waiting = waitingAt(store.state().outbox, round.id, name);
  let draft = blank();
  let over = false;
  const note = (/** @type {Partial<HomeDraft>} */ change) => {
    draft = { ...draft, ...change };
    drafts.put(kept, draft).catch(() => {});
  };
  const put = (/** @type {Partial<HomeDraft>} */ change) => {
    note(change);
    draw();
  };
  const send = async () => {
    if (missing(round, draft) > 0 || draft.outcome === '') return;
    over = true;
    const { outcome, answers, nextTry, note: words, hazard } = draft;
    await page.post({
      kind: 'home', title: `${round.title} · ${door.building} ${door.door}`, version: waiting ? waiting.version + 1 : door.version, answers, draft: emptyDraft(newKey()),
      visit: { rule: round.number, place: name, outcome, nextTry, note: words.trim(), hazard, corrects: waiting !== null || door.done },
    });
    await drafts.remove(kept).catch(() => {});
    const next = nextDoor(round, name, store.state().outbox);
    page.go(next ? `#visits/${round.id}/${encodeURIComponent(next.name)}` : `#visits/${round.id}`);
  };
  const draw = () => show(place, form(page, round, door, { draft, waiting, note, put, send }));
  draw();
  page.complete().then(() => over || draw());
  drafts.get(kept).then((found) => {
    if (!found || over) return;
    draft = { ...blank(), ...found };
    draw();
  }, () => {});
  return () => {
    over = true;
  };
}

/** How many things are still to be said. @param {FieldRound} round @param {HomeDraft} draft */
const missing = ({ facts }, { outcome, answers, hazard }) =>
  (outcome === '' ? 1 : 0) + (outcome === 'met' ? unknownOf(facts, answers).length : 0) + (hazard && hazard.category === '' ? 1 : 0);

/** @param {FieldPage} page @param {FieldRound} round */
const back = ({ words }, { id }) => html`<a class="tap back" href=${`#visits/${id}`} data-key="back">${icon('right', 'turned')}<span>${words().t('visit.doors-of')}</span></a>`;

/** @param {FieldPage} page @param {FieldRound} round @param {FieldDoor} door @param {HomeForm} with_ */
function form(page, round, door, with_) {
  const words = page.words();
  const { draft, waiting, put, note, send } = with_;
  const now = standingAt(door, waiting);
  const left = missing(round, draft);
  return html`${back(page, round)}<h2 class="task-title">${door.building} ${door.door || words.t('home.business')}</h2>
    <p class="faint">${door.lastAt ? words.t('home.last', { day: words.day(door.lastAt) }) : words.t('home.never')}${door.tries ? ` · ${words.t('home.tries', { n: door.tries })}` : ''}</p>
    ${now === 'open' ? null : html`<p class=${`pending ${now}`}>${icon(now === 'done' ? 'check' : now === 'waiting' ? 'send' : 'warning')}${words.t(`visit.${now}`)} · ${words.t('home.corrects')}</p>`}
    ${now === 'refused' ? html`<p class="note bad" role="alert">${icon('warning')}<span>${waiting?.problem?.detail || words.t('hand.problem')}</span></p>` : null}
    <form novalidate @submit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }}>
    <fieldset class="part visit-question"><legend>${words.t('home.outcome')}</legend><div class="pair wrap">${OUTCOMES.map((one) => html`<button type="button" class="button" aria-pressed=${String(draft.outcome === one)} data-key=${`outcome-${one}`} @click=${() => put({ outcome: one })}>${draft.outcome === one ? '● ' : ''}${words.t(`home.${one}`)}</button>`)}</div></fieldset>
    ${draft.outcome === 'met' ? round.facts.map((fact, i) => asked(fact, i + 1, with_, words)) : null}
    ${draft.outcome === 'nobody-home' ? nextTry(page, with_) : null}
    <fieldset class="part visit-question"><legend>${words.t('home.note')}</legend><textarea class="field" rows="3" maxlength="500" aria-label=${words.t('home.note')} data-key="note" .value=${draft.note} @input=${(/** @type {Event} */ event) => note({ note: valueOf(event) })}></textarea></fieldset>
    ${hazard(page, with_)}
    <div class="send-bar"><button type="submit" class="button primary wide" data-key="visit-send" ?disabled=${left > 0}>${icon('send')}<span>${left > 0 ? words.t('visit.left', { n: left }) : words.t('visit.send')}</span></button><p class="faint">${words.t('field.goes-later')}</p></div></form>`;
}

/** @param {VisitFact} fact @param {number} number @param {HomeForm} with_ @param {Words} words */
function asked({ text, kind, choices }, number, { draft, put, note }, words) {
  const answer = draft.answers[number];
  const said = (/** @type {string} */ value) => ({ answers: { ...draft.answers, [number]: value } });
  const all = kind === 'choice' ? choices.map((one) => [one, one]) : ['yes', 'no'].map((one) => [one, words.t(`visit.${one}`)]);
  return html`<fieldset class="part visit-question"><legend>${number}. ${text}</legend>
    ${kind === 'text' ? html`<input class="field" maxlength="200" autocomplete="off" aria-label=${text} data-key=${`q${number}`} .value=${answer ?? ''} @input=${(/** @type {Event} */ event) => note(said(valueOf(event)))}>`
      : html`<div class="pair wrap">${all.map(([value, word], i) => html`<button type="button" class="button" aria-pressed=${String(answer === value)} data-key=${`q${number}-${kind === 'choice' ? i + 1 : value}`} @click=${() => put(said(value))}>${answer === value ? '● ' : ''}${word}</button>`)}</div>`}</fieldset>`;
}

/** @param {FieldPage} page @param {HomeForm} with_ */
function nextTry(page, { draft, put }) {
  const words = page.words();
  const { aheadMs } = page.store.state();
  const dayIn = (/** @type {number} */ days) => new Date(Date.now() + aheadMs + days * DAY_MS).toISOString().slice(0, 10);
  return html`<fieldset class="part visit-question"><legend>${words.t('home.next-try')}</legend><div class="pair wrap">${TRIES.map((days) => html`<button type="button" class="button" aria-pressed=${String(draft.nextTry === dayIn(days))} data-key=${`try-${days}`} @click=${() => put({ nextTry: dayIn(days) })}>${draft.nextTry === dayIn(days) ? '● ' : ''}${words.t('home.in-days', { n: days })}</button>`)}</div></fieldset>`;
}

/** What was found, which becomes an incident. @param {FieldPage} page @param {HomeForm} with_ */
function hazard(page, { draft, put, note }) {
  const words = page.words();
  const { categories } = page.store.state();
  const found = draft.hazard;
  if (!found) return html`<p><button type="button" class="button wide" data-key="hazard" @click=${() => put({ hazard: { category: '', condition: '', description: '' } })}>${icon('warning')}<span>${words.t('home.hazard')}</span></button></p>`;
  return html`<fieldset class="part visit-question"><legend>${words.t('home.hazard')}</legend>
    <select class="field" aria-label=${words.t('home.category')} data-key="category" @change=${(/** @type {Event} */ event) => put({ hazard: { ...found, category: valueOf(event) } })}>
      <option value="">${words.t('home.category')}</option>${categories.map((one) => html`<option value=${one.code} ?selected=${one.code === found.category}>${words.lang === 'zh' ? one.nameZh : one.nameEn}</option>`)}</select>
    <textarea class="field" rows="3" maxlength="2000" aria-label=${words.t('home.what')} placeholder=${words.t('home.what')} data-key="hazard-text" .value=${found.description} @input=${(/** @type {Event} */ event) => note({ hazard: { ...found, description: valueOf(event) } })}></textarea>
    <p class="visit-hazard">${icon('warning')}<span>${words.t('home.hazard-goes')}</span></p>
    <button type="button" class="button" data-key="no-hazard" @click=${() => put({ hazard: null })}>${words.t('home.no-hazard')}</button></fieldset>`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
