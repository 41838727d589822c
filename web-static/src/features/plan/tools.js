/**
 * The operations of a plan as the page offers them: what each asks for, in which order. A slot's name is the member of
 * the request it fills (POST /api/plans/{id}/edits).
 *
 * @type {readonly PlanTool[]}
 */
export const TOOLS = [
  { id: 'split', key: 'S', group: 'grids', slots: [face('face'), { name: 'line', kind: 'line', least: 2 }] },
  { id: 'split-along-streets', key: 'L', group: 'grids', slots: [face('face'), point('from', 'street'), point('to', 'street')] },
  { id: 'merge', key: 'M', group: 'grids', slots: [{ name: 'faces', kind: 'faces', least: 2 }] },
  { id: 'carve', key: 'E', group: 'grids', slots: [face('face'), { name: 'ring', kind: 'ring', least: 3 }, text('name')] },
  { id: 'put-back', key: 'K', group: 'grids', slots: [face('face')] },
  { id: 'attributes', key: 'A', group: 'grids', slots: [face('face'), text('name'), { name: 'gridKind', kind: 'choice', choices: ['base', 'exclusive'], optional: true }] },
  { id: 'renumber', key: 'U', group: 'grids', slots: [{ name: 'community', kind: 'community' }] },
  { id: 'reshape', key: 'R', group: 'borders', slots: [face('face'), face('neighbour'), { name: 'line', kind: 'line', least: 2 }] },
  { id: 'snap-border', key: 'C', group: 'borders', slots: [face('face'), face('neighbour')] },
  { id: 'move-vertex', key: 'V', group: 'points', slots: [point('at', 'vertex'), point('to')] },
  { id: 'insert-vertex', key: 'I', group: 'points', slots: [point('at', 'edge')] },
  { id: 'delete-vertex', key: 'D', group: 'points', slots: [point('at', 'vertex')] },
  { id: 'move-building', key: 'H', group: 'homes', slots: [{ name: 'building', kind: 'building' }, face('to')] },
  { id: 'move-block', key: 'Q', group: 'homes', slots: [face('face'), face('to'), { name: 'ring', kind: 'ring', least: 3 }] },
];

/** @param {string} name @returns {PlanSlot} */
function face(name) {
  return { name, kind: 'face' };
}

/** @param {string} name @param {PlanSlot['on']} [on] what the point must lie on; without it, it snaps as the reader likes @returns {PlanSlot} */
function point(name, on) {
  return { name, kind: 'point', on };
}

/** @param {string} name @returns {PlanSlot} */
function text(name) {
  return { name, kind: 'text' };
}

/** @param {string} id */
export const toolOf = (id) => /** @type {PlanTool} */ (TOOLS.find((tool) => tool.id === id));
