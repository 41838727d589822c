import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

/**
 * A recording of a device that sends nothing itself: its GPX file is chosen, and what became of it is told.
 *
 * @param {HTMLElement} place @param {FieldPage} page @returns {() => void}
 */
export function mountGpx(place, page) {
  const ended = new AbortController();
  /** @type {{ busy: boolean, problem: ProblemBody | null, told: { accepted: number, duplicates: number, refused: unknown[] } | null }} */
  let view = { busy: false, problem: null, told: null };
  const put = (/** @type {Partial<typeof view>} */ more) => {
    view = { ...view, ...more };
    if (!ended.signal.aborted) show(place, content(page, view, send));
  };
  const send = async (/** @type {File} */ file) => {
    put({ busy: true, problem: null, told: null });
    try {
      const body = new Blob([file], { type: 'application/gpx+xml' });
      put({ told: await (await page.calls()).send('POST', '/api/positions/gpx', { body, signal: ended.signal }) });
    } catch (error) {
      if (!isAbort(error)) put({ problem: problemOf(error) });
    }
    put({ busy: false });
  };
  put({});
  return () => ended.abort();
}

/** @param {FieldPage} page @param {{ busy: boolean, problem: ProblemBody | null, told: { accepted: number, duplicates: number, refused: unknown[] } | null }} view @param {(file: File) => void} send */
function content(page, { busy, problem, told }, send) {
  const { t } = page.words();
  const chosen = (/** @type {Event} */ event) => {
    const [file] = /** @type {HTMLInputElement} */ (event.currentTarget).files ?? [];
    if (file) send(file);
  };
  return html`<h2>${t('phone.gpx')}</h2><p class="faint">${t('phone.gpx-why')}</p>
    ${problem ? html`<p class="note bad" role="alert">${icon('warning')}<span>${problem.detail || problem.title || t('hand.problem')} ${problem.mend ?? ''}</span></p>` : null}
    ${told ? html`<p class="note" role="status" data-key="gpx-told">${icon('check')}<span>${t('phone.gpx-kept', { n: told.accepted })}${told.duplicates ? ` ${t('phone.gpx-known', { n: told.duplicates })}` : ''}${told.refused.length ? ` ${t('phone.gpx-refused', { n: told.refused.length })}` : ''}</span></p>` : null}
    <label class="button wide file-button"><input type="file" accept=".gpx,application/gpx+xml" data-key="gpx-file" ?disabled=${busy} @change=${chosen}>${icon('plus')}<span>${t(busy ? 'phone.gpx-sending' : 'phone.gpx-choose')}</span></label>`;
}
