/** What a phone page keeps on the phone: drafts, what waits to be sent, what was read last. Nothing of it goes anywhere by itself. */

const STORES = /** @type {const} */ (['drafts', 'outbox', 'kept']);

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('wangge-phone', 1);
    request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

/**
 * @template T
 * @param {string} store @param {IDBTransactionMode} mode @param {(records: IDBObjectStore) => IDBRequest<T>} ask
 * @returns {Promise<T>} when it is on the disk
 */
async function run(store, mode, ask) {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Strict: what the page calls kept must outlive a phone whose battery is taken out.
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * One of the shelves. Each call fails where the browser keeps nothing, as in some private windows.
 *
 * @param {typeof STORES[number]} store
 */
export const shelf = (store) => ({
  /** @param {string} key @returns {Promise<any>} */
  get: (key) => run(store, 'readonly', (records) => records.get(key)),
  /** @param {string} key @param {unknown} value */
  put: (key, value) => run(store, 'readwrite', (records) => records.put(value, key)),
  /** @param {string} key */
  remove: (key) => run(store, 'readwrite', (records) => records.delete(key)),
  clear: () => run(store, 'readwrite', (records) => records.clear()),
  /** In the order of their keys. @returns {Promise<any[]>} */
  all: () => run(store, 'readonly', (records) => records.getAll()),
});

/** A key that nobody else has made: also without HTTPS, where the browser has no UUIDs. */
export const newKey = () => `phone-${[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
