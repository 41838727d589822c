import { html } from './html.js';
import { icon } from './icons.js';

const STAYS_MS = 4500;
const MOST = 3;

/**
 * Short sentences that come and go. The same one is not said twice at a time, and never more than a few.
 *
 * @param {HTMLElement} place
 * @returns {(text: string, tone?: 'plain' | 'good' | 'bad') => void}
 */
export function createToasts(place) {
  return (text, tone = 'plain') => {
    if ([...place.children].some((said) => said.textContent === text) || place.childElementCount >= MOST) return;
    const toast = document.createElement('p');
    toast.className = `toast ${tone}`;
    toast.append(html`${icon(tone === 'bad' ? 'warning' : tone === 'good' ? 'check' : 'info')}<span>${text}</span>`);
    place.append(toast);
    setTimeout(() => toast.remove(), STAYS_MS);
  };
}
