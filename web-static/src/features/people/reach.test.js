import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EVERYWHERE, reachOf, reaches, searchesOf } from './reach.js';

const grant = (role, area, more = {}) => ({ role, area, partition: area ? 'tree' : null, everywhere: !area, holds: true, ...more });

test('an administrator of one community reaches no farther, whatever else they are', () => {
  const grants = [grant('administrator', '990101001002'), grant('operator', null)];
  assert.deepEqual(reachOf(grants, 'administrator'), { everywhere: false, areas: ['990101001002'] });
  assert.deepEqual(reachOf(grants), EVERYWHERE);
});

test('what is over, what lies below another and what is of an overlay gives nothing more', () => {
  const grants = [grant('administrator', '9901010010'), grant('administrator', '990101001002'),
    grant('administrator', '990102', { holds: false }), grant('administrator', 'P-1', { partition: 'police' })];
  assert.deepEqual(reachOf(grants, 'administrator').areas, ['9901010010']);
  assert.deepEqual(reachOf([]), { everywhere: false, areas: [] });
});

test('an area is reached with all below it and nothing above or beside', () => {
  const reach = { everywhere: false, areas: ['990101001'] };
  assert.equal(reaches(reach, '990101001002'), true);
  assert.equal(reaches(reach, '990101'), false);
  assert.equal(reaches(reach, '990101002'), false);
  assert.equal(reaches(EVERYWHERE, '990101002'), true);
});

test('before anything is typed the own areas are offered', () => {
  assert.deepEqual(searchesOf({ everywhere: false, areas: ['a', 'b'] }, ''), ['a', 'b']);
  assert.deepEqual(searchesOf({ everywhere: false, areas: ['a'] }, 'x'), ['x']);
  assert.deepEqual(searchesOf(EVERYWHERE, ''), ['']);
});
