import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { gauge, verdictBadge } from '../grid/verdict.js';
import { placeOf } from './picture.js';
import { nudged, withAxis } from './state.js';

/** The chosen grid, and the split that is being drawn in it. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
export function chosenGrid(state, words, actions) {
  const grid = state.plan?.grids.features.find(({ id }) => id === state.selected);
  if (!grid) return html`<section class="plan-part">${state.problem ? problemNote(state.problem, words) : html`<p class="note quiet">${icon('info')}${words.t('plan.grids-hint')}</p>`}</section>`;
  const { properties } = grid;
  return html`<section class="plan-part" aria-label=${properties.name}>
    <h3>${properties.name} <span class="code-text">${properties.code}</span></h3>
    ${figures(properties, words)}
    ${state.tool || state.preview ? null : html`<div class="plan-tools">
      <button type="button" class="button primary" data-key="draw" @click=${actions.draw}>${words.t('plan.split')}</button>
      <button type="button" class="button" data-key="type" @click=${actions.type}>${words.t('plan.type')}</button></div>`}
    ${state.tool === 'draw' && !state.preview ? html`<p class="note">${icon('target')}<span>${words.t('plan.draw-hint')}</span></p>` : null}
    ${state.tool === 'type' && !state.preview ? typedLine(state, words, actions) : null}
    ${state.problem ? problemNote(state.problem, words) : null}
    ${state.preview ? bothHalves(state, words, actions) : null}
    ${state.tool && !state.preview ? html`<button type="button" class="button" data-key="give-up" @click=${actions.giveUp}>${words.t('plan.cancel')}</button>` : null}</section>`;
}

/** @param {PlanFace} face @param {Words} words */
function figures(face, words) {
  const told = (/** @type {string} */ name, /** @type {unknown} */ value) => html`<div><dt>${words.t(name)}</dt><dd>${value}</dd></div>`;
  return html`<p class="plan-count"><b>${words.number(face.households)}</b> ${words.t('plan.homes')} ${verdictBadge(face.sizeRule, words)}</p>
    ${gauge(face.households, face.sizeRule, words)}
    <dl class="plan-figures">${told('plan.population', words.number(face.population))}
      ${face.buildings === null ? null : told('plan.buildings', words.number(face.buildings))}
      ${told('plan.ground', words.t('plan.hectares', { n: words.number(face.squareMeters / 10_000, 2) }))}
      ${told('plan.micro', words.number(face.microGrids))}</dl>
    ${face.estimated ? html`<p class="note">${icon('info')}${words.t('plan.estimated')}</p>` : null}`;
}

/** @param {PlanState} state @param {Words} words @param {PlanActions} actions */
function bothHalves({ preview, reason, busy }, words, actions) {
  const { made, altered, cutBuildings } = /** @type {PlanPreview} */ (preview);
  const cut = cutBuildings ?? [];
  const wanting = cut.length > 0 && reason.trim() === '';
  return html`<h4>${words.t('plan.halves')}</h4>
    <ol class="halves">${made.features.map(({ properties }, i) => html`<li class=${`half half-${i + 1}`}>
      <h5><span class="half-mark" aria-hidden="true"></span>${words.t('plan.half', { n: i + 1 })} <span class="faint">${words.t('plan.becomes', { code: properties.code.slice(-3) })}</span></h5>
      ${figures(properties, words)}</li>`)}</ol>
    <p class="faint">${(altered ?? []).length > 0 ? words.t('plan.altered', { names: (altered ?? []).map(({ name }) => name).join('、') }) : words.t('plan.altered-none')}</p>
    ${cut.length > 0 ? html`<div class="note bad">${icon('warning')}<div><p class="note-title">${words.t('plan.cuts', { n: cut.length })}</p>
      <label class="plan-field"><span>${words.t('plan.reason')}</span><input class="field" type="text" maxlength="500" data-key="reason" .value=${reason}
        @input=${(/** @type {Event} */ event) => actions.setReason(valueOf(event))}></label><p class="faint">${words.t('plan.reason-hint')}</p></div></div>` : null}
    <div class="plan-tools"><button type="button" class="button primary" data-key="confirm" ?disabled=${busy || wanting} @click=${actions.confirm}>${words.t('plan.confirm')}</button>
      <button type="button" class="button" data-key="again" @click=${actions.draw}>${words.t('plan.again')}</button>
      <button type="button" class="button" data-key="give-up" @click=${actions.giveUp}>${words.t('plan.cancel')}</button></div>`;
}

/** The same work without a pointer. @param {PlanState} state @param {Words} words @param {PlanActions} actions */
function typedLine({ line, busy }, words, actions) {
  const axis = (/** @type {number} */ point, /** @type {0 | 1} */ which) => coordinate({ line, point, axis: which }, words, actions);
  return html`<p class="note">${icon('info')}<span>${words.t('plan.type-hint')}</span></p>
    <ol class="plan-points">${line.map((_, i) => html`<li><span>${words.t('plan.point', { n: i + 1 })}</span>${axis(i, 0)}${axis(i, 1)}
      ${line.length > 2 ? html`<button type="button" class="icon-button" aria-label=${words.t('plan.drop-point', { n: i + 1 })} title=${words.t('plan.drop-point', { n: i + 1 })}
        @click=${() => actions.setLine(line.filter((_, k) => k !== i))}>${icon('close')}</button>` : null}</li>`)}</ol>
    <div class="plan-tools"><button type="button" class="button primary" data-key="preview" ?disabled=${busy} @click=${actions.preview}>${words.t('plan.preview')}</button>
      <button type="button" class="button" data-key="add-point" @click=${() => actions.setLine(withMiddle(line))}>${words.t('plan.add-point')}</button></div>`;
}

/** One more point, between the last two. @param {Position[]} line @returns {Position[]} */
function withMiddle(line) {
  const [a, b] = line.slice(-2);
  const middle = placeOf(String((a[0] + b[0]) / 2), String((a[1] + b[1]) / 2)) ?? a;
  return [...line.slice(0, -1), middle, b];
}

/** @param {{ line: Position[], point: number, axis: 0 | 1 }} of @param {Words} words @param {PlanActions} actions */
function coordinate({ line, point, axis }, words, actions) {
  const name = words.t(axis === 0 ? 'plan.lon' : 'plan.lat');
  const typed = (/** @type {Event} */ event) => {
    const value = valueOf(event);
    const place = placeOf(axis === 0 ? value : '0', axis === 1 ? value : '0');
    if (place) actions.setLine(line.map((old, i) => (i === point ? withAxis(old, axis, place[axis]) : old)));
  };
  const moved = (/** @type {KeyboardEvent} */ event) => {
    const up = event.key === 'ArrowUp';
    if (!up && event.key !== 'ArrowDown') return;
    event.preventDefault();
    actions.setLine(nudged(line, { point, axis, steps: (up ? 1 : -1) * (event.shiftKey ? 10 : 1) }));
  };
  return html`<input class="field" type="text" inputmode="decimal" aria-label=${`${words.t('plan.point', { n: point + 1 })} ${name}`} title=${name}
    data-key=${`point-${point}-${axis}`} .value=${line[point][axis].toFixed(7)} @change=${typed} @keydown=${moved}>`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;
