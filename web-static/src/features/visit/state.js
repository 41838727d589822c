/** What the page of visits shows. Nothing here touches the document or the server. */

/** Roles that know which doors are due. */
export const READERS = ['operator', 'worker', 'supervisor', 'administrator'];
/** Roles that say which doors are gone to how often. */
export const KEEPERS = ['operator', 'supervisor', 'administrator'];
/** Kinds of households that must be seen. */
export const MUST_SEE = /** @type {const} */ (['kind-1', 'kind-2', 'kind-3', 'kind-4']);
/** The parts of the page. */
export const PARTS = /** @type {const} */ (['coverage', 'due', 'rules']);
/** Which doors that are due can be looked at. */
export const STATES = /** @type {const} */ (['', 'overdue', 'unreachable']);

const MONTHS = 12;

/** What the address shows. @param {string} search @returns {VisitView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const month = asked.get('month') ?? '';
  return {
    part: PARTS.find((one) => one === asked.get('part')) ?? 'coverage',
    rule: matching(asked.get('rule'), /^[0-9]{1,9}$/), grid: matching(asked.get('grid'), /^[0-9]{1,18}$/), unit: matching(asked.get('unit'), /^[A-Za-z0-9._:-]{1,60}$/),
    state: STATES.find((one) => one === asked.get('state')) ?? '', month: matching(month, /^20[0-9]{2}-(0[1-9]|1[0-2])$/),
  };
}

/** @param {string | null} text @param {RegExp} form */
const matching = (text, form) => (text && form.test(text) ? text : '');

/** The address of a view. What else stood in it (language, theme) stays. @param {VisitView} view @param {string} search */
export function addressOf(view, search) {
  const all = new URLSearchParams(search);
  for (const [name, value] of Object.entries(view)) {
    if (value === '' || (name === 'part' && value === 'coverage')) all.delete(name);
    else all.set(name, value);
  }
  const text = all.toString();
  return text ? `?${text}` : location.pathname;
}

/** Share of those due who were seen, in whole per cent; 100 only when all were. @param {VisitCounts} counts */
export const percentOf = ({ due, seen }) => (due === 0 ? 0 : Math.floor((seen * 100) / due));

/** The last twelve months up to the one of a day, the newest first. @param {string} day such as 2026-11-22 */
export function monthsUpTo(day) {
  const [year, month] = day.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** A rule as it is sent. @param {VisitPlan} rule */
export const ruleBody = ({ title, purpose, target, kinds, areas, every, unit, facts }) => ({
  title, purpose, target, kinds: target === 'marked' ? kinds : [], areas, every, unit,
  facts: facts.map(({ text, kind, choices }) => ({ text, kind, choices: kind === 'choice' ? choices : [] })),
});

/** Choices as they are typed, between commas of either width. @param {string} text */
export const choicesOf = (text) => [...new Set(text.split(/[,，、]/).map((one) => one.trim()).filter(Boolean))];

/** What was found out at a visit, line by line. @param {Pick<KeptVisit, 'facts' | 'answers'>} visit */
export const answersOf = ({ facts, answers }) => facts.flatMap(({ text, kind }, i) => (answers[i + 1] ? [{ text, kind, answer: answers[i + 1] }] : []));
