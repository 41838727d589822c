import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHub } from './live-hub.js';

const change = (number) => ({ kind: 'change', number, prev: number - 1 });

function aHub() {
  const opened = [];
  const hub = createHub((after, tell) => opened.push({ after, tell }));
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
