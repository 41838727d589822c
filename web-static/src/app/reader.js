/** What the reader likes: from the address, else from before, else from their browser. */

/** @returns {{ lang: Lang, theme: Theme, tablesOpen: boolean }} */
export function readerDefaults() {
  return {
    lang: kept('lang') === 'en' ? 'en' : 'zh',
    theme: themeOf(kept('theme')),
    tablesOpen: window.innerHeight >= 900 && window.innerWidth >= 1200,
  };
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
