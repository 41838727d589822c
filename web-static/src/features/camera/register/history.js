import { html } from '../../../ui/html.js';
import { historyOf } from './diff.js';

/** How a camera stood since its first day, the newest first; a version can be drawn on the map. @param {CameraPage} to */
export function historyView({ store, words, does }) {
  const { history, version, view } = store.state();
  const t = words().t;
  if (!history) return html`<section class="card-part"><button type="button" class="button" data-key="history" @click=${() => does.readHistory()}>${t('cams.history')}</button></section>`;
  const all = historyOf(history.filter(({ properties }) => properties.id === view.id));
  return html`<section class="card-part"><h3>${t('cams.history')}</h3><ol class="history cams-history">${all.map(({ version: one, changes }) => {
    const { validFrom, validTo } = one.properties;
    const shown = version === validFrom;
    return html`<li><button type="button" class="link" aria-pressed=${String(shown)} data-key=${`version-${validFrom}`} @click=${() => does.showVersion(shown ? '' : validFrom)}>${words().dayTime(validFrom)} – ${validTo ? words().dayTime(validTo) : t('cams.until-now')}</button>
      ${changes === null ? html`<p>${t('cams.first-version')}</p>` : html`<ul>${changes.map((change) => html`<li>${differenceText(change, words())}</li>`)}</ul>`}</li>`;
  })}</ol></section>`;
}

/** @param {CameraDifference} difference @param {Words} words */
export function differenceText({ field, from, to, lens }, words) {
  const name = words.t(`cams.field.${field}`) + (lens && lens > 1 ? ` (${words.t('cams.lens', { n: lens })})` : '');
  if (field === 'place') return words.t('cams.moved', { meters: words.number(Number(to), 1) });
  return words.t('cams.difference', { field: name, from: valueText(field, from, words), to: valueText(field, to, words) });
}

/** @param {string} field @param {string | number | boolean | null} value @param {Words} words */
export function valueText(field, value, words) {
  if (field === 'nearMeters' && value === null) return words.t('cams.near-by-height');
  if (value === null || value === '') return '—';
  if (typeof value === 'boolean') return words.t(value ? 'cams.yes' : 'cams.no');
  if (field === 'state') return words.word('camera-state', String(value));
  if (field === 'directionCertainty') return words.word('certainty', String(value));
  if (field === 'light') return words.t(`cams.light.${value}`);
  if (field.endsWith('Degrees') || field === 'turn') return `${value}°`;
  return String(value);
}
