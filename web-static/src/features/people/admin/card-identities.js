import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html } from '../../../ui/html.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote, loadingNote } from '../../../ui/problem.js';
import { identityLine } from '../identity-line.js';

/**
 * With whom the account whose card is open is linked at the provider of single sign-on. Like the tokens, it stays when the card
 * around it is drawn anew.
 *
 * @param {FramePage} page
 */
export function mountCardIdentities(page) {
  const element = document.createElement('div');
  let account = '';
  const path = (/** @type {string} */ rest = '') => `/api/accounts/${encodeURIComponent(account)}/identities${rest}`;
  /** @type {Part<{ of: string, info: OpenIdInfo, identities: LinkedIdentity[] }>} */
  const part = createPart(element, {
    words: page.words, over: page.over,
    read: async (signal) => ({
      of: account, info: await page.api.get('/api/session/openid', {}, signal),
      .../** @type {{ identities: LinkedIdentity[] }} */ (await page.api.get(path(), {}, signal)),
    }),
    content: (data) => (data.of === account ? content(data, page.words(), { link, unlink }) : loadingNote(page.words())),
  });
  const change = async (/** @type {() => Promise<unknown>} */ work, /** @type {string} */ said) => {
    try {
      await work();
      page.say(said, 'good');
    } catch (error) {
      const { detail, mend } = problemOf(error);
      page.say([detail, mend].filter(Boolean).join(' ') || page.words().t('problem.title'), 'bad');
    }
    await part.reload();
  };
  const { signal } = new AbortController();
  const link = (/** @type {Event} */ event) => {
    event.preventDefault();
    const subject = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('subject') ?? '').trim();
    change(() => page.api.send('POST', path(), { body: { subject }, signal }), page.words().t('openid.linked'));
  };
  const unlink = async (/** @type {LinkedIdentity} */ { id, subject }) => {
    const words = page.words();
    if (!(await confirmed({ words, title: words.t('openid.unlink-title'), text: words.t('openid.unlink-text', { subject }), yes: words.t('openid.unlink-yes') }))) return;
    await change(() => page.api.send('DELETE', path(`/${id}`), { signal }), words.t('openid.unlinked'));
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

/** @param {{ info: OpenIdInfo, identities: LinkedIdentity[] }} data @param {Words} words @param {{ link: (event: Event) => void, unlink: (one: LinkedIdentity) => void }} to */
function content({ info, identities }, words, { link, unlink }) {
  const list = identities.length > 0 ? html`<ul class="sessions">${identities.map((one) => identityLine(one, words, unlink))}</ul>` : emptyNote(words.t('openid.none'));
  if (!info.available) return identities.length > 0 ? list : html`<p class="faint">${words.t('openid.mine-off')}</p>`;
  return html`${list}<form class="link-form" @submit=${link}><label class="form-field"><span>${words.t('openid.subject')}</span>
    <span class="form-help" id="help-subject">${words.t('admin.openid-help')}</span>
    <span class="with-button"><input class="field" name="subject" required maxlength="255" autocomplete="off" spellcheck="false" data-key="subject" aria-describedby="help-subject">
    <button type="submit" class="button" data-key="link">${words.t('admin.openid-link')}</button></span></label></form>`;
}
