import { html } from '../../ui/html.js';
import { loadingNote, problemNote } from '../../ui/problem.js';

/** What the card says while no area is chosen. @param {Page} page */
export function townOverview(page) {
  const words = page.words();
  const { site } = page.store.state();
  if (site.status === 'failed') return html`<div class="card">${problemNote(site.problem, words, () => page.retry('site'))}</div>`;
  if (site.status !== 'ready') return html`<div class="card">${loadingNote(words)}</div>`;
  const { data } = site;
  return html`<div class="card" data-scroll="card"><p class="crumb-top faint">${words.t('town.title')}</p>
    <h2 class="card-name">${words.lang === 'zh' ? data.nameZh : data.nameEn}</h2>
    <p class="faint">${words.t('town.as-of', { time: words.time(data.asOf) })}</p>
    <section class="card-part"><h3>${words.t('town.counts')}</h3><ul class="counts">${data.levels.map(({ level, count }) => html`<li>
      <button type="button" class="link" data-key=${`level-${level}`}
        @click=${() => page.store.dispatch({ kind: 'shown', shown: { partition: 'tree', level } })}>${words.word('level', level)}</button>
      <b>${words.number(count)}</b></li>`)}</ul></section>
    <p class="hint">${words.t('town.hint')}</p>
    ${data.generated ? html`<p class="faint">${words.t('generated.why')}</p>` : null}</div>`;
}
