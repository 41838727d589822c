import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mountGpx } from './phone-gpx.js';
import { APPS, isOnlyHere, soundName, wordsOf } from './phone-app-state.js';

/**
 * Apps that tell where the reader walks while the phone is locked: those that are set up, what became of the last that each
 * sent, and how another one is set up. What sets one up is shown once and kept nowhere.
 *
 * @param {HTMLElement} place @param {FieldPage} page
 * @returns {() => void}
 */
export function mountPhoneApp(place, page) {
  /** @type {PhoneAppView} */
  let view = { phones: null, added: null, app: 'traccar', name: '', datum: 'wgs84', asked: '', busy: false, problem: null };
  const ended = new AbortController();
  const gpx = document.createElement('section');
  gpx.className = 'part';
  const put = (/** @type {Partial<PhoneAppView>} */ more) => {
    view = { ...view, ...more };
    if (!ended.signal.aborted) show(place, content(page, view, { acts, gpx }));
  };
  const tried = async (/** @type {(calls: Calls) => Promise<void>} */ does) => {
    put({ busy: true, problem: null });
    try {
      await does(await page.calls());
    } catch (error) {
      if (!isAbort(error)) put({ problem: problemOf(error) });
    }
    put({ busy: false });
  };
  const read = async (/** @type {Calls} */ calls) => put({ phones: (await calls.get('/api/account/phones', {}, ended.signal)).phones });
  /** @type {PhoneAppActs} */
  const acts = {
    put,
    // Drawn anew, the button that is being pressed would be gone.
    keep: (more) => void (view = { ...view, ...more }),
    read: () => tried(read),
    add: () => tried(async (calls) => {
      const name = soundName(view.name) || page.words().t('phone.name-usual');
      put({ added: await calls.send('POST', '/api/account/phones', { body: { name, datum: view.datum }, signal: ended.signal }), name: '' });
      await read(calls);
    }),
    remove: (id) => (view.asked !== id ? put({ asked: id }) : tried(async (calls) => {
      await calls.send('DELETE', `/api/account/phones/${id}`, { signal: ended.signal });
      put({ asked: '', added: view.added?.id === id ? null : view.added });
      await read(calls);
    })),
  };
  const stop = mountGpx(gpx, page);
  put({});
  acts.read();
  return () => {
    stop();
    ended.abort();
  };
}

/** @param {FieldPage} page @param {PhoneAppView} view @param {{ acts: PhoneAppActs, gpx: HTMLElement }} with_ */
function content(page, view, { acts, gpx }) {
  const { t } = page.words();
  const { phones, added, problem, busy } = view;
  return html`<a class="tap back" href="#outbox" data-key="back">${icon('right', 'turned')}<span>${t('field.outbox')}</span></a>
    <h2 class="task-title">${t('phone.title')}</h2><p class="phone-why">${t('phone.why')}</p>
    ${problem ? html`<p class="note bad" role="alert">${icon('warning')}<span>${problem.detail || problem.title || t('hand.problem')} ${problem.mend ?? ''}</span></p>` : null}
    ${added ? setUp(page, view, added, acts) : form(page, view, acts)}
    <section class="part" data-part="phones"><h2>${t('phone.own')}</h2>
      ${phones === null ? html`<p class="quiet" role="status">${t(busy ? 'hand.loading' : 'phone.unread')}</p>` : phones.length === 0 ? html`<p class="faint">${t('phone.none')}</p>` : null}
      <ul class="box">${(phones ?? []).map((one) => phone(page, one, view, acts))}</ul>
      ${phones && phones.length > 0 ? html`<button type="button" class="button wide" data-key="phones-again" ?disabled=${busy} @click=${acts.read}>${t('phone.again')}</button>` : null}</section>
    ${gpx}
    <section class="part"><h2>${t('phone.privacy')}</h2><p>${t('phone.privacy-1')}</p><p>${t('phone.privacy-2')}</p></section>`;
}

