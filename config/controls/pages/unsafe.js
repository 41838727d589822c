/** @param {HTMLElement} place @param {string} name */
export const show = (place, name) => {
  place.innerHTML = name;
};
