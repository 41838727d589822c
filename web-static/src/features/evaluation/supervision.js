import { closedDoor, startFrame } from '../../app/frame.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { en } from './i18n/supervision.en.js';
import { zh } from './i18n/supervision.zh.js';
import { choicesOf } from './sample-choices.js';
import { mountPending } from './pending.js';
import { mountSamples } from './samples.js';
import { mountTerms } from './terms.js';
import { addressOf, PARTS, READERS, viewOf } from './supervision-state.js';

/** The entry of the supervisors' page: what is to be looked into, what was drawn by lot, and on which terms. */

const MOUNTS = { pending: mountPending, samples: mountSamples, terms: mountTerms };

startFrame({ title: 'supervision.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('supervision.closed-door'), site.account !== 'anonymous'));
  let view = viewOf(location.search);
  let stop = () => {};
  /** @type {Promise<SampleChoices> | null} */
  let known = null;
  show(content, html`<div class="supervision-page"><div class="supervision-head"></div><div class="supervision-body"></div></div>`);
  const [head, body] = ['head', 'body'].map((name) => /** @type {HTMLElement} */ (content.querySelector(`.supervision-${name}`)));
  const drawHead = () => show(head, html`<nav class="segments" aria-label=${words.t('supervision.title')}>${PARTS.map((part) => html`<button type="button" aria-pressed=${String(part === view.part)} data-key=${`part-${part}`}
      @click=${() => to.go({ part, sample: '', count: 'drawn', incident: '' })}>${words.t(`supervision.part.${part}`)}</button>`)}</nav>
    <p class="faint supervision-about">${words.t(`supervision.about.${view.part}`)}</p><a class="button" href="/figures/" data-key="to-figures">${icon('chart')}${words.t('supervision.figures')}</a>`);
  const mount = () => {
    stop();
    drawHead();
    // What the part before still reads is drawn where nobody looks any more.
    const room = document.createElement('div');
    room.className = 'supervision-room';
    body.replaceChildren(room);
    stop = MOUNTS[view.part](room, to);
  };
  /** @type {SupervisionTo} */
  const to = {
    page, site, view: () => view,
    choices: () => (known ??= choicesOf(page)),
    go: (change, silent) => {
      const before = view;
      view = { ...view, ...change };
      const address = addressOf(view, location.search);
      if (silent) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
      if (view.part !== before.part) mount();
      else window.dispatchEvent(new Event('supervision-view'));
    },
  };
  window.onpopstate = () => {
    view = viewOf(location.search);
    mount();
  };
  mount();
}
