import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { gauge, verdictBadge } from '../grid/verdict.js';
import { toolIcon } from './icons.js';
import { planProblem } from './locks.js';

/** The chosen grid, and the nearest things to do with it. @param {PlanPage} page */
export function chosenGrid(page) {
  const { store, actions } = page;
  const state = store.state();
  const words = page.words();
  const grid = state.plan?.grids.features.find(({ id }) => id === state.selected);
  if (!grid) return html`<section class="plan-part">${state.problem ? planProblem(page, state.problem) : html`<p class="note quiet">${icon('info')}${words.t('plan.grids-hint')}</p>`}</section>`;
  const { properties } = grid;
  return html`<section class="plan-part plan-chosen" aria-label=${properties.name}>
    <h3>${properties.name} <span class="code-text">${properties.code}</span></h3>
    ${figures(properties, words)}
    ${state.problem ? planProblem(page, state.problem) : null}
    <div class="plan-tools">
      <button type="button" class="button primary" data-key="draw" @click=${() => actions.start('split')}>${toolIcon('split')}${words.t('plan.split')}</button>
      <button type="button" class="button" data-key="type" @click=${() => actions.start('split', 'keys')}>${toolIcon('keyboard')}${words.t('plan.type')}</button></div></section>`;
}

/** @param {PlanFace} face @param {Words} words */
export function figures(face, words) {
  const told = (/** @type {string} */ name, /** @type {unknown} */ value) => html`<div><dt>${words.t(name)}</dt><dd>${value}</dd></div>`;
  return html`<p class="plan-count"><b>${words.number(face.households)}</b> ${words.t('plan.homes')} ${verdictBadge(face.sizeRule, words)}</p>
    ${gauge(face.households, face.sizeRule, words)}
    <dl class="plan-figures">${told('plan.population', words.number(face.population))}
      ${face.buildings === null ? null : told('plan.buildings', words.number(face.buildings))}
      ${told('plan.ground', words.t('plan.hectares', { n: words.number(face.squareMeters / 10_000, 2) }))}
      ${told('plan.micro', words.number(face.microGrids))}</dl>
    ${face.estimated ? html`<p class="note">${icon('info')}${words.t('plan.estimated')}</p>` : null}`;
}
