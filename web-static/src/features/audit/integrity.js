import { isAbort, problemOf } from '../../app/problem.js';
import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { problemNote } from '../../ui/problem.js';
import { grouped, shareOf } from './state.js';

const POLL_MS = 500;

/**
 * Whether the record is whole: the newest anchor, to be printed, and a verification that can be begun and watched.
 *
 * @param {HTMLElement} place @param {FramePage} page
 */
export function mountIntegrity(place, page) {
  const { signal } = new AbortController();
  /** @type {{ anchor: AuditAnchor | null, progress: AuditProgress | null, problem: ProblemBody | null }} */
  const now = { anchor: null, progress: null, problem: null };
  const draw = () => show(place, content(now, page.words(), verify));
  /** @param {() => Promise<void>} work */
  const attempt = async (work) => {
    try {
      await work();
      now.problem = null;
    } catch (error) {
      if (!isAbort(error)) now.problem = problemOf(error);
    }
    draw();
  };
  const watch = async () => {
    while (now.progress?.state === 'running' && place.isConnected) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      now.progress = await page.api.get('/api/audit/verification', {}, signal);
      draw();
    }
    now.anchor = await page.api.get('/api/audit/anchor', {}, signal);
  };
  const verify = () => attempt(async () => {
    now.progress = await page.api.send('POST', '/api/audit/verification', { signal });
    draw();
    await watch();
  });
  draw();
  attempt(async () => {
    now.progress = await page.api.get('/api/audit/verification', {}, signal);
    await watch();
  });
}

/**
 * @param {{ anchor: AuditAnchor | null, progress: AuditProgress | null, problem: ProblemBody | null }} now
 * @param {Words} words @param {() => void} verify
 */
function content({ anchor, progress, problem }, words, verify) {
  const running = progress?.state === 'running';
  return html`<div class="audit-verdict"><h2>${words.t('audit.integrity')}</h2>
      <div class="audit-said" role="status">${problem ? problemNote(problem, words) : verdict(progress, words)}</div>
      <button type="button" class="button primary" data-key="verify" ?disabled=${running} @click=${verify}>${words.t(running ? 'audit.verifying' : 'audit.verify')}</button></div>
    <div class="audit-anchor"><h2>${words.t('audit.anchor')}</h2>
      ${anchor ? html`<p><b>#${words.number(anchor.number)}</b> <span class="faint">${words.time(anchor.at)}</span></p><p class="code-text audit-code">${grouped(anchor.chain)}</p>` : html`<p class="faint">${words.t('state.loading')}</p>`}
      <p class="faint audit-why">${words.t('audit.anchor-why')}</p>
      <a class="button" href="/api/audit/anchor?format=text" target="_blank" rel="noopener" data-key="anchor">${words.t('audit.anchor-print')}</a></div>`;
}

/** @param {AuditProgress | null} progress @param {Words} words */
function verdict(progress, words) {
  if (!progress) return html`<p class="faint">${words.t('state.loading')}</p>`;
  if (progress.state === 'none') return html`<p class="faint">${words.t('audit.never')}</p>`;
  if (progress.state === 'failed') return html`<p class="mark-off">${icon('warning')}${words.t('audit.failed')}</p>`;
  if (progress.state === 'running') {
    const values = { checked: words.number(progress.checked), total: words.number(progress.total) };
    return html`<label class="audit-progress"><progress max="1" value=${shareOf(progress)}></progress><span>${words.t('audit.checked', values)}</span></label>`;
  }
  const report = /** @type {NonNullable<AuditProgress['report']>} */ (progress.report);
  const values = { n: words.number(report.sealed + report.unsealed), seconds: words.number(progress.tookMillis / 1000, 2), at: words.time(progress.begun) };
  if (report.sound) return html`<p class="mark-on">${icon('check')}<b>${words.t('audit.sound')}</b></p><p class="faint">${words.t('audit.checked-all', values)}</p>`;
  const told = (/** @type {AuditFinding} */ one) => `${one.number ? `#${words.number(one.number)} ` : ''}${one.at ? `${words.time(one.at)} ` : ''}${words.lang === 'zh' ? one.zh : one.en}`;
  return html`<p class="mark-off">${icon('warning')}<b>${words.t('audit.unsound')}</b></p>
    <ol class="audit-findings">${report.findings.slice(0, 5).map((one) => html`<li>${told(one)}${one.id ? html` <span class="code-text faint">${one.id}</span>` : null}</li>`)}</ol>
    <p class="faint">${words.t('audit.checked-all', values)}</p>`;
}
