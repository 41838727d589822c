import { html } from './html.js';
import { icon } from './icons.js';

/**
 * Opens a dialog over the page; Esc, its button and a click beside it close it. The focus goes back to where it was.
 *
 * @param {{ title: string, closeLabel: string, content: Node, steady?: boolean, closed?: () => void }} options steady: what it
 *   shows is shown once, so only its own button closes it
 * @returns {() => void} closes it
 */
export function openDialog({ title, closeLabel, content, steady = false, closed = () => {} }) {
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog';
  dialog.setAttribute('aria-label', title);
  dialog.append(html`<div class="dialog-head"><h2>${title}</h2>
    ${steady ? null : html`<button type="button" class="icon-button" aria-label=${closeLabel} @click=${() => dialog.close()}>${icon('close')}</button>`}</div>
    <div class="dialog-body">${content}</div>`);
  const before = document.activeElement;
  if (!steady) dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  if (steady) dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
    closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  return () => dialog.close();
}
