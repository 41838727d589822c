import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { createPart } from '../../ui/part.js';
import { emptyNote } from '../../ui/problem.js';
import { ownShift, tellProblem } from './log.js';
import { HANDOVER_KINDS, hrefOf, maySign } from './state.js';

const PAGE = 30;
const SHOWN = 12;

/**
 * Handover sheets of an area: the list, and one of them, to be read and signed.
 *
 * @param {HTMLElement} place @param {ShiftTo} to
 */
export function mountHandover(place, to) {
  const { page, view } = to;
  const words = page.words();
  const { area, sheet } = view();
  show(place, html`<div class="shift-handover"><aside class="shift-sheets" aria-label=${words.t('shift.part.handover')}></aside><div class="shift-sheet"></div></div>`);
  const [aside, room] = ['sheets', 'sheet'].map((name) => /** @type {HTMLElement} */ (place.querySelector(`.shift-${name}`)));
  /** @type {Part<{ handovers: HandoverBrief[] }>} */
  const list = createPart(aside, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/shifts/handovers', { area, limit: PAGE }, signal),
    content: (/** @type {{ handovers: HandoverBrief[] }} */ { handovers }) => html`<p class="shift-do"><button type="button" class="button primary" data-key="new" @click=${() => to.go({ sheet: 'new' })}>${words.t('shift.hand-over')}…</button></p>
      ${handovers.length === 0 ? emptyNote(words.t('shift.sheets-none')) : html`<ul>${handovers.map((one) => html`<li><button type="button" class="shift-sheet-item" data-key=${`sheet-${one.id}`} aria-current=${String(one.id) === sheet ? 'true' : null} @click=${() => to.go({ sheet: String(one.id) })}>
        <b>${words.t('shift.sheet-number', { number: one.id })}</b><span class=${`shift-state ${one.state}`}>${words.t(`shift.state.${one.state}`)}</span><span class="faint">${one.areaName} · ${one.name ?? one.account} · ${words.time(one.takenAt)}</span></button></li>`)}</ul>`}`,
  });
  if (sheet === 'new') begin(room, to);
  else if (sheet === '') show(room, html`<p class="note quiet">${words.t('shift.choose-sheet')}</p>`);
  const one = sheet === '' || sheet === 'new' ? null : sheetPart(room, to, sheet, () => list.reload());
  list.reload();
  one?.reload();
  return (/** @type {string} */ type) => {
    if (!type.startsWith('shift-hand')) return;
    list.reload();
    if (one && !room.contains(document.activeElement)) one.reload();
    if (type === 'shift-handover-signed') page.say(words.t('shift.arrived'), 'good');
  };
}

/** A new sheet, of the shift that the reader is on. @param {HTMLElement} room @param {ShiftTo} to */
function begin(room, to) {
  const { page, view } = to;
  const words = page.words();
  show(room, html`<h2>${words.t('shift.hand-over')}</h2><section class="shift-own"></section><form class="shift-write" @submit=${async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      const made = await page.api.send('POST', '/api/shifts/handovers', { body: { area: view().area, remarks: String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('remarks')) }, signal: new AbortController().signal });
      to.go({ sheet: String(made.id) });
    } catch (error) {
      tellProblem(page, error);
    }
  }}><p class="faint">${words.t('shift.begin-sheet')}</p><label class="form-field"><span>${words.t('shift.remarks')}</span><textarea class="field" name="remarks" rows="4" maxlength="2000" data-key="remarks"></textarea></label>
    <p class="form-foot"><button class="button primary" data-key="take">${words.t('shift.take-sheet')}</button></p></form>`);
  ownShift(/** @type {HTMLElement} */ (room.querySelector('.shift-own')), to, () => {}).reload();
}

