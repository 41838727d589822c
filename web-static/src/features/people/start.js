import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { ROLES, OTHER_ROLES, STORIES, goalOf } from './roles.js';

/**
 * The start of a demonstration: a button for each role and the guided stories; elsewhere, and below them, the form for an
 * account.
 *
 * @param {HTMLElement} place
 * @param {StartPage} page
 */
export function mountStart(place, page) {
  const draw = () => show(place, content(page));
  draw();
  page.store.watch((state) => state, draw);
}

/** @param {StartPage} page */
function content(page) {
  const words = page.words();
  const { site, lang, problem } = page.store.state();
  const demo = site?.demoAccounts === true;
  const name = site ? (lang === 'zh' ? site.nameZh : site.nameEn) : '';
  return html`<header class="start-head"><a class="brand" href="/"><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>
      <b>${words.t('product.name')}</b><span class="site-name">${name}</span></a>${tools(page)}</header>
    <main class="start-main">
      ${problem ? problemNote(problem, words) : null}
      ${demo && site ? demonstration(page, site) : null}
      ${site ? accountForm(page, demo) : null}</main>`;
}

/** @param {StartPage} page */
function tools(page) {
  const words = page.words();
  const { lang, theme, site } = page.store.state();
  const set = page.store.dispatch;
  return html`<div class="header-tools">${site && site.account !== 'anonymous' ? html`<span class="faint">${words.t('start.signed-in', { account: site.account })}</span>
      <button type="button" class="button" data-key="sign-out" @click=${page.leave}>${words.t('start.sign-out')}</button>` : null}
    <div class="segments" role="group" aria-label=${words.t('header.lang')}>
      <button type="button" aria-pressed=${String(lang === 'zh')} lang="zh" data-key="lang-zh" @click=${() => set({ lang: 'zh' })}>中</button>
      <button type="button" aria-pressed=${String(lang === 'en')} lang="en" data-key="lang-en" @click=${() => set({ lang: 'en' })}>EN</button></div>
    <div class="segments" role="group" aria-label=${words.t('header.theme')}>${['dark', 'light', 'contrast'].map((name) => html`
      <button type="button" class="wide" aria-pressed=${String(name === theme)} data-key=${`theme-${name}`}
        @click=${() => set({ theme: /** @type {Theme} */ (name) })}>${words.t(`theme.${name}`)}</button>`)}</div></div>`;
}

/** @param {StartPage} page @param {Site} site */
function demonstration(page, site) {
  const words = page.words();
  const { busy } = page.store.state();
  const enter = (/** @type {string} */ user, /** @type {string} */ then) => () => page.enter(user, 'demo', then);
  return html`<section class="start-lead"><h1>${words.t('start.welcome')}</h1><p>${words.t('start.lead', { site: page.store.state().lang === 'zh' ? site.nameZh : site.nameEn })}</p>
      <p class="generated">${icon('info')}<span>${words.t('generated.why')}</span></p></section>
    <section aria-labelledby="roles"><h2 id="roles">${words.t('start.roles')}</h2>
      <ul class="roles">${ROLES.map(({ user, mark }) => html`<li><button type="button" class="role" data-key=${`role-${user}`} ?disabled=${busy !== null} @click=${enter(user, goalOf(user))}>
        ${icon(mark, 'role-mark')}<b>${words.t(`role.${user}`)}</b><span class="faint">${words.t(`role.${user}.job`)}</span>
        <span class="role-go">${busy === user ? words.t('state.loading') : words.t('start.enter')} ${icon('right')}</span></button></li>`)}</ul>
      <p class="more-roles"><span class="faint">${words.t('start.other-roles')}</span>${OTHER_ROLES.map((user) => html`
        <button type="button" class="button" data-key=${`role-${user}`} ?disabled=${busy !== null} @click=${enter(user, goalOf(user))}>${words.t(`role.${user}`)}</button>`)}
        <a class="button" href="/" data-key="wall">${words.t('start.wall')}</a></p></section>
    <section aria-labelledby="stories"><h2 id="stories">${words.t('start.stories')}</h2>
      <ol class="stories">${STORIES.map(({ id, user, then }) => html`<li><button type="button" class="story" data-key=${`story-${id}`} ?disabled=${busy !== null} @click=${enter(user, then)}>
        <b>${words.t(`story.${id}.title`)}</b><span class="chip plain">${words.t(`story.${id}.length`)}</span><span class="chip">${words.t(`role.${user}`)}</span>
        <span class="faint">${words.t(`story.${id}.about`)}</span>${icon('right')}</button></li>`)}</ol></section>`;
}

/** @param {StartPage} page @param {boolean} demo */
function accountForm(page, demo) {
  const words = page.words();
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    page.enter(String(given.get('user') ?? ''), String(given.get('password') ?? ''), '/');
  };
  return html`<section class="sign-in" aria-labelledby="account"><h2 id="account">${words.t('start.account')}</h2>
    <form @submit=${submit}><label>${words.t('start.user')}<input class="field" name="user" autocomplete="username" required></label>
      <label>${words.t('start.password')}<input class="field" name="password" type="password" autocomplete="current-password" required></label>
      <button type="submit" class="button" data-key="sign-in">${words.t('start.sign-in')}</button></form>
    ${demo ? html`<p class="faint">${words.t('start.demo-password')}</p>` : null}</section>`;
}
