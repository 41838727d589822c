import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html } from '../../../ui/html.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote, loadingNote } from '../../../ui/problem.js';
import { tokenLine } from '../token-line.js';
import { tokenState } from '../token-state.js';

/**
 * The tokens of the account whose card is open: whoever keeps the account can take them back. It has an element of its own,
 * which stays when the card around it is drawn anew.
 *
 * @param {FramePage} page @param {AreaNames} names
 */
export function mountCardTokens(page, names) {
  const element = document.createElement('div');
  let account = '';
  const path = (/** @type {string} */ rest = '') => `/api/accounts/${encodeURIComponent(account)}/tokens${rest}`;
  /** @type {Part<{ of: string, tokens: ApiToken[] }>} */
  const part = createPart(element, {
    words: page.words, over: page.over,
    read: async (signal) => ({ of: account, .../** @type {{ tokens: ApiToken[] }} */ (await page.api.get(path(), {}, signal)) }),
    // Until those of this account came, those of the one before are none of its.
    content: ({ of, tokens }) => (of === account ? content(tokens.filter((token) => tokenState(token) === 'good'), page.words(), names, revoke) : loadingNote(page.words())),
  });
  const revoke = async (/** @type {ApiToken} */ { id, name }) => {
    const words = page.words();
    if (!(await confirmed({ words, title: words.t('token.revoke'), text: words.t('admin.revoke-token-text', { name, account }), yes: words.t('token.revoke-yes') }))) return;
    try {
      await page.api.send('DELETE', path(`/${encodeURIComponent(id)}`), { signal: new AbortController().signal });
      page.say(words.t('token.revoked'), 'good');
    } catch (error) {
      page.say(problemOf(error).detail ?? words.t('problem.title'), 'bad');
    }
    await part.reload();
  };
  return {
    element,
    draw: () => part.data() && part.draw(),
    open: (/** @type {string} */ id) => {
      account = id;
      return part.reload();
    },
  };
}

/** @param {ApiToken[]} tokens @param {Words} words @param {AreaNames} names @param {(token: ApiToken) => void} revoke */
const content = (tokens, words, names, revoke) =>
  tokens.length === 0 ? emptyNote(words.t('admin.no-tokens')) : html`<ul class="sessions">${tokens.map((token) => tokenLine(token, words, names, revoke))}</ul>`;
