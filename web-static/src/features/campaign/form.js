import { problemOf } from '../../app/problem.js';
import { instantOf } from '../../app/when.js';
import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { headOf, rowsOf } from './declared.js';
import { treeOf } from './tree.js';

const MOST_AREAS = 500;
const DAY_MS = 86_400_000;

/**
 * Begins a campaign: what it is called, where it goes, what is asked.
 *
 * @param {FramePage} page @param {Site} site @param {(id: string) => void} begun
 */
export async function openForm(page, site, begun) {
  const words = page.words();
  const { signal } = new AbortController();
  const place = document.createElement('div');
  /** @type {CampaignQuestion[]} */
  let questions = [{ text: '', kind: 'yes-no', hazardOn: 'yes', recheckDays: 7 }];
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @type {{ code: string, name: string, depth: number }[]} */
  let areas = [];
  const kept = { title: '', unit: 'household', rows: '', until: new Date(Date.parse(site.asOf) + 3 * DAY_MS).toISOString().slice(0, 10) };
  /** @type {Set<string>} */
  const chosen = new Set();
  const draw = () => show(place, html`${problem ? problemNote(problem, words) : null}<form class="campaign-form" @submit=${send}>
      <label class="form-row"><span>${words.t('campaign.name')}</span><input class="field" data-key="title" required maxlength="120" value=${kept.title} @input=${keep('title')}></label>
      <label class="form-row"><span>${words.t('campaign.of')}</span><select class="field" data-key="unit" @change=${(/** @type {Event} */ event) => { keep('unit')(event); draw(); }}>${['household', 'building-unit', 'declaration'].map((unit) => html`<option value=${unit} ?selected=${unit === kept.unit}>${words.t(`campaign.unit.${unit}`)}</option>`)}</select></label>
      <label class="form-row"><span>${words.t('campaign.end')}</span><input class="field" type="date" data-key="until" required value=${kept.until} @input=${keep('until')}></label>
      ${kept.unit === 'declaration' ? form(words, kept.rows, { keep: keep('rows'), load: async (text) => { kept.rows = await text; draw(); } }) : null}
      <fieldset class="campaign-areas"><legend>${words.t('campaign.areas')}</legend>${areas.map(({ code, name, depth }) => html`<label class=${`depth-${depth}`}><input type="checkbox" data-key=${`area-${code}`} value=${code} ?checked=${chosen.has(code)} @change=${(/** @type {Event} */ event) => (/** @type {HTMLInputElement} */ (event.target).checked ? chosen.add(code) : chosen.delete(code))}> ${name}</label>`)}</fieldset>
      <fieldset class="campaign-lines"><legend>${words.t('campaign.checklist')}</legend>${questions.map(line)}
        <button type="button" class="button" data-key="add" @click=${() => edit([...questions, { text: '', kind: 'yes-no', hazardOn: null, recheckDays: 0 }])}>${words.t('campaign.add')}</button></fieldset>
      <p class="form-foot"><button class="button primary" data-key="open">${words.t('campaign.begin')}</button></p></form>`);
  const line = (/** @type {CampaignQuestion} */ one, /** @type {number} */ i) => html`<div class="campaign-line"><input class="field" required maxlength="200" aria-label=${words.t('campaign.question', { n: i + 1 })} placeholder=${words.t('campaign.question', { n: i + 1 })} data-key=${`text-${i}`} value=${one.text} @input=${(/** @type {Event} */ event) => note(i, { text: valueOf(event) })}>
      <select class="field" aria-label=${words.t('campaign.kind')} data-key=${`kind-${i}`} @change=${(/** @type {Event} */ event) => set(i, kindOf(valueOf(event)))}>${['yes', 'no', 'none', 'text'].map((kind) => html`<option value=${kind} ?selected=${kind === nameOf(one)}>${words.t(`campaign.kind.${kind}`)}</option>`)}</select>
      ${one.hazardOn ? html`<label>${words.t('campaign.days')} <input class="field number" type="number" min="1" max="180" data-key=${`days-${i}`} value=${one.recheckDays} @input=${(/** @type {Event} */ event) => note(i, { recheckDays: Number(valueOf(event)) })}></label>` : null}
      ${questions.length > 1 ? html`<button type="button" class="button" data-key=${`less-${i}`} @click=${() => edit(questions.filter((_, at) => at !== i))}>${words.t('campaign.less')}</button>` : null}</div>`;
  const keep = (/** @type {'title' | 'unit' | 'rows' | 'until'} */ name) => (/** @type {Event} */ event) => {
    kept[name] = valueOf(event);
  };
  /** Keeps what was typed without drawing anew: that would take the button away that is being pressed. */
  const note = (/** @type {number} */ i, /** @type {Partial<CampaignQuestion>} */ change) => {
    questions = questions.map((one, at) => (at === i ? { ...one, ...change } : one));
  };
  const set = (/** @type {number} */ i, /** @type {Partial<CampaignQuestion>} */ change) => edit(questions.map((one, at) => (at === i ? { ...one, ...change } : one)));
  const edit = (/** @type {CampaignQuestion[]} */ next) => {
    questions = next;
    draw();
  };
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const plan = { title: kept.title, areas: [...chosen], until: instantOf(`${kept.until}T23:59:59`, site.timeZone) ?? '', questions };
    const { rows, fault } = rowsOf(kept.rows);
    if (kept.unit === 'declaration' && fault) return draw();
    try {
      const opened = kept.unit === 'declaration' ? await page.api.send('POST', '/api/campaigns/declarations', { body: { ...plan, rows }, signal }) : await page.api.send('POST', '/api/campaigns', { body: { ...plan, unit: kept.unit }, signal });
      page.say(words.t('campaign.begun', { n: words.number(opened.properties.units) }), 'good');
      close();
      begun(String(opened.properties.id));
    } catch (error) {
      problem = problemOf(error);
      draw();
    }
  };
  const close = openDialog({ title: words.t('campaign.begin'), closeLabel: words.t('campaign.shut'), content: place });
  draw();
  const levels = await Promise.all(['street', 'community', 'grid'].map((level) => page.api.areas({ level, geometry: 'none' }, MOST_AREAS, signal)));
  areas = treeOf(levels.flatMap(({ features }) => features.map(({ properties }) => properties)));
  draw();
}

