/** @param {string} selector */
const there = (selector) => document.querySelector(selector) !== null;
const PART = '[data-part=whistle]';
/** @param {WhistleLevel} level */
const rung = (level) => `${PART} .rung[data-level=${level}]:not(.not-called)`;

/**
 * The story of a whistle that nobody answers: the visitor is the operator, sees it climb and writes down who comes.
 *
 * @returns {Story}
 */
export const silentStory = () => ({
  id: 'silent',
  steps: [
    { at: '.queue-row', done: () => there('[data-key=whistle-blow]') || there('.whistle-standing') },
    { at: '[data-key=whistle-blow]', done: () => there('dialog [data-key=joint-text]') || there('.whistle-standing') },
    { at: 'dialog', done: () => there(rung('estate')) },
    { at: '[data-key=whistle-raise]', done: () => there(rung('community')) },
    { at: '[data-key=whistle-raise]', done: () => there(rung('street')) },
    { at: `${PART} .rung[data-level=street]`, done: () => there(`${PART} .rung[data-level=street] :is(.reply-coming, .reply-there)`) },
    { at: `${PART} .rung[data-level=street]`, done: () => there(`${PART} .reply-there`) },
    { at: '[data-key=whistle-helped]', done: () => there(PART) && !there('.whistle-standing') },
  ],
});
