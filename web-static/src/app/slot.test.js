import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSlot, heldBy } from './slot.js';

/** @returns {{ slot: ReturnType<typeof createSlot>, now: () => any }} */
function aSlot() {
  /** @type {any} */
  let now = { status: 'idle' };
  return { slot: createSlot((next) => void (now = next), () => now), now: () => now };
}

test('an attempt that failed takes nothing away of what was there, and neither does the next', async () => {
  const { slot, now } = aSlot();
  assert.equal(heldBy(now()), undefined);
  await slot.read(async () => 'all');
  for (let i = 0; i < 2; i++) {
    await slot.read(async () => Promise.reject(new TypeError('no connection')));
    assert.equal(now().status, 'failed');
    assert.equal(heldBy(now()), 'all');
  }
  const reading = slot.read(async () => 'more');
  assert.equal(heldBy(now()), 'all');
  await reading;
  assert.deepEqual(now(), { status: 'ready', data: 'more' });
});

test('what was never there is not held', async () => {
  const { slot, now } = aSlot();
  await slot.read(async () => Promise.reject(new TypeError('no connection')));
  assert.equal(now().status, 'failed');
  assert.equal(heldBy(now()), undefined);
});
