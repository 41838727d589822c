import { openDialog } from '../../ui/dialog.js';
import { html } from '../../ui/html.js';
import { ACTION_KEYS } from './keys.js';

/** @type {[string, string][]} */
const KEYS = [
  ['N ↓', 'desk.key.next'], ['P ↑', 'desk.key.before'], ['J /', 'desk.key.jump'], ['1 – 5', 'desk.key.filter'], ['L', 'desk.key.list'], ['I', 'desk.key.incident'], ['M', 'desk.key.map'],
  ['0', 'desk.key.alarms'], ['9', 'desk.key.acknowledge'],
  ['H', 'key.home'], ['+ −', 'key.zoom'], ['Esc', 'desk.key.escape'], ['Ctrl Enter', 'desk.key.send'], ['?', 'key.help'],
];

/** @param {Page} page */
export function openDeskHelp(page) {
  const words = page.words();
  const rows = (/** @type {[string, string][]} */ all) => html`<dl class="keys">${all.map(([key, what]) => html`<div><dt>${key.split(' ').map((one) => (one === '–' ? '–' : html`<kbd>${one}</kbd> `))}</dt><dd>${what}</dd></div>`)}</dl>`;
  openDialog({
    title: words.t('desk.help'), closeLabel: words.t('help.close'),
    content: html`<p>${words.t('desk.help-text')}</p><h3>${words.t('help.keys')}</h3>${rows(KEYS.map(([key, what]) => [key, words.t(what)]))}
      <h3>${words.t('incident.actions')}</h3><p class="faint">${words.t('desk.help-actions')}</p>${rows(Object.entries(ACTION_KEYS).map(([action, key]) => [key, words.word('incident-action', action)]))}`,
  });
}
