import { problemNote } from '../../app/hand.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { mountCategory } from './choose-category.js';
import { LONGEST_TEXT, drafted, missing } from './state.js';
import { mountWhere } from './where.js';

/**
 * The form of a report, each part drawn by itself, so that what is being typed is never drawn anew.
 *
 * @param {HTMLElement} place @param {ReportPage} page
 * @param {{ send: () => void, lead: string, contact: boolean, clear: () => void, after?: Promise<unknown>, extra?: (place: HTMLElement) => () => void }} options contact: whether the reporter may
 *   leave a name; after: what comes before the parts that can wait; extra: a part of the page's own
 * @returns {() => void} takes it away
 */
export function mountForm(place, page, { send, lead, contact, clear, after, extra }) {
  show(place, html`<form class="report-form" novalidate @submit=${(/** @type {Event} */ event) => { event.preventDefault(); send(); }}>
    <p class="lead">${lead}</p>
    <section class="part" aria-labelledby="what" data-part="what"></section>
    <section class="part" aria-labelledby="where" data-part="where"></section>
    <div data-part="similar"></div>
    <section class="part" data-part="photos"></section>
    ${extra ? html`<section class="part" data-part="extra"></section>` : null}
    <section class="part" data-part="text"></section>
    ${contact ? html`<section class="part" data-part="contact"></section>` : null}
    <div class="send-bar" data-part="send"></div></form>`);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (place.querySelector(`[data-part=${name}]`));
  show(part('text'), textPart(page));
  if (contact) show(part('contact'), contactPart(page));
  let sure = false;
  const ask = () => {
    if (sure) return clear();
    sure = true;
    drawSend();
  };
  const drawSend = () => show(part('send'), sendPart(page, ask, sure));
  drawSend();
  const stops = [
    ...mountCategory(part('what'), page),
    ...mountWhere(part('where'), page),
    page.store.watch(({ draft, busy, told, problem, takesPhotos }) => JSON.stringify([missing(draft), busy, told, problem, takesPhotos]), drawSend),
  ];
  if (extra) stops.push(extra(part('extra')));
  let over = false;
  Promise.resolve(after).then(() => laterParts(page, part)).then((more) => (over ? more.forEach((stop) => stop()) : stops.push(...more)), () => {});
  return () => {
    over = true;
    stops.forEach((stop) => stop());
  };
}

/** What the page can be used without at first: photos, and what was reported here before. @param {ReportPage} page @param {(name: string) => HTMLElement} part */
async function laterParts(page, part) {
  const { store } = page;
  const [{ mountPhotos }, { mountSimilar }] = await Promise.all([import('./photos.js'), import('./similar.js'), page.learn()]);
  const words = page.words();
  const photos = mountPhotos(part('photos'), {
    words: page.words, title: words.t('report.photos'), name: 'photo',
    photos: () => store.state().draft.photos,
    put: (now) => store.dispatch(drafted({ photos: now })),
  });
  const away = () => (part('photos').hidden = !store.state().takesPhotos);
  away();
  return [...mountSimilar(part('similar'), page), photos.stop, store.watch(({ draft }) => draft.photos, photos.draw), store.watch(({ takesPhotos }) => takesPhotos, away)];
}

/** @param {ReportPage} page */
function textPart({ words, store }) {
  const { t } = words();
  return html`<h2 id="more">${t('report.text')}</h2>
    <textarea class="field" rows="4" maxlength=${LONGEST_TEXT} aria-labelledby="more" data-key="description" placeholder=${t('report.text-hint')} .value=${store.state().draft.description}
      @input=${(/** @type {Event} */ event) => store.dispatch(drafted({ description: /** @type {HTMLTextAreaElement} */ (event.target).value }))}></textarea>`;
}

/** @param {ReportPage} page */
function contactPart({ words, store }) {
  const { t } = words();
  const { draft } = store.state();
  /** @param {'name' | 'phone'} name @param {Record<string, string | number>} how */
  const field = (name, how) => html`<label class="labelled"><span>${t(`report.${name}`)}</span>
    <input class="field" type=${how.type} autocomplete=${how.autocomplete} maxlength=${how.most} data-key=${name} .value=${draft[name]}
      @input=${(/** @type {Event} */ event) => store.dispatch(drafted({ [name]: /** @type {HTMLInputElement} */ (event.target).value }))}></label>`;
  return html`<details class="contact" ?open=${Boolean(draft.name || draft.phone)}><summary class="tap wide" data-key="contact">${icon('person')}<span>${t('report.contact')}</span>${icon('down', 'summary-mark')}</summary>
    ${field('name', { type: 'text', autocomplete: 'name', most: 60 })}${field('phone', { type: 'tel', autocomplete: 'tel', most: 30 })}
    <p class="faint">${t('report.contact-why')}</p></details>`;
}

/** @param {ReportPage} page @param {() => void} clear @param {boolean} sure whether the next press clears */
function sendPart({ words, store }, clear, sure) {
  const { t } = words();
  const { draft, busy, told, problem, takesPhotos } = store.state();
  const lacks = told ? missing(draft) : [];
  return html`${takesPhotos ? null : html`<p class="note" role="status">${icon('info')}<span>${t('report.no-photos')}</span></p>`}
    ${lacks.length > 0 ? html`<p class="note bad" role="alert">${icon('warning')}<span>${t('report.lacks', { what: lacks.map((name) => t(`report.lacks-${name}`)).join(t('hand.and')) })}</span></p>` : null}
    ${problem && lacks.length === 0 ? problemNote(problem, words()) : null}
    <button type="submit" class="button primary wide" data-key="send" ?disabled=${busy === 'sending'}>${busy === 'sending' ? html`<span class="dots" aria-hidden="true"></span>` : icon('send')}<span>${t(busy === 'sending' ? 'report.sending' : 'report.send')}</span></button>
    <button type="button" class="tap wide quiet-tap" data-key="clear" @click=${clear}>${t(sure ? 'report.clear-sure' : 'report.clear')}</button>`;
}
