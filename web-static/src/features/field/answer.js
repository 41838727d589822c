import { newKey, shelf } from '../../app/shelf.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { missing, placeOf } from '../campaign/state.js';
import { emptyDraft } from '../report/state.js';
import { standingAt } from './rounds.js';
import { nextDoor, recheckOf, waitingAt } from './walk.js';

/**
 * The checklist at one door. What is answered is kept until it was sent off; without network it goes later.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {FieldRound} campaign @param {string} name of the door
 * @returns {() => void}
 */
export function mountAnswer(place, page, campaign, name) {
  const { store } = page;
  const drafts = shelf('drafts');
  const draft = `visit/${campaign.number}/${name}`;
  const door = campaign.doors.find((one) => one.name === name);
  if (!door) {
    show(place, html`${back(page, campaign)}<p class="quiet">${page.words().t('visit.gone')}</p>`);
    return () => {};
  }
  const waiting = waitingAt(store.state().outbox, campaign.id, name);
  /** @type {Record<string, string>} */
  let given = { ...(waiting?.answers ?? door.answers ?? {}) };
  let over = false;
  const put = (/** @type {number} */ question, /** @type {string} */ answer) => {
    given = { ...given, [question]: answer };
    drafts.put(draft, given).catch(() => {});
  };
  const choose = (/** @type {number} */ question, /** @type {string} */ answer) => {
    put(question, answer);
    draw();
  };
  const send = async () => {
    if (missing(campaign.questions, given).length > 0) return;
    over = true;
    const version = waiting ? waiting.version + 1 : door.version;
    await page.post({ kind: 'visit', title: `${campaign.title} · ${placeOf(door)} ${door.door}`, campaign: campaign.number, door: Number(name), version, answers: given, draft: emptyDraft(newKey()) });
    await drafts.remove(draft).catch(() => {});
    const next = nextDoor(campaign, name, store.state().outbox);
    page.go(next ? `#visits/${campaign.id}/${next.name}` : `#visits/${campaign.id}`);
  };
  const draw = () => show(place, form(page, campaign, door, { given, waiting, choose, put, send }));
  draw();
  drafts.get(draft).then((kept) => {
    if (!kept || over) return;
    given = kept;
    draw();
  }, () => {});
  return () => {
    over = true;
  };
}

/** @param {FieldPage} page @param {FieldRound} campaign */
const back = ({ words }, { id }) => html`<a class="tap back" href=${`#visits/${id}`} data-key="back">${icon('right', 'turned')}<span>${words().t('visit.doors-of')}</span></a>`;

/**
 * @param {FieldPage} page @param {FieldRound} campaign @param {FieldDoor} door
 * @param {{ given: Record<string, string>, waiting: OutboxItem | null, choose: (question: number, answer: string) => void, put: (question: number, answer: string) => void, send: () => void }} with_
 */
function form(page, campaign, door, { given, waiting, choose, put, send }) {
  const words = page.words();
  const now = standingAt(door, waiting);
  const left = missing(campaign.questions, given).length;
  return html`${back(page, campaign)}<h2 class="task-title">${placeOf(door)} ${door.door}</h2>
    ${now === 'open' ? null : html`<p class=${`pending ${now}`}>${icon(now === 'done' ? 'check' : now === 'waiting' ? 'send' : 'warning')}${words.t(`visit.${now}`)}</p>`}
    ${now === 'refused' ? html`<p class="note bad" role="alert">${icon('warning')}<span>${waiting?.problem?.detail || words.t('hand.problem')}</span></p>` : null}
    ${door.declared ? html`<p class="said" data-part="declared">${door.declared.statement}${door.declared.name ? html`<br><span class="faint">${door.declared.name}${door.declared.phone ? ` · ${door.declared.phone}` : ''}</span>` : null}</p>` : null}
    <form novalidate @submit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }}>
    ${campaign.questions.map((question, i) => asked(question, i + 1, { given, words, choose, put }))}
    <div class="send-bar"><button type="submit" class="button primary wide" data-key="visit-send" ?disabled=${left > 0}>${icon('send')}<span>${left > 0 ? words.t('visit.left', { n: left }) : words.t('visit.send')}</span></button><p class="faint">${words.t('field.goes-later')}</p></div></form>`;
}

/** @param {CampaignQuestion} question @param {number} number @param {{ given: Record<string, string>, words: Words, choose: (question: number, answer: string) => void, put: (question: number, answer: string) => void }} with_ */
function asked(question, number, { given, words, choose, put }) {
  const answer = given[number];
  const days = recheckOf(question, answer);
  return html`<fieldset class="part visit-question"><legend>${number}. ${question.text}</legend>
    ${question.kind === 'yes-no' ? html`<div class="pair">${['yes', 'no'].map((one) => html`<button type="button" class="button" aria-pressed=${String(answer === one)} data-key=${`q${number}-${one}`} @click=${() => choose(number, one)}>${answer === one ? '● ' : ''}${words.t(`visit.${one}`)}</button>`)}</div>`
      : html`<input class="field" maxlength="200" autocomplete="off" aria-label=${question.text} data-key=${`q${number}`} .value=${answer ?? ''} @input=${(/** @type {Event} */ event) => put(number, /** @type {HTMLInputElement} */ (event.target).value)}>`}
    ${days === null ? null : html`<p class="visit-hazard">${icon('warning')}<span>${words.t(days > 0 ? 'visit.hazard-days' : 'visit.hazard', { n: days })}</span></p>`}</fieldset>`;
}
