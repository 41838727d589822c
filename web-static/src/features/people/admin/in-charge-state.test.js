import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupsOf, rowOf } from './in-charge-state.js';

const community = (code, name) => ({ code, name });
const grid = (code, parent, inCharge) => ({ code, parent, name: `G${code}`, inCharge });
const HEAD = { duty: 'grid-head', staffCode: 'W1' };
const WORKER = { duty: 'grid-worker', staffCode: 'W2' };
const POLICE = { duty: 'police', staffCode: 'P1' };
const COMMUNITIES = [community('12', '松台'), community('11', '柳溪')];
const GRIDS = [grid('1202', '12', [HEAD]), grid('1201', '12', [HEAD, WORKER, POLICE]), grid('1101', '11', [])];

test('a grid without a head or a worker has an empty place, whoever else is there', () => {
  assert.equal(rowOf(GRIDS[1]).empty, false);
  assert.deepEqual(rowOf(GRIDS[1]).others, [POLICE]);
  assert.equal(rowOf(GRIDS[0]).empty, true);
});

test('grids stand under their communities in the order of their codes', () => {
  const groups = groupsOf(COMMUNITIES, GRIDS, { text: '', emptyOnly: false });
  assert.deepEqual(groups.map(({ community: { name }, grids }) => [name, grids.map(({ area }) => area.code)]), [['柳溪', ['1101']], ['松台', ['1201', '1202']]]);
});

test('grids are found by their name, their community or who is in charge; with empty places only where that is asked', () => {
  const codes = (asked) => groupsOf(COMMUNITIES, GRIDS, { text: '', emptyOnly: false, ...asked }).flatMap(({ grids }) => grids.map(({ area }) => area.code));
  assert.deepEqual(codes({ emptyOnly: true }), ['1101', '1202']);
  assert.deepEqual(codes({ text: '松台' }), ['1201', '1202']);
  assert.deepEqual(codes({ text: 'w2' }), ['1201']);
});
