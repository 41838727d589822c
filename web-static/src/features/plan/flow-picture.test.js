import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flowPicture } from './flow-picture.js';

/** @param {string} from @param {string} to @param {number} households @param {number} [squareMeters] */
const flow = (from, to, households, squareMeters = 100) => ({ from, to, squareMeters, figures: { households } });

test('a grid is as high as all that leaves it, and bands fill it without overlap', () => {
  const { left, right, bands } = flowPicture([flow('002', '007', 300), flow('002', '008', 100)]);
  assert.deepEqual(left.map(({ code }) => code), ['002']);
  assert.deepEqual(right.map(({ code }) => code), ['007', '008']);
  assert.equal(bands.length, 2);
  assert.ok(Math.abs(left[0].height - right[0].height - right[1].height) < 0.01);
  assert.ok(Math.abs(right[0].height / right[1].height - 3) < 0.01);
});

test('where nobody lives the ground is the measure', () => {
  const picture = flowPicture([flow('1', '2', 0, 500), flow('1', '3', 0, 500)]);
  assert.equal(picture.measure, 'squareMeters');
  assert.equal(picture.right[0].height, picture.right[1].height);
});

test('what is small beside the rest can still be seen', () => {
  const { right } = flowPicture([flow('1', '2', 10000), flow('1', '3', 1)]);
  assert.ok(right[1].height >= 14);
});

test('nothing gives an empty picture', () => {
  assert.equal(flowPicture([]).height, 0);
});
