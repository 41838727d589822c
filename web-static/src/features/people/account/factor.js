import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html } from '../../../ui/html.js';
import { createPart } from '../../../ui/part.js';
import { factorContent } from './factor-content.js';

/** The second factor: set up with an app, confirmed by a code, removed with one. @param {HTMLElement} place @param {FramePage} page */
export function mountFactor(place, page) {
  /** @type {FactorView} */
  let view = { kind: 'state' };
  /** @type {ProblemBody | null} */
  let problem = null;
  const { signal } = new AbortController();
  const post = (/** @type {string} */ rest, /** @type {object} */ body) => page.api.send('POST', `/api/account/second-factor${rest}`, { body, signal });
  /** @type {Part<FactorState>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (reading) => page.api.get('/api/account/second-factor', {}, reading),
    content: (state) => html`${factorContent(state, view, page.words(), { problem, ...actions })}`,
  });
  /** @param {FactorView} next @param {string} [focus] */
  const set = (next, focus = 'code') => {
    view = next;
    problem = null;
    part.draw();
    /** @type {HTMLElement | null} */ (place.querySelector(`[data-key=${focus}]`))?.focus();
  };
  /** @param {() => Promise<void>} work */
  const tried = async (work) => {
    try {
      await work();
    } catch (error) {
      problem = problemOf(error);
      part.draw();
      /** @type {HTMLElement | null} */ (place.querySelector('[data-key=code]'))?.focus();
    }
  };
  const actions = {
    begin: (/** @type {string} */ password) => tried(async () => set({ kind: 'begun', ...(await post('', { password })) })),
    ask: (/** @type {'password' | 'replace' | 'remove'} */ kind) => set({ kind }, kind === 'password' ? 'password' : 'code'),
    cancel: () => set({ kind: 'state' }, 'begin'),
    confirm: (/** @type {string} */ code) => tried(async () => set({ kind: 'codes', ...(await post('/confirmation', { code })) }, 'print')),
    replace: (/** @type {string} */ code) => tried(async () => set({ kind: 'codes', ...(await post('/recovery-codes', { code })) }, 'print')),
    remove: (/** @type {string} */ code) => tried(async () => {
      const words = page.words();
      if (!(await confirmed({ words, title: words.t('factor.remove'), text: words.t('factor.remove-text'), yes: words.t('factor.remove-yes') }))) return;
      await post('/removal', { code });
      location.assign('/sign-in/?to=/account/');
    }),
    /** With the codes the roles that waited for them came. */
    noted: () => location.reload(),
  };
  part.reload();
}
