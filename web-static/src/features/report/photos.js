import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';
import { MOST_PHOTOS, withPhotos } from './state.js';

/**
 * Photos that go along: taken or chosen, made smaller at once, shown, and taken away again.
 *
 * @param {HTMLElement} place
 * @param {{ words: () => Words, photos: () => ReportPhoto[], put: (photos: ReportPhoto[]) => void, title: string, name: string }} page
 *   name: tells these photos from others of the page
 * @returns {{ draw: () => void, stop: () => void }}
 */
export function mountPhotos(place, { words, photos, put, title, name }) {
  /** @type {Map<string, string>} */
  const urls = new Map();
  let busy = false;
  let bad = 0;
  const forget = (/** @type {ReportPhoto[]} */ kept) => {
    for (const [id, url] of urls) {
      if (!kept.some((photo) => photo.id === id)) {
        URL.revokeObjectURL(url);
        urls.delete(id);
      }
    }
  };
  const urlOf = (/** @type {ReportPhoto} */ { id, blob }) => {
    const url = urls.get(id) ?? URL.createObjectURL(blob);
    urls.set(id, url);
    return url;
  };
  const take = async (/** @type {HTMLInputElement} */ input) => {
    const files = [...(input.files ?? [])].slice(0, MOST_PHOTOS - photos().length);
    input.value = '';
    busy = true;
    bad = 0;
    draw();
    const { shrink } = await import('./shrink.js');
    // One after the other: several large pictures at a time are more than a small phone holds.
    for (const file of files) {
      const photo = await shrink(file);
      if (photo) put(withPhotos(photos(), [photo]));
      else bad += 1;
    }
    busy = false;
    draw();
  };
  const remove = (/** @type {string} */ id) => {
    put(photos().filter((photo) => photo.id !== id));
    /** @type {HTMLElement | null} */ (place.querySelector(`[data-key=${name}-add]`))?.focus();
  };
  const draw = () => {
    forget(photos());
    show(place, content(words(), { photos: photos(), busy, bad, title, name, urlOf, take, remove }));
  };
  draw();
  return { draw, stop: () => forget([]) };
}

/**
 * @param {Words} words
 * @param {{ photos: ReportPhoto[], busy: boolean, bad: number, title: string, name: string, urlOf: (photo: ReportPhoto) => string, take: (input: HTMLInputElement) => void, remove: (id: string) => void }} at
 */
function content(words, { photos, busy, bad, title, name, urlOf, take, remove }) {
  const left = MOST_PHOTOS - photos.length;
  return html`<h2>${title}<span class="faint">${words.t('report.photos-count', { n: photos.length, most: MOST_PHOTOS })}</span></h2>
    <ul class="thumbs">${photos.map((photo, i) => html`<li><img src=${urlOf(photo)} alt=${words.t('report.photo', { n: i + 1 })}>
        <button type="button" class="thumb-remove" data-key=${`${name}-remove-${i}`} aria-label=${words.t('report.photo-remove', { n: i + 1 })} @click=${() => remove(photo.id)}>${icon('close')}</button></li>`)}
      ${left > 0 ? html`<li><label class="thumb-add"><input type="file" accept="image/*" multiple class="hidden" data-key=${`${name}-add`} ?disabled=${busy}
        @change=${(/** @type {Event} */ event) => take(/** @type {HTMLInputElement} */ (event.target))}>${busy ? html`<span class="dots" aria-hidden="true"></span>` : icon('photo')}<span>${words.t(busy ? 'report.photo-busy' : 'report.photo-add')}</span></label></li>` : null}</ul>
    ${bad > 0 ? html`<p class="note bad" role="alert">${icon('warning')}<span>${words.t('report.photo-bad', { n: bad })}</span></p>` : null}`;
}
