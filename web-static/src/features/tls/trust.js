import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';

/** What is told of, each in three steps. */
const DEVICES = ['android', 'ios', 'harmony', 'windows'];

/**
 * How a phone or a computer is told to trust the local authority: where to get its certificate, by what to know it, and
 * where to put it.
 *
 * @param {HTMLElement} place
 * @param {TrustPage} page
 */
export function mountTrust(place, page) {
  const draw = () => show(place, content(page));
  draw();
  page.store.watch((state) => state, draw);
}

/** @param {TrustPage} page */
function content(page) {
  const words = page.words();
  const { authority, problem } = page.store.state();
  return html`<header class="start-head"><a class="brand" href="/"><svg class="logo" viewBox="0 0 32 32" aria-hidden="true"><path d="M6 8l9-2 11 3v15l-10 3-10-3zM6 16l10 2 10-3M15 6l1 21" /></svg>
      <b>${words.t('product.name')}</b></a>${tools(page)}</header>
    <main class="start-main trust-main">
      <section class="start-lead"><h1>${words.t('ca.head')}</h1><p>${words.t('ca.lead')}</p></section>
      ${problem ? problemNote(problem, words) : null}
      ${authority && !problem ? [certificate(authority, words), steps(authority, words)] : null}</main>`;
}

/** @param {TrustPage} page */
function tools(page) {
  const words = page.words();
  const { lang, theme } = page.store.state();
  const set = page.store.dispatch;
  return html`<div class="header-tools"><div class="segments" role="group" aria-label=${words.t('header.lang')}>
      <button type="button" aria-pressed=${String(lang === 'zh')} lang="zh" data-key="lang-zh" @click=${() => set({ lang: 'zh' })}>中</button>
      <button type="button" aria-pressed=${String(lang === 'en')} lang="en" data-key="lang-en" @click=${() => set({ lang: 'en' })}>EN</button></div>
    <div class="segments" role="group" aria-label=${words.t('header.theme')}>${['dark', 'light', 'contrast'].map((name) => html`
      <button type="button" class="wide" aria-pressed=${String(name === theme)} data-key=${`theme-${name}`}
        @click=${() => set({ theme: /** @type {Theme} */ (name) })}>${words.t(`theme.${name}`)}</button>`)}</div></div>`;
}

/** @param {TrustedAuthority} authority @param {Words} words */
function certificate(authority, words) {
  return html`<section class="trust-pair">
    <div class="trust-scan"><h2>${words.t('ca.scan')}</h2>
      <img class="qr" src="/ca/qr.svg" width="232" height="232" alt=${words.t('ca.scan-alt', { address: authority.address })}>
      <p class="faint">${words.t('ca.open')}</p><p class="trust-address">${authority.address}</p></div>
    <div class="trust-know"><h2>${words.t('ca.check')}</h2>
      <p class="prints" data-key="fingerprint">${authority.fingerprint.map((group) => html`<code>${group}</code> `)}</p>
      <p class="faint">${words.t('ca.check-why')}</p>
      <dl class="trust-facts"><dt>${words.t('ca.name')}</dt><dd>${authority.name}</dd>
        <dt>${words.t('ca.until')}</dt><dd>${words.day(authority.endsAt)}</dd>
        ${authority.names.length > 0 ? html`<dt>${words.t('ca.for')}</dt><dd>${authority.names.join(' · ')}</dd>` : null}</dl>
      <p class="faint">${words.t('ca.limits')}</p>
      <p><a class="button primary" href=${authority.download} download="wangge-ca.crt" data-key="download">${icon('down')} ${words.t('ca.get')}</a></p></div></section>`;
}

/** @param {TrustedAuthority} authority @param {Words} words */
function steps(authority, words) {
  return html`<section aria-labelledby="steps"><h2 id="steps">${words.t('ca.steps')}</h2>
    <div class="devices">${DEVICES.map((device) => html`<article class="device"><h3>${words.t(`ca.${device}`)}</h3>
      <ol>${[1, 2, 3].map((step) => html`<li>${words.t(`ca.${device}.${step}`)}</li>`)}</ol></article>`)}</div>
    <p class="faint trust-note">${words.t('ca.steps-note')}</p>
    <p><a class="button" href=${authority.home} data-key="home">${words.t('ca.go')} ${icon('right')}</a></p></section>`;
}
