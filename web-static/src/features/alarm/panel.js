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
const AGAIN_MS = 5000;

/**
 * The board of alarms: emergencies apart, the others in rows. Only new rows are pushed; the rest is read now and then.
 *
 * @param {HTMLElement} place @param {Page} page @param {(incident: string) => void} choose
 * @returns {{ focus: () => void }}
 */
export function mountAlarms(place, page, choose) {
  const { store, hear } = page;
  // On a phone the list of what is to be done comes first; emergencies are shown all the same.
  let folded = matchMedia('(max-width: 640px)').matches;
  const draw = () => show(place, reading.board() ? panel(/** @type {AlarmBoard} */ (reading.board()), { words: page.words(), folded, does }) : null);
  const reading = readingOf(page, draw);
  const does = doingsOf(page, reading, choose);
  does.fold = () => {
    folded = !folded;
    draw();
  };
  store.watch((state) => state.lang, draw);
  store.watch((state) => state.connected, (connected) => connected && reading.soon(GATHER_MS));
  store.watch((state) => state.site, () => reading.soon(0));
  hear((message) => {
    if (message.kind === 'reset' || (message.kind === 'change' && message.type.startsWith('alarm-'))) reading.soon(GATHER_MS);
    else if (message.kind === 'change' && /^(incident-moved|whistle-|message-)/.test(message.type)) reading.soon(AFTER_MS);
  });
  setInterval(() => !document.hidden && reading.isOld(townMs(store.state())) && reading.soon(0), AGAIN_MS);
  place.addEventListener('keydown', pressed);
  reading.soon(0);
  return { focus: () => /** @type {HTMLElement | null} */ (place.querySelector('[data-alarm-row]') ?? place.querySelector('[data-key=alarm-log]'))?.focus() };
}

/** Reads the board, several reasons at a time. @param {Page} page @param {() => void} draw */
function readingOf(page, draw) {
  /** @type {AlarmBoard | null} */
  let board = null;
  /** @type {number | null} */
  let waiting = null;
  const mayRead = () => {
    const { site } = page.store.state();
    return site.status === 'ready' && site.data.canRead.includes('alarms');
  };
  const read = async () => {
    waiting = null;
    try {
      const before = board;
      const now = /** @type {AlarmBoard} */ (await page.api.get('/api/alarms', {}, new AbortController().signal));
      board = now;
      draw();
      const fresh = before ? newOnes(before.emergencies, now.emergencies) : [];
      if (fresh.length > 0) page.say(page.words().t('alarm.new-emergency', { n: fresh.length }), 'bad');
    } catch {
      // What is shown stays; the band tells when there is no connection, and the stream when there is one again.
    }
  };
  return {
    board: () => board,
    read,
    soon: (/** @type {number} */ inMs) => {
      if (waiting === null && mayRead()) waiting = window.setTimeout(read, inMs);
    },
    /** Whether counts may have grown, or a flood or a shelf has ended. @param {number} nowMs */
    isOld: (/** @type {number} */ nowMs) => {
      const due = board && nextMs(board);
      return board !== null && (board.rows.length > 0 || board.flood !== null || (due !== null && due <= nowMs));
    },
  };
}

/**
 * @param {Page} page @param {{ board: () => AlarmBoard | null, read: () => Promise<void> }} reading @param {(incident: string) => void} choose
 * @returns {AlarmDoes}
 */
function doingsOf(page, { board, read }, choose) {
  const send = async (/** @type {'POST' | 'DELETE'} */ method, /** @type {string} */ path, /** @type {object | undefined} */ body) => {
    try {
      await page.api.send(method, path, { body, signal: new AbortController().signal });
    } catch (error) {
      const problem = problemOf(error);
      page.say(problem.detail || problem.title || page.words().t('problem.title'), 'bad');
    }
    await read();
  };
  const open = (/** @type {Pick<AlarmRow, 'incident' | 'lon' | 'lat'>} */ row) => {
    if (row.incident) choose(row.incident);
    else if (row.lon && row.lat) page.map()?.center(row.lon, row.lat);
  };
  return {
    open,
    acknowledge: (row) => void (row.showing === 'alone' ? send('POST', `/api/alarms/${row.id}/acknowledgement`, undefined) : send('POST', `/api/alarms/groups/${encodeURIComponent(row.key)}/acknowledgement`, { upTo: row.upTo })),
    shelve: (row) => void askShelf(page, row, read),
    unshelve: (shelf) => void send('DELETE', `/api/alarms/shelves/${shelf.id}`, undefined),
    log: (priority) => void openLog(page, open, { priority, board: priority === undefined ? null : board() }),
    fold: () => {},
  };
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
