import { mayDraw } from './may-draw.js';
import { goToRefusal } from './refusal.js';
import { TOOLS } from './tools.js';
import { wantsReason } from './work.js';

/**
 * What a key does on the planner's page; null where it is somebody else's. Pure: what is to be done is given by name.
 *
 * @param {{ key: string, ctrl: boolean, shift: boolean, inField: boolean, onButton: boolean }} press
 * @param {Pick<PlanState, 'plan' | 'work' | 'preview' | 'problem' | 'conflict' | 'busy'>} state
 * @returns {{ do: 'undo' | 'redo' | 'give-up' | 'confirm' | 'finish' | 'take-back' | 'to-place' | 'search' | 'help' | 'tool', tool?: string } | null}
 */
export function keyed({ key, ctrl, shift, inField, onButton }, { plan, work, preview, problem, conflict, busy }) {
  const draft = mayDraw(plan) && !conflict;
  if (ctrl) {
    if (inField || !draft || busy || (key.toLowerCase() !== 'z' && key.toLowerCase() !== 'y')) return null;
    return { do: key.toLowerCase() === 'y' || shift ? 'redo' : 'undo' };
  }
  if (key === 'Escape') return draft && work ? { do: 'give-up' } : null;
  if (inField) return null;
  if (key === '/') return { do: 'search' };
  if (key === '?') return { do: 'help' };
  if (!draft) return null;
  if (key === 'Enter' && !onButton && work) return { do: preview ? 'confirm' : 'finish' };
  if (key === 'Backspace' && work && !preview) return { do: 'take-back' };
  if (key.toLowerCase() === 'g') return problem ? { do: 'to-place' } : null;
  const tool = shift ? undefined : TOOLS.find((one) => one.key.toLowerCase() === key.toLowerCase());
  return tool ? { do: 'tool', tool: tool.id } : null;
}

/**
 * @param {PlanPage} page @param {{ search: () => void, help: () => void }} parts
 */
export function listenToPlanKeys(page, { search, help }) {
  const { store, actions, map } = page;
  /** @type {Record<string, (tool: string) => unknown>} */
  const doings = {
    undo: () => actions.step('undo'), redo: () => actions.step('redo'), 'give-up': actions.giveUp, confirm: () => (wantsReason(store.state()) ? askReason(page) : actions.confirm()), finish: () => map()?.finish(),
    'take-back': () => map()?.takeBack(), 'to-place': () => goToRefusal(page), search, help, tool: (tool) => actions.start(tool),
  };
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const target = event.target instanceof Element ? event.target : null;
    const press = {
      key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey,
      inField: target?.closest('input, select, textarea') !== null && target !== null, onButton: target?.closest('button, a, [role="tab"]') !== null && target !== null,
    };
    const found = keyed(press, store.state());
    if (!found || (found.do === 'finish' && target?.closest('#map'))) return;
    event.preventDefault();
    doings[found.do](found.tool ?? '');
  });
}

/** @param {PlanPage} page */
function askReason({ actions, words }) {
  actions.say(words().t('plan.reason-hint'));
  /** @type {HTMLElement | null} */ (document.querySelector('[data-key=reason]'))?.focus();
}
