import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { partsOf, plainId, saysCamera } from './camera-id.js';
import { isDirty, MOST_LENSES, openedTo, reachingTo, turnedTo, withLens, withMoreLenses, withoutLens } from './draft.js';
import { conflictView, faultView } from './faults.js';
import { sinceField } from './since.js';
import { CERTAINTIES, LIGHTS, STATES } from './state.js';

/**
 * The form of the camera that is edited. Its numbers follow the handles, and the handles its numbers.
 *
 * @param {HTMLElement} place @param {CameraPage} to
 */
export function mountForm(place, to) {
  const { store, words, does } = to;
  const t = words().t;
  const session = /** @type {CameraSession} */ (store.state().session);
  const isNew = session.stored === null;
  show(place, html`<form class="cams-card cams-form" novalidate @submit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    does.save();
  }}><h2 class="card-name">${isNew ? t('cams.new') : t('cams.editing', { name: session.stored?.name ?? '' })}</h2>
    <div class="cams-said"></div><div class="cams-bar"></div>
    ${isNew ? idField(to) : null}
    ${text(to, 'name', 100)}
    <fieldset class="cams-lenses"><legend>${t('cams.lenses')}</legend>${lensTabs(to)}
      <div class="cams-numbers">${LENS_FIELDS.map((name) => number(to, name))}</div></fieldset>
    <div class="cams-numbers">${pick(to, 'directionCertainty', CERTAINTIES, 'certainty')}${number(to, 'mountHeightMeters')}${number(to, 'lon')}${number(to, 'lat')}</div>
    <div class="cams-checks">${check(to, 'indoor')}${turnCheck(to)}</div>
    ${session.draft.turn ? html`<div class="cams-numbers">${number(to, 'turnAzimuth')}${number(to, 'turnAngle')}</div>` : null}
    <div class="cams-numbers">${pick(to, 'state', STATES, 'camera-state')}${pick(to, 'light', LIGHTS, 'cams.light')}${number(to, 'keptDays')}</div>
    ${text(to, 'owner', 100)}${text(to, 'contact', 100)}
    ${sinceField(to, 'field-from', { value: session.from, told: (from) => does.since(from) })}<p class="form-help">${t('cams.from-help')}</p></form>`);
  const [said, bar] = ['.cams-said', '.cams-bar'].map((name) => /** @type {HTMLElement} */ (place.querySelector(name)));
  /** @type {unknown} */
  let told = null;
  const sync = () => {
    const { session: now, fault, conflict, saving, coverage } = store.state();
    if (!now) return;
    // Whoever stores from further down shall see what kept it from being stored.
    if ((conflict ?? fault) !== told) place.scrollTop = 0;
    told = conflict ?? fault;
    show(said, html`${conflict ? conflictView(to, conflict) : null}${fault ? faultView(fault, words()) : null}`);
    show(bar, html`<button type="submit" class="button primary" data-key="save" ?disabled=${saving || (!isDirty(now))}>${t('cams.save')}</button><button type="button" class="button" data-key="give-up" @click=${() => does.giveUp()}>${t('cams.give-up')}</button>
      <span class="grow"></span><button type="button" class="button" data-key="undo" ?disabled=${now.past.length === 0} @click=${() => does.undo()}>${t('cams.undo')}</button><button type="button" class="button" data-key="redo" ?disabled=${now.ahead.length === 0} @click=${() => does.redo()}>${t('cams.redo')}</button>
      <p class="faint cams-live" data-part="seen">${coverage ? t('cams.seen-of', { seen: words().number(coverage.properties.seenSquareMeters), all: words().number(coverage.properties.sectorSquareMeters) }) : t('cams.seen-none')}</p>`);
    fill(place, now);
  };
  return { sync };
}

const LENS_FIELDS = ['azimuthDegrees', 'angleDegrees', 'nearMeters', 'rangeMeters'];

/** What a field shows. @type {Record<string, (session: CameraSession) => unknown>} */
const VALUES = {
  turnAzimuth: ({ draft }) => draft.turn?.azimuthDegrees, turnAngle: ({ draft }) => draft.turn?.angleDegrees,
  ...Object.fromEntries(LENS_FIELDS.map((name) => [name, (/** @type {CameraSession} */ { draft, lens }) => draft.lenses[lens][/** @type {keyof CameraLens} */ (name)]])),
};

/** What a number makes of a draft. @type {Record<string, (draft: CameraDraft, lens: number, value: number) => CameraDraft>} */
const PUTS = {
  azimuthDegrees: turnedTo, angleDegrees: openedTo, rangeMeters: reachingTo,
  nearMeters: (draft, lens, value) => withLens(draft, lens, { nearMeters: value }),
  turnAzimuth: (draft, _, value) => ({ ...draft, turn: draft.turn && { ...draft.turn, azimuthDegrees: ((value % 360) + 360) % 360 } }),
  turnAngle: (draft, _, value) => ({ ...draft, turn: draft.turn && { ...draft.turn, angleDegrees: Math.min(360, Math.max(1, value)) } }),
};

/** Fields show what the handles say, except the one that is typed in. @param {HTMLElement} place @param {CameraSession} session */
function fill(place, session) {
  for (const field of place.querySelectorAll('[data-field]')) {
    const input = /** @type {HTMLInputElement} */ (field);
    if (input === document.activeElement && input.type !== 'checkbox') continue;
    const name = /** @type {string} */ (input.dataset.field);
    const value = VALUES[name] ? VALUES[name](session) : session.draft[/** @type {keyof CameraDraft} */ (name)];
    if (input.type === 'checkbox') input.checked = Boolean(value);
    else input.value = value === null || value === undefined ? '' : String(value);
  }
}

