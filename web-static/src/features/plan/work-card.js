import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { typing } from '../../ui/typing.js';
import { lengthMeters } from '../../map/measure.js';
import { ringsOf } from '../../map/snap.js';
import { toolIcon } from './icons.js';
import { heldNote } from './locks.js';
import { padCard } from './pad-card.js';
import { previewCard } from './preview-card.js';
import { refusal } from './refusal.js';
import { communityLine } from './renumber.js';
import { toolOf } from './tools.js';
import { isReady, isTyped, slotOf } from './work.js';

/** What can be put together without a pointer, or with one. */
const ON_MAP = ['line', 'ring', 'point'];

/** The operation that is being put together: what it asks for, what was given, what would come of it. @param {PlanPage} page */
export function workCard(page) {
  const { store, actions } = page;
  const words = page.words();
  const state = store.state();
  const work = /** @type {PlanWork} */ (state.work);
  const { id, slots } = toolOf(work.tool);
  return html`<section class="plan-part plan-work" aria-label=${words.t(`plan.tool.${id}`)}>
    <div class="plan-work-head"><h3>${toolIcon(id)}${words.t(`plan.tool.${id}`)}</h3>
      <button type="button" class="button small" data-key="give-up" @click=${actions.giveUp}>${words.t('plan.cancel')} <kbd>Esc</kbd></button></div>
    <ol class="plan-slots">${slots.map((slot, i) => slotLine(page, slot, i))}</ol>
    ${state.problem ? refusal(page) : heldNote(page)}
    ${state.preview ? previewCard(page) : asking(page)}</section>`;
}

/** @param {PlanPage} page @param {PlanSlot} slot @param {number} i */
function slotLine({ store, words, actions }, slot, i) {
  const state = store.state();
  const work = /** @type {PlanWork} */ (state.work);
  const name = words().t(`plan.slot.${slot.name}`);
  if (slot.kind === 'choice') return choiceLine(slot, String(work.values[slot.name] ?? ''), name, { words: words(), actions });
  if (slot.kind === 'community') return communityLine({ store, words, actions }, slot, name);
  if (slot.kind === 'text') return textLine(slot, String(work.values[slot.name] ?? ''), name, { words: words(), actions });
  const isDone = i < work.at;
  return html`<li class=${isDone ? 'done' : i === work.at ? 'now' : ''} aria-current=${i === work.at ? 'step' : null}>
    <span class="plan-slot-mark">${isDone ? icon('check') : String(i + 1)}</span><span class="plan-slot-name">${name}</span>
    <span class="plan-slot-value">${valueTold(state, slot, words()) ?? (i === work.at ? words().t('plan.wanted') : '')}</span>
    ${isDone ? html`<button type="button" class="button small" data-key=${`back-${slot.name}`} @click=${() => actions.did({ did: 'back', slot: slot.name })}>${words().t('plan.change')}</button>` : null}</li>`;
}

/** @param {PlanSlot} slot @param {string} value @param {string} name @param {{ words: Words, actions: PlanActions }} page */
function textLine(slot, value, name, { words, actions }) {
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    actions.preview();
  };
  const typed = typing((text) => actions.did({ did: 'text', slot: slot.name, text }));
  return html`<li class="text"><label class="plan-field"><span>${name}${slot.optional ? ` · ${words.t('plan.optional')}` : ''}</span>
    <input class="field" type="text" maxlength="100" data-key=${`slot-${slot.name}`} .value=${value} @keydown=${pressed} @input=${typed} @compositionend=${typed}></label></li>`;
}

/** @param {PlanSlot} slot @param {string} value @param {string} name @param {{ words: Words, actions: PlanActions }} page */
const choiceLine = (slot, value, name, { words, actions }) => html`<li class="text"><label class="plan-field"><span>${name} · ${words.t('plan.optional')}</span><span class="select"><select data-key=${`slot-${slot.name}`}
  @change=${(/** @type {Event} */ event) => actions.did({ did: 'text', slot: slot.name, text: /** @type {HTMLSelectElement} */ (event.target).value })}>
  <option value="">${words.t('plan.as-it-is')}</option>${(slot.choices ?? []).map((choice) => html`<option value=${choice} ?selected=${choice === value}>${words.t(`plan.choice.${choice}`)}</option>`)}</select>${icon('down')}</span></label></li>`;

