import { openDialog } from '../ui/dialog.js';
import { html } from '../ui/html.js';

/** @type {[string, string][]} */
const KEYS = [
  ['/', 'key.search'], ['↑ ↓ ← →', 'key.move'], ['Enter', 'key.choose'], ['Esc', 'key.escape'], ['1 – 7', 'key.levels'],
  ['U', 'key.parent'], ['W', 'key.here'], ['C', 'key.ask'], ['T', 'key.tables'], ['+ −', 'key.zoom'], ['H', 'key.home'], ['?', 'key.help'],
];

/** @param {Page} page */
export function openHelp(page) {
  const words = page.words();
  const { site } = page.store.state();
  openDialog({
    title: words.t('help.title'),
    closeLabel: words.t('help.close'),
    content: html`<p>${words.t('help.text')}</p><h3>${words.t('help.keys')}</h3>
      <dl class="keys">${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words.t(what)}</dd></div>`)}</dl>
      <h3>${words.t('help.about')}</h3><p class="faint">${words.t('generated.why')}</p><p class="faint">${words.t('help.map-parts')}</p>
      ${site.status === 'ready' ? html`<p class="faint">${words.t('help.version', { version: site.data.version ?? '—', build: site.data.buildId })}</p>` : null}`,
  });
}
