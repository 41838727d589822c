import { html, show } from '../../../ui/html.js';
import { icon, symbol } from '../../../ui/icons.js';
import { groupedId } from './camera-id.js';
import { mountForm } from './form.js';
import { historyView, valueText } from './history.js';

/**
 * The card of the chosen camera: what is known of it, or its form while it is edited.
 *
 * @param {HTMLElement} place @param {CameraPage} to @param {{ openEnd: (camera: CameraRow) => void }} opens
 */
export function mountCard(place, to, { openEnd }) {
  const { store } = to;
  /** @type {ReturnType<typeof mountForm> | null} */
  let form = null;
  let formFor = '';
  return function draw() {
    const { session, view, rows, placing } = store.state();
    const row = rows?.find(({ id }) => id === view.id);
    place.hidden = !session && !row && !placing;
    if (session) {
      // The form stays as long as it is about the same camera and lenses: whoever types in it is not disturbed.
      const wanted = `${session.stored?.id ?? 'new'} ${session.lens}/${session.draft.lenses.length} ${to.words().lang} ${session.draft.turn !== null}`;
      if (!form || wanted !== formFor) form = mountForm(place, to);
      formFor = wanted;
      return form.sync();
    }
    form = null;
    if (placing) return show(place, placingView(to));
    show(place, row ? factsView(to, row, openEnd) : null);
  };
}

/** @param {CameraPage} to */
const placingView = ({ words, does }) => html`<div class="cams-card"><h2>${words().t('cams.new')}</h2><p>${words().t('cams.place-hint')}</p>
  <form class="desk-form" @submit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    const [lon, lat] = ['lon', 'lat'].map((name) => Number(new FormData(/** @type {HTMLFormElement} */ (event.target)).get(name)));
    does.placeAt([lon, lat]);
  }}><div class="two">${['lon', 'lat'].map((name) => html`<label class="form-field"><span>${words().t(`cams.field.${name}`)}</span><input class="field" name=${name} inputmode="decimal" required type="number" step="any" data-key=${`place-${name}`}></label>`)}</div>
    <div class="form-foot"><button class="button primary" data-key="place-go">${words().t('cams.place-go')}</button><button type="button" class="button" data-key="place-stop" @click=${() => does.stopPlacing()}>${words().t('dialog.no')}</button></div></form></div>`;

/** @param {CameraPage} to @param {CameraRow} row @param {(camera: CameraRow) => void} openEnd */
function factsView(to, row, openEnd) {
  const { words, does, store } = to;
  const t = words().t;
  const { properties: camera } = row;
  return html`<div class="cams-card"><button type="button" class="icon-button card-close" aria-label=${t('dialog.close')} data-key="card-close" @click=${() => does.choose('', true)}>${icon('close')}</button>
    <h2 class="card-name">${camera.name}</h2>
    <p class="card-line"><span class="code-text">${groupedId(camera.id)}</span><span class=${`condition cams-state-${camera.state}`}>${symbol(camera.state === 'online' ? 'camera-on' : 'camera-off')}${words().word('camera-state', camera.state)}</span>
      ${camera.generated ? html`<span class="chip generated-chip">${t('cams.generated')}</span>` : null}</p>
    ${camera.findings.map((one) => html`<p class="cams-finding">${icon('warning')}<span>${t(`cams.finding.${one}`)}</span></p>`)}
    ${to.mayKeep() ? html`<div class="card-actions"><button type="button" class="button primary" data-key="edit" @click=${() => does.edit()}>${t('cams.edit')}</button>
      <button type="button" class="button danger" data-key="end" @click=${() => openEnd(row)}>${t('cams.take-down')}</button></div>` : store.state().view.day ? html`<p class="faint">${t('cams.read-only-then')}</p>` : null}
    ${factList(to, camera)}<p class="faint cams-rev">${t('cams.revision', { n: camera.revision, since: words().dayTime(camera.validFrom) })}</p>
    ${historyView(to)}</div>`;
}

/** @param {CameraPage} to @param {RegisteredCamera} camera */
function factList({ words, store }, camera) {
  const { coverage } = store.state();
  const t = words().t;
  const fact = (/** @type {string} */ field, /** @type {string | number | boolean | null} */ value) => html`<div><dt>${t(`cams.field.${field}`)}</dt><dd data-fact=${field}>${valueText(field, value, words())}</dd></div>`;
  const unknown = camera.directionCertainty === 'unknown';
  return html`<dl class="facts card-part">${camera.lenses.map((lens, i) => html`<div><dt>${camera.lenses.length > 1 ? t('cams.lens', { n: i + 1 }) : t('cams.sector')}</dt>
      <dd data-fact=${`lens-${i}`}>${unknown ? words().word('certainty', 'unknown') : t('cams.pose', { azimuth: lens.azimuthDegrees, angle: lens.angleDegrees, range: lens.rangeMeters })}</dd></div>`)}
    ${fact('directionCertainty', camera.directionCertainty)}
    ${coverage && coverage.id === camera.id ? html`<div><dt>${t('cams.seen')}</dt><dd data-fact="seen">${t('cams.seen-of', { seen: words().number(coverage.properties.seenSquareMeters), all: words().number(coverage.properties.sectorSquareMeters) })}</dd></div>` : null}
    ${fact('mountHeightMeters', camera.mountHeightMeters)}${fact('indoor', camera.indoor)}${camera.turn ? fact('turn', camera.turn.angleDegrees) : null}
    ${fact('grid', camera.grid)}${fact('owner', camera.owner)}${camera.contact ? fact('contact', camera.contact) : null}${fact('light', camera.light)}${fact('keptDays', camera.keptDays)}</dl>`;
}
