import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { createPart } from '../../ui/part.js';
import { emptyNote, problemNote } from '../../ui/problem.js';
import { byBuilding, missing, STATES, WORKERS } from './state.js';

const PAGE = 200;
/** Keys of answers that nobody has confirmed: sent again under the same key, an answer counts once. @type {Map<string, string>} */
const unsure = new Map();

/**
 * The doors of a campaign by their buildings; whoever goes there answers with large buttons.
 *
 * @param {HTMLElement} place @param {CampaignTo} to
 */
export function mountDoors(place, to) {
  const { page } = to;
  const words = page.words();
  const may = to.site.roles.some((role) => WORKERS.includes(role)) && !to.campaign().closedAt;
  let [open, after] = [0, 0];
  /** @type {Record<string, string>} */
  let given = {};
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @type {Part<{ doors: CampaignDoor[], next: number }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => {
      const list = await page.api.get(`/api/campaigns/${to.view().campaign}/units`, { ...(to.view().grid ? { grid: to.view().grid } : {}), ...(to.view().state ? { state: to.view().state } : {}), after, limit: PAGE }, signal);
      return { doors: list.features.map((/** @type {any} */ feature) => feature.properties), next: Number(list.next ?? 0) };
    },
    content: ({ doors, next }) => html`${filters(to, doors.length, after > 0 || next > 0)}
      ${doors.length === 0 ? emptyNote(words.t('campaign.no-doors')) : null}
      ${byBuilding(/** @type {CampaignDoor[]} */ (doors)).map((one) => html`<section class="campaign-building"><h3>${one.building}</h3><ul>${one.doors.map(line)}</ul></section>`)}
      <p class="campaign-more">${after > 0 ? html`<button type="button" class="button" data-key="first" @click=${() => turn(0)}>${words.t('campaign.first')}</button>` : null}
        ${next ? html`<button type="button" class="button" data-key="more" @click=${() => turn(next)}>${words.t('campaign.more')}</button>` : null}</p>`,
  });
  const turn = (/** @type {number} */ number) => {
    after = number;
    open = 0;
    part.reload();
  };
  const unfold = (/** @type {CampaignDoor} */ door) => {
    open = open === door.number ? 0 : door.number;
    given = { ...(door.answers ?? {}) };
    problem = null;
    part.draw();
  };
  const line = (/** @type {CampaignDoor} */ door) => html`<li class=${door.version > 0 ? 'done' : 'left'}><button type="button" class="campaign-door" aria-expanded=${String(open === door.number)} data-key=${`door-${door.number}`} @click=${() => unfold(door)}>
      <b>${door.door}</b><span>${door.version > 0 ? `✓ ${words.t('campaign.answered')}` : `○ ${words.t('campaign.open')}`}</span>${door.hazards > 0 ? html`<span class="campaign-hazard">▲ ${words.t('campaign.hazards')} ${door.hazards}</span>` : null}</button>
    ${open === door.number ? html`<div class="campaign-asking">${problem ? problemNote(problem, words) : null}${declaredView(door, words)}${checklist(door)}</div>` : null}</li>`;
  const checklist = (/** @type {CampaignDoor} */ door) => html`${to.campaign().questions.map((question, i) => asked(question, i + 1, door))}
    ${may ? html`<button type="button" class="button primary campaign-send" data-key="send" ?disabled=${missing(to.campaign().questions, given).length > 0} @click=${() => send(door)}>${words.t('campaign.send')}</button>` : null}`;
  const asked = (/** @type {CampaignQuestion} */ question, /** @type {number} */ number, /** @type {CampaignDoor} */ door) => html`<fieldset class="campaign-question" ?disabled=${!may}><legend>${number}. ${question.text}</legend>
    ${question.kind === 'yes-no' ? html`<div class="campaign-choices">${['yes', 'no'].map((answer) => html`<button type="button" class=${`button campaign-${answer}`} aria-pressed=${String(given[number] === answer)} data-key=${`q${number}-${answer}`}
      @click=${() => put(number, answer)}>${given[number] === answer ? '● ' : ''}${words.t(`campaign.${answer}`)}</button>`)}</div>` : html`<input class="field" maxlength="200" aria-label=${question.text} data-key=${`q${number}-${door.number}`} value=${given[number] ?? ''}
      @input=${(/** @type {Event} */ event) => { given = { ...given, [number]: /** @type {HTMLInputElement} */ (event.target).value }; }}>`}</fieldset>`;
  const put = (/** @type {number} */ number, /** @type {string} */ answer) => {
    given = { ...given, [number]: answer };
    part.draw();
  };
  const send = async (/** @type {CampaignDoor} */ door) => {
    try {
      await keep(to, door, given);
      open = 0;
      page.say(words.t('campaign.sent'), 'good');
      to.go({});
    } catch (error) {
      problem = problemOf(error);
      part.draw();
    }
  };
  part.reload();
  return () => show(place, null);
}

/** What is to be verified at a door. @param {CampaignDoor} door @param {Words} words */
function declaredView({ declared }, words) {
  if (!declared) return null;
  return html`<dl class="campaign-declared"><dt>${words.t('campaign.column.statement')}</dt><dd>${declared.statement}</dd>
    ${declared.name ? html`<dt>${words.t('campaign.column.name')}</dt><dd>${declared.name}${declared.phone ? ` · ${declared.phone}` : ''}</dd>` : null}</dl>`;
}

/** Which doors are listed, and how many. @param {CampaignTo} to @param {number} count @param {boolean} isPart */
function filters(to, count, isPart) {
  const words = to.page.words();
  return html`<p class="campaign-filters">${STATES.map((one) => html`<button type="button" class="chip" aria-pressed=${String(one === to.view().state)} data-key=${`doors-${one || 'all'}`} @click=${() => to.go({ state: one })}>${words.t(`campaign.doors.${one || 'all'}`)}</button>`)}
    <span class="faint" data-part="listed">${words.t(isPart ? 'campaign.listed-part' : 'campaign.listed', { n: words.number(count) })}</span></p>`;
}

/** Sends what was answered at a door. @param {CampaignTo} to @param {CampaignDoor} door @param {Record<string, string>} answers */
async function keep({ page, view }, { number, version }, answers) {
  const path = `/api/campaigns/${view().campaign}/units/${number}/answer`;
  const which = `${path} ${version} ${JSON.stringify(answers)}`;
  const key = unsure.get(which) ?? `${Date.now()}-${Math.random()}`;
  unsure.set(which, key);
  await page.api.send('POST', path, { body: { key, version, answers }, signal: new AbortController().signal });
  unsure.delete(which);
}