/**
 * Where the rows of a form are put in: copied out of a table, or as a file. What is lacking is said with its row.
 *
 * @param {Words} words @param {string} text @param {{ keep: (event: Event) => void, load: (text: Promise<string>) => void }} does
 */
function form(words, text, { keep, load }) {
  const { rows, fault } = rowsOf(text);
  const told = text.trim() === '' ? words.t('campaign.rows-hint') : fault ? words.t(`campaign.rows-${fault.code}`, { column: words.t(`campaign.column.${fault.column ?? 'reference'}`), n: fault.row ?? 0 }) : words.t('campaign.rows-n', { n: words.number(rows.length) });
  return html`<fieldset class="campaign-rows"><legend>${words.t('campaign.rows')}</legend>
    <textarea class="field" rows="6" data-key="rows" aria-label=${words.t('campaign.rows')} placeholder=${headOf(words.lang)} .value=${text} @change=${(/** @type {Event} */ event) => { keep(event); load(Promise.resolve(valueOf(event))); }}></textarea>
    <p class=${text.trim() !== '' && fault ? 'bad' : 'faint'} data-part="rows-told">${told}</p>
    <label class="button small"><input type="file" class="hidden" accept=".csv,text/csv,text/plain" data-key="rows-file" @change=${(/** @type {Event} */ event) => { const file = /** @type {HTMLInputElement} */ (event.target).files?.[0]; if (file) load(file.text()); }}>${words.t('campaign.rows-file')}</label></fieldset>`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/** What a kind in the list stands for. @param {string} kind @returns {Partial<CampaignQuestion>} */
const kindOf = (kind) => (kind === 'text' ? { kind: 'text', hazardOn: null, recheckDays: 0 } : kind === 'none' ? { kind: 'yes-no', hazardOn: null, recheckDays: 0 } : { kind: 'yes-no', hazardOn: kind === 'yes' ? 'yes' : 'no', recheckDays: 7 });

/** @param {CampaignQuestion} question */
const nameOf = ({ kind, hazardOn }) => (kind === 'text' ? 'text' : (hazardOn ?? 'none'));
