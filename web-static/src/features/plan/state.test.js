import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPlanState, lineAcross, nudged, reducePlan } from './state.js';

const first = firstPlanState({ lang: 'zh', theme: 'dark' });
const grid = (id) => ({ id, properties: { face: id } });
const plan = (id, ...faces) => ({ id, grids: { features: faces.map(grid) } });
const run = (...inputs) => inputs.reduce(reducePlan, first);

test('an edit takes away the drawn line and the choice of what is no longer there', () => {
  const drawn = run({ kind: 'plan', plan: plan(1, '001', '002') }, { kind: 'select', face: '001' }, { kind: 'tool', tool: 'draw' },
    { kind: 'line', line: [[0, 0], [1, 1]] }, { kind: 'preview', preview: { made: {} } });
  assert.equal(drawn.preview !== null, true);
  const split = reducePlan(drawn, { kind: 'plan', plan: plan(1, '002', 'e1-1', 'e1-2'), said: 'ok' });
  assert.deepEqual([split.selected, split.tool, split.line, split.preview, split.said], [null, null, [], null, 'ok']);
});

test('another choice gives up a half-drawn split, the same choice does not', () => {
  const drawing = run({ kind: 'plan', plan: plan(1, '001', '002') }, { kind: 'select', face: '001' }, { kind: 'tool', tool: 'draw' });
  assert.equal(reducePlan(drawing, { kind: 'select', face: '001' }), drawing);
  assert.equal(reducePlan(drawing, { kind: 'select', face: '002' }).tool, null);
});

test('micro-grids that come late for another choice are not shown', () => {
  const state = run({ kind: 'plan', plan: plan(1, '001', '002') }, { kind: 'select', face: '002' });
  assert.equal(reducePlan(state, { kind: 'micro', face: '001', micro: [grid('x')] }), state);
});

test('a refusal leaves the line to be mended, and the next question takes the refusal away', () => {
  const failed = run({ kind: 'tool', tool: 'type', line: [[0, 0], [1, 1]] }, { kind: 'failed', problem: { status: 422, code: 'sliver' } });
  assert.deepEqual([failed.line.length, failed.tool, failed.busy], [2, 'type', false]);
  assert.equal(reducePlan(failed, { kind: 'busy', on: true }).problem, null);
});

test('a line across begins and ends beyond the box', () => {
  const [from, to] = lineAcross([112.6, 28.9, 112.61, 28.92]);
  assert.ok(from[0] < 112.6 && to[0] > 112.61);
  assert.equal(from[1], 28.91);
});

test('a nudge moves one coordinate of one point by about a metre, on the lattice', () => {
  assert.deepEqual(nudged([[1, 2], [3, 4]], { point: 1, axis: 1, steps: -10 }), [[1, 2], [3, 3.9999]]);
});
