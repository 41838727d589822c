import { Problem, problemFrom, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote, problemNote } from '../../ui/problem.js';
import { WORKERS } from './state.js';

/**
 * What is to be put right: the notice on paper, that it was handed over, and the look at it with a photo.
 *
 * @param {HTMLElement} place @param {CampaignTo} to
 */
export function mountHazards(place, to) {
  const { page } = to;
  const words = page.words();
  const may = to.site.roles.some((role) => WORKERS.includes(role));
  let state = to.view().hazard ? 'all' : 'open';
  /** @type {ProblemBody | null} */
  let problem = null;
  const base = () => `/api/campaigns/${to.view().campaign}/hazards`;
  /** @type {Part<CampaignHazard[]>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const { hazard, grid } = to.view();
      if (hazard) return [(await page.api.get(`${base()}/${hazard}`, {}, signal)).properties];
      return (await page.api.get(base(), { state, ...(grid ? { grid } : {}), limit: 500 }, signal)).features.map((/** @type {any} */ one) => one.properties);
    },
    content: (hazards) => html`<div class="segments" role="group" aria-label=${words.t('campaign.hazards')}>${['open', 'overdue', 'all'].map((name) => html`<button type="button" aria-pressed=${String(name === state)} data-key=${`hazards-${name}`} @click=${() => choose(name)}>${words.t(`campaign.hazards-${name}`)}</button>`)}</div>
      ${problem ? problemNote(problem, words) : null}${hazards.length === 0 ? emptyNote(words.t('campaign.no-hazards')) : null}
      <ul class="campaign-hazards">${hazards.map(line)}</ul>`,
  });
  const choose = (/** @type {string} */ name) => {
    state = name;
    if (to.view().hazard) to.go({ hazard: '' });
    else part.reload();
  };
  const line = (/** @type {CampaignHazard} */ one) => html`<li data-hazard=${String(one.id)}><p><b>${one.building} ${one.door}</b> <span class=${`campaign-state ${one.state}`}>${words.t(`campaign.state.${one.state}`)}</span>${one.overdue ? html` <span class="campaign-hazard">▲ ${words.t('campaign.overdue')}</span>` : null}</p>
      <p>${one.asked}</p><p class="faint">${words.t('campaign.due', { day: words.day(one.dueAt) })}</p>
      ${one.rechecks.map((look) => html`<p class="campaign-look"><img alt=${words.t('campaign.photo')} width="96" height="72" loading="lazy" src=${`${base()}/${one.id}/photos/${encodeURIComponent(look.photo)}?size=small`}> ${words.time(look.at)} ${words.t(look.rectified ? 'campaign.state.rectified' : 'campaign.state.still-there')}</p>`)}
      <div class="campaign-tools"><a class="button" href=${`${base()}/${one.id}/notice.pdf?lang=${words.lang}`} target="_blank" rel="noopener" data-key=${`notice-${one.id}`}>${icon('save')}${words.t('campaign.notice')}</a>
        ${may && (one.state === 'found' || one.state === 'still-there') ? html`<button type="button" class="button" data-key=${`notified-${one.id}`} @click=${() => notified(one)}>${words.t('campaign.notified')}</button>` : null}
        ${may && !['rectified', 'withdrawn'].includes(one.state) ? [true, false].map((right) => photoButton(one, right)) : null}</div></li>`;
  const photoButton = (/** @type {CampaignHazard} */ one, /** @type {boolean} */ right) => html`<label class=${`button ${right ? 'primary' : ''}`}>${icon('camera')}${words.t(right ? 'campaign.right' : 'campaign.still')}
    <input type="file" class="hidden" accept="image/jpeg,image/png" capture="environment" data-key=${`photo-${right ? 'right' : 'still'}-${one.id}`} @change=${(/** @type {Event} */ event) => recheck(one, right, /** @type {HTMLInputElement} */ (event.target))}></label>`;
  const notified = (/** @type {CampaignHazard} */ one) => doing(() => page.api.send('POST', `${base()}/${one.id}/notified`, { body: { version: one.version }, signal: new AbortController().signal }));
  const recheck = (/** @type {CampaignHazard} */ one, /** @type {boolean} */ rectified, /** @type {HTMLInputElement} */ input) => doing(async () => {
    const file = input.files?.[0];
    if (!file) return;
    const photo = await handIn(file, words.lang);
    await page.api.send('POST', `${base()}/${one.id}/recheck`, { body: { key: photo, version: one.version, rectified, photo }, signal: new AbortController().signal });
  });
  const doing = async (/** @type {() => Promise<unknown>} */ work) => {
    problem = null;
    try {
      await work();
      await part.reload();
    } catch (error) {
      problem = problemOf(error);
      part.draw();
    }
  };
  part.reload();
  return () => show(place, null);
}

/** Hands a photo in; gives its id. @param {File} file @param {string} lang */
async function handIn(file, lang) {
  const answer = await fetch('/api/reports/photos', { method: 'POST', body: file, headers: { 'Content-Type': file.type || 'image/jpeg', 'Accept-Language': lang } });
  const told = await answer.text();
  if (!answer.ok) throw new Problem(problemFrom(answer.status, answer.headers.get('content-type') ?? '', told));
  return /** @type {string} */ (JSON.parse(told).photo);
}
