import { mountAccountMenu } from '../../app/account-menu.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { mountOpenId } from './openid.js';
import { mountSignInForm } from './sign-in-form.js';
import { mountWall } from './wall.js';
import { ROLES, OTHER_ROLES, STORIES, goalOf } from './roles.js';

/**
 * The form for an account; on a demonstration below it a button for each role and the guided stories. The form is made once
 * and moved into whatever is drawn, so that nothing typed is lost.
 *
 * @param {HTMLElement} place
 * @param {StartPage} page
 */
export function mountStart(place, page) {
  const form = document.createElement('div');
  const signIn = mountSignInForm(form, page);
  const provider = document.createElement('div');
  const openId = mountOpenId(provider, page, signIn);
  const screen = document.createElement('div');
  screen.className = 'wall-pairing';
  const wall = mountWall(screen, page);
  const draw = () => {
    show(place, content(page, { form, provider, screen }));
    const { site } = page.store.state();
    if (site && site.account !== 'anonymous') mountAccountMenu(/** @type {HTMLElement} */ (place.querySelector('.account-place')), site, page.words());
  };
  draw();
  page.store.watch((state) => state, draw);
  page.store.watch((state) => state.lang, () => {
    signIn.draw();
    openId.draw();
    wall.draw();
  });
  const asWall = (/** @type {boolean} */ is) => {
    if (is) wall.start();
    else wall.stop();
    // A screen that is switched on again is still a wall.
    const address = new URL(location.href);
    if (is) address.searchParams.set('wall', '');
    else address.searchParams.delete('wall');
    history.replaceState(null, '', address);
  };
  page.store.watch((state) => state.wall, asWall);
  if (page.store.state().wall) asWall(true);
  page.store.watch((state) => state.chooses, (user) => user && signIn.choosePassword(user));
}

/** @param {StartPage} page @param {{ form: HTMLElement, provider: HTMLElement, screen: HTMLElement }} parts */
function content(page, { form, provider, screen }) {
  const words = page.words();
  const { site, lang, problem, chooses, wall } = page.store.state();
  const demo = site?.demoAccounts === true && !wall;
  const turn = (/** @type {boolean} */ is) => () => page.store.dispatch({ wall: is });
  const named = site ? (lang === 'zh' ? site.nameZh : site.nameEn) : '';
  // A place without a name of its own in this language is called as the program is.
  const name = named === words.t('product.name') ? '' : named;
  return html`<header class="start-head"><a class="brand" href="/"><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>
      <h1>${words.t('product.name')}</h1><span class="site-name">${name}</span></a>${tools(page)}</header>
    <main class=${`start-main ${demo && !chooses ? 'with-demo' : ''}`}>
      ${problem ? problemNote(problem, words) : null}
      ${wall ? html`<section class="sign-in">${screen}<p><button type="button" class="button" data-key="this-wall" @click=${turn(false)}>${words.t('wall.back')}</button></p></section>`
        : html`<section class="sign-in">${form}${chooses ? null : provider}${demo && !chooses ? html`<p class="faint">${words.t('start.demo-password')}</p>` : null}
          ${chooses ? null : html`<p class="as-wall"><button type="button" class="link" data-key="this-wall" @click=${turn(true)}>${words.t('wall.this')}</button></p>`}</section>`}
      ${demo && site && !chooses ? html`<div class="start-demo">${demonstration(page, site)}</div>` : null}</main>`;
}

/** @param {StartPage} page */
function tools(page) {
  const words = page.words();
  const { lang, theme } = page.store.state();
  const set = page.store.dispatch;
  return html`<div class="header-tools"><div class="segments" role="group" aria-label=${words.t('header.lang')}>
      <button type="button" aria-pressed=${String(lang === 'zh')} lang="zh" data-key="lang-zh" @click=${() => set({ lang: 'zh' })}>中</button>
      <button type="button" aria-pressed=${String(lang === 'en')} lang="en" data-key="lang-en" @click=${() => set({ lang: 'en' })}>EN</button></div>
    <div class="segments" role="group" aria-label=${words.t('header.theme')}>${['dark', 'light', 'contrast'].map((name) => html`
      <button type="button" class="wide" aria-pressed=${String(name === theme)} data-key=${`theme-${name}`}
        @click=${() => set({ theme: /** @type {Theme} */ (name) })}>${words.t(`theme.${name}`)}</button>`)}</div><div class="account-place"></div></div>`;
}

/** @param {StartPage} page @param {Site} site */
function demonstration(page, site) {
  const words = page.words();
  const { busy } = page.store.state();
  const enter = (/** @type {string} */ user, /** @type {string} */ then) => () => page.enter(user, 'demo', then);
  return html`<section class="start-lead"><h2 class="start-welcome">${words.t('start.welcome')}</h2><p>${words.t('start.lead', { site: page.store.state().lang === 'zh' ? site.nameZh : site.nameEn })}</p>
      <p class="generated">${icon('info')}<span>${words.t('generated.why')}</span></p></section>
    <section aria-labelledby="roles"><h3 id="roles">${words.t('start.roles')}</h3>
      <ul class="roles">${ROLES.map(({ user, mark }) => html`<li><button type="button" class="role" data-key=${`role-${user}`} ?disabled=${busy !== null} @click=${enter(user, goalOf(user))}>
        ${icon(mark, 'role-mark')}<b>${words.t(`role.${user}`)}</b><span class="faint">${words.t(`role.${user}.job`)}</span>
        <span class="role-go">${busy === user ? words.t('state.loading') : words.t('start.enter')} ${icon('right')}</span></button></li>`)}</ul>
      <p class="more-roles"><span class="faint">${words.t('start.other-roles')}</span>${OTHER_ROLES.map((user) => html`
        <button type="button" class="button" data-key=${`role-${user}`} ?disabled=${busy !== null} @click=${enter(user, goalOf(user))}>${words.t(`role.${user}`)}</button>`)}
        <a class="button" href="/report/" data-key="resident">${words.t('start.resident')}</a>
        <a class="button" href="/" data-key="wall">${words.t('start.wall')}</a></p></section>
    <section aria-labelledby="stories"><h3 id="stories">${words.t('start.stories')}</h3>
      <ol class="stories">${STORIES.map(({ id, user, then }) => html`<li><button type="button" class="story" data-key=${`story-${id}`} ?disabled=${busy !== null} @click=${enter(user, then)}>
        <b>${words.t(`story.${id}.title`)}</b><span class="chip plain">${words.t(`story.${id}.length`)}</span><span class="chip">${words.t(`role.${user}`)}</span>
        <span class="faint">${words.t(`story.${id}.about`)}</span>${icon('right')}</button></li>`)}</ol></section>`;
}
