import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineOf } from './timeline.js';

const incident = { reportedAt: '2026-11-22T01:00:00Z', filedAt: '2026-11-22T01:10:00Z', dueAt: '2026-11-22T05:00:00Z', closedAt: null };
const deed = (version, action, at) => ({ version, action, at, state: '', account: 'operator', reason: '' });

test('the history begins with the report and ends with when it is due, each with what went by since', () => {
  const deeds = [deed(2, 'accept', '2026-11-22T01:04:00Z'), deed(3, 'file', '2026-11-22T01:10:00Z')];
  const line = timelineOf(incident, deeds, [{ report: 1, channel: 'phone', reportedAt: incident.reportedAt }, { report: 2, channel: 'sensor', reportedAt: '2026-11-22T01:06:00Z' }]);
  assert.deepEqual(line.map(({ action, afterMs }) => [action, afterMs / 60_000]), [['reported', 0], ['accept', 4], ['reported', 2], ['file', 4], ['due', 230]]);
  assert.equal(line[2].kind, 'report');
});

test('of a closed one the due time is no longer to come', () => {
  const line = timelineOf({ ...incident, closedAt: '2026-11-22T04:00:00Z' }, [deed(2, 'close', '2026-11-22T04:00:00Z')], []);
  assert.equal(line.at(-1).action, 'close');
});
