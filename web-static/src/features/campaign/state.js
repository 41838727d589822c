import { shadeOf } from '../../ui/outlines.js';

/** What the page of campaigns shows. Nothing here touches the document or the server. */

/** Roles that read what is behind the doors. */
export const READERS = ['operator', 'worker', 'supervisor', 'administrator'];
/** Roles that begin campaigns. */
export const ORGANISERS = ['operator', 'supervisor', 'administrator'];
/** Roles that go from door to door. */
export const WORKERS = ['worker', 'operator', 'administrator'];

/** Which doors can be looked at. */
export const STATES = /** @type {const} */ (['', 'open', 'answered', 'hazardous']);

/** What the address shows. @param {string} search @returns {CampaignView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const part = asked.get('part');
  return { campaign: digits(asked.get('campaign')), grid: digits(asked.get('grid')), hazard: digits(asked.get('hazard')), state: STATES.find((one) => one === asked.get('state')) ?? '', part: part === 'doors' || part === 'hazards' ? part : 'progress' };
}

/** @param {string | null} text */
const digits = (text) => (text && /^[0-9]{1,18}$/.test(text) ? text : '');

/** The address of a view. What else stood in it (language, theme) stays. @param {CampaignView} view @param {string} search */
export function addressOf(view, search) {
  const all = new URLSearchParams(search);
  for (const [name, value] of Object.entries(view)) {
    if (value === '' || (name === 'part' && value === 'progress')) all.delete(name);
    else all.set(name, value);
  }
  const text = all.toString();
  return text ? `?${text}` : location.pathname;
}

/** Share of the doors that are answered, in whole per cent; 100 only when all are. @param {CampaignCounts} counts */
export const percentOf = ({ all, answered }) => (all === 0 ? 0 : Math.floor((answered * 100) / all));

/** In which of six shades a share is drawn: none, four quarters, all. @param {CampaignCounts} counts */
export const bandOf = ({ all, answered }) => shadeOf(answered, all);

/** Where a door is: what was declared says so itself. @param {Pick<DoorInBuilding, 'building' | 'declared'>} door */
export const placeOf = ({ building, declared }) => declared?.address || building;

/** Doors by their building, in their order. @template {DoorInBuilding} D @param {readonly D[]} doors @returns {{ building: string, doors: D[] }[]} */
export function byBuilding(doors) {
  /** @type {Map<string, { building: string, doors: D[] }>} */
  const found = new Map();
  for (const door of doors) {
    // Several small houses may share a unit, and a large one may have several.
    const building = placeOf(door);
    const key = `${door.grid} ${building}`;
    if (!found.has(key)) found.set(key, { building, doors: [] });
    found.get(key)?.doors.push(door);
  }
  return [...found.values()];
}

/** What is missing in the answers to a checklist: places of questions, from 1. @param {readonly CampaignQuestion[]} questions @param {Record<string, string>} answers */
export const missing = (questions, answers) => questions.flatMap(({ kind }, i) => (kind === 'yes-no' && !answers[i + 1] ? [i + 1] : []));
