/** @param {number} metres */
const rounded = (metres) => metres.toFixed(0);

export const label = rounded('far');
