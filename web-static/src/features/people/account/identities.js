import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { openDialog } from '../../../ui/dialog.js';
import { html, show } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote, problemNote } from '../../../ui/problem.js';
import { passwordField } from '../fields.js';
import { identityLine } from '../identity-line.js';

const BACK = '#openid';
const PATH = '/api/account/identities';

/** With whom the account is linked at the provider of single sign-on. @param {HTMLElement} place @param {FramePage} page @param {{ own: Promise<OwnAccount> }} given */
export function mountIdentities(place, page, { own }) {
  /** @type {ProblemBody | null} */
  let problem = null;
  /** @type {Part<{ info: OpenIdInfo, generated: boolean, identities: LinkedIdentity[] }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: async (signal) => ({
      info: await page.api.get('/api/session/openid', {}, signal), generated: (await own).generated,
      .../** @type {{ identities: LinkedIdentity[] }} */ (await page.api.get(PATH, {}, signal)),
    }),
    content: (data) => content(data, page.words(), { problem, link: () => openLink(page, data.info), unlink }),
  });
  const unlink = async (/** @type {LinkedIdentity} */ { id, subject }) => {
    const words = page.words();
    if (!(await confirmed({ words, title: words.t('openid.unlink-title'), text: words.t('openid.unlink-text', { subject }), yes: words.t('openid.unlink-yes') }))) return;
    await change('DELETE', `${PATH}/${id}`, words.t('openid.unlinked'));
  };
  const change = async (/** @type {'POST' | 'DELETE'} */ method, /** @type {string} */ path, /** @type {string} */ said) => {
    problem = null;
    try {
      await page.api.send(method, path, { ...(method === 'POST' ? { body: {} } : {}), signal: new AbortController().signal });
      page.say(said, 'good');
    } catch (error) {
      problem = problemOf(error);
    }
    await part.reload();
  };
  const back = async () => {
    history.replaceState(null, '', location.pathname);
    const { outcome } = part.data()?.info ?? {};
    if (outcome?.state === 'link-proved') await change('POST', `${PATH}/confirmation`, page.words().t('openid.linked'));
    else if (outcome?.problem) {
      problem = outcome.problem;
      part.draw();
    }
    place.scrollIntoView();
  };
  part.reload().then(() => (location.hash === BACK && part.data() ? back() : undefined));
}

/**
 * @param {{ info: OpenIdInfo, generated: boolean, identities: LinkedIdentity[] }} data @param {Words} words
 * @param {{ problem: ProblemBody | null, link: () => void, unlink: (one: LinkedIdentity) => void }} to
 */
function content({ info, generated, identities }, words, { problem, link, unlink }) {
  const name = info.available ? info.name[words.lang] : '';
  const may = info.available && !generated;
  return html`${problem ? problemNote(problem, words) : null}
    <p class="faint">${may ? words.t('openid.mine-why', { name }) : words.t('openid.mine-off')}</p>
    ${identities.length > 0 ? html`<ul class="sessions">${identities.map((one) => identityLine(one, words, unlink))}</ul>` : may ? emptyNote(words.t('openid.none')) : null}
    ${may ? html`<div class="form-foot"><button type="button" class="button" data-key="link" @click=${link}>${icon('plus')}${words.t('openid.link', { name })}</button></div>` : null}`;
}

/** Asks for the password once more, then goes to the provider. @param {FramePage} page @param {OpenIdInfo} info */
function openLink(page, info) {
  const words = page.words();
  const name = info.name[words.lang];
  let password = '';
  const body = html`<form class="desk-form" @submit=${submit}><p>${words.t('openid.link-why', { name })}</p>
    ${passwordField(words, { key: 'link-password', value: '', put: (value) => void (password = value) })}
    <div class="form-problem"></div>
    <div class="form-foot"><button type="submit" class="button primary" data-key="go">${words.t('openid.go', { name })}</button></div></form>`;
  const form = /** @type {HTMLFormElement} */ (body.firstElementChild);
  openDialog({ title: words.t('openid.link-title'), closeLabel: words.t('dialog.close'), content: body });
  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const button = /** @type {HTMLButtonElement} */ (form.querySelector('[type=submit]'));
    button.disabled = true;
    try {
      const { location: there } = await page.api.send('POST', PATH, { body: { password }, signal: new AbortController().signal });
      location.assign(there);
    } catch (error) {
      button.disabled = false;
      show(/** @type {HTMLElement} */ (form.querySelector('.form-problem')), problemNote(problemOf(error), words));
      /** @type {HTMLElement | null} */ (form.querySelector('[data-key=link-password]'))?.focus();
    }
  }
}
