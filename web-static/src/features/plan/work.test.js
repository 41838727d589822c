import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOOLS } from './tools.js';
import { asksAgain, beginWork, bodyOf, facesOf, isReady, slotOf, stepWork, wantsReason } from './work.js';

const A = [112.6, 28.9];
const B = [112.61, 28.91];
const C = [112.61, 28.9];
const run = (work, ...inputs) => inputs.reduce(stepWork, work);

test('the chosen grid is taken by every tool that begins with one', () => {
  assert.deepEqual(beginWork('split', '001').values, { face: '001' });
  assert.equal(slotOf(beginWork('split', '001')).name, 'line');
  assert.equal(slotOf(beginWork('split', null)).name, 'face');
  assert.deepEqual(beginWork('merge', '001').values, { faces: ['001'] });
  assert.deepEqual(beginWork('move-vertex', '001').values, {});
});

const BODIES = [
  ['split', [{ did: 'line', line: [A, B] }], { kind: 'split', face: '1', line: [A, B] }],
  ['split-along-streets', [{ did: 'place', place: A }, { did: 'place', place: B }], { kind: 'split-along-streets', face: '1', from: A, to: B }],
  ['merge', [{ did: 'face', face: '2' }], { kind: 'merge', faces: ['1', '2'] }],
  ['reshape', [{ did: 'face', face: '2' }, { did: 'line', line: [A, B] }], { kind: 'reshape', face: '1', neighbour: '2', line: [A, B] }],
  ['move-vertex', [{ did: 'place', place: A }, { did: 'place', place: B }], { kind: 'move-vertex', at: A, to: B }],
  ['insert-vertex', [{ did: 'place', place: A }], { kind: 'insert-vertex', at: A }],
  ['delete-vertex', [{ did: 'place', place: A }], { kind: 'delete-vertex', at: A }],
  ['move-building', [{ did: 'building', building: 'b7' }, { did: 'face', face: '2' }], { kind: 'move-building', building: 'b7', to: '2' }],
  ['move-block', [{ did: 'face', face: '2' }, { did: 'line', line: [A, B, C] }], { kind: 'move-block', face: '1', to: '2', ring: [A, B, C, A] }],
  ['snap-border', [{ did: 'face', face: '2' }], { kind: 'snap-border', face: '1', neighbour: '2' }],
  ['carve', [{ did: 'line', line: [A, B, C] }, { did: 'text', slot: 'name', text: ' 学校 ' }], { kind: 'carve', face: '1', ring: [A, B, C, A], name: '学校' }],
  ['put-back', [], { kind: 'put-back', face: '1' }],
  ['renumber', [{ did: 'text', slot: 'community', text: 'c1' }], { kind: 'renumber', community: 'c1' }],
  ['attributes', [{ did: 'text', slot: 'name', text: '一' }, { did: 'text', slot: 'gridKind', text: 'exclusive' }], { kind: 'attributes', face: '1', name: '一', gridKind: 'exclusive' }],
];

for (const [tool, inputs, body] of BODIES) {
  test(`${tool} asks for what it needs, in order, and is ready only with all of it`, () => {
    const begun = beginWork(tool, '1');
    for (let i = 0; i < inputs.length; i++) assert.equal(isReady(run(begun, ...inputs.slice(0, i))), tool === 'attributes' && i > 0);
    const done = run(begun, ...inputs);
    assert.equal(isReady(done), true);
    assert.deepEqual(bodyOf(done, ''), body);
  });
}

test('every tool is tried above, and every key opens one tool', () => {
  assert.deepEqual(BODIES.map(([tool]) => tool).sort(), TOOLS.map(({ id }) => id).sort());
  assert.equal(new Set(TOOLS.map(({ key }) => key)).size, TOOLS.length);
});

test('what is not asked for changes nothing', () => {
  const split = beginWork('split', '1');
  assert.equal(stepWork(split, { did: 'place', place: A }), split);
  assert.equal(stepWork(split, { did: 'building', building: 'b' }), split);
  const snap = beginWork('snap-border', '1');
  assert.equal(stepWork(snap, { did: 'face', face: '1' }), snap, 'a grid is not its own neighbour');
});

test('a line of one point is not enough', () => {
  assert.equal(isReady(stepWork(beginWork('split', '1'), { did: 'line', line: [A] })), false);
});

test('a grid chosen twice for a merge is taken back', () => {
  assert.deepEqual(facesOf(run(beginWork('merge', '1'), { did: 'face', face: '2' }, { did: 'face', face: '1' })), ['2']);
});

test('going back to a slot forgets what came after it, except what was typed', () => {
  const done = run(beginWork('carve', '1'), { did: 'line', line: [A, B, C] }, { did: 'text', slot: 'name', text: '医院' });
  const again = stepWork(done, { did: 'back', slot: 'ring' });
  assert.deepEqual([slotOf(again).name, again.values, isReady(again)], ['ring', { face: '1', name: '医院' }, false]);
});

test('a place that is moved with keys is not taken before it is said so', () => {
  const drafted = run(beginWork('delete-vertex', null), { did: 'draft', value: A }, { did: 'draft', value: B });
  assert.equal(isReady(drafted), false);
  const taken = stepWork(drafted, { did: 'take' });
  assert.deepEqual([isReady(taken), bodyOf(taken, '').at], [true, B]);
});

test('a reason goes along where one is given', () => {
  const split = run(beginWork('split', '1'), { did: 'line', line: [A, B] });
  assert.equal(bodyOf(split, ' 两个小区 ').reason, '两个小区');
  assert.equal('reason' in bodyOf(split, '  '), false);
});

test('after a refusal the line is asked for again and still there to be mended', () => {
  const refused = asksAgain(run(beginWork('split', '1'), { did: 'line', line: [A, B] }));
  assert.deepEqual([slotOf(refused).name, refused.values.line], ['line', [A, B]]);
  assert.equal(isReady(stepWork(refused, { did: 'take' })), true);
});

test('a cut building wants a reason before anything is done', () => {
  assert.equal(wantsReason({ preview: { cutBuildings: ['b'] }, reason: ' ' }), true);
  assert.equal(wantsReason({ preview: { cutBuildings: ['b'] }, reason: '两个小区' }), false);
  assert.equal(wantsReason({ preview: { cutBuildings: [] }, reason: '' }), false);
  assert.equal(wantsReason({ preview: null, reason: '' }), false);
});
