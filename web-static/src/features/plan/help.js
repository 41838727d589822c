import { openDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { toolIcon } from './icons.js';
import { TOOLS } from './tools.js';

/** @type {[string, string][]} */
const KEYS = [
  ['Ctrl+Z', 'plan.undo'], ['Ctrl+Shift+Z', 'plan.redo'], ['Enter', 'plan.key.enter'], ['Esc', 'plan.key.escape'], ['⌫', 'plan.take-back'], ['G', 'plan.to-place'],
  ['↑ ↓ ← →', 'plan.key.arrows'], ['[ ]', 'plan.key.vertices'], ['/', 'key.search'], ['?', 'key.help'],
];

/** @param {() => Words} words @param {() => void} tour begins the tour */
export function openPlanHelp(words, tour) {
  const { t } = words();
  const close = openDialog({
    title: t('plan.help-title'), closeLabel: t('help.close'),
    content: html`<ol class="plan-help">${['plan.help-1', 'plan.help-2', 'plan.help-3', 'plan.help-4', 'plan.help-5'].map((key) => html`<li>${t(key)}</li>`)}</ol>
      <div><button type="button" class="button" data-key="help-tour" @click=${() => {
        close();
        tour();
      }}>${t('plan.tour.again')}</button></div>
      <h3>${t('plan.help-tools')}</h3><dl class="keys plan-keys">${TOOLS.map(({ id, key }) => html`<div><dt><kbd>${key}</kbd></dt><dd>${toolIcon(id)}<b>${t(`plan.tool.${id}`)}</b> <span class="faint">${t(`plan.tool.${id}.hint`)}</span></dd></div>`)}</dl>
      <h3>${t('help.keys')}</h3><dl class="keys">${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(what)}</dd></div>`)}</dl>
      <h3>${t('plan.help-touch')}</h3><p>${t('plan.help-touch-text')}</p>
      <h3>${t('plan.help-no-mouse')}</h3><p>${t('plan.help-no-mouse-text')}</p>`,
  });
}
