import { openDialog } from '../../ui/dialog.js';
import { html, show } from '../../ui/html.js';
import { instantOf, localOf } from '../../app/when.js';

const DAY_MS = 86_400_000;

/**
 * Asks why, before a step is taken.
 *
 * @param {{ words: Words, step: PlanStepWord, needed: boolean, done: (reason: string) => void }} options
 */
export function askReason({ words, step, needed, done }) {
  const name = words.t(`plan.${step}`).replace('…', '');
  const typed = (/** @type {Element} */ form) => /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea')).value.trim();
  const close = ask({
    words, title: name, yes: name,
    field: html`<label class="plan-field"><span>${words.t('plan.why')}</span><textarea class="field" rows="3" maxlength="500" data-key="why" autofocus></textarea></label>
      <p class="faint">${words.t(needed ? 'plan.why-needed' : 'plan.why-optional')}</p>`,
    take: (form, complain) => {
      const reason = typed(form);
      if (needed && !reason) return complain('plan.why-needed');
      close();
      done(reason);
    },
  });
}

/**
 * Asks from when on a plan shall be in force: first tomorrow at midnight.
 *
 * @param {{ words: Words, zone: string, done: (effectiveFrom: string) => void }} options
 */
export function askWhen({ words, zone, done }) {
  const first = `${localOf(Date.now() + DAY_MS, zone).slice(0, 10)}T00:00`;
  const close = ask({
    words, title: words.t('plan.when'), yes: words.t('plan.set'),
    field: html`<label class="plan-field"><span>${words.t('plan.when')}</span><input class="field" type="datetime-local" step="1" .value=${first} data-key="when" autofocus></label>
      <p class="faint">${words.t('plan.when-hint', { zone })}</p>`,
    take: (form, complain) => {
      const effectiveFrom = instantOf(/** @type {HTMLInputElement} */ (form.querySelector('input')).value, zone);
      if (!effectiveFrom) return complain('plan.when-bad');
      close();
      done(effectiveFrom);
    },
  });
}

/**
 * Shows what a rebase would make of a plan, before it is done.
 *
 * @param {{ words: Words, report: PlanRebase, done: (drop: number[]) => void }} options
 */
export function showRebase({ words, report, done }) {
  const close = ask({
    words, title: words.t('plan.rebase').replace('…', ''), yes: words.t(report.misfits.length > 0 ? 'plan.rebase-drop' : 'plan.set'),
    field: html`<p>${words.t(report.sameGround ? 'plan.rebase-same' : 'plan.rebase-draft')}</p>
      ${report.misfits.length > 0 ? html`<p class="note bad">${words.t('plan.rebase-misfits', { n: report.misfits.length })}</p>
      <ol class="plan-history">${report.misfits.map((one) => html`<li><b>${one.title ?? one.code}</b><span>${one.detail ?? ''}</span>
        <span class="faint">#${String(one.seq)} · ${one.account}${one.lon === undefined ? '' : ` · ${one.lon.toFixed(5)}, ${one.lat?.toFixed(5)}`}</span></li>`)}</ol>` : null}`,
    take: () => {
      close();
      done(report.misfits.map((one) => one.seq));
    },
  });
}

/**
 * @param {{ words: Words, title: string, yes: string, field: Node,
 *   take: (form: Element, complain: (text: string) => void) => void }} options
 * @returns {() => void} closes it
 */
function ask({ words, title, yes, field, take }) {
  const trouble = document.createElement('p');
  trouble.setAttribute('role', 'alert');
  const complain = (/** @type {string} */ text) => show(trouble, html`<span class="note bad">${words.t(text)}</span>`);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    take(/** @type {Element} */ (event.currentTarget), complain);
  };
  const close = openDialog({
    title, closeLabel: words.t('dialog.close'),
    content: html`<form class="plan-form" @submit=${submit}>${field}${trouble}<div class="form-foot"><button type="submit" class="button primary" data-key="yes">${yes}</button>
      <button type="button" class="button" data-key="no" @click=${() => close()}>${words.t('dialog.no')}</button></div></form>`,
  });
  return close;
}
