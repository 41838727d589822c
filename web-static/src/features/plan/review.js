import { createCalls } from '../../app/call.js';
import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { openComparison } from './compare.js';
import { comparisonForm } from './compare-choice.js';
import { impactView } from './impact.js';
import { createPaper } from './paper.js';

/**
 * What is told of a plan beside drawing it, each in a panel: what it changes, compared with what, and on paper.
 *
 * @param {PlanStore} store @param {() => Words} words @returns {PlanPanel[]}
 */
export function reviewPanels(store, words) {
  const calls = createCalls(() => {}, () => store.state().lang);
  const plan = () => store.state().plan;
  const parts = [
    createImpactPart(calls, { id: () => plan()?.id ?? null, words }),
    createComparison(store, calls, words),
    createPaper(section(), { plan, words }),
  ];
  return parts.map((part) => panel(part, store));
}

const section = () => document.createElement('div');

/**
 * A panel that is drawn anew when the plan is another one or is told in another language, and else left as it is: what
 * somebody has typed or opened in it stays.
 *
 * @param {{ name: string, place: HTMLElement, draw: () => void }} part @param {PlanStore} store @returns {PlanPanel}
 */
function panel({ name, place, draw }, store) {
  let drawn = '';
  return {
    id: name, titleKey: `review.${name}`,
    render(root) {
      if (!root.contains(place)) root.replaceChildren(place);
      place.dataset.review = name;
      const { plan, lang } = store.state();
      const now = `${plan?.id} ${plan?.version} ${lang}`;
      if (now === drawn) return;
      drawn = now;
      draw();
    },
  };
}

/**
 * @param {ReturnType<typeof createCalls>} calls @param {{ id: () => number | string | null, words: () => Words }} options
 */
export function createImpactPart(calls, { id, words }) {
  const place = section();
  const part = createPart(place, {
    words,
    read: (signal) => /** @type {Promise<PlanImpactData>} */ (calls.get(`/api/plans/${id()}/impact`, {}, signal)),
    content: (data) => html`<p class="faint">${words().t('review.impact-hint')}</p>${impactView(data, words(), `/api/plans/${data.plan.id}/impact`)}`,
  });
  return { name: 'impact', place, draw: () => void (id() === null || part.reload()) };
}

/** @param {PlanStore} store @param {ReturnType<typeof createCalls>} calls @param {() => Words} words */
function createComparison(store, calls, words) {
  const place = section();
  let busy = false;
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @param {import('./compare-choice.js').Side} a @param {import('./compare-choice.js').Side} b */
  const compare = async (a, b) => {
    const shown = store.state().plan;
    if (!shown || busy) return;
    busy = true;
    problem = null;
    try {
      const { signal } = new AbortController();
      const path = `/api/plans/${encodeURIComponent(a.value)}/compare/${encodeURIComponent(b.value)}`;
      openComparison(await calls.get(path, { area: shown.area }, signal), { a: a.name, b: b.name }, words());
    } catch (error) {
      problem = problemOf(error);
    }
    busy = false;
    if (problem) draw();
  };
  const draw = () => {
    const { plan, plans } = store.state();
    if (!plan) return;
    show(place, html`<p class="faint">${words().t('review.compare-hint')}</p>${comparisonForm({ plan, plans: plans ?? [], words: words(), compare, busy })}
      ${problem ? problemNote(problem, words()) : null}`);
  };
  return { name: 'compare', place, draw };
}
