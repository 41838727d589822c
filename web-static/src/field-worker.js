/**
 * Lets the field page open without a network: keeps the page and its files of one build, and nothing else. What the server
 * answers is not kept here; the page itself keeps what it needs.
 */

const BASE = '{{base}}';
const CACHE = `field ${BASE}`;
const PAGE = '/field/';
/** A page that is there is shown before a network that thinks longer than this. */
const PATIENCE_MS = 2_500;

const worker = /** @type {any} */ (globalThis);

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(forget().then(() => worker.clients.claim())));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(page(request));
  else if (url.pathname.startsWith(`${BASE}/`)) event.respondWith(file(request));
});

/** The page, all it names, and all that those files name in turn: also what it fetches only later. */
async function keep() {
  const cache = await worker.caches.open(CACHE);
  const first = await fetch(PAGE, { cache: 'no-cache' });
  if (!first.ok) throw new Error(String(first.status));
  const text = await first.clone().text();
  await cache.put(PAGE, first);
  const paths = new Set([...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path]) => path).filter((path) => path.startsWith(BASE)));
  for (const path of paths) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(path);
    await cache.put(path, answer.clone());
    if (!path.endsWith('.js')) continue;
    for (const [, name] of (await answer.text()).matchAll(/(?:^import[^'"]*?from\s|^export[^'"]*?from\s|\bimport\()\s*'(\.[^']+)'/gm)) {
      paths.add(new URL(name, new URL(path, worker.location.origin)).pathname);
    }
  }
}

/** Files of other builds. */
async function forget() {
  const names = await worker.caches.keys();
  await Promise.all(names.filter((/** @type {string} */ name) => name.startsWith('field ') && name !== CACHE).map((/** @type {string} */ name) => worker.caches.delete(name)));
}

/** The newest page where the network is quick, else the one that is kept. @param {Request} request */
async function page(request) {
  const kept = await worker.caches.match(PAGE, { ignoreVary: true });
  const asked = fetch(request);
  if (!kept) return asked;
  const slow = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([asked.then((answer) => (answer.ok ? answer : kept), () => kept), slow]);
}

/** A file of this build never changes. @param {Request} request */
async function file(request) {
  return (await worker.caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
