import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { movedBy, offsetMeters } from '../../map/measure.js';
import { onLattice } from '../../map/snap.js';
import { toolIcon } from './icons.js';
import { draftOf, PAD_STEPS, padMoved, valueOfDraft, withMiddle } from './pad.js';
import { placeOf } from './picture.js';
import { withAxis } from './state.js';
import { slotOf } from './work.js';

/** @type {Record<string, import('./cursor.js').Direction | 'next' | 'before'>} */
const KEYS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', ']': 'next', '[': 'before', n: 'next', p: 'before' };

/** Drawing without a pointer: a point is chosen, moved by keys or buttons, or typed. @param {PlanPage} page */
export function padCard(page) {
  const { store } = page;
  const words = page.words();
  const state = store.state();
  const places = draftOf(state);
  const kind = state.work ? slotOf(state.work)?.kind : '';
  const most = kind === 'line' ? 2 : 3;
  return html`<ol class="plan-points">${places.map((place, i) => pointLine(page, { place, i, alone: places.length === 1, mayDrop: places.length > most }))}</ol>
    ${pad(page)}
    ${kind === 'point' ? null : html`<div class="plan-tools"><button type="button" class="button small" data-key="add-point" @click=${() => draft(page, withMiddle(places))}>${icon('plus')}${words.t('plan.add-point')}</button></div>`}`;
}

/** @param {PlanPage} page @param {{ place: Position, i: number, alone: boolean, mayDrop: boolean }} of */
function pointLine(page, { place, i, alone, mayDrop }) {
  const words = page.words();
  const { pad: { point } } = page.store.state();
  const choose = () => page.store.dispatch({ kind: 'pad', pad: { point: i } });
  const name = words.t('plan.point', { n: i + 1 });
  const drop = () => {
    page.store.dispatch({ kind: 'pad', pad: { point: 0 } });
    draft(page, draftOf(page.store.state()).filter((_, k) => k !== i));
  };
  return html`<li class=${i === point ? 'now' : ''}>${alone ? null : html`<button type="button" class="plan-point" aria-pressed=${String(i === point)} data-key=${`point-${i}`} @click=${choose}>${name}</button>`}
    ${coordinate(page, place, i, 0)}${coordinate(page, place, i, 1)}
    ${mayDrop ? html`<button type="button" class="icon-button" data-key=${`drop-${i}`} aria-label=${words.t('plan.drop-point', { n: i + 1 })} title=${words.t('plan.drop-point', { n: i + 1 })} @click=${drop}>${icon('close')}</button>` : null}</li>`;
}

/** @param {PlanPage} page @param {Position} place @param {number} i @param {0 | 1} axis */
function coordinate(page, place, i, axis) {
  const words = page.words();
  const name = words.t(axis === 0 ? 'plan.lon' : 'plan.lat');
  const set = (/** @type {number} */ degrees) => {
    page.store.dispatch({ kind: 'pad', pad: { point: i } });
    draft(page, draftOf(page.store.state()).map((old, k) => (k === i ? withAxis(old, axis, onLattice(degrees)) : old)));
  };
  const typed = (/** @type {Event} */ event) => {
    const value = valueOf(event);
    const typedPlace = placeOf(axis === 0 ? value : '0', axis === 1 ? value : '0');
    if (typedPlace) set(typedPlace[axis]);
  };
  const moved = (/** @type {KeyboardEvent} */ event) => {
    const up = event.key === 'ArrowUp';
    if (!up && event.key !== 'ArrowDown') return;
    event.preventDefault();
    set(place[axis] + (up ? 1 : -1) * (event.shiftKey ? 10 : 1) * 0.00001);
  };
  return html`<input class="field" type="text" inputmode="decimal" aria-label=${`${words.t('plan.point', { n: i + 1 })} ${name}`} title=${name}
    data-key=${`point-${i}-${axis}`} .value=${place[axis].toFixed(7)} @change=${typed} @keydown=${moved}>`;
}

/** @param {PlanPage} page */
function pad(page) {
  const { store } = page;
  const words = page.words();
  const { pad: { step, point } } = store.state();
  const go = (/** @type {import('./cursor.js').Direction | 'next' | 'before'} */ key) => draft(page, padMoved(store.state(), key));
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    const key = KEYS[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(key);
  };
  const arrow = (/** @type {import('./cursor.js').Direction} */ key, /** @type {any} */ mark) => html`<button type="button" class=${`pad-${key}`} tabindex="-1" aria-label=${words.t(`plan.pad.${key}`)} title=${words.t(`plan.pad.${key}`)} @click=${() => go(key)}>${mark}</button>`;
  const other = (/** @type {'before' | 'next'} */ key) => html`<button type="button" class="button small" data-key=${`pad-${key}`} @click=${() => go(key)}>${words.t(`plan.pad.${key}`)} <kbd>${key === 'next' ? ']' : '['}</kbd></button>`;
  return html`<div class="plan-pad"><div class="pad-cross" role="application" tabindex="0" data-key="pad" aria-label=${words.t('plan.pad.label', { n: point + 1 })} @keydown=${pressed}>
      ${arrow('up', icon('up'))}${arrow('left', toolIcon('left'))}<span class="pad-middle" aria-hidden="true">${String(point + 1)}</span>${arrow('right', icon('right'))}${arrow('down', icon('down'))}</div>
    <div class="pad-side"><label class="plan-field"><span>${words.t('plan.pad.step')}</span><span class="select"><select data-key="pad-step" @change=${(/** @type {Event} */ event) => {
      const value = valueOf(event);
      store.dispatch({ kind: 'pad', pad: { step: value === 'vertex' ? 'vertex' : Number(value) } });
    }}>${PAD_STEPS.map((one) => html`<option value=${String(one)} ?selected=${one === step}>${one === 'vertex' ? words.t('plan.pad.to-vertex') : `${one} m`}</option>`)}</select>${icon('down')}</span></label>
      <div class="plan-tools">${other('before')}${other('next')}</div>${meters(page)}</div></div>`;
}

/** Typed metres, from where the point is. @param {PlanPage} page */
function meters(page) {
  const words = page.words();
  const { pad: { point } } = page.store.state();
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    const [east, north] = [...(/** @type {HTMLElement} */ (event.currentTarget)).querySelectorAll('input')].map(({ value }) => Number(value.trim() || '0'));
    const places = draftOf(page.store.state());
    if (Number.isFinite(east) && Number.isFinite(north) && places[point]) draft(page, places.map((old, i) => (i === point ? movedBy(old, { east, north }) : old)));
  };
  const field = (/** @type {'east' | 'north'} */ name) => html`<label class="plan-field"><span>${words.t(`plan.pad.${name}`)}</span><input class="field" type="text" inputmode="decimal" placeholder="0" data-key=${`pad-${name}`}></label>`;
  return html`<form class="pad-meters" @submit=${go}>${field('east')}${field('north')}<button type="submit" class="button small" data-key="pad-go">${words.t('plan.pad.go')}</button></form>`;
}

/** @param {PlanPage} page @param {Position[]} places */
function draft(page, places) {
  const state = page.store.state();
  const before = draftOf(state)[state.pad.point];
  page.actions.did({ did: 'draft', value: valueOfDraft(state, places) });
  const now = places[state.pad.point];
  if (!before || !now) return;
  const { east, north } = offsetMeters(before, now);
  const words = page.words();
  page.tell(words.t('plan.pad.told', { n: state.pad.point + 1, east: words.number(east, 1), north: words.number(north, 1), lon: now[0].toFixed(6), lat: now[1].toFixed(6) }));
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
