import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote } from '../../../ui/problem.js';
import { createAreaNames } from '../area-names.js';
import { tokenLine } from '../token-line.js';
import { tokenState } from '../token-state.js';
import { openIssueToken } from './issue-token.js';

/** What programs act with in the account's stead. @param {HTMLElement} place @param {FramePage} page @param {{ site: Site }} given */
export function mountTokens(place, page, { site }) {
  const names = createAreaNames(page.api, () => part.draw());
  /** @type {Part<{ tokens: ApiToken[] }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/tokens', {}, signal),
    content: ({ tokens }) => content(tokens, page.words(), { names, issue, revoke }),
  });
  const issue = () => openIssueToken(page, site, async () => {
    await part.reload();
    /** @type {HTMLElement | null} */ (place.querySelector('[data-key=issue]'))?.focus();
  });
  const revoke = async (/** @type {ApiToken} */ { id, name }) => {
    const words = page.words();
    if (!(await confirmed({ words, title: words.t('token.revoke'), text: words.t('token.revoke-text', { name }), yes: words.t('token.revoke-yes') }))) return;
    try {
      await page.api.send('DELETE', `/api/tokens/${encodeURIComponent(id)}`, { signal: new AbortController().signal });
      page.say(words.t('token.revoked'), 'good');
    } catch (error) {
      page.say(problemOf(error).detail ?? words.t('problem.title'), 'bad');
    }
    await part.reload();
    /** @type {HTMLElement | null} */ (place.querySelector('[data-key=issue]'))?.focus();
  };
  part.reload();
}

/** @param {ApiToken[]} tokens @param {Words} words @param {{ names: AreaNames, issue: () => void, revoke: (token: ApiToken) => void }} to */
function content(tokens, words, { names, issue, revoke }) {
  const good = tokens.filter((token) => tokenState(token) === 'good');
  const past = tokens.filter((token) => tokenState(token) !== 'good');
  const line = (/** @type {ApiToken} */ token) => tokenLine(token, words, names, revoke);
  return html`<p class="faint">${words.t('token.why')}</p>
    ${tokens.length === 0 ? emptyNote(words.t('token.none')) : html`<ul class="sessions">${good.map(line)}</ul>`}
    ${past.length > 0 ? html`<details><summary>${words.t('token.past', { n: past.length })}</summary><ul class="sessions">${past.map(line)}</ul></details>` : null}
    <div class="form-foot"><button type="button" class="button" data-key="issue" @click=${issue}>${icon('plus')}${words.t('token.issue')}</button></div>`;
}
