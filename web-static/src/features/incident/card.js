import { createSlot } from '../../app/slot.js';
import { townMs } from '../../app/live-state.js';
import { problemOf } from '../../app/problem.js';
import { pickedFeature } from '../../app/rows.js';
import { show } from '../../ui/html.js';
import { whenLetGo } from '../../ui/press.js';
import { nearestPeople, readNearestPeople } from '../patrol/nearest.js';
import { addressNear } from '../place/nearby.js';
import { tellWhistles } from '../whistle/part.js';
import { isOvertaken } from './act.js';
import { tellDuties } from './joint-view.js';
import { deedsSince, dueOf } from './steps.js';
import { alone, createTogether, createWhistling, readTogether } from './together.js';
import { dueText, incidentView } from './view.js';

/** People walk: who is nearest is asked again after so long. */
const PEOPLE_EVERY_MS = 5000;
const TICK_MS = 1000;
const IDLE = /** @type {const} */ ({ status: 'idle' });
/** @type {IncidentCardState} */
const EMPTY = {
  id: '', incident: IDLE, deeds: [], categories: [], address: null, chain: [], people: IDLE, cameras: IDLE, reports: IDLE, together: IDLE, revealed: new Map(), doing: null, conflict: [], problem: null,
};

/**
 * The card of an incident: how far it is, what can be done, who and what is near. It follows the live stream.
 *
 * @param {Page} page @param {HTMLElement} place where it is shown @param {() => void} redraw @param {typeof incidentView} view how it
 *   is laid out
 * @returns {ThingCard}
 */
export function createIncidentCard(page, place, redraw, view = incidentView) {
  const { store, api } = page;
  let card = EMPTY;
  const put = (/** @type {Partial<IncidentCardState>} */ changes) => {
    card = { ...card, ...changes };
    if (card.id) redraw();
  };
  const incident = createSlot((now) => put({ incident: now }), () => card.incident);
  const drawPeople = whenLetGo(place, () => {
    const part = place.querySelector('[data-part="people"]');
    if (part) show(part, nearestPeople(card.people, page, readPeople));
  });
  const people = createSlot((now) => {
    card = { ...card, people: now };
    drawPeople();
  }, () => card.people);
  const cameras = createSlot((now) => put({ cameras: now }), () => card.cameras);
  const reports = createSlot((now) => put({ reports: now }), () => card.reports);
  const readReports = () => mayRead(store.state(), 'reports') && reports.read(async (signal) => (await api.reports(card.id, signal)).reports);
  const together = createSlot((now) => put({ together: now }), () => card.together);
  const readOfIt = () => {
    readReports();
    return together.read((signal) => readTogether(api, card.id, signal, { told: mayRead(store.state(), 'notifications'), rated: mayRead(store.state(), 'evaluations'), publishes: mayRead(store.state(), 'publications') }));
  };
  const at = () => placeOf(card.incident);
  const readPeople = () => withPlace(at(), (here) => people.read((signal) => readNearestPeople(api, here, signal)));
  const readCameras = async () => mayRead(store.state(), 'cameras') && withPlace(at(), (here) => cameras.read(async (signal) => (await api.covering(here[0], here[1], signal)).features));
  const read = () =>
    incident.read(async (signal) => {
      const [feature, { deeds }] = await Promise.all([api.incident(card.id, signal), api.deeds(card.id, signal)]);
      if (!signal.aborted) card = { ...card, deeds };
      return feature;
    });
  const readAll = () => Promise.all([read(), readOfIt()]);
  const again = createReading(readAll, () => card);
  const open = async () => {
    const id = idOf(store.state()) ?? '';
    if (id === card.id) return;
    for (const slot of [incident, people, cameras, reports, together]) slot.stop();
    const seen = pickedFeature({ ...store.state(), picked: { kind: 'incidents', id } });
    card = { ...EMPTY, categories: card.categories, id, incident: seen ? { status: 'loading', old: seen } : IDLE };
    if (!id) return;
    redraw();
    const reading = read();
    readOfIt();
    if (!seen) await reading;
    if (card.id === id) await Promise.all([readSurroundings(page, at, put), readPeople(), readCameras()]);
  };
  const tick = createTick(page, place, () => card, redraw);
  store.watch(idOf, open);
  store.watch((state) => mayRead(state, 'reports'), () => card.id && readReports());
  page.hear((message) => {
    if (card.id && (message.kind === 'reset' || (message.kind === 'change' && message.subject === card.id))) readAll();
    else if (card.id && message.kind === 'change' && /^(whistle|message)-/.test(message.type)) readOfIt();
  });
  setInterval(tick, TICK_MS);
  setInterval(() => card.id && !document.hidden && readPeople(), PEOPLE_EVERY_MS);
  open();
  return { content: () => view(card, page, { act: createAct(page, () => card, put), again, together: createSendTogether(page, () => card, put, again), whistling: createWhistling(page, () => card.id && readOfIt()), readTogether: readOfIt, jointVersion: () => jointVersion(card), incidentVersion: () => known(card.incident)?.properties.version ?? null, readPeople, readCameras, readReports, shown: createReveals(() => card, put) }) };
}

/**
 * Reads an incident to the end, once after another: news that come meanwhile cut a reading short.
 *
 * @param {() => Promise<unknown>} read @param {() => Pick<IncidentCardState, 'id' | 'incident'>} card
 */
