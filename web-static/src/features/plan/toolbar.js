import { html, show } from '../../ui/html.js';
import { toolIcon } from './icons.js';
import { mayDraw } from './may-draw.js';
import { TOOLS } from './tools.js';

const GROUPS = /** @type {const} */ (['grids', 'borders', 'points', 'homes']);
const SNAPS = /** @type {const} */ (['vertex', 'edge', 'street']);

/** The tools beside the map: undo and redo, the operations, what is snapped to. Nothing where nothing can be drawn. @param {HTMLElement} place @param {PlanPage} page */
export function showToolbar(place, page) {
  const { plan } = page.store.state();
  const draft = mayDraw(plan);
  place.hidden = !draft;
  show(place, draft ? html`<div class="plan-tools-scroll" data-scroll="tools" role="toolbar" aria-orientation="vertical" aria-label=${page.words().t('plan.tools')} @keydown=${moveFocus}>
    ${steps(page)}${GROUPS.map((group) => html`<div class="tool-group" role="group" aria-label=${page.words().t(`plan.group.${group}`)}>${TOOLS.filter((tool) => tool.group === group).map((tool) => toolButton(page, tool))}</div>`)}
    ${snaps(page)}</div>` : null);
}

/** @param {PlanPage} page */
function steps({ store, words, actions }) {
  const { plan, busy } = store.state();
  const step = (/** @type {'undo' | 'redo'} */ name, /** @type {boolean | undefined} */ can, /** @type {string} */ key) => html`<button type="button" class="tool" data-key=${name}
    ?disabled=${!can || busy} title=${`${words().t(`plan.${name}`)} (${key})`} @click=${() => actions.step(name)}>${toolIcon(name)}<span>${words().t(`plan.${name}`)}</span></button>`;
  return html`<div class="tool-group tool-steps" role="group">${step('undo', plan?.canUndo, 'Ctrl+Z')}${step('redo', plan?.canRedo, 'Ctrl+Shift+Z')}</div>`;
}

/** @param {PlanPage} page @param {PlanTool} tool */
function toolButton({ store, words, actions }, { id, key }) {
  const isOn = store.state().work?.tool === id;
  return html`<button type="button" class="tool" data-key=${`tool-${id}`} aria-pressed=${String(isOn)} title=${`${words().t(`plan.tool.${id}.hint`)} (${key})`}
    @click=${() => (isOn ? actions.giveUp() : actions.start(id))}>${toolIcon(id)}<span>${words().t(`plan.tool.${id}`)}</span></button>`;
}

/** @param {PlanPage} page */
function snaps({ store, words, actions }) {
  const { snap } = store.state();
  return html`<div class="tool-group" role="group" aria-label=${words().t('plan.snap')}><p class="tool-title">${words().t('plan.snap')}</p>${SNAPS.map((kind) => html`<button type="button" class="tool snap" role="switch" data-key=${`snap-${kind}`}
    aria-checked=${String(snap[kind])} title=${words().t(`plan.snap.${kind}-hint`)} @click=${() => actions.setSnap({ [kind]: !snap[kind] })}>${toolIcon(`snap-${kind}`)}<span>${words().t(`plan.snap.${kind}`)}</span></button>`)}</div>`;
}

/** The arrow keys go from tool to tool. @param {KeyboardEvent} event */
function moveFocus(event) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button')].filter((button) => !button.disabled);
  const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  if (at < 0) return;
  event.preventDefault();
  all[(at + by + all.length) % all.length].focus();
}
