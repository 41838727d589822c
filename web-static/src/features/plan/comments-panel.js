import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { lockLine, planProblem } from './locks.js';
import { placeOf } from './picture.js';
import { isPair, threadsOf } from './together-state.js';

const LONGEST = 2000;

/** What is said of the plan: what is open, what is settled, something new; and the grids that are locked. @param {PlanPage} page @returns {PlanPanel} */
export function commentsPanel(page) {
  /** @type {unknown[]} */
  let drawn = [];
  return {
    id: 'comments', titleKey: 'plan.panel.comments',
    badge: () => String(threadsOf(page.together.state().comments).open.length || ''),
    render(root) {
      const { plan, lang, selected } = page.store.state();
      const now = [page.together.state(), plan, lang, selected];
      // Drawn anew only where it changes: somebody may be writing.
      if (root.childElementCount > 0 && now.every((part, i) => part === drawn[i])) return;
      drawn = now;
      show(root, view(page));
    },
  };
}

/** @param {PlanPage} page */
function view(page) {
  const words = page.words();
  const { comments, problem } = page.together.state();
  const { open, settled } = threadsOf(comments);
  return html`<section class="plan-part"><h3>${words.t('plan.comments')}</h3>
      ${open.length === 0 ? html`<p class="note quiet">${icon('info')}${words.t('plan.comments-none')}</p>` : html`<ol class="comments" data-scroll="comments">${open.map((one) => threadItem(page, one))}</ol>`}
      ${settled.length > 0 ? html`<details class="comments-settled"><summary>${words.t('plan.comments-settled', { n: settled.length })}</summary><ol class="comments">${settled.map((one) => threadItem(page, one))}</ol></details>` : null}</section>
    ${problem ? planProblem(page, problem) : null}
    ${writing(page)}${locks(page)}`;
}

/** @param {PlanPage} page @param {CommentThread} thread */
function threadItem(page, { comment, number, replies }) {
  const words = page.words();
  const { together } = page;
  const { replyTo, busy, shown } = together.state();
  const settledBy = comment.resolvedAt ? html`<p class="faint">${icon('check')}${words.t('plan.comment-settled-by', { who: comment.resolvedBy ?? '', time: words.time(comment.resolvedAt) })}</p>` : null;
  return html`<li class=${shown === comment.id ? 'comment chosen' : 'comment'} id=${`comment-${comment.id}`} tabindex="-1" data-key=${`comment-${comment.id}`}><div class="comment-head"><b class="comment-number">${String(number)}</b>${byline(comment, words)}${pinOf(page, comment)}</div>
    <p class="comment-text">${comment.text}</p>
    ${replies.length > 0 ? html`<ol class="comment-replies">${replies.map((reply) => html`<li>${byline(reply, words)}<p class="comment-text">${reply.text}</p></li>`)}</ol>` : null}${settledBy}
    ${replyTo === comment.id ? replying(page) : html`<p class="plan-tools">
      <button type="button" class="button small" data-key=${`reply-${comment.id}`} ?disabled=${busy} @click=${() => answer(page, comment.id)}>${words.t('plan.comment-reply')}</button>
      <button type="button" class="button small" data-key=${`settle-${comment.id}`} ?disabled=${busy} @click=${() => together.settle(comment)}>${words.t(comment.resolvedAt ? 'plan.comment-reopen' : 'plan.comment-resolve')}</button></p>`}</li>`;
}

/** @param {PlanComment} comment @param {Words} words */
const byline = ({ account, madeAt }, words) => html`<span class="comment-by"><b>${account}</b> <time class="faint" datetime=${madeAt}>${words.time(madeAt)}</time></span>`;

/** What it is about; shows it on the map. @param {PlanPage} page @param {PlanComment} comment */
function pinOf(page, { id, face, at, border }) {
  if (!at) return null;
  if (border) return borderPin(page, { id, at, border });
  const words = page.words();
  const there = page.store.state().plan?.grids.features.find((grid) => grid.id === face);
  const go = () => {
    page.together.set({ shown: id });
    if (there) page.actions.select(there.id);
    page.map()?.center(at);
  };
  return html`<button type="button" class="link comment-pin" data-key=${`pin-${id}`} @click=${go}>${icon('pin')}${there ? there.properties.code.slice(-3) : words.t(face ? 'plan.comment-face-gone' : 'plan.comment-place')}</button>`;
}

/** @param {PlanPage} page @param {{ id: number, at: Position, border: NonNullable<PlanComment['border']> }} comment */
function borderPin(page, { id, at, border }) {
  const grids = border.grids.map((face) => page.store.state().plan?.grids.features.find((grid) => grid.id === face)?.properties.code.slice(-3) ?? face.slice(-3)).join(' | ');
  const go = () => {
    page.together.set({ shown: id });
    page.map()?.center(at);
  };
  return html`<button type="button" class="link comment-pin" data-key=${`pin-${id}`} @click=${go}>${icon('pin')}${page.words().t(`plan.comment-border-${border.state}`, { grids })}</button>`;
}

/** @param {PlanPage} page @param {number} id */
function answer(page, id) {
  page.together.typed.reply = '';
  page.together.set({ replyTo: id });
  focus('reply-text');
}

/** @param {string} key */
const focus = (key) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${key}"]`))?.focus();

