import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createSaved, keptViews } from './saved.js';

const EAST = { name: 'East', place: null, figure: 'open', density: 'marks' };
const WEST = { name: 'West', place: { zoom: 13, lat: 29, lng: 112 }, figure: 'none', density: 'heat' };
const WEST_TEXT = 'West~13.00/29.00000/112.00000~none~heat';

/** @type {Map<string, string>} */
const kept = new Map();
beforeEach(() => {
  kept.clear();
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  } });
});

/** A server that holds to versions. @param {{ version: number, views: string[] }} told */
const server = (told) => ({
  told,
  get: async () => ({ ...told }),
  send: async (/** @type {string} */ _method, /** @type {string} */ _path, /** @type {any} */ { body, version }) => {
    if (version !== told.version) throw new Error('version-conflict');
    told.version++;
    told.views = body.views;
    return { ...told };
  },
});
/** @param {any} api */
const savedOf = (api) => createSaved(api);

test('where nobody is signed in they stay on the screen', async () => {
  const api = server({ version: 0, views: [] });
  await savedOf(api).keep(WEST);
  assert.deepEqual(keptViews(), [WEST]);
  assert.deepEqual(api.told.views, []);
});

test('what the screen held goes to the first account that has none, once', async () => {
  kept.set('wangge.wall.views', WEST_TEXT);
  const api = server({ version: 0, views: [] });
  assert.deepEqual(await savedOf(api).signedIn(), [WEST]);
  assert.deepEqual(api.told, { version: 1, views: [WEST_TEXT] });
  assert.equal(kept.size, 0);
  assert.deepEqual(await savedOf(server({ version: 0, views: [] })).signedIn(), []);
});

test('an account that has its own keeps these, and what is kept at another desk meanwhile', async () => {
  kept.set('wangge.wall.views', WEST_TEXT);
  const api = server({ version: 3, views: ['East~~open~marks'] });
  const saved = savedOf(api);
  assert.deepEqual(await saved.signedIn(), [EAST]);
  assert.equal(kept.size, 1);
  api.told.version = 4;
  api.told.views = ['East~~open~marks', 'Other~~none~heat'];
  await saved.keep(WEST);
  assert.deepEqual(api.told, { version: 5, views: ['East~~open~marks', 'Other~~none~heat', WEST_TEXT] });
});
