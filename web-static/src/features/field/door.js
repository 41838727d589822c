import { signInPath } from '../../app/return-to.js';
import { html } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mayUse } from './ahead.js';

/** For whom the page is not. @param {FieldPage} page */
export function closedDoor({ words, store }) {
  const { t } = words();
  const { account } = store.state();
  const stranger = account === '' || account === 'anonymous';
  return html`<section class="closed-door"><p class="receipt-mark plain">${icon('lock')}</p><h2>${t(stranger ? 'field.sign-in' : 'field.not-for-you')}</h2>
    <p>${t(stranger ? 'field.sign-in-why' : 'field.not-for-you-why', { account })}</p>
    <a class="button primary wide" data-key="sign-in" href=${signInPath(location)}>${icon('person')}<span>${t(stranger ? 'field.to-sign-in' : 'field.other-account')}</span></a>
    <a class="button wide" data-key="as-resident" href="/report/">${t('field.as-resident')}</a></section>`;
}

/** What is to be known before anything else: no network, nobody signed in any more, nothing kept. @param {FieldPage} page */
export function bandsOf({ words, store, refresh }) {
  const { t, time } = words();
  const { connected, problem, tasksAt, keeps, known, roles } = store.state();
  if (!known) return null;
  const away = problem?.status === 401;
  return html`${connected ? null : html`<p class="band">${icon('warning')}<span>${t(tasksAt ? 'field.offline' : 'field.offline-empty', { time: time(tasksAt) })}</span></p>`}
    ${away ? html`<p class="band bad">${icon('lock')}<span>${t('field.signed-out')}</span><a class="tap" href=${signInPath(location)}>${t('field.to-sign-in')}</a></p>` : null}
    ${problem && !away && mayUse(roles) ? html`<p class="band bad">${icon('warning')}<span>${problem.detail || problem.title || t('hand.problem')}</span><button type="button" class="tap" data-key="refresh" @click=${refresh}>${t('hand.retry')}</button></p>` : null}
    ${keeps ? null : html`<p class="band bad">${icon('warning')}<span>${t('field.keeps-not')}</span></p>`}`;
}
