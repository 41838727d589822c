import { html, show } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { firstStep, followed, isOver } from './steps.js';

/** How often the page is looked at: whether the step is done, and where what it speaks of has gone. */
const LOOK_MS = 200;
/** Room between what is pointed at and the ring around it. */
const RING = 6;

/**
 * Leads through a story in which the visitor does the clicking: says what to do, rings what it speaks of, and goes on by
 * itself once it is done.
 *
 * @param {Story} story
 * @param {() => Words} words
 * @param {() => void} [ended]
 * @returns {() => void} the way to end it
 */
export function tell(story, words, ended = () => {}) {
  const ring = document.createElement('div');
  ring.className = 'story-ring';
  ring.setAttribute('aria-hidden', 'true');
  const card = document.createElement('section');
  card.className = 'story-card';
  card.setAttribute('aria-live', 'polite');
  document.body.append(ring, card);
  let progress = firstStep();
  let drawn = '';

  const end = () => {
    clearInterval(timer);
    ring.remove();
    card.remove();
    ended();
  };
  const look = () => {
    progress = followed(story.steps, progress);
    const at = story.steps[progress.at];
    const target = at?.at ? document.querySelector(at.at) : null;
    placeRing(ring, target);
    card.classList.toggle('up', isLow(target));
    const { lang } = words();
    if (drawn !== `${progress.at} ${lang}`) {
      drawn = `${progress.at} ${lang}`;
      card.setAttribute('aria-label', words().t(`story.${story.id}.title`));
      show(card, content(story, progress, words(), end));
      target?.scrollIntoView({ block: 'nearest' });
    }
  };
  const timer = setInterval(look, LOOK_MS);
  look();
  return end;
}

/** @param {Story} story @param {StoryProgress} progress @param {Words} words @param {() => void} end */
function content(story, progress, words, end) {
  const over = isOver(story.steps, progress);
  const n = Math.min(progress.at + 1, story.steps.length);
  return html`<div class="story-head"><b>${words.t(`story.${story.id}.title`)}</b>
      <span class="faint">${over ? '' : words.t('story.step', { n, of: story.steps.length })}</span>
      <button type="button" class="icon-button small" data-key="story-end" aria-label=${words.t('story.leave')} title=${words.t('story.leave')} @click=${end}>${icon('close')}</button></div>
    <progress max=${story.steps.length} value=${over ? story.steps.length : progress.at} aria-hidden="true"></progress>
    <p>${words.t(over ? `story.${story.id}.end` : `story.${story.id}.${n}`)}</p>
    ${over ? html`<p class="story-done">${icon('check')}<span>${words.t('story.done')}</span></p><p class="story-links">${story.quiet ? null : html`<a class="button" href="/sign-in/" data-key="story-more">${words.t('story.more')}</a>`}
      <button type="button" class="button" @click=${end}>${words.t('story.stay')}</button></p>` : null}`;
}

/** Where the card must not lie below, on a screen that it fills from side to side. @param {Element | null} target */
function isLow(target) {
  const box = target?.getBoundingClientRect();
  return box !== undefined && box.top + box.height / 2 > window.innerHeight / 2;
}

/** @param {HTMLElement} ring @param {Element | null} target */
function placeRing(ring, target) {
  const box = target?.getBoundingClientRect();
  ring.hidden = !box || box.width === 0;
  if (!box || ring.hidden) return;
  ring.style.transform = `translate(${box.left - RING}px, ${box.top - RING}px)`;
  ring.style.width = `${box.width + 2 * RING}px`;
  ring.style.height = `${box.height + 2 * RING}px`;
}
