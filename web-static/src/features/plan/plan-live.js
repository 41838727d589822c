import { createLink } from '../../app/live-link.js';

/**
 * What an event of the live stream means for the plan that is open: null where it is about something else, or came of what
 * this page did itself.
 *
 * @param {LiveMessage} message @param {Pick<PlanData, 'id' | 'version'> | null} plan
 */
export function isNews(message, plan) {
  return message.kind === 'change' && plan !== null && message.type.startsWith('plan-') && message.subject === String(plan.id)
    && Number(message.facts.version ?? 0) > plan.version;
}

/** Whether something was said, locked or named: what is drawn is as it was. @param {LiveMessage} message @param {Pick<PlanData, 'id'> | null} plan */
export const isTalk = (message, plan) => message.kind === 'change' && plan !== null && message.subject === String(plan.id)
  && /^plan-(comment|face-|snapshot-kept)/.test(message.type);

/**
 * Who changed what: the last step of a plan that was read again.
 *
 * @param {PlanData} before @param {PlanData} after @param {Words} words
 */
export function newsOf(before, after, words) {
  if (after.state !== before.state) return words.t('plan.news.state', { state: words.t(`plan.state.${after.state}`) });
  const last = after.edits[after.edits.length - 1];
  if (!last || after.edits.length <= before.edits.length) return words.t('plan.news.undone', { n: after.edits.length });
  return words.t('plan.news.edited', { who: last.account, what: words.t(`plan.tool.${last.kind}`) });
}

/**
 * Listens for what others do to the open plan and shows it. While this page itself waits for an answer it is not news yet.
 *
 * @param {PlanPage} page @param {Site} site
 */
export function followPlan({ store, requests, words, together }, site) {
  let waiting = false;
  const read = async () => {
    const before = store.state().plan;
    if (!before || !waiting || store.state().busy) return;
    waiting = false;
    const after = await requests.plan(String(before.id)).catch(() => null);
    const now = store.state().plan;
    if (!after || now?.id !== after.id || after.version <= now.version) return;
    store.dispatch({ kind: 'renewed', plan: after, said: newsOf(now, after, words()) });
  };
  createLink((message) => {
    if (isTalk(message, store.state().plan)) together.read();
    if (!isNews(message, store.state().plan)) return;
    waiting = true;
    read();
  }).join(site.newestEvent, site.account);
  store.watch(({ busy }) => busy, (busy) => {
    // What came meanwhile may have been the page's own edit: then the plan is as new as the message.
    if (!busy && waiting) read();
  });
}
