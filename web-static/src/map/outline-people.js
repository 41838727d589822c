import { svg } from '../ui/html.js';
import { toPlane } from './plane.js';
import { SHAPES } from './symbols.js';

/**
 * Puts people where they are. Who was there before is moved, not drawn anew, so that a click under way is heard.
 *
 * @param {SVGGElement} place @param {State} state @param {Position} origin @param {number} perPixel
 */
export function showPeople(place, state, origin, perPixel) {
  const people = state.layers.people ? [...state.people.values()] : [];
  const drawn = new Map([...place.children].map((mark) => [mark.getAttribute('data-id'), mark]));
  for (const person of people) {
    const mark = drawn.get(person.staffCode) ?? place.appendChild(/** @type {Element} */ (newMark(person.staffCode).firstElementChild));
    drawn.delete(person.staffCode);
    const [x, y] = toPlane(person.lng, person.latitude);
    const picked = state.picked?.kind === 'people' && state.picked.id === person.staffCode;
    mark.setAttribute('class', `mark person-${person.state}${picked ? ' picked' : ''}`);
    mark.setAttribute('data-at', `${x - origin[0]} ${y - origin[1]}`);
    mark.setAttribute('transform', transformOf(mark, perPixel));
  }
  for (const gone of drawn.values()) gone.remove();
}

/** @param {string} staffCode */
const newMark = (staffCode) => svg`<g class="mark" data-at="" data-thing="people" data-id=${staffCode}>
  <circle class="ring" cx="12" cy="12" r="16" /><path d=${SHAPES['person-walking']} /></g>`;

/** Keeps a mark at its size in pixels. @param {Element} mark @param {number} perPixel */
export const transformOf = (mark, perPixel) => `translate(${mark.getAttribute('data-at')}) scale(${perPixel * 0.85}) translate(-12 -12)`;
