import { listed } from '../../app/rows.js';
import { LAYERS, TREE_LEVELS } from '../../app/state.js';
import { html, show } from '../../ui/html.js';
import { symbol } from '../../ui/icons.js';
import { partitionNames } from './here.js';

/**
 * The side: which level is shown, which layers, and what the marks mean.
 *
 * @param {HTMLElement} place @param {Page} page
 */
export function mountSide(place, page) {
  const draw = () => {
    place.setAttribute('aria-label', page.words().t('map.layers'));
    show(place, html`<div class="side-scroll" data-scroll="side">${levels(page)}${layers(page)}${legend(page)}</div>`);
  };
  draw();
  for (const part of /** @type {const} */ (['lang', 'shown', 'layers', 'site', 'lists', 'closedToo'])) page.store.watch((state) => state[part], draw);
  page.store.watch((state) => state.people.size, draw);
  page.store.watch((state) => state.whistles.length > 0, draw);
  page.store.watch((state) => (state.emergencies?.length ?? 0) > 0, draw);
}

/** @param {Page} page */
function levels(page) {
  const words = page.words();
  const { shown, site } = page.store.state();
  const counts = new Map(site.status === 'ready' ? site.data.levels.map(({ level, count }) => [level, count]) : []);
  const overlays = [...partitionNames(page)].filter(([id]) => id !== 'tree');
  /** @param {Shown} what @param {string} name @param {number | undefined} count @param {string} key */
  const choice = (what, name, count, key) => html`<label class="choice"><input type="radio" name="shown"
      ?checked=${what.partition === shown.partition && what.level === shown.level} data-key=${`shown-${what.partition}-${what.level}`}
      @change=${() => page.store.dispatch({ kind: 'shown', shown: what })}>
      <span class="choice-name">${name}</span>${count === undefined ? null : html`<span class="choice-count">${words.number(count)}</span>`}<kbd aria-hidden="true">${key}</kbd></label>`;
  return html`<fieldset class="side-part"><legend>${words.t('levels.title')}</legend>
    ${TREE_LEVELS.map((level, i) => choice({ partition: 'tree', level }, words.word('level', level), counts.get(level), String(i + 1)))}
    ${overlays.length ? html`<p class="side-sub">${words.t('levels.overlays')}</p>` : null}
    ${overlays.map(([id, name], i) => choice({ partition: id, level: 'overlay' }, name, undefined, String(TREE_LEVELS.length + 1 + i)))}</fieldset>`;
}

/** @param {Page} page */
function layers(page) {
  const words = page.words();
  const { layers: on, site, lists, people } = page.store.state();
  /** @param {ListKind} kind */
  const count = (kind) => words.number(listed(page.store.state(), kind).length);
  const mayRead = site.status === 'ready' ? new Set(site.data.canRead) : null;
  return html`<fieldset class="side-part"><legend>${words.t('layers.title')}</legend>${LAYERS.map((layer) => {
    const isThing = layer === 'incidents' || layer === 'cameras' || layer === 'tracks';
    const refused = mayRead !== null && ((isThing && !mayRead.has(layer)) || (layer === 'people' && !mayRead.has('tracks')));
    const why = refused ? words.t('layers.forbidden') : page.outline && layer === 'base' ? words.t('layers.no-base') : '';
    const list = isThing ? lists[layer] : null;
    return html`<label class="choice" title=${why}><input type="checkbox" ?checked=${on[layer] && !why} ?disabled=${Boolean(why)} data-key=${`layer-${layer}`}
      @change=${(/** @type {Event} */ event) =>
        page.store.dispatch({ kind: 'layer', layer, on: /** @type {HTMLInputElement} */ (event.target).checked })}>
      <span class="choice-name">${words.t(`layer.${layer}`)}</span>
      ${layer === 'people' && on.people && people.size > 0 ? html`<span class="choice-count">${words.number(people.size)}</span>` : null}
      ${list?.status === 'ready' && on[layer] ? html`<span class="choice-count">${count(/** @type {ListKind} */ (layer))}</span>` : null}</label>`;
  })}</fieldset>`;
}

const INCIDENTS = ['incident-overdue', 'incident-urgent', 'incident-open'];

/** @param {Page} page */
function legend(page) {
  const words = page.words();
  const { layers: on, closedToo } = page.store.state();
  const marks = [
    ...(on.incidents ? [...INCIDENTS, ...(closedToo ? ['incident-closed'] : [])] : []),
    ...(on.people ? ['person-walking', 'person-standing', 'person-stale'] : []),
    ...(on.cameras ? ['camera-on', 'camera-off'] : []),
  ];
  return html`<section class="side-part legend" aria-label=${words.t('legend.title')}><h2>${words.t('legend.title')}</h2><ul>
    <li><span class="swatch within"></span>${words.t('legend.within')}</li>
    <li><span class="swatch odd"></span>${words.t('legend.odd')}</li>
    <li><span class="swatch selected"></span>${words.t('legend.selected')}</li>
    ${marks.map((mark) => html`<li>${symbol(mark)}${words.t(`legend.${mark}`)}</li>`)}
    ${page.store.state().emergencies?.length ? html`<li><span class="swatch emergency"></span>${words.t('legend.emergency')}</li>` : null}
    ${page.store.state().whistles.length > 0 ? html`<li><span class="swatch whistle"></span>${words.t('legend.whistle')}</li>` : null}
    ${on.cameras ? html`<li><span class="swatch sector"></span>${words.t('legend.sector')}</li>` : null}
    ${on.tracks ? html`<li><span class="swatch track"></span>${words.t('legend.track')}</li>` : null}</ul></section>`;
}
