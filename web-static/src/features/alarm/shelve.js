import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { askForm } from '../incident/joint-dialogs.js';
import { lengthOf, lengths, longestOf } from './alarm.js';

const REASONS = ['known-matter', 'false-alarms', 'maintenance', 'drill'];
/** From the whole district down to the grid. */
const CODE_LENGTHS = [6, 9, 12, 15];

/**
 * Asks what is to be shelved, for how long and why. Emergencies are not among it.
 *
 * @param {Page} page @param {AlarmRow | null} row what it begins with @param {() => Promise<void>} done
 */
export async function askShelf(page, row, done) {
  const words = page.words();
  const { rules } = /** @type {{ rules: AlarmRule[] }} */ (await page.api.get('/api/alarms/rules', {}, new AbortController().signal));
  const kinds = rules.filter(({ priority }) => priority !== 'emergency').map(({ kind }) => kind);
  const grid = row?.grid ?? '';
  const minutes = (/** @type {string} */ kind) => html`${lengths(longestOf(rules, kind)).map((n) => html`<option value=${n}>${lengthOf(n, words)}</option>`)}`;
  // Each kind may be shelved for a time of its own.
  const chosen = (/** @type {Event} */ event) => {
    const select = /** @type {HTMLSelectElement} */ (event.currentTarget);
    show(/** @type {Element} */ (select.form?.querySelector('[name=minutes]')), minutes(select.value));
  };
  askForm({
    words, title: words.t('alarm.shelve'),
    fields: html`<p class="faint">${words.t('alarm.shelve-hint')}</p>
      <label class="reason"><span>${words.t('alarm.kind')}</span><select name="kind" class="field" data-key="shelf-kind" autofocus @change=${chosen}>
        <option value="">${words.t('alarm.all-kinds')}</option>${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === row?.kind}>${words.t('alarm.kind-longest', { kind: words.word('alarm-kind', kind), longest: lengthOf(longestOf(rules, kind), words) })}</option>`)}</select></label>
      <label class="reason"><span>${words.t('alarm.area')}</span><input type="text" name="area" class="field" list="shelf-areas" inputmode="numeric" autocomplete="off" data-key="shelf-area" value=${grid}></label>
      <datalist id="shelf-areas">${CODE_LENGTHS.filter((length) => grid.length >= length).map((length) => html`<option value=${grid.slice(0, length)}>${words.t(`alarm.area-${length}`)}</option>`)}</datalist>
      <label class="reason"><span>${words.t('alarm.length')}</span><select name="minutes" class="field" data-key="shelf-minutes">${minutes(kinds.includes(row?.kind ?? '') ? row?.kind ?? '' : '')}</select></label>
      <label class="reason"><span>${words.t('alarm.reason')}</span><select name="reason" class="field" data-key="shelf-reason">${REASONS.map((reason) => html`<option value=${reason}>${words.word('alarm-reason', reason)}</option>`)}</select></label>`,
    send: async (form) => {
      const typed = new FormData(form);
      const kind = String(typed.get('kind') ?? '');
      const body = { ...(kind ? { kind } : {}), area: String(typed.get('area') ?? '').trim(), minutes: Number(typed.get('minutes')), reason: String(typed.get('reason')) };
      try {
        await page.api.send('POST', '/api/alarms/shelves', { body, signal: new AbortController().signal });
      } catch (error) {
        return problemOf(error);
      }
      await done();
      return null;
    },
  });
}
