import { SHAPES } from '../map/symbols.js';
import { svg } from './html.js';

export { icon } from './lines.js';

/** A mark as it is on the map. @param {string} name */
export function symbol(name) {
  return svg`<svg class=${`symbol ${name}`} viewBox="0 0 24 24" aria-hidden="true"><path d=${SHAPES[/** @type {keyof typeof SHAPES} */ (name)]} /></svg>`;
}
