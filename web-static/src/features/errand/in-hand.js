import { wear } from '../../app/hand.js';
import { problemOf } from '../../app/problem.js';
import { newKey } from '../../app/shelf.js';
import { show } from '../../ui/html.js';
import { sendPhotos } from '../report/send.js';
import { shrink } from '../report/shrink.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { handView } from './hand-view.js';
import { noteOf, noted, sent } from './state.js';

const READ_AGAIN_MS = 30_000;
/** What was written and chosen, by errand: it is there again after another tab. @type {Record<string, ErrandNote>} */
let notes = {};
const note = (/** @type {ErrandInHand} */ errand, /** @type {Partial<ErrandNote>} */ more) => {
  notes = noted(notes, errand.id, more);
};

/**
 * Errands on a volunteer's phone: those offered, of which the first to accept has it, and those in hand.
 *
 * @param {HTMLElement} place @param {FieldPage} page
 * @returns {() => void}
 */
export function mountInHand(place, page) {
  wear('errand.css');
  const abort = new AbortController();
  /** @type {ErrandInHand[] | null} */
  let errands = null;
  /** @type {ErrandKindInfo[]} */
  let kinds = [];
  /** @type {ProblemBody | null} */
  let problem = null;
  let asked = 0;
  const t = (/** @type {string} */ key) => (page.lang() === 'zh' ? zh : en)[key] ?? key;
  const draw = () => !abort.signal.aborted && show(place, handView({ errands, kinds, problem, asked, notes }, { words: page.words(), lang: page.lang(), t, act, note, finish, giveBack }));
  const read = async () => {
    try {
      const calls = await page.calls();
      if (kinds.length === 0) ({ kinds } = await calls.get('/api/errands/kinds', {}, abort.signal));
      ({ errands } = await calls.get('/api/errands/offered', {}, abort.signal));
    } catch (error) {
      if (abort.signal.aborted) return;
      problem = problemOf(error);
    }
    draw();
  };
  const act = async (/** @type {ErrandInHand} */ errand, /** @type {string} */ what, /** @type {object | null} */ body = null) => {
    problem = null;
    asked = 0;
    try {
      await (await page.calls()).send('POST', `/api/errands/${errand.id}/${what}`, { version: errand.version, ...(body ? { body } : {}), signal: abort.signal });
      notes = sent(notes, errand.id);
    } catch (error) {
      problem = problemOf(error);
    }
    await read();
  };
  const finish = async (/** @type {ErrandInHand} */ errand, /** @type {Event} */ event) => {
    event.preventDefault();
    const { words: written, file } = noteOf(notes, errand.id);
    try {
      const names = file ? await sendPhotos([/** @type {any} */ ({ id: newKey(), blob: (await shrink(file)) ?? file, sent: '' })], page.lang(), () => {}) : [];
      const words = written.trim();
      await act(errand, 'done', { ...(words ? { words } : {}), ...(names?.length ? { photo: names[0] } : {}) });
    } catch (error) {
      problem = problemOf(error);
      draw();
    }
  };
  const giveBack = (/** @type {ErrandInHand} */ errand) => () => {
    if (asked === errand.id) return act(errand, 'decline');
    asked = errand.id;
    draw();
  };
  draw();
  read();
  const timer = setInterval(() => document.visibilityState === 'visible' && !place.querySelector('textarea:focus, input:focus') && read(), READ_AGAIN_MS);
  return () => {
    abort.abort();
    clearInterval(timer);
  };
}
