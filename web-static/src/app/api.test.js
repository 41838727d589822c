import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { createApi } from './api.js';
import { queryString } from './call.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const answers = (...bodies) => {
  const asked = [];
  globalThis.fetch = async (url) => {
    asked.push(String(url));
    const body = bodies.shift();
    return body instanceof Response ? body : new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  };
  return asked;
};
const signal = new AbortController().signal;

test('what is not said is not in the query, and text is encoded', () => {
  assert.equal(queryString({ q: '滨江 1', level: null, parent: undefined, bbox: '' }), '?q=%E6%BB%A8%E6%B1%9F+1');
  assert.equal(queryString({}), '');
});

test('a list follows its cursor to the end', async () => {
  const asked = answers({ features: [{ id: 'a' }], next: 'c1' }, { features: [{ id: 'b' }] });
  const all = await createApi(() => {}, () => 'zh').areas({ level: 'grid' }, 1000, signal);
  assert.deepEqual(all.features.map((f) => f.id), ['a', 'b']);
  assert.equal(all.next, undefined);
  assert.match(asked[1], /cursor=c1/);
});

test('a list stops at the most that was asked for and says that there is more', async () => {
  answers({ features: [{ id: 'a' }, { id: 'b' }], next: 'c1' });
  const all = await createApi(() => {}, () => 'zh').areas({}, 2, signal);
  assert.equal(all.next, 'c1');
});

test('a refusal is thrown as the problem the server told', async () => {
  answers(new Response('{"code":"unknown-area","mend":"m"}', { status: 404, headers: { 'content-type': 'application/problem+json' } }));
  const heard = [];
  const api = createApi((ok) => heard.push(ok), () => 'zh');
  await assert.rejects(api.card({ partition: 'tree', code: '1' }, signal), (e) => e.body.code === 'unknown-area' && e.body.mend === 'm');
  assert.deepEqual(heard, [true]);
});

test('a server that cannot be reached is told as not connected', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('fetch failed');
  };
  const heard = [];
  await assert.rejects(createApi((ok) => heard.push(ok), () => 'zh').site(signal), (e) => e.body.code === 'not-connected');
  assert.deepEqual(heard, [false]);
});
