import { readerDefaults } from '../../app/reader.js';
import { keptSnap } from './kept.js';

/** The open plan is in the address, so that it is there again after a reload. @param {PlanData | null} plan */
export function followAddress(plan) {
  const query = new URLSearchParams(location.search);
  if (plan) query.set('plan', String(plan.id));
  else query.delete('plan');
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
}

/** What the reader likes: as the address asks, else as kept. @param {URLSearchParams} query @returns {{ lang: Lang, theme: Theme, snap: SnapTo }} */
export function readerOf(query) {
  const { lang, theme } = readerDefaults();
  const [askedLang, askedTheme] = [query.get('lang'), query.get('theme')];
  return {
    lang: askedLang === 'zh' || askedLang === 'en' ? askedLang : lang,
    theme: askedTheme === 'dark' || askedTheme === 'light' || askedTheme === 'contrast' ? askedTheme : theme,
    snap: keptSnap(),
  };
}
