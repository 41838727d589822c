import { html, show } from '../ui/html.js';
import { icon } from '../ui/lines.js';
import { keep, readerDefaults } from './reader.js';
import { LOCALES, wordsOf } from './words.js';

/** @type {Theme[]} */
const THEMES = ['dark', 'light', 'contrast'];

/** @param {string} id */
export const place = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * What the pages for phones share: the head, the language with no other catalog than its own, the theme.
 *
 * @param {{ title: string, home: string, catalog: (lang: Lang) => Promise<Record<string, string>>, draw: (page: HandPage) => void }} options
 *   draw: called at first and whenever the language changes
 */
export async function startHand({ title, home, catalog, draw }) {
  const asked = new URLSearchParams(location.search);
  const reader = readerDefaults();
  let lang = /** @type {Lang} */ (['zh', 'en'].find((name) => name === asked.get('lang')) ?? reader.lang);
  let theme = THEMES.find((name) => name === asked.get('theme')) ?? reader.theme;
  let timeZone = 'Asia/Shanghai';
  const dark = () => {
    document.documentElement.dataset.theme = theme;
    keep('theme', theme);
  };
  dark();
  const catalogs = [catalog];
  /** @type {Record<string, string>} */
  let said = {};
  let words = wordsOf(lang, timeZone, said);
  const read = async () => {
    const now = lang;
    const all = await Promise.all(catalogs.map((one) => one(now)));
    // Whoever has changed the language meanwhile reads by themselves.
    if (now !== lang) return;
    said = Object.assign({}, ...all);
    words = wordsOf(lang, timeZone, said);
  };
  await read();
  /** @type {HandPage} */
  const page = {
    words: () => words,
    lang: () => lang,
    async learn(more) {
      await more(lang);
      if (!catalogs.includes(more)) catalogs.push(more);
      await read();
    },
    zone(name) {
      timeZone = name;
      words = wordsOf(lang, timeZone, said);
    },
  };
  const dress = () => {
    document.documentElement.lang = LOCALES[lang];
    document.title = `${words.t(title)} · ${words.t('hand.product')}`;
    show(place('header'), head(words, { title, home, other: async () => {
      lang = lang === 'zh' ? 'en' : 'zh';
      keep('lang', lang);
      await read();
      dress();
    }, turn: () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      dark();
    } }));
    draw(page);
  };
  dress();
}

/** @param {Words} words @param {{ title: string, home: string, other: () => void, turn: () => void }} at */
const head = (words, { title, home, other, turn }) => html`<a class="hand-brand" href=${home} aria-label=${words.t('hand.product')}><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg></a>
  <h1>${words.t(title)}</h1>
  <button type="button" class="tap" data-key="lang" lang=${words.lang === 'zh' ? 'en' : 'zh-CN'} @click=${other}>${words.t('hand.other-lang')}</button>
  <button type="button" class="tap" data-key="theme" aria-label=${words.t('hand.theme')} title=${words.t('hand.theme')} @click=${turn}>${icon('theme')}</button>`;

/** What went wrong, and how to mend it. @param {ProblemBody} problem @param {Words} words */
export function problemNote(problem, words) {
  const away = problem.code === 'not-connected';
  return html`<div class="note bad" role="alert">${icon('warning')}<div>
    <p><b>${away ? words.t('hand.not-connected') : problem.detail || problem.title || words.t('hand.problem')}</b></p>
    <p>${away ? words.t('hand.not-connected-mend') : problem.mend || words.t('hand.problem-mend')}</p></div></div>`;
}

/** Styles of what comes later, once each. @param {string} file */
export function wear(file) {
  const href = new URL(`../ui/${file}`, import.meta.url).href;
  if ([...document.querySelectorAll('link')].some((link) => link.href === href)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}
