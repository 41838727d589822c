import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { openDraw } from './draw-form.js';
import { areaName } from './sample-choices.js';
import { sampleView } from './sample-view.js';
import { APPRAISERS, nextOpen } from './supervision-state.js';

const PAGE = 50;

/**
 * Samples that were drawn by lot, and of the chosen one its incidents, what came of it, and a form for what was found.
 *
 * @param {HTMLElement} place @param {SupervisionTo} to @returns {() => void} stops
 */
export function mountSamples(place, to) {
  const { page, site } = to;
  const words = page.words();
  const may = site.roles.some((role) => APPRAISERS.includes(role));
  show(place, html`<div class="supervision-samples"><aside class="supervision-aside"></aside><div class="supervision-one"></div></div>`);
  const [aside, one] = ['aside', 'one'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.supervision-${name}`)));
  /** @type {SampleChoices | null} */
  let known = null;
  let before = to.view();

  /** @type {Part<{ samples: Sample[], next?: string }>} */
  const list = createPart(aside, {
    words: page.words, over: page.over,
    read: async (signal) => {
      known = await to.choices();
      return page.api.get('/api/evaluations/samples', { limit: PAGE }, signal);
    },
    content: ({ samples }) => {
      if (to.view().sample === '' && samples.length > 0) queueMicrotask(() => to.go({ sample: String(samples[0].id) }, true));
      return html`<div class="supervision-aside-head"><h2>${words.t('supervision.part.samples')}</h2>${may && known ? html`<button type="button" class="button primary" data-key="draw" @click=${draw}>${words.t('supervision.draw')}…</button>` : null}</div>
        ${samples.length === 0 ? emptyNote(words.t('supervision.samples-none')) : html`<ul>${samples.map((/** @type {Sample} */ sample) => item(sample, to, known))}</ul>`}`;
    },
  });
  /** @type {Part<{ sample: DrawnSample, members: SampleMember[] }>} */
  const chosen = createPart(one, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const path = `/api/evaluations/samples/${to.view().sample}`;
      const [sample, { members }] = await Promise.all([page.api.get(path, {}, signal), page.api.get(`${path}/members`, { count: to.view().count }, signal), to.choices().then((choices) => { known = choices; })]);
      return { sample, members };
    },
    content: (data) => sampleView(data, { to, may, known, saved, renew: chosen.reload }),
  });
  const saved = (/** @type {string} */ incident) => {
    to.go({ incident: nextOpen(chosen.data()?.members ?? [], incident) });
    chosen.reload().then(() => /** @type {HTMLElement | null} */ (one.querySelector('.assess-form input'))?.focus());
    list.reload();
  };
  const draw = () => known && openDraw(to, known, (id) => {
    list.reload();
    to.go({ sample: id, count: 'drawn', incident: '' });
  });
  const follow = () => {
    const view = to.view();
    list.draw();
    if (view.sample === '') show(one, emptyNote(words.t('supervision.samples-none')));
    else if (view.sample !== before.sample || view.count !== before.count) chosen.reload();
    else chosen.draw();
    before = view;
  };
  window.addEventListener('supervision-view', follow);
  list.reload();
  if (to.view().sample) chosen.reload();
  else show(one, emptyNote(words.t('supervision.samples-none')));
  return () => {
    window.removeEventListener('supervision-view', follow);
    show(place, null);
  };
}

/** @param {Sample} sample @param {SupervisionTo} to @param {SampleChoices | null} known */
function item(sample, to, known) {
  const words = to.page.words();
  return html`<li><button type="button" class="supervision-item" aria-current=${String(sample.id) === to.view().sample ? 'true' : null} data-key=${`sample-${sample.id}`} @click=${() => to.go({ sample: String(sample.id), count: 'drawn', incident: '' })}>
    <b>${areaName(sample.area, known, words)}</b><span>${sample.fromDay} – ${sample.toDay}</span>
    <span class="supervision-progress"><progress max=${sample.size} value=${sample.assessed} aria-label=${words.t('supervision.result.progress')}></progress> ${words.t('supervision.n-of-n', { n: words.number(sample.assessed), all: words.number(sample.size) })}</span></button></li>`;
}
