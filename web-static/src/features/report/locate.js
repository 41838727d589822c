const LONGEST_WAIT_MS = 20_000;

/** Asks the device where it is. @param {ReportPage} page @param {(place: ReportPlace) => void} choose */
export function locate(page, choose) {
  const { dispatch } = page.store;
  if (!window.isSecureContext || !navigator.geolocation) return dispatch({ said: 'report.no-device', open: '' });
  dispatch({ busy: 'locating', said: '', open: '' });
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      dispatch({ busy: '' });
      choose({ lon: coords.longitude, lat: coords.latitude, by: 'device', label: '', accuracyMeters: coords.accuracy });
    },
    ({ code }) => dispatch({ busy: '', said: code === 1 ? 'report.device-refused' : 'report.device-failed' }),
    { enableHighAccuracy: true, timeout: LONGEST_WAIT_MS, maximumAge: 30_000 },
  );
}

/** Whose grid it is: told at once, so that a mistake is seen before it is sent. @param {ReportPage} page */
export async function lookUp(page) {
  const { place } = page.store.state().draft;
  if (!place) return;
  /** @param {GridFound} grid */
  const put = (grid) => page.store.state().draft.place === place && page.store.dispatch({ grid });
  put({ status: 'looking', names: [] });
  try {
    const calls = await page.calls();
    const found = await calls.get('/api/grids/at', { lon: place.lon.toFixed(7), lat: place.lat.toFixed(7) }, new AbortController().signal);
    put({ status: 'inside', names: namesOf(found.chain) });
  } catch (error) {
    const code = /** @type {any} */ (error)?.body?.code;
    put({ status: code === 'outside-every-grid' ? 'outside' : 'unknown', names: [] });
  }
}

/** The community and the grid: what residents know, not what lies above or below. @param {ChainLink[]} chain */
const namesOf = (chain) => chain.filter(({ level }) => level === 'community' || level === 'grid').map(({ name }) => name);
