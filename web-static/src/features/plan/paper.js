import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { download } from './download.js';

const SIZES = ['A4', 'A3', 'A2', 'A1', 'A0'];
const SYSTEMS = ['EPSG:4490', 'EPSG:4326', 'EPSG:4544', 'EPSG:4545', 'EPSG:4546', 'EPSG:4547', 'EPSG:4548', 'EPSG:4549', 'EPSG:3857'];

/**
 * The plan on paper: what size, which coordinate grid, which language; how far it is; notices of its grids.
 *
 * @param {HTMLElement} place @param {{ plan: () => PlanData | null, words: () => Words }} options
 */
export function createPaper(place, { plan, words }) {
  /** @type {Record<'size' | 'crs' | 'lang', string>} */
  let choice = { size: 'A3', crs: 'EPSG:4490', lang: '' };
  /** @type {{ abort: AbortController, bytes: number } | null} */
  let running = null;
  /** @type {{ name: string, bytes: number } | null} */
  let done = null;
  /** @type {ProblemBody | null} */
  let problem = null;

  /** @param {string} url */
  const fetchFile = async (url) => {
    const now = { abort: new AbortController(), bytes: 0 };
    running = now;
    done = problem = null;
    draw();
    const progress = (/** @type {number} */ bytes) => {
      now.bytes = bytes;
      draw();
    };
    try {
      done = await download(url, { lang: words().lang, signal: now.abort.signal, progress });
    } catch (error) {
      if (!now.abort.signal.aborted) problem = problemOf(error);
    }
    running = null;
    draw();
  };

  /** @param {'size' | 'crs' | 'lang'} name @param {string[]} values @param {string} chosen @param {(value: string) => string} [text] */
  const field = (name, values, chosen, text = (value) => value) => select(words().t(`review.${name}`), {
    key: `paper-${name}`, chosen, options: values.map((value) => ({ value, text: text(value) })), choose: (value) => (choice = { ...choice, [name]: value }),
  });

  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const shown = plan();
    const { size, crs } = choice;
    const lang = choice.lang || words().lang;
    if (shown && !running) fetchFile(`/api/plans/${shown.id}/sheet.pdf?${new URLSearchParams({ size, crs, lang })}`);
  };

  function draw() {
    const shown = plan();
    if (!shown) return show(place, null);
    const w = words();
    const kb = (/** @type {number} */ bytes) => w.number(bytes / 1024);
    show(place, html`<p class="faint">${w.t('review.paper-hint')}</p><form class="plan-form review-paper" @submit=${submit}>
        ${field('size', SIZES, choice.size)}${field('crs', SYSTEMS, choice.crs, (value) => w.t(`review.crs.${value.slice(5)}`))}
        ${field('lang', ['zh', 'en'], choice.lang || w.lang, (value) => w.t(`review.lang.${value}`))}
        <button type="submit" class="button primary" data-key="paper-go" ?disabled=${running !== null}>${w.t('review.download')}</button></form>
      <div role="status" aria-live="polite">${running ? html`<p class="note quiet"><span class="dots" aria-hidden="true"></span>${w.t('review.drawing', { kb: kb(running.bytes) })}
        <button type="button" class="link" data-key="paper-cancel" @click=${() => running?.abort.abort()}>${w.t('review.cancel')}</button></p>` : null}
        ${done ? html`<p class="note">${icon('check')}<span>${w.t('review.ready', { name: done.name, kb: kb(done.bytes) })}</span></p>` : null}</div>
      ${problem ? problemNote(problem, w) : null}${notices(shown, w, { busy: running !== null, print: (code) => fetchFile(`/api/grids/${code}/notice.pdf?${new URLSearchParams({ lang: choice.lang || w.lang })}`) })}`);
  }

  return { name: 'paper', place, draw };
}

/**
 * @param {string} title
 * @param {{ key: string, chosen: string, options: { value: string, text: string }[], choose: (value: string) => void }} what
 */
const select = (title, { key, chosen, options, choose }) => html`<label class="plan-field"><span>${title}</span><span class="select"><select data-key=${key}
  @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>${options.map(({ value, text }) =>
  html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select>${icon('down')}</span></label>`;

/** Only what is in force hangs in the street. @param {PlanData} shown @param {Words} words @param {{ busy: boolean, print: (code: string) => void }} what */
function notices(shown, words, { busy, print }) {
  const standing = shown.grids.features.filter(({ properties }) => !properties.born || shown.state === 'published');
  return html`<details class="review-table"><summary>${words.t('review.notice')}</summary><p class="faint">${words.t('review.notice-hint')}</p><ul class="review-notices">${standing.map(({ properties: { code } }) =>
    html`<li><button type="button" class="button small" data-key=${`notice-${code}`} ?disabled=${busy} aria-label=${words.t('review.notice-of', { code })}
      @click=${() => print(code)}>${code.slice(-3)}</button></li>`)}</ul></details>`;
}
