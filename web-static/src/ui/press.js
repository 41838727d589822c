/**
 * Draws at once, or when a press that is under way has ended: what is drawn anew under the pointer hears no click.
 *
 * @param {HTMLElement} place @param {() => void} draw
 * @returns {() => void}
 */
export function whenLetGo(place, draw) {
  let pressed = false;
  let waiting = false;
  place.addEventListener('pointerdown', () => (pressed = true));
  const letGo = () => {
    pressed = false;
    if (!waiting) return;
    waiting = false;
    // The click comes after this.
    setTimeout(draw);
  };
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, letGo);
  return () => {
    if (pressed) waiting = true;
    else draw();
  };
}
