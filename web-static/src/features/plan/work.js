import { toolOf } from './tools.js';

/** An operation while it is put together: pure functions from what there is and what happens to what there is then. */

/** What has a grid for it takes the chosen one. @param {string} tool @param {string | null} selected @param {PlanWork['how']} how @returns {PlanWork} */
export function beginWork(tool, selected, how = 'map') {
  const first = toolOf(tool).slots[0];
  /** @type {PlanWork} */
  const work = { tool, how, at: 0, values: {} };
  if (!selected) return work;
  if (first.kind === 'faces') return { ...work, values: { [first.name]: [selected] } };
  return first.kind === 'face' ? filled(work, selected) : work;
}

/** @param {PlanWork} work @param {WorkInput} input @returns {PlanWork} the same where the input is not what is asked for */
export function stepWork(work, input) {
  const slot = slotOf(work);
  switch (input.did) {
    case 'face':
      return slot ? withFace(work, slot, input.face) : work;
    case 'place':
      return slot?.kind === 'point' ? filled(work, input.place) : work;
    case 'line':
      return slot?.kind === 'line' || slot?.kind === 'ring' ? filled(work, input.line) : work;
    case 'building':
      return slot?.kind === 'building' ? filled(work, input.building) : work;
    case 'draft':
      return slot ? { ...work, values: { ...work.values, [slot.name]: input.value } } : work;
    case 'take':
      return slot && isFilled(slot, work.values[slot.name]) ? { ...work, at: nextAt(work) } : work;
    case 'text':
      return { ...work, values: { ...work.values, [input.slot]: input.text } };
    case 'back':
      return backTo(work, input.slot);
    case 'how':
      return { ...work, how: input.how };
  }
}

/** The slot that is asked for; null when all were asked for. @param {PlanWork} work @returns {PlanSlot | null} */
export const slotOf = (work) => toolOf(work.tool).slots[work.at] ?? null;

/** After a refusal the last of what was shown on the map is asked for again; it stays, to be mended. @param {PlanWork} work @returns {PlanWork} */
export function asksAgain(work) {
  const { slots } = toolOf(work.tool);
  const at = slots.reduce((last, slot, i) => (isTyped(slot) ? last : i), 0);
  return { ...work, at: Math.min(work.at, at) };
}

/** Whether the server can be asked. @param {PlanWork} work */
export const isReady = (work) => toolOf(work.tool).slots.every((slot, i) => slot.optional || (isFilled(slot, work.values[slot.name]) && (isTyped(slot) || slot.kind === 'faces' || i < work.at)));

/** Whether it is filled in beside the map, at any time. @param {PlanSlot} slot */
export const isTyped = ({ kind }) => kind === 'text' || kind === 'choice' || kind === 'community';

/** What the server is asked. @param {PlanWork} work @param {string} reason why a building is cut; may be empty */
export function bodyOf(work, reason) {
  const { slots } = toolOf(work.tool);
  const members = slots.filter((slot) => isFilled(slot, work.values[slot.name])).map((slot) => [slot.name, valueOf(slot, work.values[slot.name])]);
  return { kind: work.tool, ...Object.fromEntries(members), ...(reason.trim() ? { reason: reason.trim() } : {}) };
}

/** The grids that the work is about, for the map to show. @param {PlanWork} work @returns {string[]} */
export function facesOf(work) {
  return toolOf(work.tool).slots.flatMap((slot) => (slot.kind === 'face' || slot.kind === 'faces' ? work.values[slot.name] ?? [] : []));
}

/** @param {PlanWork} work @param {PlanSlot} slot @param {string} face @returns {PlanWork} */
function withFace(work, slot, face) {
  if (slot.kind === 'face') return facesOf(work).includes(face) ? work : filled(work, face);
  if (slot.kind !== 'faces') return work;
  /** @type {string[]} */
  const old = work.values[slot.name] ?? [];
  const faces = old.includes(face) ? old.filter((one) => one !== face) : [...old, face];
  return { ...work, values: { ...work.values, [slot.name]: faces } };
}

/** @param {PlanWork} work @param {unknown} value @returns {PlanWork} */
function filled(work, value) {
  const slot = /** @type {PlanSlot} */ (slotOf(work));
  const next = { ...work, values: { ...work.values, [slot.name]: value } };
  return isFilled(slot, value) ? { ...next, at: nextAt(next) } : next;
}

/** @param {PlanWork} work */
const nextAt = ({ at }) => at + 1;

/** Asks again for a slot; what came after it is forgotten, except what was typed. @param {PlanWork} work @param {string} name @returns {PlanWork} */
function backTo(work, name) {
  const { slots } = toolOf(work.tool);
  const at = slots.findIndex((slot) => slot.name === name);
  if (at < 0) return work;
  const kept = slots.filter((slot, i) => i < at || isTyped(slot)).map((slot) => [slot.name, work.values[slot.name]]);
  return { ...work, at, values: Object.fromEntries(kept.filter(([, value]) => value !== undefined)) };
}

/** @param {PlanSlot} slot @param {any} value */
function isFilled(slot, value) {
  if (value === undefined || value === null) return false;
  if (isTyped(slot)) return value.trim() !== '';
  return slot.least === undefined || value.length >= slot.least;
}

/** @param {PlanSlot} slot @param {any} value */
function valueOf(slot, value) {
  if (isTyped(slot)) return value.trim();
  if (slot.kind !== 'ring') return value;
  // A ring ends where it begins, whether or not the gesture said so.
  const [first, last] = [value[0], value[value.length - 1]];
  return first[0] === last[0] && first[1] === last[1] ? value : [...value, first];
}

/** Whether what is shown can be done only with a reason that is not given yet. @param {Pick<PlanState, 'preview' | 'reason'>} state */
export const wantsReason = ({ preview, reason }) => (preview?.cutBuildings ?? []).length > 0 && reason.trim() === '';
