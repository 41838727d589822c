import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReading } from './card.js';

test('a reading that news cut short is begun again, and two do not cut each other short', async () => {
  const card = /** @type {any} */ ({ id: 'i', incident: { status: 'ready' } });
  let reads = 0;
  const read = async () => {
    reads += 1;
    card.incident = { status: 'loading' };
    await new Promise((done) => setTimeout(done, 0));
    if (reads !== 2) card.incident = { status: 'ready' };
  };
  const again = createReading(read, () => card);
  await again();
  assert.equal(reads, 1);
  await Promise.all([again(), again()]);
  assert.deepEqual([reads, card.incident.status], [4, 'ready']);
});

test('what is no longer shown is not read to the end', async () => {
  const card = /** @type {any} */ ({ id: 'i', incident: { status: 'loading' } });
  let reads = 0;
  await createReading(async () => {
    reads += 1;
    card.id = 'j';
  }, () => card)();
  assert.equal(reads, 1);
});
