import { localOf } from '../../app/when.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { createPlaybackClock } from './playback-clock.js';
import { createPlaybackMap } from './playback-map.js';
import { peopleView, tableView } from './playback-people.js';
import { addressOf, playedIncidents, playedPeople, spanOf, viewOf } from './playback-state.js';
import { keyOf, timeline } from './playback-time.js';

const MOST_TRACKS = 500;
const MOST_INCIDENTS = 1_000;

/**
 * The page: a day and some hours of it, who walked then, where they went, and all of it played again.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site @returns {() => void} stops
 */
export function mountPlayback(place, page, site) {
  const words = page.words();
  const today = localOf(Date.parse(site.asOf), site.timeZone).slice(0, 10);
  let view = viewOf(location.search, today);
  show(place, html`<div class="playback-page"><aside class="playback-people"></aside><section class="playback-stage" aria-label=${words.t('playback.map')}></section>
    <section class="playback-time" aria-label=${words.t('playback.time')}></section><section class="playback-table"></section></div>`);
  const [aside, stage, below, table] = ['people', 'stage', 'time', 'table'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.playback-${name}`)));
  /** @type {Played} */
  let played = { people: [], incidents: [], fromMs: 0, toMs: 0 };
  const map = createPlaybackMap(stage, { lang: page.store.state().lang, label: words.t('playback.map'), middle: site.center, failed: () => page.say(words.t('playback.no-map'), 'bad') });
  const clock = createPlaybackClock((ms) => {
    map.at(ms);
    time.tick(ms);
  }, () => time.draw());
  const time = timeline(below, { words, clock, played: () => played, zone: site.timeZone });

  /** @type {Part<WalkedPerson[]>} */
  const people = createPart(aside, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const span = spanOf(view, site.timeZone);
      return span ? (await page.api.get('/api/tracks/people', span, signal)).people : [];
    },
    content: (all) => peopleView(all, { words, view, today, go }),
  });
  /** @type {Part<Played>} */
  const walked = createPart(table, {
    words: page.words, over: page.over,
    read: (signal) => readPlayed(page, { view, zone: site.timeZone, people: people.data() ?? [] }, signal),
    content: (data) => {
      if (data !== played) put(data);
      return data.people.length === 0 ? emptyNote(words.t('playback.choose')) : tableView(data, { words, span: spanOf(view, site.timeZone), seek: clock.set });
    },
  });
  const put = (/** @type {Played} */ data) => {
    played = data;
    map.put(data);
    clock.span(data);
    time.draw();
  };
  const go = (/** @type {Partial<PlaybackView>} */ change) => {
    view = { ...view, ...change };
    history.replaceState(null, '', addressOf(view));
    if (change.staff || change.streets !== undefined) people.draw();
    else people.reload();
    walked.reload();
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => keyOf(event, clock);
  document.addEventListener('keydown', onKey);
  people.reload().then(() => walked.reload());
  const undress = page.store.watch(({ theme }) => theme, map.redraw);
  return () => {
    document.removeEventListener('keydown', onKey);
    clock.dispose();
    map.dispose();
    undress?.();
  };
}

/** @param {FramePage} page @param {{ view: PlaybackView, zone: string, people: WalkedPerson[] }} of @param {AbortSignal} signal @returns {Promise<Played>} */
async function readPlayed(page, { view, zone, people }, signal) {
  const span = spanOf(view, zone);
  if (!span || view.staff.length === 0) return { people: [], incidents: [], fromMs: 0, toMs: 0 };
  const staff = view.staff.join(',');
  const [tracks, incidents, ways] = await Promise.all([
    page.api.things('tracks', { ...span, staff }, MOST_TRACKS, signal),
    page.api.things('incidents', span, MOST_INCIDENTS, signal).catch(() => ({ features: [] })),
    view.streets ? page.api.get('/api/tracks/streets', { ...span, staff }, signal) : null,
  ]);
  return { people: playedPeople(view, people, tracks.features, ways && ways.features), incidents: playedIncidents(incidents.features), fromMs: Date.parse(span.from), toMs: Date.parse(span.to) };
}

