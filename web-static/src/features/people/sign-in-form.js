import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';
import { codeField, newPasswordField, passwordField, userField } from './fields.js';
import { FIRST_STEP, VOUCHED, refused, secondsLeft, waited } from './sign-in-state.js';

const TICK_MS = 250;

/**
 * The form for an account: password, then a code where one is wanted, then a password of one's own where the one given was
 * a first one. What was typed stays in the form's own memory: its parts are drawn anew around it.
 *
 * @param {HTMLElement} place
 * @param {{ words: () => Words, api: Pick<Page['api'], 'get' | 'send'>, done: (roles: string[], wantsFactor: boolean) => void }} page
 * @returns {{ draw: () => void, choosePassword: (user: string) => void, askCode: () => void, enter: () => Promise<void> }}
 */
export function mountSignInForm(place, page) {
  const typed = { user: '', password: '', code: '', fresh: '' };
  let state = FIRST_STEP;
  /** @param {SignInState} next @param {string} [focus] */
  const set = (next, focus) => {
    state = next;
    draw();
    if (focus) /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${focus}"]`))?.focus();
  };
  const draw = () => show(place, form(page.words(), state, typed, { submit, back: () => set(FIRST_STEP, 'user') }));
  const submit = async () => {
    if (state.busy || secondsLeft(state, performance.now()) > 0) return;
    set({ ...state, busy: true, problem: null });
    try {
      if (state.step === 'fresh') await change(page.api, typed);
      else await page.api.send('POST', state.vouched ? '/api/session/openid/code' : '/api/session', { body: credentials(state, typed), signal: new AbortController().signal });
      await enter();
    } catch (error) {
      const before = state.step;
      set(refused(state, problemOf(error), performance.now()));
      const key = state.step === 'code' ? 'code' : state.step === 'fresh' ? 'fresh' : 'password';
      if (before !== state.step || state.problem) /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${key}"]`))?.focus();
      if (state.untilMs > 0) countDown();
    }
  };
  const enter = async () => {
    const own = await page.api.get('/api/account', {}, new AbortController().signal);
    if (own.mustChangePassword) set({ ...FIRST_STEP, step: 'fresh' }, 'fresh');
    else page.done(own.roles, own.secondFactorNeeded && !own.secondFactor);
  };
  const countDown = () => {
    const timer = setInterval(() => {
      const left = secondsLeft(state, performance.now());
      const shown = place.querySelector('.countdown');
      if (shown) shown.textContent = page.words().t('sign-in.wait', { n: left });
      if (left > 0) return;
      clearInterval(timer);
      set(waited(state, performance.now()));
    }, TICK_MS);
  };
  draw();
  return {
    draw,
    enter,
    askCode: () => set(VOUCHED, 'code'),
    choosePassword: (user) => {
      typed.user = user;
      set({ ...FIRST_STEP, step: 'fresh' });
    },
  };
}

/** @param {Pick<Page['api'], 'send'>} api @param {{ password: string, fresh: string }} typed */
const change = (api, { password, fresh }) =>
  api.send('POST', '/api/account/password', { body: { current: password, password: fresh }, signal: new AbortController().signal });

/** @param {SignInState} state @param {{ user: string, password: string, code: string }} typed */
const credentials = ({ step, vouched }, { user, password, code }) => (vouched ? { code: code.trim() } : { user: user.trim(), password, ...(step === 'code' ? { code: code.trim() } : {}) });

/**
 * @param {Words} words @param {SignInState} state @param {{ user: string, password: string, code: string, fresh: string }} typed
 * @param {{ submit: () => void, back: () => void }} actions
 */
function form(words, state, typed, { submit, back }) {
  const { step, busy, problem } = state;
  const left = secondsLeft(state, performance.now());
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  };
  return html`<form class="sign-in-form" @submit=${send} aria-label=${words.t(`sign-in.${step}`)}>
    <h2 class="sign-in-title">${words.t(`sign-in.${step}`)}</h2>
    ${step === 'password' ? null : html`<p class="faint">${state.vouched ? words.t('openid.code-why') : words.t(`sign-in.${step}.why`, { user: typed.user })}</p>`}
    ${fields(words, step, typed)}
    ${problem ? problemNote(problem, words) : null}
    ${left > 0 ? html`<p class="countdown">${words.t('sign-in.wait', { n: left })}</p>` : null}
    <div class="form-foot"><button type="submit" class="button primary" data-key="sign-in" ?disabled=${busy || left > 0}>${words.t(busy ? 'sign-in.busy' : `sign-in.${step}.send`)}</button>
      ${step === 'password' ? null : html`<button type="button" class="button" data-key="back" @click=${back}>${words.t('sign-in.back')}</button>`}</div></form>`;
}

/** @param {Words} words @param {SignInState['step']} step @param {{ user: string, password: string, code: string, fresh: string }} typed */
function fields(words, step, typed) {
  const put = (/** @type {keyof typeof typed} */ name) => (/** @type {string} */ value) => void (typed[name] = value);
  if (step === 'code') return codeField(words, typed.code, put('code'));
  if (step === 'password') {
    return html`${userField(words, typed.user, put('user'))}${passwordField(words, { key: 'password', value: typed.password, put: put('password') })}`;
  }
  // Whoever comes back to the page has to say the first password again; the name is for the browser's store of passwords.
  return html`<input class="hidden" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${typed.user}>
    ${typed.password === '' ? passwordField(words, { key: 'password', label: words.t('sign-in.first-password'), value: '', put: put('password') }) : null}
    ${newPasswordField(words, typed.fresh, put('fresh'))}`;
}
