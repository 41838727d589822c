import { isWallScreen } from '../../app/account-menu.js';
import { toWholeStep, townMs } from '../../app/live-state.js';
import { createWordsFor } from '../../app/page.js';
import { heldBy } from '../../app/slot.js';
import { createStore, merge } from '../../app/store.js';
import { widened } from '../../map/box.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { drawControls, watchHand } from './controls.js';
import { primarySize } from './distance.js';
import { drawFresh, drawTicker } from './foot.js';
import { drawBand, drawHead, tickHead } from './head.js';
import { drawHeadline } from './headline.js';
import { askedOf, queryOf } from './kiosk.js';
import { drawLegend, drawRanking } from './legend.js';
import { asIncident, createPast } from './past.js';
import { createPicture } from './picture.js';
import { drawQueue } from './queue.js';
import { startReading } from './reading.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { createSaved, keptViews, usualViews } from './saved.js';
import { createSound } from './sound.js';
import { afterChange } from './ticker.js';
import { FIRST_TURN, alerted, declaredAlerts, emergencies, stepped, turned } from './views.js';

export { createWallLayers as wallLayers } from '../../map/wall-layers.js';

const TICK_MS = 1000;

/** How large the text is, before the map asks. @param {string} search */
export function dressWall(search) {
  const asked = askedOf(new URLSearchParams(search));
  const size = primarySize({ distanceMm: asked.distanceMm, screenMm: asked.screenMm, heightPx: window.innerHeight });
  document.documentElement.style.setProperty('--wall-size', `${size.px}px`);
  document.documentElement.dataset.wall = '';
  return size;
}

/**
 * The wall: the same page and the same map with figures, queue and ticker around it, for weeks without a hand.
 *
 * @param {HTMLElement} root @param {Page} page
 */
