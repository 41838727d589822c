import { queryString } from '../../../app/call.js';
import { problemOf } from '../../../app/problem.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote } from '../../../ui/problem.js';
import { ALL_LOOKS, isNarrowed, joined, lookQuery, readerWords, tellingRoles } from './looks-state.js';

const PATH = '/api/account/looks';
const WAIT_MS = 400;
const KINDS = ['live', 'list', 'track'];

/**
 * Who looked at the positions of the account's owner. Accounts of nobody who walks have no such part.
 *
 * @param {HTMLElement} place @param {FramePage} page @param {{ site: Site, own: Promise<OwnAccount> }} given
 */
export async function mountLooks(place, page, { site, own }) {
  const { staffCode } = await own.catch(() => ({ staffCode: null }));
  const section = /** @type {HTMLElement} */ (place.parentElement);
  section.hidden = !staffCode;
  if (!staffCode) return;
  const asked = { ...ALL_LOOKS };
  show(place, html`<p class="faint">${page.words().t('looks.why')}</p><div class="looks-tools"></div><div class="looks-list"></div>`);
  const [tools, list] = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('div')]);
  const query = () => lookQuery(asked, site.timeZone);
  /** @type {Part<LookList>} */
  const part = createPart(list, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get(PATH, query(), signal),
    content: (looks) => content(looks, page.words(), { narrowed: isNarrowed(asked), more }),
  });
  const more = async () => {
    const before = part.data();
    if (!before?.next) return;
    try {
      const next = await page.api.get(PATH, { ...query(), cursor: before.next }, new AbortController().signal);
      if (part.data() === before) part.put(joined(before, next));
    } catch (error) {
      page.say(problemOf(error).detail ?? page.words().t('problem.title'), 'bad');
    }
  };
  let timer = 0;
  const ask = (/** @type {Partial<LookFilter>} */ change) => {
    Object.assign(asked, change);
    const link = /** @type {HTMLAnchorElement} */ (tools.querySelector('a'));
    link.href = exportPath(query());
    clearTimeout(timer);
    timer = window.setTimeout(part.reload, WAIT_MS);
  };
  show(tools, toolbar(page.words(), ask, exportPath(query())));
  await part.reload();
  if (location.hash === '#looks') section.scrollIntoView();
}

/** @param {Record<string, string>} query */
const exportPath = (query) => `${PATH}/export${queryString(query)}`;

/** @param {Words} words @param {(change: Partial<LookFilter>) => void} ask @param {string} path */
function toolbar(words, ask, path) {
  const value = (/** @type {Event} */ { target }) => /** @type {HTMLInputElement | HTMLSelectElement} */ (target).value.trim();
  const typed = (/** @type {'reader' | 'from' | 'to'} */ name, /** @type {string} */ type) => html`<label class="form-field"><span>${words.t(`looks.${name}`)}</span>
    <input class="field" type=${type} maxlength="80" autocomplete="off" autocapitalize="none" spellcheck="false" data-key=${`looks-${name}`} @input=${(/** @type {Event} */ event) => ask({ [name]: value(event) })}></label>`;
  return html`<label class="form-field"><span>${words.t('looks.kind')}</span><span class="select"><select data-key="looks-kind" @change=${(/** @type {Event} */ event) => ask({ kind: value(event) })}>
      <option value="">${words.t('looks.any-kind')}</option>${KINDS.map((kind) => html`<option value=${kind}>${words.t(`look-kind.${kind}`)}</option>`)}</select>${icon('down')}</span></label>
    ${typed('reader', 'text')}${typed('from', 'date')}${typed('to', 'date')}
    <a class="button" href=${path} download data-key="looks-export">${icon('save')}${words.t('looks.export')}</a>`;
}

/** @param {LookList} list @param {Words} words @param {{ narrowed: boolean, more: () => void }} to */
function content({ looks, next, keptDays }, words, { narrowed, more }) {
  if (looks.length === 0) return emptyNote(words.t(narrowed ? 'looks.none-so' : 'looks.none'));
  return html`<ul class="sessions looks" aria-label=${words.t('looks.list')}>${looks.map((look) => html`<li data-look=${look.id}>${line(look, words)}</li>`)}</ul>
    <p class="looks-more faint">${words.t(next ? 'looks.shown-more' : 'looks.shown', { n: looks.length, days: keptDays })}
      ${next ? html`<button type="button" class="button" data-key="looks-more" @click=${more}>${words.t('looks.more')}</button>` : null}</p>`;
}

/** @param {Look} look @param {Words} words */
function line(look, words) {
  const called = readerWords(look);
  const roles = tellingRoles(look).map((role) => words.word('role', role)).join(words.t('list.comma'));
  const from = words.time(look.from);
  const to = words.time(look.to);
  return html`<span class="session-text"><b>${called ? words.t(called.key, called.values) : look.readerName ?? look.reader}</b>
    ${!called && look.readerName ? html`<span class="code-text">${look.reader}</span>` : null}
    ${roles && !called ? html`<span class="chip plain">${roles}</span>` : null}
    <span class="faint">${words.t(`look-kind.${look.kind}`)} · ${from === to ? from : words.t('looks.span', { from, to })}${look.times > 1 ? ` · ${words.t('looks.times', { n: look.times })}` : null}</span></span>`;
}
