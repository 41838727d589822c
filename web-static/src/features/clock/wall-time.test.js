import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, parseWall } from './wall-time.js';

test('a day and a time are read as they are commonly typed', () => {
  for (const typed of ['2026-11-22 14:30', ' 2026/11/22 14:30 ', '2026-11-22T14:30', '2026.11.22 14：30', '2026年11月22日 14:30', '2026年11月22日14时30分']) {
    assert.deepEqual(parseWall(typed), { wall: '2026-11-22T14:30' }, typed);
  }
  assert.deepEqual(parseWall('2026-1-2 9:05'), { wall: '2026-01-02T09:05' });
  assert.deepEqual(parseWall('  '), { wall: '' });
});

test('what is wrong with it is told apart', () => {
  const problems = ['tomorrow', '22-11-2026 14:30', '2026-02-30 10:00', '2026-13-01 10:00', '2026-11-22', '2026-11-22 24:00', '2026-11-22 10:75'].map((typed) => parseWall(typed).problem);
  assert.deepEqual(problems, ['format', 'format', 'no-such-day', 'no-such-day', 'no-time', 'no-such-time', 'no-such-time']);
});

test('the clock on the wall of a zone is an instant', () => {
  assert.equal(instantOf('2026-11-22T14:30', 'Asia/Shanghai'), '2026-11-22T06:30:00.000Z');
  assert.equal(instantOf('2026-07-01T12:00', 'Europe/Berlin'), '2026-07-01T10:00:00.000Z');
});
