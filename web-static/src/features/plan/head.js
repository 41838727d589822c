import { mountAccountMenu } from '../../app/account-menu.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';

/** @type {Theme[]} */
const THEMES = ['dark', 'light', 'contrast'];
/** @type {[Lang, string, string][]} */
const LANGS = [['zh', '中', '中文'], ['en', 'EN', 'English']];

/**
 * The head of the planner's page.
 *
 * @param {HTMLElement} place @param {PlanState} state @param {Words} words
 * @param {{ choose: (reader: { lang?: Lang, theme?: Theme }) => void, help: () => void }} actions
 */
export function showHead(place, { lang, theme, site }, words, { choose, help }) {
  show(place, html`<div class="brand"><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>
      <h1>${words.t('plan.title')}</h1></div>
    ${site?.generated ? html`<p class="generated" title=${words.t('generated.why')}>${icon('info')}<span>${words.t('generated.notice')}</span></p>` : html`<span></span>`}
    <div class="search-place"></div><a class="link" href="/">${words.t('plan.wall')}</a>
    <div class="header-tools"><div class="segments" role="group" aria-label=${words.t('header.lang')}>${LANGS.map(([code, short, name]) => html`
        <button type="button" aria-pressed=${String(code === lang)} title=${name} lang=${code} data-key=${`lang-${code}`}
          @click=${() => choose({ lang: code })}>${short}</button>`)}</div>
      <label class="select"><span class="hidden">${words.t('header.theme')}</span><select data-key="theme"
        @change=${(/** @type {Event} */ event) => choose({ theme: /** @type {Theme} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}>
        ${THEMES.map((name) => html`<option value=${name} ?selected=${name === theme}>${words.t(`theme.${name}`)}</option>`)}</select>${icon('down')}</label>
      <div class="account-place"></div><button type="button" class="icon-button" aria-label=${words.t('header.help')} title=${words.t('header.help')} data-key="help" @click=${help}>${icon('help')}</button></div>`);
  if (site) mountAccountMenu(/** @type {HTMLElement} */ (place.querySelector('.account-place')), site, words);
}
