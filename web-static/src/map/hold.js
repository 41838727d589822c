/** As long as a finger must rest, and how far it may tremble meanwhile. */
const HOLD_MS = 550;
const TREMBLE_PIXELS = 10;

/**
 * Tells of a long press with a finger or pen, and of a click with the other mouse button, which are the same wish.
 *
 * @param {HTMLElement} element @param {(at: { x: number, y: number }) => void} held in pixels of the element
 */
export function listenToHolds(element, held) {
  let timer = 0;
  let from = { x: 0, y: 0 };
  const placeOf = (/** @type {MouseEvent} */ event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const end = () => clearTimeout(timer);
  // The lifting of the finger after a long press is no click. Not every browser makes one of it, so it is waited for only
  // until the next press.
  const swallow = (/** @type {Event} */ event) => event.stopPropagation();
  const press = () => {
    element.addEventListener('click', swallow, { once: true });
    held(from);
  };
  element.addEventListener('pointerdown', (event) => {
    end();
    element.removeEventListener('click', swallow);
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    from = placeOf(event);
    timer = setTimeout(press, HOLD_MS);
  });
  element.addEventListener('pointermove', (event) => {
    const now = placeOf(event);
    if (Math.hypot(now.x - from.x, now.y - from.y) > TREMBLE_PIXELS) end();
  });
  for (const kind of ['pointerup', 'pointercancel']) element.addEventListener(kind, end);
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    // Where a long press comes as this, too, the timer was first or is not needed any more.
    if (/** @type {PointerEvent} */ (event).pointerType === 'mouse') held(placeOf(event));
  });
}
