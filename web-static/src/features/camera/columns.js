import { html } from '../../ui/html.js';
import { symbol } from '../../ui/icons.js';

/** @type {Column<CameraProps>[]} */
export const cameraColumns = [
  { key: 'name', value: (camera) => camera.name },
  {
    key: 'condition', value: (camera) => camera.state,
    show: (camera, words) => html`<span class=${`condition ${camera.state}`}>
      ${symbol(camera.state === 'online' ? 'camera-on' : 'camera-off')}${words.word('camera-state', camera.state)}</span>`,
  },
  { key: 'azimuthDegrees', numeric: true, value: azimuth, show: (camera, words) => degrees(azimuth(camera), words) },
  { key: 'angleDegrees', numeric: true, value: (camera) => camera.angleDegrees, show: (camera, words) => degrees(camera.angleDegrees, words) },
  { key: 'rangeMeters', numeric: true, value: (camera) => camera.rangeMeters, show: (camera, words) => (camera.rangeMeters === null ? '—' : words.length(camera.rangeMeters)) },
  { key: 'certainty', value: (camera) => camera.directionCertainty, show: (camera, words) => words.word('certainty', camera.directionCertainty) },
  { key: 'ptz', value: (camera) => camera.ptz, show: (camera, words) => (camera.ptz ? words.t('yes') : words.t('no')) },
  { key: 'grid', value: (camera) => camera.grid },
  { key: 'code', value: (camera) => camera.id },
];

/** @param {CameraProps} camera */
function azimuth(camera) {
  return camera.directionCertainty === 'unknown' ? null : camera.azimuthDegrees;
}

/** @param {number | null} value @param {Words} words */
const degrees = (value, words) => (value === null || value === undefined ? '—' : `${words.number(Math.round(value))}°`);