/** @param {PlanState} state @param {PlanSlot} slot @param {Words} words @returns {string | null} */
function valueTold({ work, plan }, slot, words) {
  const value = work?.values[slot.name];
  if (value === undefined || value === null) return null;
  const nameOf = (/** @type {string} */ face) => plan?.grids.features.find(({ id }) => id === face)?.properties.code.slice(-3) ?? face;
  switch (slot.kind) {
    case 'face':
      return nameOf(value);
    case 'faces':
      return value.map(nameOf).join('、') || null;
    case 'point':
      return `${value[0].toFixed(5)}, ${value[1].toFixed(5)}`;
    case 'line':
    case 'ring':
      return words.t('plan.line-told', { n: value.length, length: words.length(lengthMeters(value)) });
    default:
      return String(value);
  }
}

/** What is to be done now. @param {PlanPage} page */
function asking(page) {
  const { store, actions } = page;
  const words = page.words();
  const state = store.state();
  const work = /** @type {PlanWork} */ (state.work);
  const slot = slotOf(work);
  const byKeys = work.how === 'keys' && slot !== null && ON_MAP.includes(slot.kind);
  const ready = isReady(work) || slot?.kind === 'faces' && (work.values[slot.name]?.length ?? 0) >= 2;
  const go = () => (slot && !isTyped(slot) ? actions.did({ did: 'take' }) : actions.preview());
  return html`${slot && !isTyped(slot) ? html`<p class="note">${icon('target')}<span>${words.t(byKeys ? `plan.ask-keys.${slot.kind}` : askOf(work, slot))}</span></p>` : null}
    ${slot?.kind === 'building' ? html`<div class="plan-tools"><label class="plan-field"><span>${words.t('plan.building-list')}</span><span class="select"><select data-key="building"
      @change=${(/** @type {Event} */ event) => actions.did({ did: 'building', building: /** @type {HTMLSelectElement} */ (event.target).value })}>
      <option value="">${words.t('plan.choose-one')}</option>${state.buildings.map(({ id, properties }) => html`<option value=${String(id)}>${buildingName(properties, words)}</option>`)}</select>${icon('down')}</span></label></div>` : null}
    ${slot?.kind === 'ring' ? microList(page) : null}
    ${byKeys ? padCard(page) : null}
    <div class="plan-tools">${byKeys || ready ? html`<button type="button" class="button primary" data-key="preview" ?disabled=${state.busy || (!byKeys && !ready)} @click=${go}>${words.t(slot?.kind === 'point' ? 'plan.take' : 'plan.preview')}</button>` : null}
      ${slot && ON_MAP.includes(slot.kind) ? html`<button type="button" class="button" data-key="how" aria-pressed=${String(byKeys)} @click=${() => actions.setHow(byKeys ? 'map' : 'keys')}>${toolIcon('keyboard')}${words.t(byKeys ? 'plan.with-map' : 'plan.with-keys')}</button>` : null}
      ${state.busy ? html`<span class="plan-busy" role="status"><span class="dots" aria-hidden="true"></span>${words.t('plan.working')}</span>` : null}</div>`;
}

/** The ground of a micro-grid instead of a drawn one. @param {PlanPage} page */
function microList({ store, words, actions }) {
  const { micro } = store.state();
  if (micro.length === 0) return null;
  const chosen = (/** @type {Event} */ event) => {
    const one = micro.find(({ id }) => String(id) === /** @type {HTMLSelectElement} */ (event.target).value);
    if (one) actions.did({ did: 'line', line: ringsOf(one.geometry)[0] });
  };
  return html`<div class="plan-tools"><label class="plan-field"><span>${words().t('plan.micro-list')}</span><span class="select"><select data-key="micro" @change=${chosen}>
    <option value="">${words().t('plan.choose-one')}</option>${micro.map(({ id, properties }) => html`<option value=${String(id)}>${properties.name} · ${words().t('plan.n-homes', { n: properties.households ?? 0 })}</option>`)}</select>${icon('down')}</span></label></div>`;
}

/** @param {PlaceProps} building @param {Words} words */
const buildingName = ({ id, nameZh, nameEn, gateNumber, households }, words) =>
  `${(words.lang === 'zh' ? nameZh : nameEn) || nameZh || (gateNumber ? words.t('plan.gate', { n: gateNumber }) : id)} · ${words.t('plan.n-homes', { n: households ?? 0 })}`;

/** The words for what is asked: of this operation, else of the kind. @param {PlanWork} work @param {PlanSlot} slot */
export const askOf = (work, slot) => (ASKED_APART.includes(`${work.tool}.${slot.name}`) ? `plan.ask.${work.tool}.${slot.name}` : `plan.ask.${slot.kind}`);

const ASKED_APART = [
  'split.line', 'reshape.line', 'reshape.neighbour', 'snap-border.neighbour', 'split-along-streets.from', 'split-along-streets.to', 'move-vertex.at', 'move-vertex.to',
  'insert-vertex.at', 'delete-vertex.at', 'move-block.ring', 'move-block.to', 'move-building.to', 'put-back.face',
];