/** @param {FieldPage} page @param {PhoneAppView} view @param {PhoneAppActs} acts */
function form(page, { name, datum, busy }, acts) {
  const { t } = page.words();
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    acts.add();
  };
  return html`<form class="part phone-form" @submit=${submit}>
    <label><span>${t('phone.name')}</span><input class="field" data-key="phone-name" maxlength="80" autocomplete="off" placeholder=${t('phone.name-usual')} .value=${name} @input=${(/** @type {Event} */ event) => acts.keep({ name: valueOf(event) })}></label>
    <label><span>${t('phone.datum')}</span><select class="field" data-key="phone-datum" @change=${(/** @type {Event} */ event) => acts.keep({ datum: valueOf(event) })}>
      ${['wgs84', 'gcj02'].map((one) => html`<option value=${one} ?selected=${datum === one}>${t(`phone.${one}`)}</option>`)}</select></label>
    <p class="faint">${t('phone.datum-why')}</p>
    <button type="submit" class="button primary wide" data-key="phone-add" ?disabled=${busy}>${icon('plus')}<span>${t('phone.add')}</span></button></form>`;
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;

/** @param {FieldPage} page @param {PhoneAppView} view @param {AddedPhone} added @param {PhoneAppActs} acts */
function setUp(page, { app }, added, acts) {
  const { t } = page.words();
  const { url, link, qr } = added.apps[app];
  return html`<section class="part phone-setup" data-part="setup"><h2>${t('phone.setup', { name: added.name })}</h2>
    <p class="note">${icon('lock')}<span>${t('phone.once')}</span></p>
    ${isOnlyHere(url) ? html`<p class="note bad" data-key="only-here">${icon('warning')}<span>${t('phone.only-here')}</span></p>` : url.startsWith('http:') ? html`<p class="note bad">${icon('warning')}<span>${t('phone.open-air')}</span></p>` : null}
    <div class="pair" role="group" aria-label=${t('phone.which')}>${APPS.map((one) => html`<button type="button" class=${`button${one === app ? ' primary' : ''}`} aria-pressed=${one === app ? 'true' : 'false'} data-key=${`app-${one}`} @click=${() => acts.put({ app: one })}>${t(`phone.${one}`)}</button>`)}</div>
    <ol class="phone-steps"><li>${t(`phone.${app}-1`)}</li><li>${t('phone.step-2')}</li><li>${t(`phone.${app}-3`)}</li></ol>
    <img class="phone-qr" src=${qr} alt=${t('phone.qr', { app: t(`phone.${app}`) })} width="340" height="340">
    <a class="button primary wide" href=${link} data-key="open-app">${icon('phone')}<span>${t('phone.open', { app: t(`phone.${app}`) })}</span></a>
    <p class="faint">${t('phone.by-hand')}</p>
    <dl class="facts">${[['phone.server', url], [app === 'traccar' ? 'phone.device-id' : 'phone.password', added.secret], ...(app === 'traccar' ? [] : [['phone.user', added.id]])]
      .map(([label, value]) => html`<div><dt>${t(label)}</dt><dd class="code-text">${value}</dd></div>`)}</dl>
    <button type="button" class="button wide" data-key="setup-done" @click=${() => acts.put({ added: null })}>${icon('check')}<span>${t('phone.done')}</span></button></section>`;
}

/** @param {FieldPage} page @param {OwnPhone} one @param {PhoneAppView} view @param {PhoneAppActs} acts */
function phone(page, one, { asked, busy }, acts) {
  const words = page.words();
  const { t, time } = words;
  const heard = one.heard;
  const said = wordsOf(heard);
  return html`<li class=${`box-item${said.refused.length > 0 ? ' refused' : ''}`} data-key=${`phone-${one.id}`}><p class="box-head">${icon('phone')}<b>${one.name}</b></p>
    <p class="faint">${one.id} · ${t(`phone.${one.datum}`)}</p>
    <p>${heard ? t('phone.heard', { time: time(heard.at) }) : one.lastSeenAt ? t('phone.seen', { time: time(one.lastSeenAt) }) : t('phone.unheard')}</p>
    ${said.refused.map((code) => html`<p class="refusal">${t(`phone.refused.${code}`)}</p>`)}${said.flagged.map((code) => html`<p class="faint">${t(`phone.flagged.${code}`)}</p>`)}
    <button type="button" class="button wide" data-key=${`remove-${one.id}`} ?disabled=${busy} @click=${() => acts.remove(one.id)}>${icon('bin')}<span>${t(asked === one.id ? 'phone.remove-sure' : 'phone.remove')}</span></button></li>`;
}
