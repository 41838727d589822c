import { isAbort, problemOf } from '../../app/problem.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { daysUntil, said } from './supervision-state.js';

export const CHANNELS = ['phone', 'resident-page', 'mini-form', 'grid-worker', 'building-head', 'mobile-reporter', 'camera', 'sensor', 'department', 'letter'];
const MOST = 200;
const USUAL = 20;
const USUAL_DAYS = 30;
const PAUSE_MS = 250;

/**
 * Draws a sample: from which incidents, how many, and how many there are to draw from, before it is done.
 *
 * @param {SupervisionTo} to @param {SampleChoices} choices @param {(id: string) => void} drawn
 */
export function openDraw({ page, site }, choices, drawn) {
  const words = page.words();
  const place = document.createElement('div');
  let asking = new AbortController();
  let timer = 0;
  const form = () => /** @type {HTMLFormElement} */ (place.querySelector('form'));
  const given = () => said(Object.fromEntries([...new FormData(form())].map(([key, value]) => [key, String(value).trim()])));
  const tell = (/** @type {Node} */ what) => show(/** @type {Element} */ (place.querySelector('[data-part=population]')), what);
  const preview = async () => {
    asking.abort();
    asking = new AbortController();
    const { size, seed, ...frame } = given();
    try {
      const { population } = await page.api.get('/api/evaluations/population', frame, asking.signal);
      tell(html`<b>${words.number(population)}</b> ${words.t('supervision.population-of', { n: words.number(Math.min(population, Number(size ?? 0))) })}${seed ? html` <span class="faint">${words.t('supervision.seed-given')}</span>` : null}`);
    } catch (error) {
      if (!isAbort(error)) tell(problemNote(problemOf(error), words));
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(preview, PAUSE_MS);
  };
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { size, ...rest } = given();
    try {
      const sample = await page.api.send('POST', '/api/evaluations/samples', { body: { ...rest, size: Number(size) }, signal: new AbortController().signal });
      page.say(words.t('supervision.drawn', { n: words.number(sample.size), all: words.number(sample.population) }), 'good');
      close();
      drawn(String(sample.id));
    } catch (error) {
      show(/** @type {Element} */ (place.querySelector('[data-part=refused]')), problemNote(problemOf(error), words));
    }
  };
  show(place, fields(choices, daysUntil(site.asOf, USUAL_DAYS, site.timeZone), words, { send, soon }));
  const close = openDialog({ title: words.t('supervision.draw'), closeLabel: words.t('help.close'), content: place, closed: () => asking.abort() });
  preview();
}

/** @param {SampleChoices} choices @param {{ from: string, to: string }} days @param {Words} words @param {{ send: (event: SubmitEvent) => void, soon: () => void }} on */
function fields(choices, days, words, { send, soon }) {
  const everywhere = /** @type {[string, string][]} */ (choices.everywhere ? [['', words.t('supervision.everywhere')]] : []);
  const areas = choices.areas.map(({ code, name, depth }) => /** @type {[string, string]} */ ([code, `${'　'.repeat(depth)}${name}`]));
  const any = /** @type {[string, string]} */ (['', words.t('supervision.any')]);
  return html`<form class="supervision-draw" @submit=${send} @input=${soon}><p class="form-help">${words.t('supervision.draw-help')}</p>
      <div class="supervision-fields">${['from', 'to'].map((name) => html`<label class="form-field"><span>${words.t(`supervision.closed-${name}`)}</span><input class="field" type="date" name=${name} required value=${name === 'from' ? days.from : days.to} data-key=${`draw-${name}`}></label>`)}
      ${select('area', words.t('supervision.area'), [...everywhere, ...areas])}${select('category', words.t('supervision.category'), [any, ...choices.categories])}
      ${select('channel', words.t('supervision.channel'), [any, ...CHANNELS.map((one) => /** @type {[string, string]} */ ([one, words.word('channel', one)]))])}${select('department', words.t('supervision.department'), [any, ...choices.departments])}
      <label class="form-field"><span>${words.t('supervision.size')}</span><input class="field number" type="number" name="size" min="1" max=${MOST} required value=${USUAL} data-key="draw-size"></label>
      <label class="form-field"><span>${words.t('supervision.seed')}</span><input class="field code" name="seed" maxlength="40" pattern="[0-9A-Za-z\\-]{1,40}" autocomplete="off" spellcheck="false" placeholder=${words.t('supervision.seed-made')} data-key="draw-seed"></label></div>
      <p class="supervision-population" data-part="population" role="status">${words.t('state.loading')}</p><div data-part="refused" role="alert"></div>
      <p class="form-foot"><button class="button primary" data-key="draw-send">${words.t('supervision.draw')}</button></p></form>`;
}

/** @param {string} name @param {string} label @param {[string, string][]} options */
const select = (name, label, options) => html`<label class="form-field"><span>${label}</span><select class="field" name=${name} data-key=${`draw-${name}`}>${options.map(([code, text]) => html`<option value=${code}>${text}</option>`)}</select></label>`;