export function createReading(read, card) {
  let last = Promise.resolve();
  const once = async () => {
    const { id } = card();
    do {
      await read();
    } while (id && card().id === id && card().incident.status === 'loading');
  };
  return () => (last = last.then(once));
}

/**
 * Does something with those who have the incident in hand; its buttons rest meanwhile.
 *
 * @param {Page} page @param {() => IncidentCardState} card @param {(changes: Partial<IncidentCardState>) => void} put
 * @param {() => Promise<void>} again
 * @returns {(path: string, body: object, version: number) => Promise<ProblemBody | null>}
 */
const createSendTogether = (page, card, put, again) => (path, body, version) => {
  const { id } = card();
  const mine = () => card().id === id;
  return alone((doing) => mine() && put({ doing }), createTogether(page, () => id, async () => mine() && again()))(path, body, version);
};

/** Whose card is shown. @param {Pick<State, 'picked' | 'under'>} state */
export const idOf = ({ picked, under }) => (picked?.kind === 'incidents' ? picked.id : (under?.id ?? null));

/** Whether the reader may read something. @param {State} state @param {string} what */
export const mayRead = ({ site }, what) => site.status === 'ready' && site.data.canRead.includes(what);

/** What is known of it, be it on its way anew. @param {Resource<GeoFeature<IncidentProps>>} incident @returns {GeoFeature<IncidentProps> | null} */
export const known = (incident) => (incident.status === 'ready' ? incident.data : incident.status === 'loading' ? (incident.old ?? null) : null);

/** The version of the joint handling that goes on, as it was read last. @param {IncidentCardState} card */
const jointVersion = ({ together }) => (together.status === 'ready' ? together.data : together.status === 'loading' ? together.old : undefined)?.joint.joint?.version ?? null;

/** @param {Resource<GeoFeature<IncidentProps>>} incident @returns {Position | null} */
const placeOf = (incident) => known(incident)?.geometry?.coordinates ?? null;

/** @param {Position | null} place @param {(place: Position) => Promise<void>} then */
const withPlace = async (place, then) => place && then(place);

/**
 * What helps to find the way there; where it is not to be had the card does without.
 *
 * @param {Page} page @param {() => Position | null} at @param {(changes: Partial<IncidentCardState>) => void} put
 */
async function readSurroundings({ api }, at, put) {
  const here = at();
  if (!here) return;
  const { signal } = new AbortController();
  const [address, located, list] = await Promise.allSettled([addressNear(api, here, signal), api.at(here[0], here[1], signal), api.categories(signal)]);
  if (at()?.join() !== here.join()) return;
  put({
    address: address.status === 'fulfilled' ? address.value : null,
    chain: located.status === 'fulfilled' ? located.value.chain : [],
    categories: list.status === 'fulfilled' ? list.value.categories : [],
  });
}

/**
 * Keeps what was shown whole for a reason, or forgets it again.
 *
 * @param {() => IncidentCardState} card @param {(changes: Partial<IncidentCardState>) => void} put
 */
const createReveals = (card, put) => (/** @type {string} */ key, /** @type {string | null} */ value) => {
  const revealed = new Map(card().revealed);
  if (value === null) revealed.delete(key);
  else revealed.set(key, value);
  put({ revealed });
};

/**
 * Tells the time that is left in place, every second; draws anew when it is over.
 *
 * @param {Page} page @param {HTMLElement} place @param {() => IncidentCardState} card @param {() => void} redraw
 */
function createTick(page, place, card, redraw) {
  let kind = '';
  return () => {
    const incident = known(card().incident);
    if (!incident) return;
    const due = dueOf(incident.properties, townMs(page.store.state()));
    tellDuties(place, townMs(page.store.state()), page.words());
    tellWhistles(place, townMs(page.store.state()), page.words());
    const shown = place.querySelector('[data-live="due"]');
    if (shown) shown.textContent = dueText(due, page.words());
    if (shown && kind && kind !== due.kind) redraw();
    kind = due.kind;
  };
}

/**
 * Does something to the incident, in the version that was seen when it was decided.
 *
 * @param {Page} page @param {() => IncidentCardState} card @param {(changes: Partial<IncidentCardState>) => void} put
 */
function createAct({ api, say, words }, card, put) {
  /** @param {string} action @param {number} version @param {string} reason @param {string} [until] */
  return async (action, version, reason, until) => {
    const { id } = card();
    const mine = () => card().id === id;
    const { signal } = new AbortController();
    put({ doing: action, conflict: [], problem: null });
    try {
      const feature = await api.act(id, action, { version, reason, until, signal });
      say(words().t('incident.did', { action: words().word('incident-action', action), number: feature.properties.number }), 'good');
      const { deeds } = await api.deeds(id, signal);
      if (!mine()) return;
      // The stream may have told of more meanwhile.
      const overtaken = (known(card().incident)?.properties.version ?? 0) > feature.properties.version;
      put(overtaken ? { doing: null } : { incident: { status: 'ready', data: feature }, deeds, doing: null });
    } catch (error) {
      const problem = problemOf(error);
      if (!mine()) return;
      if (!isOvertaken(problem)) return put({ doing: null, problem });
      const [feature, { deeds }] = await Promise.all([api.incident(id, signal), api.deeds(id, signal)]);
      if (mine()) put({ incident: { status: 'ready', data: feature }, deeds, doing: null, conflict: deedsSince(deeds, version), problem });
    }
  };
}
