import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { nextAlong } from './next.js';
import { play } from './player.js';
import { createReplay } from './replay.js';

/** @type {PictureState} */
const BEGINNING = { status: 'connecting', code: '', generated: false };

/**
 * The window of a camera's live picture, over the map. The picture stays while the rest of the page is drawn anew.
 *
 * @param {HTMLElement} place @param {Page} page
 */
export function mountVideo(place, page) {
  /** @type {() => void} */
  let stop = () => {};
  let now = BEGINNING;
  /** @type {GeoFeature<NextProps>[]} */
  let next = [];
  let asking = new AbortController();
  const { head, video, foot } = fill(place);
  const draw = () => {
    const { watched } = page.store.state();
    place.hidden = !watched;
    if (!watched) return;
    place.dataset.status = now.status;
    place.setAttribute('aria-label', page.words().t('video.title', { name: watched.name }));
    video.setAttribute('aria-label', page.words().t('video.title', { name: watched.name }));
    show(head, headOf(watched, place, page));
    show(foot, footOf(now, { next, replay: mayReplay(page) ? replay.controls(watched.id) : null }, page));
  };
  const tell = (/** @type {PictureState} */ state) => {
    now = state;
    draw();
  };
  const live = () => {
    const { watched } = page.store.state();
    replay.stop();
    stop();
    stop = watched ? play(video, watched.id, tell) : () => {};
  };
  const replay = createReplay(video, page, { tell, live, begun: () => stop(), changed: () => draw() });
  const watch = () => {
    const { watched } = page.store.state();
    replay.stop();
    stop();
    stop = () => {};
    now = BEGINNING;
    next = [];
    asking.abort();
    draw();
    if (!watched) return;
    asking = new AbortController();
    readNext(watched.id, asking.signal);
    live();
  };
  // Without them the picture is as good: why they are not there is nobody's concern now.
  const readNext = (/** @type {string} */ id, /** @type {AbortSignal} */ signal) => page.api.get(`/api/cameras/${encodeURIComponent(id)}/next`, {}, signal).then(
    ({ features }) => {
      next = features;
      draw();
    },
    () => {},
  );
  draw();
  page.store.watch((state) => state.watched, watch);
  page.store.watch((state) => state.picked, (picked) => {
    if (picked?.kind === 'cameras') page.store.dispatch({ kind: 'watch', watched: { id: picked.id, name: nameOf(page.store.state(), picked.id) } });
  });
  page.store.watch((state) => state.lang, draw);
}

/** @param {HTMLElement} place */
function fill(place) {
  const head = document.createElement('div');
  const video = document.createElement('video');
  const foot = document.createElement('div');
  head.className = 'video-head';
  foot.className = 'video-foot';
  video.muted = true;
  video.playsInline = true;
  place.append(head, video, foot);
  return { head, video, foot };
}

/** The name of a camera of the list or of those that see the place asked about; its code where neither has it. @param {State} state @param {string} id */
function nameOf({ lists, here }, id) {
  const known = [
    ...(lists.cameras.status === 'ready' ? lists.cameras.data.features : []),
    ...(here?.cameras.status === 'ready' ? here.cameras.data : []),
  ];
  return String(known.find(({ properties }) => properties.id === id)?.properties.name ?? id);
}

/** @param {Watched} watched @param {HTMLElement} place @param {Page} page */
function headOf(watched, place, page) {
  const words = page.words();
  return html`<h2>${icon('camera')}<span>${watched.name}</span></h2>
    <button type="button" class="icon-button small" aria-label=${words.t('video.size')} title=${words.t('video.size')} data-key="video-size"
      @click=${() => place.classList.toggle('large')}>${icon('fit')}</button>
    <button type="button" class="icon-button small" aria-label=${words.t('video.close')} title=${words.t('video.close')} data-key="video-close"
      @click=${() => page.store.dispatch({ kind: 'watch', watched: null })}>${icon('close')}</button>`;
}

/** Whether instant replay is theirs. @param {Page} page */
function mayReplay(page) {
  const { site } = page.store.state();
  return site.status === 'ready' && site.data.canRead.includes('replay');
}

/** @param {PictureState} now @param {{ next: GeoFeature<NextProps>[], replay: Node | null }} parts @param {Page} page */
function footOf(now, { next, replay }, page) {
  const words = page.words();
  return html`<span class=${`picture-state ${now.status}`}><span class="dot" aria-hidden="true"></span>${words.t(`video.${now.status}`)}</span>
    ${now.code ? html`<span>${words.word('picture', now.code)}</span>` : null}
    ${now.generated ? html`<span class="generated"><span>${words.t('video.generated')}</span></span>` : null}
    ${replay}${nextAlong(next, page)}`;
}
