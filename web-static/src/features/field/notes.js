import { newKey } from '../../app/shelf.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { createPlayer } from '../../ui/player.js';
import { MOST_NOTES } from '../report/state.js';
import { canRecord, record } from './recorder.js';

/** The server takes two minutes. */
const LONGEST_MS = 110_000;
/** A touch by mistake is no note. */
const SHORTEST_MS = 700;
const TICK_MS = 250;
const seconds = (/** @type {number} */ ms) => Math.max(1, Math.round(ms / 1000));

/**
 * Notes that are spoken while a button or the space bar is held, heard again, and taken away again.
 *
 * @param {HTMLElement} place
 * @param {{ words: () => Words, notes: () => ReportNote[], put: (notes: ReportNote[]) => void }} page
 * @returns {{ draw: () => void, stop: () => void }}
 */
export function mountNotes(place, { words, notes, put }) {
  const { t } = words();
  const heard = createPlayer(() => draw());
  const hold = holding({
    said: (key, values) => show(part('said'), key ? html`<p class="note bad" role="alert">${icon('warning')}<span>${t(key, values)}</span></p>` : null),
    at: (ms) => {
      button.classList.toggle('on', ms !== null);
      button.setAttribute('aria-pressed', String(ms !== null));
      label.textContent = ms === null ? t('field.note-hold') : t('field.note-on', { n: Math.floor(ms / 1000) });
    },
    done: (note) => {
      put([...notes(), note].slice(0, MOST_NOTES));
      draw();
    },
  });
  const remove = (/** @type {string} */ id) => {
    heard.stop();
    put(notes().filter((note) => note.id !== id));
    draw();
    button.focus();
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.type === 'keyup') hold.end();
    else if (!event.repeat) hold.begin();
  };
  const press = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return;
    button.setPointerCapture(event.pointerId);
    hold.begin();
  };
  show(place, html`<h2>${t('field.notes')}<span class="faint" data-part="count"></span></h2><ul class="notes" data-part="list"></ul>
    <button type="button" class="button wide hold" data-key="note-hold" aria-pressed="false" @pointerdown=${press} @pointerup=${() => hold.end()} @pointercancel=${() => hold.end()} @lostpointercapture=${() => hold.end()}
      @keydown=${key} @keyup=${key} @blur=${() => hold.end()} @contextmenu=${(/** @type {Event} */ event) => event.preventDefault()}>${icon('speak')}<span>${t('field.note-hold')}</span></button>
    <div data-part="said"></div>`);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-part=${name}]`));
  const button = /** @type {HTMLButtonElement} */ (place.querySelector('[data-key=note-hold]'));
  const label = /** @type {HTMLElement} */ (button.lastElementChild);
  const draw = () => {
    const all = notes();
    part('count').textContent = t('report.photos-count', { n: all.length, most: MOST_NOTES });
    button.hidden = all.length >= MOST_NOTES || !canRecord();
    show(part('list'), html`${all.map((note, i) => html`<li><button type="button" class="button" data-key=${`note-play-${i}`} @click=${() => heard.toggle(note.id, () => URL.createObjectURL(note.blob))}>${icon(heard.playing() === note.id ? 'pause' : 'play')}<span>${t('field.note-hear', { n: i + 1, s: seconds(note.ms) })}</span></button>
      <button type="button" class="tap" data-key=${`note-remove-${i}`} aria-label=${t('field.note-remove', { n: i + 1 })} @click=${() => remove(note.id)}>${icon('bin')}</button></li>`)}`);
  };
  draw();
  if (!canRecord()) show(part('said'), html`<p class="faint">${t('field.note-no-device')}</p>`);
  return {
    draw,
    stop() {
      hold.end();
      heard.stop();
    },
  };
}

/**
 * Records as long as something is held.
 *
 * @param {{ said: (key: string, values?: Record<string, string | number>) => void, at: (ms: number | null) => void, done: (note: ReportNote) => void }} to
 *   at: how long it has recorded, null when it does not
 */
function holding({ said, at, done }) {
  let busy = false;
  let timer = 0;
  let letGo = () => {};
  /** @type {Promise<void>} */
  let released = Promise.resolve();
  const recorded = async () => {
    const end = await record();
    const begun = performance.now();
    at(0);
    timer = window.setInterval(() => {
      const ms = performance.now() - begun;
      at(ms);
      if (ms > LONGEST_MS) letGo();
    }, TICK_MS);
    await released;
    return end();
  };
  return {
    async begin() {
      if (busy) return;
      busy = true;
      released = new Promise((resolve) => (letGo = resolve));
      said('');
      try {
        const { blob, ms } = await recorded();
        if (ms < SHORTEST_MS || blob.size === 0) said('field.note-short');
        else done({ id: newKey(), blob, ms, sent: '' });
      } catch (error) {
        said(/** @type {any} */ (error)?.name === 'NotAllowedError' ? 'field.note-refused' : 'field.note-failed');
      }
      clearInterval(timer);
      at(null);
      busy = false;
    },
    end: () => letGo(),
  };
}
