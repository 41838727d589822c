import { instantOf, localOf } from '../../app/when.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { CHANGE_KINDS, changeHref } from './state.js';

const RELOAD_MS = 2_000;

/**
 * What has changed since the reader's shift began, or since an instant.
 *
 * @param {HTMLElement} place @param {ShiftTo} to
 */
export function mountChanges(place, to) {
  const { page, site, view } = to;
  const words = page.words();
  let since = '';
  let kind = '';
  let waits = false;
  show(place, html`<div class="shift-changes"></div>`);
  /** @type {Part<ChangesAnswer>} */
  const part = createPart(/** @type {HTMLElement} */ (place.firstElementChild), {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/shifts/changes', { area: view().area, ...(since ? { since } : {}) }, signal),
    content: (/** @type {ChangesAnswer} */ answer) => html`<div class="shift-tools"><h2>${words.t('shift.changes-since', { since: words.dayTime(answer.since) })}</h2>
        <label class="form-field"><span>${words.t('shift.since')}</span><input class="field" type="datetime-local" data-key="since" .value=${localOf(Date.parse(answer.since), site.timeZone).slice(0, 16)}
          @change=${(/** @type {Event} */ event) => { since = instantOf(/** @type {HTMLInputElement} */ (event.target).value, site.timeZone) ?? ''; part.reload(); }}></label></div>
      <div class="shift-counts" role="group" aria-label=${words.t('shift.part.changes')}>${CHANGE_KINDS.map((one) => html`<button type="button" aria-pressed=${String(one === kind)} data-key=${`change-${one}`} @click=${() => { kind = kind === one ? '' : one; part.draw(); }}><b>${words.number(answer.counts[one])}</b><span>${words.t(`shift.change.${one}`)}</span></button>`)}</div>
      ${answer.cut ? html`<p class="shift-gaps">${words.t('shift.cut')}</p>` : null}
      ${rows(answer.changes.filter((one) => kind === '' || one.kind === kind), words)}`,
  });
  part.reload();
  return (/** @type {string} */ type) => {
    if (waits || !/^(incident|whistle|plan|alarm)-/.test(type)) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      if (place.isConnected && document.activeElement?.tagName !== 'INPUT') part.reload();
    }, RELOAD_MS);
  };
}

/** @param {ChangeRow[]} changes @param {Words} words */
const rows = (changes, words) => (changes.length === 0 ? emptyNote(words.t('shift.changes-none')) : html`<ul class="shift-items">${changes.map((one) => html`<li><span class="chip plain">${words.t(`shift.change.${one.kind}`)}</span>${subject(one)}<span class="faint">${one.gridName ?? ''}</span><span class="faint">${words.time(one.at)}</span></li>`)}</ul>`);

/** @param {ChangeRow} one */
const subject = (one) => html`<a class="link" href=${changeHref(one)}>${(one.incident ?? one.subject).replace('incident-', '')}</a>`;
