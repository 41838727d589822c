/** What the reader likes: from the address, else from before, else from their browser. */

/** @returns {{ lang: Lang, theme: Theme, tablesOpen: boolean }} */
export function readerDefaults() {
  return {
    lang: langOf(kept('lang'), navigator.languages),
    theme: themeOf(kept('theme')),
    tablesOpen: window.innerHeight >= 900 && window.innerWidth >= 1200,
  };
}

/**
 * The language kept from before, else the first of the browser's that the page speaks, else Chinese.
 *
 * @param {string | null} before @param {readonly string[]} browsers @returns {Lang}
 */
export function langOf(before, browsers) {
  if (before === 'zh' || before === 'en') return before;
  const first = browsers.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag === 'zh' || tag === 'en');
  return first === 'en' ? 'en' : 'zh';
}

/** @param {string | null} name @returns {Theme} */
function themeOf(name) {
  if (name === 'dark' || name === 'light' || name === 'contrast') return name;
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** @param {'lang' | 'theme'} what @param {string} value */
export function keep(what, value) {
  try {
    localStorage.setItem(`wangge.${what}`, value);
  } catch {
    // Storage may be refused: then it is asked for again.
  }
}

/** @param {'lang' | 'theme'} what */
function kept(what) {
  try {
    return localStorage.getItem(`wangge.${what}`);
  } catch {
    return null;
  }
}