/** @param {CameraPage} to @param {(session: CameraSession) => CameraDraft} change @param {string} step */
function put({ store, does }, change, step) {
  const { session } = store.state();
  if (session) does.change(change(session), step);
}

/** @param {CameraPage} to @param {string} name */
function number(to, name) {
  const { words } = to;
  const typed = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    if (value.trim() === '' && name === 'nearMeters') return put(to, ({ draft, lens }) => withLens(draft, lens, { nearMeters: null }), `type-${name}`);
    if (value.trim() === '' || Number.isNaN(Number(value))) return;
    put(to, ({ draft, lens }) => (PUTS[name] ? PUTS[name](draft, lens, Number(value)) : { ...draft, [name]: Number(value) }), `type-${name}`);
  };
  return html`<label class="form-field"><span>${words().t(`cams.field.${name}`)}</span><input class="field" type="number" step="any" inputmode="decimal" data-key=${`field-${name}`} data-field=${name}
    placeholder=${name === 'nearMeters' ? words().t('cams.near-by-height') : null} @input=${typed}></label>`;
}

/** @param {CameraPage} to @param {'name' | 'owner' | 'contact'} name @param {number} longest */
const text = (to, name, longest) => html`<label class="form-field"><span>${to.words().t(`cams.field.${name}`)}</span><input class="field" type="text" autocomplete="off" maxlength=${longest} data-key=${`field-${name}`} data-field=${name}
  @input=${(/** @type {Event} */ event) => put(to, ({ draft }) => ({ ...draft, [name]: /** @type {HTMLInputElement} */ (event.target).value }), `type-${name}`)}></label>`;

/** @param {CameraPage} to @param {'state' | 'light' | 'directionCertainty'} name @param {string[]} all @param {string} group of words */
const pick = (to, name, all, group) => html`<label class="form-field"><span>${to.words().t(`cams.field.${name}`)}</span><select class="field" data-key=${`field-${name}`} data-field=${name}
  @change=${(/** @type {Event} */ event) => put(to, ({ draft }) => ({ ...draft, [name]: /** @type {HTMLSelectElement} */ (event.target).value }), '')}>${all.map((one) => html`<option value=${one}>${to.words().word(group, one)}</option>`)}</select></label>`;

/** @param {CameraPage} to @param {'indoor'} name */
const check = (to, name) => html`<label class="choice inline"><input type="checkbox" data-key=${`field-${name}`} data-field=${name}
  @change=${(/** @type {Event} */ event) => put(to, ({ draft }) => ({ ...draft, [name]: /** @type {HTMLInputElement} */ (event.target).checked }), '')}><span>${to.words().t(`cams.field.${name}`)}</span></label>`;

/** @param {CameraPage} to */
const turnCheck = (to) => html`<label class="choice inline"><input type="checkbox" data-key="field-turn" data-field="turn"
  @change=${(/** @type {Event} */ event) => put(to, ({ draft }) => ({ ...draft, turn: /** @type {HTMLInputElement} */ (event.target).checked ? { azimuthDegrees: draft.lenses[0].azimuthDegrees, angleDegrees: 360 } : null }), '')}><span>${to.words().t('cams.ptz')}</span></label>`;

/** Which lens the handles are for. @param {CameraPage} to */
function lensTabs(to) {
  const { words, does, store } = to;
  const { lens, draft } = /** @type {CameraSession} */ (store.state().session);
  return html`<div class="cams-lens-tabs"><div class="segments" role="group" aria-label=${words().t('cams.lenses')}>${draft.lenses.map((_, i) => html`<button type="button" aria-pressed=${String(i === lens)} data-key=${`lens-${i}`} aria-label=${words().t('cams.lens', { n: i + 1 })} @click=${() => does.chooseLens(i)}>${i + 1}</button>`)}</div>
    <button type="button" class="icon-button" data-key="lens-add" ?disabled=${draft.lenses.length >= MOST_LENSES} aria-label=${words().t('cams.lens-add')} title=${words().t('cams.lens-add')} @click=${() => put(to, (session) => withMoreLenses(session.draft), '')}>${icon('plus')}</button>
    <button type="button" class="icon-button" data-key="lens-remove" ?disabled=${draft.lenses.length < 2} aria-label=${words().t('cams.lens-remove')} title=${words().t('cams.lens-remove')} @click=${() => put(to, (session) => withoutLens(session.draft, session.lens), '')}>${icon('minus')}</button></div>`;
}

/** The number of a new camera, with its parts beside it. @param {CameraPage} to */
function idField(to) {
  const { words, store } = to;
  const t = words().t;
  const parts = document.createElement('div');
  parts.className = 'cams-parts';
  const tell = (/** @type {string} */ id) => show(parts, html`<dl>${partsOf(id).map(({ name, digits, length }) => html`<div class=${digits.length === length ? 'full' : ''}><dt>${t(`cams.part.${name}`)}</dt><dd class="code-text">${digits.padEnd(length, '·')}</dd></div>`)}</dl>
    ${saysCamera(id) ? null : html`<p class="cams-finding">${icon('warning')}<span>${t('cams.finding.not-a-camera-type')}</span></p>`}`);
  tell(store.state().session?.draft.id ?? '');
  return html`<label class="form-field"><span>${t('cams.field.id')}</span><span class="form-help">${t('cams.id-help')}</span><input class="field code-text" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="30" data-key="field-id" data-field="id"
    @input=${(/** @type {Event} */ event) => {
      const id = plainId(/** @type {HTMLInputElement} */ (event.target).value);
      tell(id);
      put(to, ({ draft }) => ({ ...draft, id }), 'type-id');
    }}></label>${parts}`;
}
