import { svg } from '../../ui/html.js';

/** A mark for each result: told apart by shape, not by colour alone. @type {Record<RoundResult, string>} */
const PATHS = {
  done: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM4.5 8l2.4 2.5 4.6-5',
  partly: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 1v14M8 4l5 2M8 8h6.5M8 12l5-2',
  missed: 'M2 2h12v12H2zM5 5l6 6M11 5l-6 6',
  unknown: 'M8 1l7 7-7 7-7-7zM6.3 6.4a1.8 1.8 0 1 1 2.4 1.8c-.5.2-.7.5-.7 1.1M8 11.2v.4',
  running: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 4v4l3 2',
  due: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
};

/** @param {RoundResult} result */
export const markOf = (result) => svg`<svg class=${`round-mark is-${result}`} viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[result]} /></svg>`;
