import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mountAct } from './act.js';
import { mountBlow } from './blow.js';
import { mountDuty } from './duty.js';
import { clockMark, gridName, taskName } from './marks.js';
import { ACTIONS, pendingOf } from './state.js';

const MAP_ZOOM = 17;

/**
 * One task: what, where, until when, what was said and shown of it, and what can be done now.
 *
 * @param {HTMLElement} place @param {FieldPage} page @param {string} id @param {string} action whose form is open
 * @returns {() => void}
 */
export function mountTask(place, page, id, action) {
  const { store } = page;
  const find = () => store.state().tasks.find((task) => task.id === id) ?? null;
  const task = find();
  if (!task) {
    show(place, html`${back(page)}<p class="quiet">${page.words().t('field.gone')}</p>`);
    return store.watch(({ tasks }) => tasks.some((one) => one.id === id), () => page.go('#tasks'));
  }
  if (action) return mountAct(place, page, task, action);
  show(place, html`${back(page)}<div data-part="head"></div><div data-part="duty"></div><div data-part="said"></div><div data-part="map"></div><div data-part="acts"></div><div data-part="blow"></div>`);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-part=${name}]`));
  const draw = () => {
    const now = find() ?? task;
    show(part('head'), head(page, now));
    show(part('acts'), acts(page, now));
    drawDuty();
  };
  let drawDuty = () => {};
  draw();
  const abort = new AbortController();
  mountDuty(part('duty'), page, task, abort.signal).then((again) => (drawDuty = again));
  readSaid(part('said'), page, task, abort.signal);
  mountBlow(part('blow'), page, task, abort.signal);
  const stopMap = whereabouts(part('map'), page, task);
  const timer = setInterval(draw, 30_000);
  const stop = store.watch(({ tasks, outbox }) => JSON.stringify([tasks.find((one) => one.id === id), pendingOf(outbox, id)?.state, outbox.map(({ state }) => state)]), draw);
  return () => {
    abort.abort();
    stopMap();
    clearInterval(timer);
    stop();
  };
}

/** @param {FieldPage} page */
const back = ({ words }) => html`<a class="tap back" href="#tasks" data-key="back">${icon('right', 'turned')}<span>${words().t('field.back')}</span></a>`;

/** @param {FieldPage} page @param {FieldTask} task */
function head(page, task) {
  const words = page.words();
  const now = Date.now() + page.store.state().aheadMs;
  return html`<h2 class="task-title">${taskName(words, task)}</h2><p class="task-clock">${clockMark(task, words, now)}</p>
    <dl class="facts"><div><dt>${words.t('report.number')}</dt><dd>${task.number}</dd></div><div><dt>${words.t('report.grid')}</dt><dd>${gridName(words, task)}</dd></div>
      <div><dt>${words.t('report.at')}</dt><dd>${words.time(task.reportedAt)}</dd></div>${task.dueAt ? html`<div><dt>${words.t('report.due')}</dt><dd>${words.time(task.dueAt)}</dd></div>` : null}</dl>`;
}

/** What can be done now; what was done and waits to be sent is not offered again. @param {FieldPage} page @param {FieldTask} task */
function acts(page, task) {
  const { t } = page.words();
  const pending = pendingOf(page.store.state().outbox, task.id);
  if (pending) {
    return html`<div class=${`note ${pending.state === 'refused' ? 'bad' : ''}`} role="status">${icon(pending.state === 'refused' ? 'warning' : 'send')}<div><p><b>${t(`field.pending-${pending.state}`, { action: t(`field.do-${pending.action}`) })}</b></p><p>${t('field.pending-why')}</p></div></div>
      <a class="button wide" href="#outbox" data-key="to-outbox">${icon('box')}<span>${t('field.outbox')}</span></a>`;
  }
  const can = ACTIONS.filter((action) => task.actions.includes(action));
  return html`<div class="acts">${can.map((action, i) => html`<a class=${`button wide ${i === 0 ? 'primary' : ''}`} href=${`#task/${encodeURIComponent(task.id)}/${action}`} data-key=${`do-${action}`}>${t(`field.do-${action}`)}</a>`)}</div>`;
}

/** What was reported, and the photos that came with it. Not kept on the phone: it is about people. @param {HTMLElement} place @param {FieldPage} page @param {FieldTask} task @param {AbortSignal} signal */
async function readSaid(place, page, task, signal) {
  const words = page.words();
  const path = `/api/incidents/${encodeURIComponent(task.id)}`;
  try {
    const { reports } = await (await page.calls()).get(`${path}/reports`, {}, signal);
    const texts = reports.map((/** @type {IncidentReport} */ { description }) => description).filter(Boolean);
    if (texts.length > 0) place.append(html`<section class="part"><h3>${words.t('field.said')}</h3>${texts.map((/** @type {string} */ text) => html`<p class="said">${text}</p>`)}</section>`);
    const { photos = [] } = await (await page.calls()).get(`${path}/photos`, {}, signal);
    if (photos.length > 0) {
      place.append(html`<section class="part"><h3>${words.t('report.photos')}</h3><ul class="thumbs">${photos.map((/** @type {{ photo: string }} */ { photo }, /** @type {number} */ i) => html`<li>
        <a href=${`${path}/photos/${photo}`}><img loading="lazy" src=${`${path}/photos/${photo}?size=small`} alt=${words.t('report.photo', { n: i + 1 })}></a></li>`)}</ul></section>`);
    }
  } catch {
    // Without network, or where these are not told: the task can be done without.
  }
}

/** A map that is fetched when it is asked for, and the way there. @param {HTMLElement} place @param {FieldPage} page @param {FieldTask} task */
function whereabouts(place, page, { lon, lat }) {
  const { t, lang } = page.words();
  let stop = () => {};
  const open = async () => {
    const { createPocketMap } = await import('../../map/pocket.js');
    show(/** @type {HTMLElement} */ (place.querySelector('[data-part=picture]')), html`<div class="pocket small"><canvas aria-label=${t('field.map')} role="img" data-key="map"></canvas>
      <svg class="cross" viewBox="0 0 48 48" aria-hidden="true"><path class="halo" d="M24 44c-9-12-13-18-13-24a13 13 0 0 1 26 0c0 6-4 12-13 24z" /><path d="M24 44c-9-12-13-18-13-24a13 13 0 0 1 26 0c0 6-4 12-13 24z" /></svg></div>`);
    const map = createPocketMap(/** @type {HTMLCanvasElement} */ (place.querySelector('canvas')), { lng: lon, lat, zoom: MAP_ZOOM, lang, failed: () => {} });
    stop = map.dispose;
  };
  show(place, html`<div data-part="picture"></div><p class="pair"><button type="button" class="button" data-key="show-map" @click=${(/** @type {Event} */ event) => {
    /** @type {HTMLElement} */ (event.currentTarget).hidden = true;
    open();
  }}>${icon('pin')}<span>${t('field.show-map')}</span></button>
    <a class="button" href=${`geo:${lat},${lon}?q=${lat},${lon}`} data-key="go-there">${icon('target')}<span>${t('field.go-there')}</span></a></p>`);
  return () => stop();
}