export function mountWall(root, page) {
  const asked = askedOf(new URLSearchParams(location.search));
  /** @type {StoreOf<WallNow, Partial<WallNow>>} */
  const wall = createStore(firstNow(asked), merge);
  const wordsOf = createWordsFor(page.store, { zh, en });
  /** @type {WallPage} */
  const to = {
    page, wall, words: wordsOf,
    nowMs: () => townMs(page.store.state()),
    incidents: createIncidents(page, wall),
    area: (code) => (code ? (wall.state().names.get(code) ?? '') : ''),
    category: (code) => wall.state().categories.get(code)?.[page.store.state().lang] ?? '',
  };
  show(root, html`<header class="wall-head"></header><div class="wall-alarm" role="alert"></div><div class="wall-cut" role="alert"></div>
    <aside class="wall-left" aria-label=${wordsOf().t('wall.figures')}></aside><aside class="wall-right" aria-label=${wordsOf().t('wall.queue')}></aside>
    <section class="wall-areas" aria-label=${wordsOf().t('wall.areas')}></section><section class="wall-ticker" aria-label=${wordsOf().t('wall.ticker')}></section>
    <section class="wall-legend" aria-label=${wordsOf().t('wall.legend')}></section><footer class="wall-fresh"></footer><div class="wall-controls"></div><div class="wall-past" aria-live="polite"></div>`);
  const at = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.wall-${name}`));
  const wallDraws = createDrawing(to, at);
  startReading(to);
  hearAll(to);
  connect(to, wallDraws);
  return {
    /** The map is there. */
    show() {
      wallDraws.rails();
      goTo(to);
    },
  };
}

/** @param {WallAsked} asked @returns {WallNow} */
function firstNow(asked) {
  const views = asked.views.length > 0 ? asked.views : [...usualViews(), ...keptViews()];
  return {
    asked, views, figure: views[0].figure, density: views[0].density, turn: { ...FIRST_TURN, since: performance.now() }, figures: null, lines: [],
    heard: { incidents: null, whistles: null, people: null, figures: null, cameras: null }, past: null, names: new Map(), points: new Map(), categories: new Map(), sound: 'silent', hand: false,
  };
}

/** Those on the map: the same list as long as nothing in it has changed. @param {Page} page @param {WallPage['wall']} wall */
function createIncidents(page, wall) {
  /** @type {unknown} */
  let from = null;
  /** @type {GeoFeature<IncidentProps>[]} */
  let kept = [];
  return () => {
    const { past } = wall.state();
    const source = past ? past.features : heldBy(page.store.state().lists.incidents)?.features;
    if (source !== from && source) {
      from = source;
      kept = past ? (past.features ?? []).map(asIncident) : /** @type {GeoFeature<IncidentProps>[]} */ (source);
    }
    return kept;
  };
}

/** What the stream and the lists tell of how fresh each layer is. @param {WallPage} to */
function hearAll({ page, wall }) {
  const { store } = page;
  const heard = (/** @type {WallLayer[]} */ layers, /** @type {number} */ ms) => wall.dispatch({ heard: { ...wall.state().heard, ...Object.fromEntries(layers.map((one) => [one, ms])) } });
  store.watch(({ live }) => live.heardMs, (ms) => heard(['incidents', 'whistles'], ms));
  store.watch(({ peopleMs }) => peopleMs, (ms) => ms !== null && heard(['people'], ms));
  store.watch(({ lists }) => lists.cameras, (list) => list.status === 'ready' && heard(['cameras'], performance.now()));
  const { live, peopleMs } = store.state();
  if (live.heardMs) heard(['incidents', 'whistles'], live.heardMs);
  if (peopleMs !== null) heard(['people'], peopleMs);
  page.hear((message) => {
    const lines = afterChange(wall.state().lines, message);
    if (lines !== wall.state().lines) wall.dispatch({ lines });
  });
  setInterval(() => page.retry('cameras'), 600_000);
}

/** Every part of the picture, and when it is drawn anew. @param {WallPage} to @param {(name: string) => HTMLElement} at */
function createDrawing(to, at) {
  const make = createPicture(to);
  const rooms = createRooms([at('right'), at('areas')], () => rails());
  const map = () => {
    const { picture, limits, values } = make();
    to.page.map()?.wall(picture);
    return { limits, values };
  };
  const rails = () => {
    const { limits, values } = map();
    drawHeadline(at('left'), to);
    drawQueue(at('right'), to, rooms(at('right'), 3.3));
    drawLegend(at('legend'), to, limits);
    drawRanking(at('areas'), to, { values, rows: rooms(at('areas'), 2) });
  };
  return { map, rails, head: () => drawHead(at('head'), to), tick: () => tickHead(at('head'), to), band: () => drawBand(at('cut'), to), ticker: () => drawTicker(at('ticker'), to), fresh: () => drawFresh(at('fresh'), to), at };
}

/** One below the other, a place is as high as what is in it. */
const NARROW = '(max-width: 899px)';
const NARROW_LINES = 12;

/**
 * How many lines there is room for. Measured when a place gets another size: asking each time would have the page laid out
 * in the middle of its drawing.
 *
 * @param {HTMLElement[]} places @param {() => void} changed
 * @returns {(place: HTMLElement, lines: number) => number} for lines so many letters high
 */
function createRooms(places, changed) {
  /** @type {Map<Element, number>} */
  const letters = new Map();
  const observer = new ResizeObserver((seen) => {
    for (const { target, contentRect } of seen) letters.set(target, contentRect.height / parseFloat(window.getComputedStyle(target).fontSize));
    changed();
  });
  places.forEach((place) => observer.observe(place));
  const narrow = window.matchMedia(NARROW);
  return (place, lines) => (narrow.matches ? NARROW_LINES : Math.max(3, Math.floor((letters.get(place) ?? 0) / lines) - 1));
}

/** @param {WallPage} to @param {ReturnType<typeof createDrawing>} draws */
function connect(to, draws) {
  const { page: { store }, wall } = to;
  const does = createDoes(to);
  const controls = () => drawControls(draws.at('controls'), to, does);
  const ring = createSound((standing) => wall.state().sound !== 'off' && wall.dispatch({ sound: standing }));
  if (!wall.state().asked.sound) wall.dispatch({ sound: 'off' });
  let soon = false;
  /** What comes together is drawn together. */
  const rails = () => {
    if (soon) return;
    soon = true;
    setTimeout(() => {
      soon = false;
      draws.rails();
    }, 120);
  };
  const all = () => [draws.head, draws.rails, draws.ticker, draws.fresh, draws.band, controls].forEach((draw) => draw());
  store.watch(({ lists }) => lists, rails);
  store.watch(({ whistles }) => whistles, rails);
  store.watch(({ emergencies: declared }) => declared, rails);
  store.watch(({ people }) => people, draws.map);
  store.watch(({ theme }) => theme, all);
  store.watch(({ lang }) => lang, all);
  store.watch(({ site }) => site, draws.head);
  wall.watch(({ figure, density, views, turn, figures, names, categories, past }) => [figure, density, views, turn.at, turn.paused, turn.alert?.key, figures, names, categories, past].map(identity).join(), rails);
  wall.watch(({ lines, past, names, categories }) => [lines, past, names, categories].map(identity).join(), draws.ticker);
  wall.watch(({ figure, density, turn, past, sound, views }) => [figure, density, turn.paused, past?.at, past?.people?.length, sound, views.length].join(), controls);
  wall.watch(({ past }) => past?.at ?? null, (past) => frame(draws.at('past'), to, past));
  wall.watch(({ hand }) => hand, (hand) => document.documentElement.toggleAttribute('data-hand', hand));
  watchHand((hand) => wall.state().hand !== hand && wall.dispatch({ hand }));
  keepTurning(to, { draws, ring });
  all();
}

let identities = 0;
/** @type {WeakMap<object, number>} */
const known = new WeakMap();
/** Something that tells one object from another. @param {unknown} one */
function identity(one) {
  if (typeof one !== 'object' || one === null) return String(one);
  if (!known.has(one)) known.set(one, ++identities);
  return known.get(one);
}

/** The only clock of the wall: the time, how old everything is, whose turn it is, what is an emergency. @param {WallPage} to @param {{ draws: ReturnType<typeof createDrawing>, ring: ReturnType<typeof createSound> }} by */
function keepTurning(to, { draws, ring }) {
  const { page, wall } = to;
  let ticks = 0;
  let first = true;
  /** Of what it was last asked whether it is an emergency. @type {unknown[]} */
  let judged = [null, null, null];
  const turn = () => {
    const nowMs = performance.now();
    const { turn: before, views, asked, past, sound } = wall.state();
    const { lists, whistles, emergencies: declared, site } = page.store.state();
    const known = declared !== null || site.status !== 'ready' || !site.data.canRead.includes('emergencies');
    let next = past ? { ...before, since: nowMs } : turned(before, { count: views.length, seconds: asked.rotateSeconds, nowMs });
    if (lists.incidents.status === 'ready' && !past && (first || judged.some((one, i) => one !== [declared, whistles, lists.incidents][i]))) {
      judged = [declared, whistles, lists.incidents];
      next = alerted(next, [...declaredAlerts(declared ?? []), ...emergencies(whistles, lists.incidents.data.features)], { nowMs, first });
      first = first && (ticks < 3 || (!known && ticks < 30));
    }
    if (next === before) return;
    wall.dispatch({ turn: next });
    if (next.alert?.key !== before.alert?.key) alarm(draws.at('alarm'), to, next.alert);
    if (next.alert && next.alert.key !== before.alert?.key && sound !== 'off') ring.ring(/** @type {'high'} */ (next.alert.priority));
    if (next.at !== before.at || next.alert?.key !== before.alert?.key) goTo(to);
  };
  let tickMs = performance.now();
  const tick = () => {
    setTimeout(tick, toWholeStep(performance.now(), TICK_MS));
    ticks++;
    turn();
    draws.tick();
    // A page that stood still itself first hears what has come meanwhile, before it says that nothing came.
    const slept = performance.now() - tickMs > 2.5 * TICK_MS;
    tickMs = performance.now();
    if (!slept || page.store.state().live.link !== 'live') draws.band();
    if (!slept) draws.fresh();
    if (ticks % 5 === 0) askAgain(page);
    // Who calls for help is told how many seconds are left for an answer.
    if (ticks % (page.store.state().whistles.length > 0 ? 5 : 30) === 0) draws.rails();
    else if (ticks % 5 === 0) draws.map();
  };
  setTimeout(tick, toWholeStep(performance.now(), TICK_MS));
}

/** What could not be read is read as soon as there is somebody to ask: nobody presses a button here. @param {Page} page */
function askAgain({ store, retry }) {
  const { live, lists } = store.state();
  if (live.link !== 'live') return;
  for (const kind of /** @type {const} */ (['areas', 'incidents', 'cameras'])) if (lists[kind].status === 'failed') retry(kind);
}

/** The place of the view whose turn it is, or of the emergency. @param {WallPage} to */
function goTo({ page, wall }) {
  const { turn, views } = wall.state();
  const { site } = page.store.state();
  const map = page.map();
  const view = views[turn.at];
  if (turn.alert) return map?.center(turn.alert.at[0], turn.alert.at[1]);
  wall.dispatch({ figure: view.figure, density: view.density });
  if (view.place) map?.goTo(view.place);
  else if (site.status === 'ready') map?.fit(widened(site.data.bounds, 0.02), 24);
}

/** The visual twin of the sound. @param {HTMLElement} place @param {WallPage} to @param {WallTurn['alert']} alert */
function alarm(place, to, alert) {
  const words = to.words();
  document.documentElement.toggleAttribute('data-alarm', alert !== null);
  const incident = alert && alert.kind !== 'declared' && to.incidents().find(({ properties }) => properties.id === alert.id)?.properties;
  const declared = alert?.kind === 'declared' ? (to.page.store.state().emergencies ?? []).find(({ id }) => String(id) === alert.id) : null;
  show(place, alert ? html`<p class=${`wall-alert ${alert.priority}`}>${icon(alert.kind === 'whistle' ? 'whistle' : 'warning')}<b>${words.t(`wall.alert.${alert.kind}`)}</b>
    <span>${incident ? `${to.category(incident.category)} · ${to.area(incident.grid)}` : declared ? `${declared.title} · ${declared.areas.map(({ name }) => name).join(words.t('list.comma'))}` : ''}</span><span class="code-text">${(incident || null)?.number ?? ''}</span></p>` : null);
}

/** A frame that cannot be taken for live. @param {HTMLElement} place @param {WallPage} to @param {string | null} past */
function frame(place, to, past) {
  const words = to.words();
  document.documentElement.toggleAttribute('data-past', past !== null);
  show(place, past ? html`<p><b>${words.t('wall.replay')}</b><time datetime=${past}>${words.dayTime(past)}</time><span>${words.t('wall.not-live')}</span></p>` : null);
}

/** Whoever signs in finds the views they keep; a link that names its own shows these alone. @param {WallPage} to */
function followSaved({ page, wall }) {
  const saved = createSaved(page.api);
  const own = wall.state().asked.views.length === 0;
  const account = () => {
    const { site } = page.store.state();
    return site.status === 'ready' && !isWallScreen(site.data) ? site.data.account : 'anonymous';
  };
  const arrive = (/** @type {string} */ name) => {
    if (!own || name === 'anonymous') return;
    saved.signedIn().then((views) => wall.dispatch({ views: [...usualViews(), ...views] }), () => {});
  };
  page.store.watch(account, arrive);
  arrive(account());
  return saved;
}

/** @param {WallPage} to @returns {WallDoes} */
function createDoes(to) {
  const { page, wall } = to;
  const past = createPast(to);
  const saved = followSaved(to);
  let hours = 0;
  return {
    look: (change) => wall.dispatch({ ...change, turn: { ...wall.state().turn, paused: true } }),
    step(by) {
      wall.dispatch({ turn: stepped(wall.state().turn, { by, count: wall.state().views.length, nowMs: performance.now() }) });
      goTo(to);
    },
    pause: () => wall.dispatch({ turn: { ...wall.state().turn, paused: !wall.state().turn.paused, since: performance.now() } }),
    keep() {
      const { figure, density, views } = wall.state();
      const view = { name: to.words().t('wall.view-name', { n: views.length + 1 }), place: page.store.state().view, figure, density };
      saved.keep(view).catch(() => page.say(to.words().t('wall.not-kept'), 'bad'));
      wall.dispatch({ views: [...views, view].slice(-20) });
      page.say(to.words().t('wall.kept', { name: view.name }), 'good');
    },
    async copy() {
      const { asked, views } = wall.state();
      const { theme, lang } = page.store.state();
      const query = queryOf({ ...asked, views: [...views] });
      query.set('theme', theme);
      query.set('lang', lang);
      await navigator.clipboard?.writeText(`${location.origin}/?${query}`).then(() => page.say(to.words().t('wall.copied'), 'good'), () => {});
    },
    sound: () => wall.dispatch({ sound: wall.state().sound === 'off' ? 'on' : 'off' }),
    lang: (lang) => page.store.dispatch({ kind: 'lang', lang }),
    theme: (theme) => page.store.dispatch({ kind: 'theme', theme }),
    back(ago) {
      hours = ago;
      past.go(ago);
    },
    peopleThen: () => past.people(),
    hours: () => hours,
    near: () => primarySize({ distanceMm: wall.state().asked.distanceMm, screenMm: wall.state().asked.screenMm, heightPx: window.innerHeight }).nearMm,
  };
}