/** @param {PlanPage} page */
function replying(page) {
  const words = page.words();
  const { together } = page;
  return html`<form class="plan-form" @submit=${(/** @type {Event} */ event) => send(event, page, 'reply')}>
    ${textField(page, 'reply', words.t('plan.comment-reply'))}
    <p class="plan-tools"><button type="submit" class="button primary small" data-key="reply-send" ?disabled=${together.state().busy}>${words.t('plan.comment-send')}</button>
      <button type="button" class="button small" data-key="reply-not" @click=${() => together.set({ replyTo: null })}>${words.t('plan.comment-not')}</button></p></form>`;
}

/** @param {PlanPage} page @param {'text' | 'reply'} name @param {string} label */
const textField = ({ together }, name, label) => html`<label class="plan-field"><span>${label}</span><textarea class="field" rows="3" maxlength=${String(LONGEST)} required
  data-key=${`${name}-text`} .value=${together.typed[name]} @input=${(/** @type {Event} */ event) => (together.typed[name] = /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></label>`;

/** @param {Event} event @param {PlanPage} page @param {'text' | 'reply'} name */
async function send(event, { together }, name) {
  event.preventDefault();
  const text = together.typed[name];
  together.typed[name] = '';
  if (name === 'text') together.set({ replyTo: null });
  if (!(await together.say(text))) {
    // What was refused is not lost.
    together.typed[name] = text;
    together.set({});
  }
}

/** @param {PlanPage} page */
function writing(page) {
  const words = page.words();
  const { pin, at, between, busy, replyTo } = page.together.state();
  if (replyTo !== null) return null;
  const { selected, plan } = page.store.state();
  const grid = plan?.grids.features.find(({ id }) => id === selected);
  const choice = (/** @type {TogetherState['pin']} */ name, /** @type {string} */ label) => html`<label class="comment-choice"><input type="radio" name="comment-pin" data-key=${`pin-as-${name}`} .checked=${pin === name}
    @change=${() => page.together.set({ pin: name })}><span>${label}</span></label>`;
  const ready = pin === 'plan' || (pin === 'face' ? grid : at || (pin === 'edge' && isPair(between)));
  return html`<form class="plan-part plan-form" @submit=${(/** @type {Event} */ event) => send(event, page, 'text')}><h3>${words.t('plan.comment-new')}</h3>
    ${textField(page, 'text', words.t('plan.comment-text'))}
    <fieldset class="comment-pins"><legend class="faint">${words.t('plan.comment-about')}</legend>${choice('plan', words.t('plan.comment-about-plan'))}
      ${choice('face', grid ? words.t('plan.comment-about-grid', { code: grid.properties.code.slice(-3) }) : words.t('plan.comment-about-chosen'))}${choice('edge', words.t('plan.comment-about-border'))}${choice('at', words.t('plan.comment-about-place'))}</fieldset>
    ${pin === 'at' || pin === 'edge' ? placeField(page, at, pin) : null}${pin === 'edge' ? sides(page, between) : null}
    <button type="submit" class="button primary" data-key="comment-send" ?disabled=${busy || !ready}>${words.t('plan.comment-send')}</button></form>`;
}

/** The two grids beside a border, instead of a place near it. @param {PlanPage} page @param {readonly string[]} between */
function sides(page, between) {
  const words = page.words();
  const grids = page.store.state().plan?.grids.features ?? [];
  const chosen = (/** @type {Event} */ event, /** @type {number} */ side) => {
    const face = /** @type {HTMLSelectElement} */ (event.target).value;
    page.together.set({ at: null, between: side === 0 ? [face, between[1]] : [between[0], face] });
  };
  return html`<div class="plan-tools">${[0, 1].map((side) => html`<label class="plan-field"><span>${words.t(side === 0 ? 'plan.comment-side-one' : 'plan.comment-side-other')}</span><span class="select"><select data-key=${`comment-side-${side}`}
    @change=${(/** @type {Event} */ event) => chosen(event, side)}><option value="">${words.t('plan.choose-one')}</option>${grids.map(({ id, properties }) => html`<option value=${id} ?selected=${id === between[side]}>${properties.code.slice(-3)}</option>`)}</select>${icon('down')}</span></label>`)}</div>`;
}

/** @param {PlanPage} page @param {Position | null} at @param {'at' | 'edge'} pin */
function placeField(page, at, pin) {
  const typed = (/** @type {Event} */ event) => {
    const [lon = '', lat = ''] = /** @type {HTMLInputElement} */ (event.target).value.split(/[\s,，]+/);
    page.together.set({ at: placeOf(lon, lat), between: ['', ''] });
  };
  return html`<label class="plan-field"><span>${page.words().t(pin === 'edge' ? 'plan.comment-border-hint' : 'plan.comment-place-hint')}</span><input class="field" type="text" inputmode="decimal" data-key="comment-at" placeholder="111.6975, 29.0300"
    .value=${at ? at.join(', ') : ''} @change=${typed}></label>`;
}

/** All locks, for whoever may lift them. @param {PlanPage} page */
function locks(page) {
  const words = page.words();
  const { locks: all } = page.together.state();
  return all.length === 0 ? null : html`<section class="plan-part"><h3>${words.t('plan.locks')}</h3><ul class="comments">${all.map((lock) => html`<li class="comment">${lockLine(page, lock)}</li>`)}</ul></section>`;
}
