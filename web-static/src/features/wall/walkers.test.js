import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERSON, quadsOf, turnedBy } from '../../map/wall-quads.js';
import { createWalkers } from './walkers.js';

const person = (staffCode, lng, latitude, state = 'walking') => ({ staffCode, grid: 'g', lng, latitude, state });
const symbols = ({ values }) => [...values].filter((_, i) => i % 4 === 2);

test('who walks is a dot until they took a step, and is turned whereto they go', () => {
  const walkers = createWalkers();
  assert.deepEqual(symbols(walkers(new Map([[1, person('a', 116, 39)]]))), [PERSON.standing]);
  const east = walkers(new Map([[1, person('a', 116.001, 39)]]));
  assert.deepEqual(symbols(east), [PERSON.walking]);
  assert.ok(Math.abs(east.values[3] - turnedBy(90)) < 1e-6);
  assert.ok(Math.abs(walkers(new Map([[1, person('a', 116.001, 39)]])).values[3] - turnedBy(90)) < 1e-6, 'noise does not turn anybody');
});

test('those of whom nothing was heard lie below the others, and all lie where quads of marks lie', () => {
  const people = [person('a', 116, 39, 'standing'), person('b', 116.5, 39.5, 'stale'), person('c', 117, 40, 'standing')];
  const quads = createWalkers()(new Map(people.map((one, i) => [i, one])));
  assert.equal(symbols(quads)[0], PERSON.stale);
  const marks = quadsOf([people[1], people[2], people[0]].map(({ lng, latitude, state }) => ({ at: [lng, latitude], mark: `person-${state}`, rank: 0, heading: 0 })));
  const places = ({ anchor, values }) => Array.from({ length: 3 }, (_, i) => [anchor[0] + values[4 * i], anchor[1] + values[4 * i + 1]]);
  places(marks).forEach(([x, y], i) => assert.ok(Math.hypot(places(quads)[i][0] - x, places(quads)[i][1] - y) < 1e-9));
});

test('nobody is nothing', () => assert.equal(createWalkers()(new Map()).values.length, 0));
