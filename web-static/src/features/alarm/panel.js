import { townMs } from '../../app/live-state.js';
import { problemOf } from '../../app/problem.js';
import { show } from '../../ui/html.js';
import { newOnes, nextMs } from './alarm.js';
import { openLog } from './log.js';
import { askShelf } from './shelve.js';
import { panel } from './view.js';

/** So many rows come together that they are read together. */
const GATHER_MS = 400;
/** What was done to an incident ends its alarms a moment later. */
const AFTER_MS = 1500;
/** Counts grow without a word: nothing is pushed for them. */
const AGAIN_MS = 15_000;

/**
 * The board of alarms: emergencies apart, the others in rows. Only new rows are pushed; the rest is read now and then.
 *
 * @param {HTMLElement} place @param {Page} page @param {(incident: string) => void} choose
 * @returns {{ focus: () => void }}
 */
export function mountAlarms(place, page, choose) {
  const { store, api, hear } = page;
  /** @type {AlarmBoard | null} */
  let board = null;
  let folded = false;
  /** @type {number | null} */
  let waiting = null;
  const mayRead = () => {
    const { site } = store.state();
    return site.status === 'ready' && site.data.canRead.includes('alarms');
  };
  const draw = () => show(place, board ? panel(board, { words: page.words(), folded, does }) : null);
  const read = async () => {
    waiting = null;
    try {
      const before = board;
      const now = /** @type {AlarmBoard} */ (await api.get('/api/alarms', {}, new AbortController().signal));
      board = now;
      draw();
      const fresh = before ? newOnes(before.emergencies, now.emergencies) : [];
      if (fresh.length > 0) page.say(page.words().t('alarm.new-emergency', { n: fresh.length }), 'bad');
    } catch {
      // What is shown stays; the band tells when there is no connection, and the stream when there is one again.
    }
  };
  const soon = (/** @type {number} */ inMs) => {
    if (waiting !== null || !mayRead()) return;
    waiting = window.setTimeout(read, inMs);
  };
  const send = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {object | undefined} */ body) => {
    try {
      return await api.send(method, path, { body, signal: new AbortController().signal });
    } catch (error) {
      const problem = problemOf(error);
      page.say(problem.detail || problem.title || page.words().t('problem.title'), 'bad');
      return null;
    } finally {
      await read();
    }
  };
  /** @type {AlarmDoes} */
  const does = {
    open: (row) => {
      if (row.incident) choose(row.incident);
      if (row.lon !== undefined && row.lat !== undefined && (row.lon !== 0 || row.lat !== 0)) page.map()?.center(row.lon, row.lat);
    },
    acknowledge: (row) => void send('POST', row.showing === 'alone' ? `/api/alarms/${row.id}/acknowledgement` : `/api/alarms/groups/${encodeURIComponent(row.key)}/acknowledgement`, row.showing === 'alone' ? undefined : { upTo: row.upTo }),
    shelve: (row) => void askShelf(page, row, read),
    unshelve: (shelf) => void send('DELETE', `/api/alarms/shelves/${shelf.id}`, undefined),
    log: () => void openLog(page, does.open),
    fold: () => {
      folded = !folded;
      draw();
    },
  };
  store.watch(mayRead, (may) => may && soon(0));
  store.watch((state) => state.connected, (connected) => connected && soon(GATHER_MS));
  store.watch((state) => state.lang, draw);
  hear((message) => {
    if (message.kind === 'reset' || (message.kind === 'change' && message.type.startsWith('alarm-'))) soon(GATHER_MS);
    else if (message.kind === 'change' && /^(incident-moved|whistle-|message-)/.test(message.type)) soon(AFTER_MS);
  });
  setInterval(() => {
    const due = board && nextMs(board);
    if (!document.hidden && board && (board.rows.length > 0 || board.flood || (due !== null && due <= townMs(store.state())))) soon(0);
  }, AGAIN_MS);
  place.addEventListener('keydown', (event) => pressed(event));
  soon(0);
  return { focus: () => /** @type {HTMLElement | null} */ (place.querySelector('[data-alarm-row], [data-key=alarm-log]'))?.focus() };
}

/** 9 acknowledges the row that has the focus, and goes on to the next. @param {KeyboardEvent} event */
function pressed(event) {
  const row = event.key === '9' && event.target instanceof HTMLElement ? event.target.closest('[data-alarm]') : null;
  const button = row?.querySelector('[data-acknowledge]');
  if (!(button instanceof HTMLElement)) return;
  event.preventDefault();
  const next = row?.nextElementSibling?.querySelector('[data-alarm-row]');
  if (next instanceof HTMLElement) next.focus();
  button.click();
}
