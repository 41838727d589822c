import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, choicesOf, monthsUpTo, percentOf, ruleBody, viewOf } from './state.js';

test('a view is read out of the address, and what is none of it is left out', () => {
  assert.deepEqual(viewOf('?part=due&rule=3&grid=990101001001001&unit=unit-1&state=overdue&month=2026-11'), { part: 'due', rule: '3', grid: '990101001001001', unit: 'unit-1', state: 'overdue', month: '2026-11' });
  assert.deepEqual(viewOf('?part=x&rule=x&grid=<b>&state=y&month=2026-13'), { part: 'coverage', rule: '', grid: '', unit: '', state: '', month: '' });
});

test('a share is a hundred only when the last one was seen', () => {
  const counts = (/** @type {number} */ seen, /** @type {number} */ due) => ({ seen, due, settled: 0, tried: 0 });
  assert.deepEqual([counts(0, 0), counts(199, 200), counts(200, 200)].map(percentOf), [0, 99, 100]);
});

test('months go back over the new year', () => {
  const months = monthsUpTo('2026-02-11');
  assert.deepEqual(months.slice(0, 3), ['2026-02', '2026-01', '2025-12']);
  assert.equal(months.length, 12);
});

test('a rule is sent without what does not belong to its kind', () => {
  const rule = { title: 'x', purpose: '', target: /** @type {const} */ ('household'), kinds: [/** @type {const} */ ('kind-1')], areas: ['9'], every: 1, unit: /** @type {const} */ ('months'), facts: [{ text: 'a', kind: /** @type {const} */ ('text'), choices: ['left'] }] };
  assert.deepEqual(ruleBody(rule), { ...rule, kinds: [], facts: [{ text: 'a', kind: 'text', choices: [] }] });
  assert.deepEqual(choicesOf('管道， 瓶装,管道、电 '), ['管道', '瓶装', '电']);
});

test('answers stand beside what was asked then', () => {
  const facts = [{ text: 'a', kind: /** @type {const} */ ('yes-no'), choices: [] }, { text: 'b', kind: /** @type {const} */ ('text'), choices: [] }];
  assert.deepEqual(answersOf({ facts, answers: { 1: 'no' } }), [{ text: 'a', kind: 'yes-no', answer: 'no' }]);
});
