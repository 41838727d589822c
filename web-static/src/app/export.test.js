import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv, toGeoJson } from './export.js';

test('what separates cells or lines is quoted, and quotes are doubled', () => {
  assert.equal(toCsv(['名称', 'n'], [['a,"b"', 1], ['c\nd', null]]), '\uFEFF名称,n\r\n"a,""b""",1\r\n"c\nd",\r\n');
});

test('what a spreadsheet would run as a formula is text', () => {
  assert.match(toCsv(['x'], [['=HYPERLINK("http")']]), /"'=HYPERLINK/);
  assert.match(toCsv(['x'], [[-5]]), /\r\n-5\r\n/);
});

test('features leave without what the page added to them', () => {
  const text = toGeoJson([{ type: 'Feature', id: '1', geometry: null, properties: { a: 1 }, extra: 2 }]);
  assert.deepEqual(JSON.parse(text).features, [{ type: 'Feature', id: '1', geometry: null, properties: { a: 1 } }]);
});
