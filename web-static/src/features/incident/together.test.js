import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alone, createTogether } from './together.js';

test('something is done when the incident was read anew, and nothing else may be done before', async () => {
  /** @type {string[]} */
  const told = [];
  const api = { send: async () => told.push('sent') };
  const again = async () => {
    await new Promise((done) => setTimeout(done, 0));
    told.push('read');
  };
  const send = alone((doing) => told.push(`doing ${doing}`), createTogether(/** @type {any} */ ({ api }), () => 'i', again));
  assert.equal(await send('accept', {}, 3), null);
  assert.deepEqual(told, ['doing together', 'sent', 'read', 'doing null']);
});

test('what is refused is told, and the incident read anew all the same', async () => {
  let read = 0;
  const api = { send: async () => Promise.reject(new Error('no')) };
  const send = alone(() => {}, createTogether(/** @type {any} */ ({ api }), () => 'i', async () => (read += 1)));
  assert.notEqual(await send('joint', {}, 3), null);
  assert.equal(read, 1);
});
