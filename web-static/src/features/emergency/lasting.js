/** So many answers come together that they are read together. */
const GATHER_MS = 300;

/**
 * Keeps the emergencies that last in the page's state, by the live stream. Where the reader may not know of them there are none.
 *
 * @param {Page} page
 */
export function followEmergencies({ store, api, hear }) {
  let waiting = false;
  let controller = new AbortController();
  const mayRead = () => {
    const { site } = store.state();
    return site.status === 'ready' && site.data.canRead.includes('emergencies');
  };
  const read = async () => {
    waiting = false;
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    try {
      const { features } = await api.get('/api/emergencies', { lasting: 'true' }, signal);
      if (!signal.aborted) store.dispatch({ kind: 'emergencies', emergencies: features.map((/** @type {any} */ { properties }) => properties) });
    } catch {
      // What is shown stays; the band tells when there is no connection, and the stream when there is one again.
    }
  };
  const soon = () => {
    if (waiting || !mayRead()) return;
    waiting = true;
    setTimeout(read, GATHER_MS);
  };
  store.watch(mayRead, (may) => may && soon());
  store.watch((state) => state.connected, (connected) => connected && soon());
  hear((message) => {
    if (message.kind === 'reset' || (message.kind === 'change' && (message.type.startsWith('emergency-') || (message.type === 'campaign-answered' && store.state().emergencies?.length)))) soon();
  });
  soon();
}
