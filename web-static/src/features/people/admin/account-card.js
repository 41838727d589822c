import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html, show } from '../../../ui/html.js';
import { problemNote } from '../../../ui/problem.js';
import { createPart } from '../../../ui/part.js';
import { grantText, standingOf } from '../grant-line.js';
import { cardContent } from './card-content.js';
import { openGrant } from './add-account.js';
import { mountCardIdentities } from './card-identities.js';
import { mountCardTokens } from './card-tokens.js';
import { showPassword } from './first-password.js';

/**
 * The card of one account: what it may do, and all that can be done with it.
 *
 * @param {HTMLElement} place @param {FramePage} page
 * @param {{ names: AreaNames, me: string, now: () => string, changed: (account: AccountInfo) => void, close: () => void }} to
 */
export function mountAccountCard(place, page, { names, me, now, changed, close }) {
  let id = '';
  /** @type {Grant | null} */
  let ended = null;
  /** @type {ProblemBody | null} */
  let problem = null;
  const tokens = mountCardTokens(page, names);
  const identities = mountCardIdentities(page);
  const path = (/** @type {string} */ rest = '') => `/api/accounts/${encodeURIComponent(id)}${rest}`;
  /** @type {Part<AccountInfo>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get(path(), {}, signal),
    content: (account, busy) => html`${problem ? problemNote(problem, page.words()) : null}${cardContent(account, page.words(), { names, me, now: now(), busy, ended, tokens: tokens.element, identities: identities.element, actions: { ...actions, close } })}`,
  });
  /** Does one thing; where somebody else was faster, shows what they did. @param {() => Promise<AccountInfo>} work @param {string} [said] */
  const change = async (work, said) => {
    problem = null;
    try {
      const account = await work();
      part.put(account);
      changed(account);
      // A password that is reset ends them too.
      tokens.open(id);
      if (said) page.say(said, 'good');
    } catch (error) {
      problem = problemOf(error);
      if (problem.code === 'sign-in-needed') await page.over();
      await part.reload();
      const fresh = part.data();
      if (fresh) changed(fresh);
    }
  };
  const actions = createActions(page, { part, path, change, names, now, setEnded: (grant) => void (ended = grant), ended: () => ended });
  return {
    draw: () => {
      if (!id || !part.data()) return;
      part.draw();
      tokens.draw();
      identities.draw();
    },
    open: async (/** @type {string} */ next) => {
      if (id !== next) {
        ended = null;
        problem = null;
        show(place, null);
      }
      id = next;
      tokens.open(id);
      identities.open(id);
      await part.reload();
      /** @type {HTMLElement | null} */ (place.querySelector('[data-key=card-title]'))?.focus();
    },
  };
}

/**
 * @param {FramePage} page
 * @param {{ part: Part<AccountInfo>, path: (rest?: string) => string, change: (work: () => Promise<AccountInfo>, said?: string) => Promise<void>,
 *   names: AreaNames, now: () => string, setEnded: (grant: Grant | null) => void, ended: () => Grant | null }} tools
 */
function createActions(page, { part, path, change, names, now, setEnded, ended }) {
  const { signal } = new AbortController();
  const account = () => /** @type {AccountInfo} */ (part.data());
  /** What is agreed to is the account as it is now: its owner may have chosen a password since it was opened. */
  const ask = async (/** @type {string} */ key, /** @type {Record<string, string>} */ values) => {
    const words = page.words();
    await part.reload();
    return part.data() !== undefined && confirmed({ words, title: words.t(`admin.${key}`), text: words.t(`admin.${key}-text`, values), yes: words.t(`admin.${key}-yes`) });
  };
  const setState = (/** @type {'active' | 'disabled'} */ state) => () =>
    page.api.send('PATCH', path(), { body: { state }, version: account().version, signal });
  return {
    grant: () => openGrant(page, { account: account().account, now, add: (body) => change(() => page.api.send('POST', path('/grants'), { body, signal }), page.words().t('admin.granted')) }),
    endGrant: async (/** @type {Grant} */ grant) => {
      if (!(await ask('end-grant', { account: account().account, grant: grantText(grant, page.words(), names) }))) return;
      setEnded(standingOf(grant, now()) === 'holds' ? grant : null);
      await change(() => page.api.send('DELETE', path(`/grants/${grant.id}`), { signal }));
    },
    undo: async () => {
      const grant = ended();
      if (!grant) return;
      setEnded(null);
      const where = grant.area ? { partition: grant.partition, area: grant.area } : {};
      const when = grant.to ? { from: now(), to: grant.to } : {};
      await change(() => page.api.send('POST', path('/grants'), { body: { role: grant.role, ...where, ...when }, signal }), page.words().t('admin.undone'));
    },
    disable: async () => (await ask('disable', { account: account().account })) && change(setState('disabled'), page.words().t('admin.disabled')),
    enable: () => change(setState('active'), page.words().t('admin.enabled')),
    reset: async () => {
      if (!(await ask('reset', { account: account().account }))) return;
      await change(async () => {
        const answer = await page.api.send('POST', path('/password'), { version: account().version, signal });
        showPassword(page.words(), { account: answer.account, password: answer.password });
        return answer;
      });
    },
    removeFactor: async () => {
      if (!(await ask('factor', { account: account().account }))) return;
      await change(async () => {
        await page.api.send('DELETE', path('/second-factor'), { signal });
        return page.api.get(path(), {}, signal);
      }, page.words().t('admin.factor-removed'));
    },
    endSessions: async () => {
      if (!(await ask('end-sessions', { account: account().account }))) return;
      await change(async () => {
        const { ended: n } = await page.api.send('DELETE', path('/sessions'), { signal });
        page.say(page.words().t('admin.sessions-ended', { n }), 'good');
        return page.api.get(path(), {}, signal);
      });
    },
  };
}
