import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHub } from './live-hub.js';

const change = (number, prev = number - 1) => ({ kind: 'change', number, prev });

function aHub() {
  const opened = [];
  const hub = createHub((after, tell) => {
    const one = { after, tell, closed: false };
    opened.push(one);
    return () => (one.closed = true);
  });
  const page = () => {
    const told = [];
    const tell = (message) => told.push(message.number ?? message.kind);
    return { told, tell };
  };
  return { hub, opened, page };
}

test('two pages share one stream and hear the same', () => {
  const { hub, opened, page } = aHub();
  const [one, two] = [page(), page()];
  hub.join(one.tell, 7);
  hub.join(two.tell, 7);
  opened[0].tell(change(8));
  assert.deepEqual(opened.map((o) => o.after), [7]);
  assert.deepEqual([one.told, two.told], [[8], [8]]);
});

test('a page that joins later is told what came since it read what it shows, and how things stand', () => {
  const { hub, opened, page } = aHub();
  hub.join(page().tell, 7);
  for (const message of [{ kind: 'hello' }, change(8), change(9), { kind: 'beat' }]) opened[0].tell(message);
  const late = page();
  hub.join(late.tell, 8);
  assert.deepEqual(late.told, ['hello', 'beat', 9]);
  const ahead = page();
  hub.join(ahead.tell, 10);
  assert.deepEqual(ahead.told, ['hello', 'beat']);
});

test('a page that has missed more than is held reads everything anew', () => {
  const { hub, opened, page } = aHub();
  hub.join(page().tell, 7);
  for (let n = 8; n <= 1200; n++) opened[0].tell(change(n));
  const late = page();
  hub.join(late.tell, 7);
  assert.deepEqual(late.told, ['reset']);
});

test('a page that left hears nothing more', () => {
  const { hub, opened, page } = aHub();
  const one = page();
  hub.join(one.tell, 0);
  hub.leave(one.tell);
  opened[0].tell(change(1));
  assert.deepEqual(one.told, []);
});

test('a page that joins later hears what is its own though numbers between are not', () => {
  const { hub, opened, page } = aHub();
  hub.join(page().tell, 7);
  opened[0].tell(change(12, 7));
  const late = page();
  hub.join(late.tell, 9);
  assert.deepEqual(late.told, [12]);
});

test('when someone else signs in the stream is opened anew, and what the other heard is not handed on', () => {
  const { hub, opened, page } = aHub();
  hub.join(page().tell, 7, 'wall');
  opened[0].tell(change(12, 7));
  const [behind, ahead] = [page(), page()];
  hub.join(behind.tell, 9, 'planner');
  hub.join(ahead.tell, 12, 'planner');
  assert.deepEqual(opened.map((o) => [o.after, o.closed]), [[7, true], [12, false]]);
  assert.deepEqual([behind.told, ahead.told], [['reset'], []]);
});

test('a stream that ended with its session is opened again by the next page that joins', () => {
  const { hub, opened, page } = aHub();
  const one = page();
  hub.join(one.tell, 7, 'operator');
  opened[0].tell({ kind: 'ended' });
  assert.deepEqual([one.told, opened.length], [['ended'], 1]);
  hub.join(page().tell, 7, 'operator');
  assert.deepEqual(opened.map((o) => o.after), [7, 7]);
});
