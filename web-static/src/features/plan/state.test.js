import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstPlanState, lineAcross, reducePlan } from './state.js';
import { beginWork, isReady } from './work.js';

const first = firstPlanState({ lang: 'zh', theme: 'dark' });
const grid = (id) => ({ id, properties: { face: id } });
const plan = (id, ...faces) => ({ id, edits: [], grids: { features: faces.map(grid) } });
const run = (...inputs) => inputs.reduce(reducePlan, first);
const LINE = { kind: 'did', input: { did: 'line', line: [[0, 0], [1, 1]] } };
const splitting = run({ kind: 'plan', plan: plan(1, '001', '002') }, { kind: 'select', face: '001' }, { kind: 'work', work: beginWork('split', '001') });

test('an edit takes away the drawn line and the choice of what is no longer there', () => {
  const drawn = [LINE, { kind: 'preview', preview: { made: {} } }].reduce(reducePlan, splitting);
  assert.equal(drawn.preview !== null, true);
  const split = reducePlan(drawn, { kind: 'plan', plan: plan(1, '002', 'e1-1', 'e1-2'), said: 'ok' });
  assert.deepEqual([split.selected, split.work, split.preview, split.said], [null, null, null, 'ok']);
  assert.deepEqual(split.changes, { changed: ['e1-1', 'e1-2'], gone: ['001'] });
});

test('another choice gives up a half-drawn split, the same choice does not', () => {
  assert.equal(reducePlan(splitting, { kind: 'select', face: '001' }), splitting);
  assert.equal(reducePlan(splitting, { kind: 'select', face: '002' }).work, null);
});

test('the grid that an operation asked for is the chosen one then', () => {
  const asked = [{ kind: 'work', work: beginWork('reshape', null) }, { kind: 'did', input: { did: 'face', face: '002' } }].reduce(reducePlan, run({ kind: 'plan', plan: plan(1, '001', '002') }));
  assert.deepEqual([asked.selected, asked.work.values.face], ['002', '002']);
});

test('micro-grids that come late for another choice are not shown', () => {
  const state = run({ kind: 'plan', plan: plan(1, '001', '002') }, { kind: 'select', face: '002' });
  assert.equal(reducePlan(state, { kind: 'micro', face: '001', micro: [grid('x')] }), state);
});

test('a refusal leaves the line to be mended, and the next question takes the refusal away', () => {
  const failed = [LINE, { kind: 'failed', problem: { status: 422, code: 'sliver' } }].reduce(reducePlan, splitting);
  assert.deepEqual([failed.work.values.line.length, failed.work.at, failed.busy], [2, 1, false]);
  assert.equal(reducePlan(failed, { kind: 'busy', on: true }).problem, null);
});

test('an edit of somebody else leaves what is being drawn, as long as its grid is there', () => {
  const drawn = reducePlan(splitting, LINE);
  assert.deepEqual(reducePlan(drawn, { kind: 'renewed', plan: plan(1, '001', '003'), said: '' }).work, drawn.work);
  assert.equal(reducePlan(drawn, { kind: 'renewed', plan: plan(1, '003'), said: '' }).work, null);
});

test('a conflict is shown whatever panel was in front', () => {
  const state = [{ kind: 'panel', panel: 'balance' }, { kind: 'conflict', conflict: { other: { changed: [] } } }].reduce(reducePlan, splitting);
  assert.equal(state.panel, 'shape');
});

test('a line across begins and ends beyond the box', () => {
  const [from, to] = lineAcross([112.6, 28.9, 112.61, 28.92]);
  assert.ok(from[0] < 112.6 && to[0] > 112.61);
  assert.equal(from[1], 28.91);
});

test('what the keys move already is no change', () => {
  assert.equal(reducePlan(splitting, { kind: 'pad', pad: { point: 0 } }), splitting);
});

test('a line that was put together elsewhere is a split of the chosen grid, ready to be looked at', () => {
  const proposed = reducePlan(run({ kind: 'plan', plan: plan(1, '001') }, { kind: 'select', face: '001' }), { kind: 'line', line: [[0, 0], [1, 1]] });
  assert.equal(isReady(proposed.work), true);
  assert.deepEqual(proposed.work.values, { face: '001', line: [[0, 0], [1, 1]] });
});
