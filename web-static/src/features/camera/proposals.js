import { html } from '../../ui/html.js';
import { emptyNote } from '../../ui/problem.js';
import { directionOf, middleOf } from './cover.js';

/**
 * Where new cameras would help most, the best first, each with what it adds and what all so far add together.
 *
 * @param {ProposalData} data @param {{ words: Words, go: (place: [number, number], rank: number) => void }} to
 */
export function proposalList(data, { words, go }) {
  if (data.features.length === 0) return emptyNote(words.t('proposal.none'));
  return html`<section class="cover-ranked"><ol>${data.features.map(({ geometry, properties }) => html`<li>
      <span class="rank" aria-hidden="true">${properties.rank}</span>
      <span><button type="button" class="link" data-key=${`proposal-${properties.rank}`} @click=${() => go(middleOf(geometry), properties.rank)}>${words.t('proposal.looks', { direction: words.word('proposal.direction', String(directionOf(properties.azimuthDegrees))) })}</button>
        <span class="faint">${words.t('proposal.gain', { households: words.number(Math.round(properties.households)), ground: words.number(properties.squareMeters) })}</span></span>
      <span class="cover-score" title=${words.t('proposal.together')}>${words.t('proposal.sum', { n: words.number(Math.round(properties.householdsTogether)) })}</span></li>`)}</ol>
    <p class="faint small-note">${words.t('proposal.how', { mount: words.number(data.mountHeightMeters), angle: words.number(data.angleDegrees), range: words.number(data.rangeMeters), places: words.number(data.candidates) })}${
      data.complete ? '' : ` ${words.t('proposal.incomplete')}`}</p></section>`;
}
