import { problemOf } from '../../../app/problem.js';
import { html, show } from '../../../ui/html.js';
import { problemNote } from '../../../ui/problem.js';
import { newPasswordField, passwordField } from '../fields.js';

/** Another password; the other sessions end with it. @param {HTMLElement} place @param {FramePage} page @param {{ own: Promise<OwnAccount> }} given */
export async function mountPassword(place, page, given) {
  const own = await given.own.catch(() => null);
  if (!own) return;
  // The password of those stands on the sign-in page, and other visitors use it too.
  if (own.generated) return show(place, html`<p class="faint">${page.words().t('mine.demo-password')}</p>`);
  const typed = { current: '', fresh: '' };
  /** @type {{ busy: boolean, problem: ProblemBody | null }} */
  let state = { busy: false, problem: null };
  const set = (/** @type {typeof state} */ next) => {
    state = next;
    draw();
  };
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    set({ busy: true, problem: null });
    try {
      await page.api.send('POST', '/api/account/password', { body: { current: typed.current, password: typed.fresh }, signal: new AbortController().signal });
      typed.current = typed.fresh = '';
      set({ busy: false, problem: null });
      page.say(page.words().t('mine.password-changed'), 'good');
    } catch (error) {
      const problem = problemOf(error);
      set({ busy: false, problem });
      /** @type {HTMLElement | null} */ (place.querySelector(`[data-key=${problem.code === 'sign-in-refused' ? 'current' : 'fresh'}]`))?.focus();
    }
  };
  const draw = () => show(place, form(page.words(), own.account, typed, { ...state, submit }));
  draw();
}

/**
 * @param {Words} words @param {string} account @param {{ current: string, fresh: string }} typed
 * @param {{ busy: boolean, problem: ProblemBody | null, submit: (event: Event) => void }} state
 */
function form(words, account, typed, { busy, problem, submit }) {
  return html`<form class="desk-form" @submit=${submit}>
    <input class="hidden" type="text" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${account}>
    ${passwordField(words, { key: 'current', label: words.t('mine.current-password'), value: typed.current, put: (value) => void (typed.current = value) })}
    ${newPasswordField(words, typed.fresh, (value) => void (typed.fresh = value))}
    ${problem ? problemNote(problem, words) : null}
    <div class="form-foot"><button type="submit" class="button primary" data-key="change-password" ?disabled=${busy}>${words.t('mine.change-password')}</button>
      <span class="faint">${words.t('mine.password-ends')}</span></div></form>`;
}
