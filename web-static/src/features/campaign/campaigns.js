import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { confirmed } from '../../ui/confirm.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { icon } from '../../ui/icons.js';
import { mountDoors } from './doors.js';
import { openForm } from './form.js';
import { mountHazards } from './hazards.js';
import { progressView } from './progress.js';
import { addressOf, ORGANISERS, percentOf, viewOf } from './state.js';

const PARTS = /** @type {const} */ (['progress', 'doors', 'hazards']);
const MOST_GRIDS = 2_000;

/**
 * The page: which campaigns there are, and of the chosen one how far it is, its doors and its hazards.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {Site} site
 */
export function mountCampaigns(place, page, site) {
  const words = page.words();
  let view = viewOf(location.search);
  let stop = () => {};
  show(place, html`<div class="campaign-page"><aside class="campaign-list"></aside><div class="campaign-one"></div></div>`);
  const [aside, one] = ['list', 'one'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.campaign-${name}`)));

  /** @type {Part<Campaign[]>} */
  const list = createPart(aside, {
    words: page.words, over: page.over,
    read: async (signal) => (await page.api.get('/api/campaigns', {}, signal)).features.map((/** @type {any} */ feature) => feature.properties),
    content: (campaigns) => {
      if (view.campaign === '' && campaigns.length > 0) queueMicrotask(() => go({ campaign: String(campaigns[0].id) }, true));
      return listView(campaigns, { view, page, site, go }, () => openForm(page, site, (id) => {
        list.reload();
        go({ campaign: id, grid: '', part: 'progress', hazard: '' });
      }));
    },
  });
  /** @type {Part<{ campaign: Campaign, rows: CampaignRow[], areas: any[] }>} */
  const chosen = createPart(one, {
    words: page.words, over: page.over,
    read: (signal) => readOne(page, view.campaign, signal, chosen.data()?.areas),
    content: (data) => oneView(data, to),
  });
  /** @type {CampaignTo} */
  const to = { page, site, view: () => view, campaign: () => /** @type {any} */ (chosen.data()).campaign, go: (change) => go(change), renew: () => chosen.reload() };

  const drawPart = () => {
    stop();
    const room = /** @type {HTMLElement | null} */ (one.querySelector('.campaign-part'));
    stop = !room || view.part === 'progress' ? () => {} : view.part === 'doors' ? mountDoors(room, to) : mountHazards(room, to);
  };
  const drawOne = async () => {
    await chosen.reload();
    drawPart();
  };
  /** @param {Partial<CampaignView>} change @param {boolean} [silent] */
  const go = (change, silent) => {
    const address = addressOf({ ...view, ...change }, location.search);
    if (silent) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    follow();
  };
  const follow = () => {
    view = viewOf(location.search);
    list.draw();
    if (view.campaign) drawOne();
    else show(one, emptyNote(words.t('campaign.none')));
  };
  window.onpopstate = follow;
  list.reload();
  if (view.campaign) drawOne();
  else show(one, emptyNote(words.t('campaign.none')));
}

/** @param {FramePage} page @param {string} id @param {AbortSignal} signal @param {any[]} [known] outlines */
async function readOne(page, id, signal, known) {
  const [told, progress] = await Promise.all([page.api.get(`/api/campaigns/${id}`, {}, signal), page.api.get(`/api/campaigns/${id}/progress`, {}, signal)]);
  const codes = new Set(progress.rows.map((/** @type {CampaignRow} */ row) => row.grid));
  const areas = known?.some(({ properties }) => codes.has(properties.code)) ? known : (await page.api.areas({ level: 'grid' }, MOST_GRIDS, signal)).features;
  return { campaign: told.properties, rows: progress.rows, areas: areas.filter((/** @type {any} */ area) => codes.has(area.properties.code)) };
}

/** @param {Campaign[]} campaigns @param {{ view: CampaignView, page: FramePage, site: Site, go: CampaignTo['go'] }} to @param {() => void} begin */
function listView(campaigns, { view, page, site, go }, begin) {
  const words = page.words();
  return html`<div class="campaign-list-head"><h2>${words.t('campaign.all')}</h2>
      ${site.roles.some((role) => ORGANISERS.includes(role)) ? html`<button type="button" class="button primary" data-key="begin" @click=${begin}>${words.t('campaign.begin')}</button>` : null}</div>
    ${campaigns.length === 0 ? emptyNote(words.t('campaign.none')) : null}
    <ul>${campaigns.map((one) => html`<li><button type="button" class="campaign-item" aria-current=${String(one.id) === view.campaign ? 'true' : null} data-key=${`campaign-${one.id}`}
        @click=${() => go({ campaign: String(one.id), grid: '', part: 'progress', hazard: '', state: '' })}><b>${one.title}</b>
        <span class="faint">${words.t('campaign.n-of-n', { n: words.number(one.progress.answered), all: words.number(one.progress.all) })}${one.closedAt ? ` · ${words.t('campaign.closed')}` : ''}${one.generated ? ` · ${words.t('campaign.generated')}` : ''}</span></button></li>`)}</ul>`;
}

/** @param {{ campaign: Campaign, rows: CampaignRow[], areas: any[] }} data @param {CampaignTo} to */
function oneView({ campaign, rows, areas }, to) {
  const words = to.page.words();
  const { part, grid } = to.view();
  const { answered, all, hazardous } = campaign.progress;
  return html`<div class="campaign-head"><h2>${campaign.title}</h2>
      <p class="campaign-count" data-count="answered"><b>${words.t('campaign.n-of-n', { n: words.number(answered), all: words.number(all) })}</b> <button type="button" class="link" data-key="percent" title=${words.t('campaign.show-answered')} @click=${() => to.go({ part: 'doors', grid: '', state: 'answered' })}>${percentOf(campaign.progress)}%</button></p>
      <p class="faint">${words.t('campaign.hazardous', { n: words.number(hazardous) })} · ${words.t('campaign.until', { day: words.day(campaign.until) })}${campaign.closedAt ? ` · ${words.t('campaign.closed')}` : ''}</p>
      <div class="campaign-tools"><a class="button" href=${`/api/campaigns/${campaign.id}/sheet.xlsx?lang=${words.lang}`} download data-key="sheet">${icon('save')}${words.t('campaign.sheet')}</a>
        ${campaign.actions.includes('close') ? html`<button type="button" class="button" data-key="close-campaign" @click=${() => closeIt(campaign, to)}>${words.t('campaign.close')}</button>` : null}</div>
      <div class="segments" role="group" aria-label=${words.t('campaign.title')}>${PARTS.map((name) => html`<button type="button" aria-pressed=${String(name === part)} data-key=${`part-${name}`} @click=${() => to.go({ part: name, hazard: '', state: '' })}>${words.t(`campaign.part.${name}`)}</button>`)}</div>
      ${grid && part !== 'progress' ? html`<button type="button" class="chip" data-key="all-grids" @click=${() => to.go({ grid: '' })}>${rows.find((row) => row.grid === grid)?.name ?? grid}${icon('close')}</button>` : null}</div>
    <div class="campaign-part">${part === 'progress' ? progressView(rows, areas, to) : null}</div>`;
}

/** @param {Campaign} campaign @param {CampaignTo} to */
async function closeIt(campaign, to) {
  const words = to.page.words();
  const sure = await confirmed({ words, title: words.t('campaign.close'), text: words.t('campaign.close-sure', { title: campaign.title }), yes: words.t('campaign.close') });
  if (!sure) return;
  try {
    await to.page.api.send('POST', `/api/campaigns/${campaign.id}/close`, { version: campaign.version, signal: new AbortController().signal });
    to.page.say(words.t('campaign.closed'), 'good');
  } catch (error) {
    const problem = problemOf(error);
    to.page.say(problem.detail || problem.title || words.t('problem.title'), 'bad');
  }
  to.go({});
}
