import { problemOf } from '../../../app/problem.js';
import { confirmed } from '../../../ui/confirm.js';
import { html } from '../../../ui/html.js';
import { createPart } from '../../../ui/part.js';
import { agentName } from '../agent.js';
import { proved } from '../proved.js';

/** Where the account is signed in. @param {HTMLElement} place @param {FramePage} page */
export function mountSessions(place, page) {
  /** @type {Part<{ sessions: SessionInfo[] }>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: (signal) => page.api.get('/api/account/sessions', {}, signal),
    content: ({ sessions }) => content(sessions, page.words(), { end, endOthers }),
  });
  const end = async (/** @type {SessionInfo} */ { id, current }) => {
    const words = page.words();
    if (current && !(await confirmed({ words, title: words.t('mine.end-this'), text: words.t('mine.end-this-text'), yes: words.t('start.sign-out') }))) return;
    await drop({ session: id }, words.t('mine.session-ended'));
    if (current) location.assign('/sign-in/');
  };
  const endOthers = async () => {
    const words = page.words();
    if (await confirmed({ words, title: words.t('mine.end-others'), text: words.t('mine.end-others-text'), yes: words.t('mine.end-others') })) {
      await drop({}, words.t('mine.others-ended'));
    }
  };
  const drop = async (/** @type {{ session?: string }} */ which, /** @type {string} */ said) => {
    const { signal } = new AbortController();
    try {
      const done = await proved(page.words(), (proof) => page.api.send('POST', '/api/account/sessions/removal', { body: { ...which, ...proof }, signal }));
      if (done) page.say(said, 'good');
    } catch (error) {
      page.say(problemOf(error).detail ?? page.words().t('problem.title'), 'bad');
    }
    await part.reload();
  };
  part.reload();
}

/** @param {SessionInfo[]} sessions @param {Words} words @param {{ end: (session: SessionInfo) => void, endOthers: () => void }} actions */
function content(sessions, words, { end, endOthers }) {
  return html`<ul class="sessions">${sessions.map((session) => html`<li><span class="session-text"><b>${agentName(session.agent) || words.t('mine.agent-unknown')}</b>
      ${session.current ? html`<span class="chip">${words.t('mine.this-session')}</span>` : null}${session.federated ? html`<span class="chip plain">${words.t('openid.session')}</span>` : null}${session.secondFactor ? html`<span class="chip plain">${words.t('mine.with-factor')}</span>` : null}
      <span class="faint">${words.t('mine.session-when', { address: session.address || '—', begun: words.time(session.begunAt), used: words.time(session.usedAt) })}</span></span>
      <button type="button" class="button small" data-key=${`end-${session.id}`} aria-label=${words.t('mine.end-of', { end: words.t(session.current ? 'start.sign-out' : 'mine.end'), what: agentName(session.agent), begun: words.time(session.begunAt) })}
        @click=${() => end(session)}>${words.t(session.current ? 'start.sign-out' : 'mine.end')}</button></li>`)}</ul>
    ${sessions.length > 1 ? html`<div class="form-foot"><button type="button" class="button" data-key="end-others" @click=${endOthers}>${words.t('mine.end-others')}</button></div>` : null}`;
}