/** @param {HTMLElement} room @param {ShiftTo} to @param {string} id @param {() => void} changed @returns {Part<HandoverWhole>} */
function sheetPart(room, to, id, changed) {
  const { page } = to;
  const words = page.words();
  const act = (/** @type {HandoverWhole} */ sheet, /** @type {string} */ what, /** @type {() => object} */ body) => async () => {
    try {
      part.put(await page.api.send('POST', `/api/shifts/handovers/${id}/${what}`, { version: sheet.version, body: body(), signal: new AbortController().signal }));
      changed();
    } catch (error) {
      tellProblem(page, error);
    }
  };
  const answer = () => /** @type {HTMLTextAreaElement | null} */ (room.querySelector('textarea'))?.value ?? '';
  /** @type {Part<HandoverWhole>} */
  const part = createPart(room, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get(`/api/shifts/handovers/${id}`, {}, signal),
    content: (sheet) => html`<article class="shift-paper"><div class="shift-paper-head"><h2>${words.t('shift.sheet-number', { number: sheet.id })} · ${sheet.areaName}</h2><span class=${`shift-state ${sheet.state}`}>${words.t(`shift.state.${sheet.state}`)}</span>${sheet.generated ? html`<span class="chip plain">${words.t('shift.generated')}</span>` : null}
        <a class="button" href=${`/api/shifts/handovers/${sheet.id}/sheet.pdf?lang=${words.lang}`} target="_blank" rel="noopener" data-key="pdf">${words.t('shift.print')}</a></div>
      <p class="faint">${words.t('shift.sheet-span', { who: sheet.name ?? sheet.account, since: words.dayTime(sheet.since), taken: words.dayTime(sheet.takenAt) })}</p>
      ${said('remarks', sheet.remarks, words)}${said('answer', sheet.answer, words)}${sheet.erased ? html`<p class="faint">${words.t('shift.sheet-erased')}</p>` : null}
      ${HANDOVER_KINDS.map((kind) => kindView(kind, sheet, words))}
      <h3>${words.t('shift.signatures')}</h3>${signatures(sheet, words)}${signing(sheet, to, { sign: act(sheet, 'signature', () => ({ answer: answer() })), withdraw: act(sheet, 'withdrawal', () => ({})) })}</article>`,
  });
  return part;
}

/** @param {string} key @param {string} text @param {Words} words */
const said = (key, text, words) => (text ? html`<div class="shift-said"><b>${words.t(`shift.${key}`)}</b><p class="shift-text">${text}</p></div>` : null);

/** @param {string} kind @param {HandoverWhole} sheet @param {Words} words */
function kindView(kind, sheet, words) {
  const items = sheet.items[kind];
  const row = (/** @type {HandoverItemInfo} */ one) => html`<li><a class="link" href=${hrefOf(kind, one)}>${one.label || one.subject}</a><span>${detailOf(kind, one, words)}</span><span class="faint">${one.areaName ?? ''}</span><span class="faint">${one.at ? words.time(one.at) : ''}</span></li>`;
  return html`<section class="shift-kind"><h3>${words.t(`shift.item.${kind}`)} <b class=${items.length > 0 && kind !== 'open' ? 'shift-nobody' : ''}>${sheet.counts[kind]}</b></h3>
    ${items.length === 0 ? null : html`<ul class="shift-items">${items.slice(0, SHOWN).map(row)}</ul>`}
    ${items.length > SHOWN ? html`<details><summary>${words.t('shift.all-of', { n: items.length - SHOWN })}</summary><ul class="shift-items">${items.slice(SHOWN).map(row)}</ul></details>` : null}</section>`;
}

/** @param {string} kind @param {HandoverItemInfo} one @param {Words} words */
const detailOf = (kind, one, words) => (kind === 'camera' ? words.t('shift.camera-down') : kind === 'shelf' ? words.t(`shift.shelf.${one.detail}`) : kind === 'whistle' ? words.t(`shift.level.${one.detail}`) : '');

/** @param {HandoverWhole} sheet @param {Words} words */
function signatures({ signatures: all, sound }, words) {
  if (all.length === 0) return html`<p class="faint">${words.t('shift.unsigned')}</p>`;
  return html`<ul class="shift-signatures">${all.map((one) => html`<li><b>${words.t(`shift.side.${one.side}`)}</b><span>${one.name ?? one.account}</span><span>${words.dayTime(one.at)}</span><code title=${one.hash}>${one.hash.slice(0, 16)}…</code></li>`)}</ul>
    <p class=${sound ? 'shift-whole' : 'shift-gaps'}>${icon(sound ? 'check' : 'warning')}${words.t(sound ? 'shift.sound' : 'shift.unsound')}</p>`;
}

/** @param {HandoverWhole} sheet @param {ShiftTo} to @param {{ sign: () => void, withdraw: () => void }} acts */
function signing(sheet, { page, site }, { sign, withdraw }) {
  const words = page.words();
  const side = maySign(sheet, site.account);
  if (sheet.state === 'signed' || sheet.state === 'withdrawn') return null;
  return html`<div class="shift-write">${side === null ? html`<p class="faint">${words.t(sheet.own ? 'shift.wait-other' : 'shift.wait-outgoing')}</p>` : null}
    ${side === 'incoming' ? html`<label class="form-field"><span>${words.t('shift.answer')}</span><textarea class="field" rows="3" maxlength="2000" data-key="answer"></textarea></label>` : null}
    <p class="shift-do">${side ? html`<button type="button" class="button primary" data-key="sign" @click=${sign}>${words.t(`shift.sign-${side}`)}</button>` : null}${sheet.own ? html`<button type="button" class="button" data-key="withdraw" @click=${withdraw}>${words.t('shift.withdraw')}</button>` : null}</p></div>`;
}
