import { html } from '../../ui/html.js';
import { emptyNote } from '../../ui/problem.js';
import { middleOf, percentOf, worthLooking } from './cover.js';

const MOST = 50;

/**
 * Places where much happens, no camera looks and nobody passes, the worst first, with the figures that say why.
 *
 * @param {UnseenData} data @param {{ words: Words, name: (grid: string) => string, go: (place: [number, number], rank: number) => void }} to
 */
export function unseenList(data, { words, name, go }) {
  const listed = worthLooking(data, MOST);
  if (listed.length === 0) return emptyNote(words.t('unseen.none'));
  return html`<section class="cover-ranked"><ol>${listed.map(({ geometry, properties }) => html`<li>
      <span class="rank" aria-hidden="true">${properties.rank}</span>
      <span><button type="button" class="link" data-key=${`unseen-${properties.rank}`} @click=${() => go(middleOf(geometry), properties.rank)}>${name(properties.grid)}</button>
        <span class="faint">${why(properties, data.days, words)}</span></span>
      <span class="cover-score" title=${words.t('unseen.score')}>${words.number(properties.score, 1)}</span></li>`)}</ol>
    <p class="faint small-note">${words.t('unseen.how')}${data.patrolsKnown ? '' : ` ${words.t('unseen.no-patrols')}`}</p></section>`;
}

/** @param {UnseenProps} cell @param {number} days @param {Words} words */
function why({ incidents, seenShare, walks }, days, words) {
  const said = words.t('unseen.why', { incidents: words.number(incidents), days: words.number(Math.round(days)), percent: percentOf(seenShare) });
  return walks === null ? said : `${said} · ${words.t('unseen.walks', { n: words.number(walks) })}`;
}
