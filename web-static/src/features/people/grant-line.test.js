import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agentName } from './agent.js';
import { grantText, standingOf } from './grant-line.js';

const NOW = '2026-11-21T08:00:00Z';
const words = { t: (key, v) => (v ? `${key}(${Object.values(v)})` : key), word: (_, value) => value, day: (at) => at.slice(0, 10) };
const names = ({ code }) => ({ name: `N${code}`, above: '' });

test('a grant holds, will hold, or is over', () => {
  assert.equal(standingOf({ from: '2026-01-01T00:00:00Z', to: null, holds: true }, NOW), 'holds');
  assert.equal(standingOf({ from: '2026-12-01T00:00:00Z', to: null, holds: false }, NOW), 'later');
  assert.equal(standingOf({ from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z', holds: false }, NOW), 'over');
});

test('a grant is a sentence: what, where, since when', () => {
  const grant = { id: 1, role: 'operator', everywhere: false, partition: 'tree', area: '12', from: NOW, to: null, holds: true, grantedBy: 'x' };
  assert.equal(grantText(grant, words, names), 'operator · N12 · grant.from(2026-11-21)');
  assert.equal(grantText({ ...grant, everywhere: true, area: null, to: NOW }, words, names), 'operator · grant.everywhere · grant.from-to(2026-11-21,2026-11-21)');
});

test('a browser is told by its name and not by those it claims to be like', () => {
  assert.equal(agentName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0'), 'Edge · Windows');
  assert.equal(agentName('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'), 'Chrome · Android');
  assert.equal(agentName('unknown thing'), 'unknown thing');
});
