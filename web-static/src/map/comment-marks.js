import * as maplibre from 'maplibre-gl';

/** A comment about a grid stands above the grid's label, and several side by side. */
const ABOVE_LABEL = -28;
const WIDTH = 26;

/**
 * Comments on the map as numbered buttons: of a pointer, a finger and the keys alike. One stays the same element for as
 * long as it is there, so that the focus is not lost with every word that is said.
 *
 * @param {maplibre.Map} map @param {(id: number) => void} chosen
 */
export function createCommentMarks(map, chosen) {
  /** @type {Map<string, maplibre.Marker>} */
  const marks = new Map();
  return {
    /** @param {object[]} features of points, each with what `markOf` says of it */
    show(features) {
      const wanted = new Map(features.map((one) => [keyOf(/** @type {CommentMark} */ (one)), /** @type {CommentMark} */ (one)]));
      for (const [key, mark] of marks) {
        if (wanted.has(key)) continue;
        mark.remove();
        marks.delete(key);
      }
      for (const [key, { geometry, properties }] of wanted) {
        const mark = marks.get(key) ?? made(properties, chosen);
        describe(mark.getElement(), properties);
        mark.setOffset([properties.nth * WIDTH, properties.ofGrid ? ABOVE_LABEL : 0]);
        mark.setLngLat(geometry.coordinates);
        if (!marks.has(key)) marks.set(key, mark.addTo(map));
      }
    },
  };
}

/** @param {CommentMark} mark */
const keyOf = ({ properties: { id, ofGrid } }) => `${id ?? '+'} ${ofGrid}`;

/** @param {CommentMark['properties']} of @param {(id: number) => void} chosen */
function made({ id }, chosen) {
  const element = document.createElement(id === null ? 'span' : 'button');
  if (id !== null) {
    /** @type {HTMLButtonElement} */ (element).type = 'button';
    element.dataset.key = `mark-${id}`;
    element.addEventListener('click', (event) => {
      // It is not the grid below that was meant.
      event.stopPropagation();
      chosen(id);
    });
    for (const kind of ['dblclick', 'keydown']) element.addEventListener(kind, (event) => event.stopPropagation());
  }
  return new maplibre.Marker({ element, className: 'comment-mark' });
}

/** @param {HTMLElement} element @param {CommentMark['properties']} of */
function describe(element, { id, text, label, chosen, settled }) {
  element.textContent = text;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.classList.toggle('chosen', chosen);
  element.classList.toggle('settled', settled);
  if (id !== null) element.setAttribute('aria-pressed', String(chosen));
}
