import { problemOf } from '../../../app/problem.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { emptyNote, problemNote } from '../../../ui/problem.js';

const DUTIES = ['grid-head', 'grid-worker', 'street-cadre', 'community-cadre', 'police', 'building-head', 'property-company', 'volunteer', 'mobile-reporter'];

/**
 * Changes who is in charge of a grid.
 *
 * @param {FramePage} page @param {AreaProps} area @param {{ changed: (area: AreaProps) => void, reload: () => Promise<void> }} to
 */
export function openInCharge(page, area, { changed, reload }) {
  const words = page.words();
  let list = area.inCharge.map((one) => ({ ...one }));
  const content = html`<form class="desk-form" @submit=${submit}><div class="duties"></div>
    <div class="form-foot"><button type="button" class="button" data-key="add-duty" @click=${add}>${icon('plus')}${words.t('admin.add-duty')}</button></div>
    <label class="form-field"><span>${words.t('admin.reason')}</span><input class="field" name="reason" maxlength="200" autocomplete="off" data-key="reason"></label>
    <p class="form-help">${words.t('admin.in-charge-help')}</p><div class="form-problem"></div>
    <div class="form-foot"><button type="submit" class="button primary" data-key="send">${words.t('admin.save')}</button></div></form>`;
  const whole = /** @type {HTMLFormElement} */ (content.firstElementChild);
  const duties = /** @type {HTMLElement} */ (whole.querySelector('.duties'));
  const trouble = /** @type {HTMLElement} */ (whole.querySelector('.form-problem'));
  const draw = () => show(duties, rows(list, words, (i) => {
    list = list.filter((_, at) => at !== i);
    draw();
    /** @type {HTMLElement} */ (whole.querySelector('[data-key=add-duty]')).focus();
  }));
  function add() {
    const missing = DUTIES.find((duty) => !list.some((one) => one.duty === duty)) ?? DUTIES[0];
    list = [...list, { duty: missing, staffCode: '' }];
    draw();
    /** @type {HTMLElement | null} */ (duties.querySelector(`[data-key=staff-${list.length - 1}]`))?.focus();
  }
  draw();
  const close = openDialog({ title: words.t('admin.change-of', { grid: area.name }), closeLabel: words.t('dialog.close'), content });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const reason = String(new FormData(whole).get('reason') ?? '').trim();
    const inCharge = list.map(({ duty, staffCode }) => ({ duty, staffCode: staffCode.trim() }));
    try {
      const answer = await page.api.send('PATCH', `/api/grids/${encodeURIComponent(area.code)}`, {
        version: area.version, body: { type: 'Feature', properties: { inCharge, ...(reason ? { reason } : {}) } }, signal: new AbortController().signal,
      });
      changed(answer.properties);
      page.say(words.t('admin.saved'), 'good');
      close();
    } catch (error) {
      const problem = problemOf(error);
      show(trouble, problemNote(problem, words));
      // Somebody was faster: what they did is read, and this dialog would only undo it.
      if (problem.status === 409) await reload();
    }
  }
}

/** @param {{ duty: string, staffCode: string }[]} list @param {Words} words @param {(i: number) => void} remove */
function rows(list, words, remove) {
  if (list.length === 0) return emptyNote(words.t('admin.nobody'));
  return html`${list.map((one, i) => html`<div class="duty-row" role="group" aria-label=${words.t('admin.duty-row', { n: i + 1 })}><label class="select"><span class="hidden">${words.t('admin.duty')}</span><select data-key=${`duty-${i}`} @change=${(/** @type {Event} */ event) => {
      one.duty = /** @type {HTMLSelectElement} */ (event.target).value;
    }}>${DUTIES.map((duty) => html`<option value=${duty} ?selected=${duty === one.duty}>${words.word('duty', duty)}</option>`)}</select>${icon('down')}</label>
    <input class="field" required maxlength="40" autocomplete="off" spellcheck="false" aria-label=${words.t('mine.staff-code')} placeholder=${words.t('mine.staff-code')} data-key=${`staff-${i}`} .value=${one.staffCode} @input=${(/** @type {Event} */ event) => {
      one.staffCode = /** @type {HTMLInputElement} */ (event.target).value;
    }}><button type="button" class="icon-button" aria-label=${words.t('admin.remove-duty', { duty: words.word('duty', one.duty), staff: one.staffCode })} data-key=${`remove-${i}`} @click=${() => remove(i)}>${icon('close')}</button></div>`)}`;
}
