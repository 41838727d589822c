import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockText, folded, inOrder, ladderOf, mayAnswer, replyOf, standingOf } from './whistle.js';

const NOW = Date.parse('2026-11-22T02:00:00Z');
const minutes = (n) => new Date(NOW + n * 60_000).toISOString();
const responder = (level, code, more = {}) => ({ to: { kind: 'person', code }, level, calledAt: minutes(-3), reply: null, answeredAt: null, thereSince: null, proof: null, ...more });
const whistle = (more = {}) => ({
  id: 1, version: 1, blownAt: minutes(-3), dueAt: minutes(2), answered: false, reached: false, unheardSince: null, endedAt: null, level: 'estate', actions: [], own: [],
  calls: [{ level: 'estate', cause: 'blown', at: minutes(-3), dueAt: minutes(2) }], responders: [responder('estate', 'porter')], ...more,
});

test('one that calls counts down to the next level, one that is answered does not', () => {
  assert.deepEqual(standingOf(whistle(), NOW), { kind: 'calling', ms: 120_000 });
  assert.equal(standingOf(whistle({ dueAt: minutes(-1) }), NOW).ms, 0);
  assert.equal(standingOf(whistle({ answered: true }), NOW).kind, 'coming');
  assert.equal(standingOf(whistle({ answered: true, reached: true }), NOW).kind, 'reached');
  assert.deepEqual(standingOf(whistle({ unheardSince: minutes(-4) }), NOW), { kind: 'unheard', ms: 240_000 });
  assert.equal(standingOf(whistle({ unheardSince: minutes(-4), reached: true }), NOW).kind, 'reached');
  assert.equal(standingOf(whistle({ endedAt: minutes(0), reached: true }), NOW).kind, 'ended');
});

test('the ladder has three levels, also those that were not called', () => {
  const ladder = ladderOf(whistle());
  assert.deepEqual(ladder.map(({ level, call, who }) => [level, call?.cause ?? null, who.length]), [['estate', 'blown', 1], ['community', null, 0], ['street', null, 0]]);
});

test('who is there is there, whatever they said before', () => {
  assert.deepEqual([{}, { reply: 'coming' }, { reply: 'unable' }, { reply: 'unable', thereSince: minutes(0) }].map((more) => replyOf(responder('estate', 'x', more))), ['called', 'coming', 'unable', 'there']);
});

test('what nobody hears comes first, then what calls, the oldest first', () => {
  const features = [whistle({ id: 1, answered: true }), whistle({ id: 2 }), whistle({ id: 3, unheardSince: minutes(-1) }), whistle({ id: 4, blownAt: minutes(-9) })].map((properties) => ({ properties }));
  assert.deepEqual(inOrder(features, NOW).map(({ properties }) => properties.id), [3, 4, 2, 1]);
});

test('a clock that runs down shows minutes and seconds', () => {
  assert.deepEqual([125_000, 59_001, 0].map(clockText), ['2:05', '1:00', '0:00']);
});

test('people answer for themselves, who leads for others too', () => {
  const one = responder('estate', 'porter');
  const open = whistle({ actions: ['answer'] });
  assert.equal(mayAnswer(open, one, false), false);
  assert.equal(mayAnswer(open, one, true), true);
  assert.equal(mayAnswer({ ...open, own: [{ kind: 'person', code: 'porter' }] }, one, false), true);
  assert.equal(mayAnswer({ ...open, actions: [] }, one, true), false);
});

test('who has answered is always seen, of many who have not some are', () => {
  const who = [...'abcdefg'].map((code, i) => responder('estate', code, i === 6 ? { reply: 'unable' } : {}));
  const codes = (some) => some.map(({ to }) => to.code).join('');
  assert.deepEqual(folded(who).map(codes), ['gabcd', 'ef']);
  assert.deepEqual(folded(who.slice(0, 5)).map(codes), ['abcde', '']);
});
