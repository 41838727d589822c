import { html, show } from '../ui/html.js';
import { icon } from '../ui/icons.js';
import { mountAccountMenu } from './account-menu.js';
import { drawLive } from './live-mark.js';

/** @type {Theme[]} */
const THEMES = ['dark', 'light', 'contrast'];
/** @type {[Lang, string, string][]} */
const LANGS = [['zh', '中', '中文'], ['en', 'EN', 'English']];

/**
 * The head of the page. It is drawn anew only when the language or the site changes, so that a search is not lost.
 *
 * @param {HTMLElement} place @param {Page} page
 * @param {{ help: () => void, search: (place: HTMLElement) => { focus: () => void }, title?: string }} parts search: puts the field
 *   in its middle; title: of a page beside the map
 * @returns {{ focusSearch: () => void }}
 */
export function mountHeader(place, page, { help, search, title }) {
  const { store } = page;
  let focusSearch = () => {};
  const live = () => drawLive(/** @type {HTMLElement} */ (place.querySelector('.live-place')), page);
  const draw = () => {
    show(place, content(page, help, title));
    const { site } = store.state();
    if (site.status === 'ready') mountAccountMenu(/** @type {HTMLElement} */ (place.querySelector('.account-place')), site.data, page.words());
    live();
    focusSearch = search(/** @type {HTMLElement} */ (place.querySelector('.search-place'))).focus;
  };
  draw();
  store.watch((state) => state.live, live);
  setInterval(live, 1000);
  store.watch((state) => state.lang, draw);
  store.watch((state) => state.site.status === 'ready' && state.site.data.nameZh, draw);
  store.watch((state) => state.theme, () => {
    for (const option of place.querySelectorAll('option')) option.selected = option.value === store.state().theme;
  });
  return { focusSearch: () => focusSearch() };
}

/** @param {Page} page @param {() => void} help @param {string} [title] */
function content(page, help, title) {
  const words = page.words();
  const { site, lang, theme } = page.store.state();
  const data = site.status === 'ready' ? site.data : null;
  const name = data && (lang === 'zh' ? data.nameZh : data.nameEn);
  const logo = html`<svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>`;
  return html`<div class="brand">${title ? html`<a class="brand-home" href="/" title=${words.t('frame.map')} aria-label=${words.t('frame.map')}>${logo}</a>` : logo}
      <h1>${words.t(title ?? 'product.name')}</h1>${name && name !== words.t('product.name') ? html`<span class="site-name">${name}</span>` : null}</div>
    ${data?.generated ? html`<p class="generated" title=${words.t('generated.why')}>${icon('info')}<span>${words.t('generated.notice')}</span></p>` : null}
    <div class="search-place"></div>
    <div class="header-tools"><div class="live-place" role="status"></div><div class="segments" role="group" aria-label=${words.t('header.lang')}>${LANGS.map(([code, short, name]) => html`
        <button type="button" aria-pressed=${String(code === lang)} title=${name} lang=${code} data-key=${`lang-${code}`}
          @click=${() => page.store.dispatch({ kind: 'lang', lang: code })}>${short}</button>`)}</div>
      <label class="select"><span class="hidden">${words.t('header.theme')}</span><select data-key="theme"
        @change=${(/** @type {Event} */ event) =>
          page.store.dispatch({ kind: 'theme', theme: /** @type {Theme} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}>
        ${THEMES.map((name) => html`<option value=${name} ?selected=${name === theme}>${words.t(`theme.${name}`)}</option>`)}</select>${icon('down')}${icon('theme', 'for-phone')}</label>
      <div class="account-place"></div><button type="button" class="icon-button" aria-label=${words.t('header.help')} title=${words.t('header.help')} data-key="help" @click=${help}>${icon('help')}</button></div>`;
}
