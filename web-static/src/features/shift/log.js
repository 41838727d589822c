import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';

const PAGE = 50;

/**
 * The log of an area, a line to write into it, and the reader's own shift.
 *
 * @param {HTMLElement} place @param {ShiftTo} to
 */
export function mountLog(place, to) {
  const { page, view } = to;
  const words = page.words();
  const { area } = view();
  let limit = PAGE;
  /** @type {ShiftLogEntry | null} */
  let corrected = null;
  show(place, html`<section class="shift-own"></section><form class="shift-write"></form><div class="shift-log"></div>`);
  const [own, form, room] = ['own', 'write', 'log'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.shift-${name}`)));
  /** @type {Part<{ entries: ShiftLogEntry[], next: number | null }>} */
  const log = createPart(room, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/shifts/log', { area, limit }, signal),
    content: (/** @type {{ entries: ShiftLogEntry[], next: number | null }} */ { entries, next }) => html`${entries.length === 0 ? emptyNote(words.t('shift.log-none')) : html`<ol class="shift-entries">${entries.map((entry) => entryView(entry, words, correct))}</ol>`}
      ${next ? html`<button type="button" class="button" data-key="more" @click=${() => { limit += PAGE; log.reload(); }}>${words.t('shift.more')}</button>` : null}`,
  });
  const shift = ownShift(own, to, () => log.reload());
  const correct = (/** @type {ShiftLogEntry} */ entry) => {
    corrected = entry;
    drawForm();
    /** @type {HTMLElement} */ (form.querySelector('textarea')).focus();
  };
  const send = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (form));
    const incident = String(data.get('incident') ?? '').trim();
    const body = { area: corrected?.area ?? area, text: String(data.get('text')), ...(incident ? { incident } : {}), ...(corrected ? { corrects: corrected.number } : {}) };
    try {
      await page.api.send('POST', '/api/shifts/log', { body, signal: new AbortController().signal });
      corrected = null;
      drawForm();
      log.reload();
    } catch (error) {
      tellProblem(page, error);
    }
  };
  form.addEventListener('submit', send);
  const drawForm = () => show(form, html`<label class="form-field"><span>${corrected ? words.t('shift.correct', { number: corrected.number }) : words.t('shift.write')}</span><textarea class="field" name="text" rows="2" maxlength="2000" required data-key="text"></textarea></label>
    <label class="form-field"><span>${words.t('shift.incident')}</span><input class="field" name="incident" pattern="[0-9]{8}-[0-9]{4,6}" placeholder="20261103-0042" data-key="incident"></label>
    <p class="shift-do"><button class="button primary" data-key="write">${words.t('shift.write-do')}</button>${corrected ? html`<button type="button" class="button" data-key="no-correction" @click=${() => { corrected = null; drawForm(); }}>${words.t('shift.no')}</button>` : null}</p>`);
  drawForm();
  log.reload();
  shift.reload();
  return (/** @type {string} */ type) => (type === 'shift-logged' ? log.reload() : type === 'shift-begun' || type === 'shift-ended' ? shift.reload() : undefined);
}

/** @param {FramePage} page @param {unknown} error */
export function tellProblem(page, error) {
  const problem = problemOf(error);
  page.say(`${problem.detail || problem.title || page.words().t('problem.title')} ${problem.mend ?? ''}`, 'bad');
}

/** The shift that the reader is on, or a way to begin one. @param {HTMLElement} place @param {ShiftTo} to @param {() => void} changed */
export function ownShift(place, to, changed) {
  const { page, view } = to;
  const words = page.words();
  const act = (/** @type {'POST' | 'DELETE'} */ method, /** @type {object | undefined} */ body) => async () => {
    try {
      await page.api.send(method, '/api/shifts/own', { body, signal: new AbortController().signal });
      await part.reload();
      changed();
    } catch (error) {
      tellProblem(page, error);
    }
  };
  /** @type {Part<{ shift: OwnShift | null }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/shifts/own', {}, signal),
    content: ({ shift }) => shift
      ? html`<p>${icon('person')}${words.t('shift.on', { area: shift.areaName, since: words.time(shift.begunAt) })}</p><p class="shift-do"><button type="button" class="button" data-key="to-handover" @click=${() => to.go({ part: 'handover', area: shift.area, sheet: 'new' })}>${words.t('shift.hand-over')}…</button>
          <button type="button" class="button" data-key="end" @click=${act('DELETE', undefined)}>${words.t('shift.end')}</button></p>`
      : html`<p class="faint">${words.t('shift.off')}</p><p class="shift-do"><button type="button" class="button primary" data-key="begin" @click=${act('POST', { area: view().area })}>${words.t('shift.begin', { area: to.areaName(view().area) })}</button></p>`,
  });
  return part;
}

/** @param {ShiftLogEntry} entry @param {Words} words @param {(entry: ShiftLogEntry) => void} correct */
function entryView(entry, words, correct) {
  const { number, kind, at, account, name, text, incident, corrects, handover, areaName, generated } = entry;
  const written = kind === 'note' || kind === 'correction';
  return html`<li class=${`shift-entry ${kind}`}><p class="shift-entry-head"><b>${areaName} #${number}</b><span>${words.dayTime(at)}</span><span>${name ?? account}</span>${written ? null : html`<span class="chip plain">${words.t(`shift.kind.${kind}`)}</span>`}
      ${corrects ? html`<span class="chip">${words.t('shift.corrects', { number: corrects })}</span>` : null}${generated ? html`<span class="chip plain">${words.t('shift.generated')}</span>` : null}</p>
    ${written ? html`<p class="shift-text">${text || words.t('shift.erased')}</p>` : null}
    <p class="shift-do">${incident ? html`<a class="link" href=${`/?incident=${incident}`}>${incident}</a>` : null}${handover ? html`<a class="link" href=${`?part=handover&area=${entry.area}&sheet=${handover}`}>${words.t('shift.sheet-number', { number: handover })}</a>` : null}
      ${written ? html`<button type="button" class="link" data-key=${`correct-${number}`} @click=${() => correct(entry)}>${words.t('shift.correct-do')}</button>` : null}</p></li>`;
}
