import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { signInPath } from '../../app/return-to.js';
import { DENSITIES, FIGURES } from './kiosk.js';
import { HOURS } from './past.js';

/** So long the controls stay after the last touch. */
export const HAND_MS = 8000;
const THEMES = /** @type {const} */ (['dark', 'light', 'contrast']);

/** Only with a name: whoever is looked at is told by whom. @param {State['site']} site */
const mayLook = (site) => site.status === 'ready' && site.data.account !== 'anonymous' && site.data.canRead.includes('tracks');

/**
 * What a hand can do at the wall. Nothing of it is seen until there is one.
 *
 * @param {HTMLElement} place @param {WallPage} to @param {WallDoes} does
 */
export function drawControls(place, to, does) {
  const words = to.words();
  const { figure, density, turn, views, past, sound } = to.wall.state();
  const { lang, theme, site } = to.page.store.state();
  const anonymous = site.status === 'ready' && site.data.account === 'anonymous';
  const button = (/** @type {Parameters<typeof icon>[0]} */ name, /** @type {string} */ key, /** @type {() => void} */ act) => html`<button type="button" class="icon-button" data-key=${`wall-${key}`} aria-label=${words.t(`wall.${key}`)} title=${words.t(`wall.${key}`)} @click=${act}>${icon(name)}</button>`;
  show(place, html`<div class="wall-bar" role="group" aria-label=${words.t('wall.controls')}>
      <a class="button primary" href="/?map" data-key="wall-map">${icon('layers')}${words.t('wall.to-map')}</a>
      ${anonymous && site.status === 'ready' && site.data.demoAccounts ? html`<a class="button" href=${signInPath(location)} data-key="wall-sign-in">${icon('person')}${words.t('wall.sign-in')}</a>` : null}
      <label class="wall-choice"><span>${words.t('wall.colour')}</span><select data-key="wall-figure" @change=${(/** @type {Event} */ event) => does.look({ figure: valueOf(event) })}>${FIGURES.map((one) => html`<option value=${one} ?selected=${one === figure}>${words.t(`wall.figure.${one}`)}</option>`)}</select></label>
      <div class="segments" role="group" aria-label=${words.t('wall.density')}>${DENSITIES.map((one) => html`<button type="button" aria-pressed=${String(one === density)} data-key=${`wall-${one}`} @click=${() => does.look({ density: one })}>${words.t(`wall.density.${one}`)}</button>`)}</div>
      ${views.length < 2 ? null : html`<span class="wall-turns">${button('left', 'previous', () => does.step(-1))}${button(turn.paused ? 'play' : 'pause', turn.paused ? 'go-on' : 'pause', does.pause)}${button('right', 'next', () => does.step(1))}</span>`}
      ${button('save', 'keep-view', does.keep)}${button('copy', 'copy-link', does.copy)}
      <button type="button" class="icon-button" data-key="wall-sound" aria-pressed=${String(sound !== 'off')} aria-label=${words.t('wall.sound')} title=${words.t('wall.sound')} @click=${does.sound}>${icon('bell')}</button>
      <div class="segments" role="group" aria-label=${words.t('header.lang')}>${/** @type {const} */ ([['zh', '中'], ['en', 'EN']]).map(([code, short]) => html`<button type="button" lang=${code} aria-pressed=${String(code === lang)} data-key=${`wall-lang-${code}`} @click=${() => does.lang(code)}>${short}</button>`)}</div>
      <label class="wall-choice"><span class="hidden">${words.t('header.theme')}</span><select data-key="wall-theme" @change=${(/** @type {Event} */ event) => does.theme(/** @type {Theme} */ (valueOf(event)))}>${THEMES.map((one) => html`<option value=${one} ?selected=${one === theme}>${words.t(`theme.${one}`)}</option>`)}</select></label></div>
    <div class="wall-slide"><label><span>${icon('clock')}${words.t('wall.back')}</span><input type="range" min=${-HOURS} max="0" step="1" .value=${past ? String(-does.hours()) : '0'} data-key="wall-slider" aria-valuetext=${past ? words.dayTime(past.at) : words.t('wall.now')} @input=${(/** @type {Event} */ event) => does.back(-Number(valueOf(event)))}></label>
      <output>${past ? words.dayTime(past.at) : words.t('wall.now')}</output>${past && mayLook(site) ? html`<button type="button" class="button" data-key="wall-people-then" aria-pressed=${String(past.people !== null)} ?disabled=${past.people !== null} title=${words.t('wall.people-then-why')} @click=${does.peopleThen}>${icon('person')}${past.people ? words.t('wall.people-then-n', { n: words.number(past.people.length) }) : words.t('wall.people-then')}</button>` : null}<button type="button" class="button" data-key="wall-to-now" ?disabled=${!past} @click=${() => does.back(0)}>${words.t('wall.to-now')}</button></div>
    ${does.near() === null ? null : html`<p class="wall-near">${icon('info')}${words.t('wall.too-far', { m: words.number(/** @type {number} */ (does.near()) / 1000, 1) })}</p>`}`);
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/** Tells whether a hand is on mouse or keyboard. @param {(here: boolean) => void} changed */
export function watchHand(changed) {
  let timer = 0;
  const touched = () => {
    clearTimeout(timer);
    changed(true);
    timer = window.setTimeout(() => changed(false), HAND_MS);
  };
  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'focusin']) window.addEventListener(kind, touched, { passive: true });
}
