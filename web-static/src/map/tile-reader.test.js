import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTile } from './tile-reader.js';

const bytes = (text) => [...new TextEncoder().encode(text)];
const field = (number, content) => [number * 8 + 2, content.length, ...content];
const value = (number, n) => [number * 8, n];

/** One layer with a line that has a name, and a square. */
function tile() {
  const line = [...field(2, [0, 0, 1, 1]), ...value(3, 2), ...field(4, [9, 50, 34, 10, 10, 20])];
  const square = [...value(3, 3), ...field(4, [9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15])];
  const layer = [
    ...field(1, bytes('street')), ...field(2, line), ...field(2, square),
    ...field(3, bytes('name_zh')), ...field(3, bytes('lanes')),
    ...field(4, field(1, bytes('西湖路'))), ...field(4, value(4, 2)), ...value(5, 64), ...value(15, 2),
  ];
  return new Uint8Array([...field(3, layer), ...field(3, field(1, bytes('unwanted')))]).buffer;
}

test('lines, closed rings and the wanted words of a layer are read, others left', () => {
  const layers = readTile(tile(), { street: ['name_zh'] });
  assert.deepEqual([...layers.keys()], ['street']);
  const [line, square] = layers.get('street');
  assert.deepEqual(line, { type: 2, lines: [[25, 17, 30, 27]], words: { name_zh: '西湖路' } });
  assert.deepEqual(square.lines, [[0, 0, 10, 0, 10, 10, 0, 10, 0, 0]]);
});

test('an empty tile has no layers', () => assert.equal(readTile(new ArrayBuffer(0), { street: [] }).size, 0));
