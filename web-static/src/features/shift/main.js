import { problemOf } from '../../app/problem.js';
import { closedDoor, startFrame } from '../../app/frame.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { problemNote } from '../../ui/problem.js';
import { EVERYWHERE, reaches, reachOf } from '../people/reach.js';
import { callView } from './call.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { mountChanges } from './changes.js';
import { mountHandover } from './handover.js';
import { mountLog } from './log.js';
import { READERS } from './readers.js';
import { mountRoster } from './roster.js';
import { addressOf, KEEPERS, mondayOf, PARTS, today, viewOf } from './state.js';

/** The entry of the page of shifts: who is on duty, and whom to call. */

const LEVELS = ['district', 'street', 'community', 'grid'];
const MOST_AREAS = 2_000;
const READ_AGAIN_MS = 60_000;
/** Each may answer how it follows what the live stream tells. */
const MOUNTS = { roster: mountRoster, log: mountLog, handover: mountHandover, changes: mountChanges };

startFrame({ title: 'shift.title', more: { zh, en }, draw });

/** @param {FramePage} page @param {Site} site */
async function draw(page, site) {
  const words = page.words();
  const content = /** @type {HTMLElement} */ (document.getElementById('content'));
  if (!site.roles.some((role) => READERS.includes(role))) return show(content, closedDoor(words, words.t('shift.closed-door'), site.account !== 'anonymous'));
  try {
    mount(content, page, site, await areasOf(page));
  } catch (error) {
    show(content, html`<div class="desk-narrow">${problemNote(problemOf(error), words, () => draw(page, site))}</div>`);
  }
}

/** The areas whose roster the reader may look at. @param {FramePage} page @returns {Promise<ShiftArea[]>} */
async function areasOf(page) {
  const { signal } = new AbortController();
  const [levels, reach] = await Promise.all([
    Promise.all(LEVELS.map((level) => page.api.areas({ level, geometry: 'none' }, MOST_AREAS, signal))),
    page.api.get('/api/account', {}, signal).then(({ grants }) => reachOf(grants), () => EVERYWHERE),
  ]);
  return levels.flatMap(({ features }) => features.map(({ properties }) => properties)).filter(({ code }) => reaches(reach, code));
}

/** @param {HTMLElement} content @param {FramePage} page @param {Site} site @param {ShiftArea[]} areas */
function mount(content, page, site, areas) {
  const words = page.words();
  const began = performance.now();
  const now = () => Date.parse(site.asOf) + (performance.now() - began) * site.speed;
  const thisWeek = () => mondayOf(today(now(), site.timeZone));
  const read = () => {
    const asked = viewOf(location.search, thisWeek());
    return { ...asked, area: areas.some(({ code }) => code === asked.area) ? asked.area : (areas.find(({ level }) => level !== 'district') ?? areas[0])?.code ?? '' };
  };
  let view = read();
  /** @type {(type: string) => void} */
  let follow = () => {};
  page.hear((message) => {
    if (!content.contains(body) || message.kind !== 'change') return;
    if (message.type === 'shift-roster-changed') called.reload();
    follow(message.type);
  });
  show(content, html`<div class="shift-page"><div class="shift-head"></div><section class="shift-call" aria-live="polite"></section><div class="shift-body"></div></div>`);
  const [head, call, body] = ['head', 'call', 'body'].map((name) => /** @type {HTMLElement} */ (content.querySelector(`.shift-${name}`)));
  /** @type {Part<OnDutyAnswer>} */
  const called = createPart(call, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/shifts/on-duty', { area: view.area }, signal),
    content: (answer) => callView(answer, words),
  });
  const drawHead = () => show(head, headView({ page, areas, view, go, mayWork: to.mayKeep }));
  const draw = () => {
    drawHead();
    called.reload();
    const room = document.createElement('div');
    room.className = 'shift-room';
    body.replaceChildren(room);
    follow = MOUNTS[view.part](room, to) ?? (() => {});
  };
  const go = (/** @type {Partial<ShiftView>} */ change) => {
    // A sheet is of the area it was chosen in.
    view = { ...view, sheet: '', ...change };
    history.pushState(null, '', addressOf(view, location.search, thisWeek()));
    draw();
  };
  /** @type {ShiftTo} */
  const to = {
    page, site, view: () => view, now, go,
    areaName: (code) => areas.find((area) => area.code === code)?.name ?? code,
    mayKeep: site.roles.some((role) => KEEPERS.includes(role)),
    renewCall: () => called.reload(),
  };
  window.onpopstate = () => {
    view = read();
    draw();
  };
  draw();
  const timer = setInterval(() => {
    if (!call.isConnected) return clearInterval(timer);
    if (document.visibilityState === 'visible') called.reload();
  }, READ_AGAIN_MS);
}

/** @param {{ page: FramePage, areas: ShiftArea[], view: ShiftView, go: (change: Partial<ShiftView>) => void, mayWork: boolean }} options */
function headView({ page, areas, view, go, mayWork }) {
  const words = page.words();
  return html`<label class="shift-area"><span>${words.t('shift.area')}</span><select class="field" data-key="area"
      @change=${(/** @type {Event} */ event) => go({ area: /** @type {HTMLSelectElement} */ (event.target).value })}>
      ${LEVELS.map((level) => html`<optgroup label=${words.word('level', level)}>${areas.filter((area) => area.level === level).map(({ code, name }) => html`<option value=${code} ?selected=${code === view.area}>${name}</option>`)}</optgroup>`)}</select></label>
    <nav class="segments" aria-label=${words.t('shift.parts')}>${PARTS.filter((part) => part === 'roster' || mayWork).map((part) => html`<button type="button" aria-pressed=${String(part === view.part)} data-key=${`part-${part}`} @click=${() => go({ part })}>${words.t(`shift.part.${part}`)}</button>`)}</nav>`;
}
