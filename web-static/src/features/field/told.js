import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mayUse } from './ahead.js';

const ASK_MS = 20_000;

/**
 * What the reader was told and has not answered, except whistles, which stand above everything. What is shown is noted as
 * read; the button says that it was taken note of, so that nobody else has to be told.
 *
 * @param {FieldPage} page
 */
export function followTold(page) {
  /** @type {NotificationProps[]} */
  let told = [];
  /** @type {Set<string>} */
  const read = new Set();
  const place = () => document.querySelector('[data-part=told]');
  const draw = () => {
    const at = place();
    if (at) show(at, told.length > 0 ? html`<ul class="told-list" aria-label=${page.words().t('field.told')}>${told.map((one) => row(page, one, noted))}</ul>` : null);
  };
  const send = async (/** @type {string} */ path) => (await page.calls()).send('POST', path, { body: {}, signal: new AbortController().signal });
  const ask = async () => {
    if (document.visibilityState !== 'visible' || !mayUse(page.store.state().roles)) return;
    try {
      const { features } = await (await page.calls()).get('/api/notifications/own', {}, new AbortController().signal);
      told = features.map((/** @type {GeoFeature<NotificationProps>} */ { properties }) => properties).filter((/** @type {NotificationProps} */ { occasion }) => occasion !== 'whistle-called' && occasion !== 'emergency-asked');
      draw();
      for (const one of told.filter(({ id }) => !read.has(id))) {
        read.add(one.id);
        await send(`/api/notifications/${one.id}/reading`);
      }
    } catch {
      // Without network nobody can be told that something was read.
    }
  };
  const noted = async (/** @type {NotificationProps} */ one) => {
    try {
      await send(`/api/notifications/${one.id}/acknowledgement`);
    } catch {
      // Somebody else was faster, or there is no network: what is still open stays on the list.
    }
    await ask();
  };
  setInterval(ask, ASK_MS);
  document.addEventListener('visibilitychange', ask);
  window.addEventListener('hashchange', draw);
  return ask();
}

/** Where somebody acts on it. @param {NotificationProps} one */
const target = (one) => {
  if (one.incident) return `#task/${encodeURIComponent(one.incident)}`;
  return one.occasion === 'visit-unreachable' ? '/visits/?state=unreachable' : '#';
};

/** @param {FieldPage} page @param {NotificationProps} one @param {(one: NotificationProps) => Promise<void>} noted */
const row = (page, one, noted) => html`<li class="told-row" data-told=${one.id}>${icon('bell')}<a href=${target(one)}>${one.text}</a>
  <button type="button" class="button" data-key=${`noted-${one.id}`} @click=${() => noted(one)}>${page.words().t('field.noted')}</button></li>`;
