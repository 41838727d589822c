import { problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { problemNote } from '../../ui/problem.js';

/** Where the server sends back to after the provider; the address tells nothing, so nobody else's can tell lies. */
const BACK = '#openid';

/** For who comes back: this tab alone knows where they wanted to. */
const WANTED = 'wangge-openid-to';

/**
 * Signing in with a provider: a button where there is one, and what became of it for who comes back from there.
 *
 * @param {HTMLElement} place @param {Pick<StartPage, 'words' | 'api'>} page @param {{ askCode: () => void, enter: () => Promise<void> }} form
 */
export function mountOpenId(place, page, form) {
  /** @type {{ info: OpenIdInfo | null, busy: boolean, problem: ProblemBody | null }} */
  let state = { info: null, busy: false, problem: null };
  const set = (/** @type {Partial<typeof state>} */ change) => {
    state = { ...state, ...change };
    draw();
  };
  const draw = () => show(place, state.info?.available ? content(page.words(), { ...state, info: state.info, begin }) : null);
  const begin = async () => {
    set({ busy: true, problem: null });
    try {
      const { location: there } = await page.api.send('POST', '/api/session/openid', { body: {}, signal: new AbortController().signal });
      globalThis.sessionStorage.setItem(WANTED, location.search);
      location.assign(there);
    } catch (error) {
      set({ busy: false, problem: problemOf(error) });
    }
  };
  const back = async (/** @type {OpenIdInfo} */ { outcome }) => {
    history.replaceState(null, '', location.pathname + (globalThis.sessionStorage.getItem(WANTED) ?? ''));
    globalThis.sessionStorage.removeItem(WANTED);
    if (outcome?.state === 'refused') set({ problem: outcome.problem ?? null });
    else if (outcome?.state === 'code-needed') form.askCode();
    else await form.enter();
  };
  const read = async () => {
    try {
      const info = await page.api.get('/api/session/openid', {}, new AbortController().signal);
      set({ info });
      if (location.hash === BACK) await back(info);
    } catch (error) {
      // Without it there are still account and password.
      if (location.hash === BACK) set({ problem: problemOf(error) });
    }
  };
  read();
  return { draw };
}

/** @param {Words} words @param {{ info: OpenIdInfo, busy: boolean, problem: ProblemBody | null, begin: () => void }} state */
function content(words, { info, busy, problem, begin }) {
  const name = info.name[words.lang];
  return html`<div class="openid">${problem ? problemNote(problem, words) : null}
    <p class="openid-or faint">${words.t('openid.or')}</p>
    <button type="button" class="button" data-key="openid" ?disabled=${busy} @click=${begin}>${words.t('openid.with', { name })}</button></div>`;
}
