import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/lines.js';

/**
 * What somebody gets for a report: its number, whose it is now, and the one address that leads back to it.
 *
 * @param {HTMLElement} place @param {ReportPage} page @param {ReportReceipt} receipt @param {() => void} again
 */
export function showReceipt(place, page, receipt, again) {
  const words = page.words();
  const link = `${location.origin}/report/#${receipt.token}`;
  show(place, html`<section class="receipt" aria-labelledby="receipt"><p class="receipt-mark">${icon('check')}</p>
    <h2 id="receipt" tabindex="-1">${words.t('report.received')}</h2>
    <dl class="facts"><div><dt>${words.t('report.number')}</dt><dd class="receipt-number" data-key="number">${receipt.number}</dd></div>
      <div><dt>${words.t('report.grid')}</dt><dd data-part="grid">${receipt.grid ?? words.t('report.no-grid')}</dd></div></dl>
    <div class="part"><h3>${words.t('report.link')}</h3><p>${words.t('report.link-why')}</p>
      <p class="receipt-link"><a href=${link} data-key="link">${link}</a></p>
      <p class="pair"><button type="button" class="button wide" data-key="copy" @click=${(/** @type {Event} */ event) => copy(words, link, /** @type {HTMLElement} */ (event.currentTarget))}>${icon('copy')}<span>${words.t('report.copy')}</span></button>
      ${'share' in navigator ? html`<button type="button" class="button wide" data-key="share" @click=${() => navigator.share({ title: receipt.number, url: link }).catch(() => {})}>${icon('send')}<span>${words.t('report.share')}</span></button>` : null}</p></div>
    <button type="button" class="button wide" data-key="again" @click=${() => again()}>${icon('plus')}<span>${words.t('report.again')}</span></button></section>`);
  /** @type {HTMLElement | null} */ (place.querySelector('#receipt'))?.focus();
  if (receipt.grid) nameGrid(/** @type {Element} */ (place.querySelector('[data-part=grid]')), page, receipt.grid);
}

/** @param {Words} words @param {string} link @param {HTMLElement} button */
async function copy(words, link, button) {
  const said = /** @type {HTMLElement} */ (button.lastElementChild);
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = words.t('report.copied');
  } catch {
    said.textContent = words.t('report.copy-failed');
  }
}

/** A name says more than fifteen digits. @param {Element} where @param {ReportPage} page @param {string} code */
async function nameGrid(where, page, code) {
  try {
    const { chain } = await (await page.calls()).get(`/api/grids/${encodeURIComponent(code)}/card`, {}, new AbortController().signal);
    const names = chain.slice(-2).map((/** @type {ChainLink} */ { name }) => name);
    if (where.isConnected && names.length > 0) show(where, html`${names.join(' › ')} <span class="code-text">${code}</span>`);
  } catch {
    // The code stays.
  }
}
