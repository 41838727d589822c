import { html, show } from '../../ui/html.js';

/** In which order the panels stand; a panel that is not named here comes last. */
const ORDER = ['shape', 'balance', 'impact', 'compare', 'paper', 'comments'];

/**
 * The panels beside the map: tabs as soon as there are two of them, and one of the panels in front. Each keeps a place of
 * its own in the document, so that it may leave there what it has drawn.
 *
 * @param {HTMLElement} place @param {PlanPage} page @param {PlanPanel} chooser what is there while no plan is open
 */
export function createPanels(place, page, chooser) {
  const { store } = page;
  const tabs = document.createElement('div');
  place.replaceChildren(tabs);
  /** @type {{ panel: PlanPanel, root: HTMLElement }[]} */
  const open = [];
  const begun = { panel: chooser, root: rootOf(place, chooser.id) };
  begun.root.removeAttribute('role');

  function draw() {
    const state = store.state();
    const front = state.plan ? open.find(({ panel }) => panel.id === state.panel) ?? open[0] : begun;
    for (const one of [begun, ...open]) one.root.hidden = one !== front;
    // What was about choosing a plan is over once one is open.
    if (front !== begun) begun.root.firstElementChild?.replaceChildren();
    show(tabs, state.plan && open.length > 1 ? tabList(open.map(({ panel }) => panel), front.panel.id, page) : null);
    place.classList.toggle('wide', front.panel.wide === true);
    front.root.setAttribute('aria-busy', String(state.busy));
    front.panel.render(/** @type {HTMLElement} */ (front.root.firstElementChild), store, page);
  }

  return {
    draw,
    /** @param {PlanPanel} panel */
    addPanel(panel) {
      open.push({ panel, root: rootOf(place, panel.id) });
      open.sort((a, b) => rank(a.panel.id) - rank(b.panel.id));
    },
  };
}

/** @param {string} id */
const rank = (id) => (ORDER.indexOf(id) + ORDER.length + 1) % (ORDER.length + 1);

/** @param {HTMLElement} place @param {string} id */
function rootOf(place, id) {
  const root = document.createElement('div');
  root.className = 'panel-scroll';
  root.id = `panel-${id}`;
  root.setAttribute('role', 'tabpanel');
  root.setAttribute('aria-labelledby', `tab-${id}`);
  root.append(document.createElement('div'));
  place.append(root);
  return root;
}

/** @param {PlanPanel[]} panels @param {string} front @param {PlanPage} page */
function tabList(panels, front, { store, words }) {
  const go = (/** @type {string} */ id) => store.dispatch({ kind: 'panel', panel: id });
  const moved = (/** @type {KeyboardEvent} */ event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = panels[(panels.findIndex(({ id }) => id === front) + step + panels.length) % panels.length].id;
    go(next);
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="tab-${next}"]`))?.focus();
  };
  return html`<div class="panel-tabs" role="tablist" aria-label=${words().t('plan.panels')}>${panels.map((panel) => {
    const badge = panel.badge?.(store.state());
    return html`<button type="button" class="panel-tab" role="tab" id=${`tab-${panel.id}`} aria-selected=${String(panel.id === front)}
      aria-controls=${`panel-${panel.id}`} tabindex=${panel.id === front ? '0' : '-1'} data-key=${`tab-${panel.id}`}
      @click=${() => go(panel.id)} @keydown=${moved}>${words().t(panel.titleKey)}${badge ? html`<span class="chip">${badge}</span>` : null}</button>`;
  })}</div>`;
}
