import { html, svg } from '../../ui/html.js';
import { clockOf, spanOf } from './state.js';

/** State is told by shape, colour and words together. @type {Record<ReturnType<typeof clockOf>['kind'], string>} */
const SHAPES = {
  overdue: 'M12 3.5L21.5 20h-19z', soon: 'M12 3l9 9-9 9-9-9z', left: 'M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14z',
  paused: 'M7 5h4v14H7zM13 5h4v14h-4z', none: 'M6 11h12v2H6z',
};

/** How a task stands with its clock. @param {FieldTask} task @param {Words} words @param {number} nowMs */
export function clockMark(task, words, nowMs) {
  const { kind, ms } = clockOf(task, nowMs);
  const [key, values] = spanOf(ms);
  const span = words.t(key, values);
  return html`<span class=${`clock-mark ${kind}`}>${svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${SHAPES[kind]} /></svg>`}${words.t(`field.clock-${kind}`, { span })}</span>`;
}

/** What a task is about. @param {Words} words @param {FieldTask} task */
export const taskName = (words, { category, names }) => (words.lang === 'zh' ? names.categoryZh : names.categoryEn) ?? category;

/** Where it is. @param {Words} words @param {FieldTask} task */
export const gridName = (words, { grid, names }) => (grid === null ? words.t('field.no-grid') : (names.grid ?? grid));
