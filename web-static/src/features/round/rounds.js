import { localOf } from '../../app/when.js';
import { html, show } from '../../ui/html.js';
import { figuresPart } from './figures.js';
import { plansPart } from './plans.js';
import { runsPart } from './runs.js';
import { PARTS, addressOf, viewOf } from './state.js';
import { unwalkedPart } from './unwalked.js';

const READ_AGAIN_MS = 30_000;
const SHOWN = { runs: runsPart, plans: plansPart, unwalked: unwalkedPart, figures: figuresPart };

/**
 * The page: patrols of a day, plans, grids that nobody walked, and figures; one of them at a time.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site @returns {() => void} stops
 */
export function mountRounds(place, page, site) {
  const words = page.words();
  const today = localOf(Date.parse(site.asOf), site.timeZone).slice(0, 10);
  let view = viewOf(location.search, today);
  /** @type {{ renew: () => void } | null} */
  let shown = null;
  show(place, html`<div class="round-page"><nav class="round-tabs segments" aria-label=${words.t('round.parts')}></nav><div class="round-part"></div></div>`);
  const [tabs, room] = ['tabs', 'part'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.round-${name}`)));
  const go = (/** @type {Partial<RoundView>} */ change) => {
    view = { ...view, ...change };
    history.pushState(null, '', addressOf(view, location.search, today));
    draw();
  };
  const draw = () => {
    show(tabs, html`${PARTS.map((part) => html`<button type="button" aria-pressed=${String(part === view.part)} data-key=${`part-${part}`} @click=${() => go({ part, run: '', plan: '' })}>${words.t(`round.part.${part}`)}</button>`)}`);
    shown = SHOWN[view.part](room, { page, site, view, today, go });
  };
  window.onpopstate = () => {
    view = viewOf(location.search, today);
    draw();
  };
  draw();
  const timer = setInterval(() => document.visibilityState === 'visible' && shown?.renew(), READ_AGAIN_MS);
  return () => clearInterval(timer);
}

/** @typedef {{ page: FramePage, site: Site, view: RoundView, today: string, go: (change: Partial<RoundView>) => void }} RoundTo */
