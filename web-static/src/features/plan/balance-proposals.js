import { html } from '../../ui/html.js';
import { icon } from '../../ui/icons.js';
import { emptyNote, loadingNote, problemNote } from '../../ui/problem.js';
import { verdictBadge } from '../grid/verdict.js';

/**
 * Lines along streets that would divide the chosen grid: asked for, looked at on the map, taken.
 *
 * @param {BalanceState} state
 * @param {{ selected: string | null, busy: boolean, draft: boolean, words: Words, actions: BalanceActions }} page
 */
export function proposalList({ balance, proposed }, { selected, busy, draft, words, actions }) {
  const grid = balance?.grids.find(({ face }) => face === selected);
  if (!draft || !grid) return null;
  const code = grid.code.slice(-3);
  if (!proposed || proposed.face !== grid.face) {
    return html`<p class="proposals"><button type="button" class=${grid.verdict === 'above' ? 'button primary' : 'button'} data-key="propose" ?disabled=${busy}
      title=${words.t('balance.key', { key: 'P' })} @click=${() => actions.propose(grid.face)}>${icon('street')}${words.t('balance.propose', { code })}</button></p>`;
  }
  if (proposed.problem) return problemNote(proposed.problem, words, () => void actions.propose(grid.face));
  if (!proposed.lines) return loadingNote(words);
  if (proposed.lines.length === 0) return emptyNote(words.t('balance.no-proposal', { code }));
  return html`<div class="proposals"><h3>${words.t('balance.proposals', { code })}</h3><p class="faint">${words.t('balance.proposals-hint')}</p>
    <ol>${proposed.lines.map((line, i) => oneProposal(line, i, { busy, words, actions }))}</ol></div>`;
}

/** @param {Proposal} line @param {number} i @param {{ busy: boolean, words: Words, actions: BalanceActions }} page */
function oneProposal({ properties: { halves, keepsRules } }, i, { busy, words, actions }) {
  const n = i + 1;
  return html`<li class=${keepsRules ? 'proposal sound' : 'proposal'}><span class="proposal-number" aria-hidden="true">${n}</span>
    <div class="proposal-halves">${halves.map((half) => html`<p><b>${words.number(half.households)}</b> ${words.t('balance.homes')} ${verdictBadge({ verdict: half.verdict, min: null, max: null }, words)}
      <span class="faint">${words.t('balance.half', { ground: words.number(half.squareMeters / 10_000, 2), buildings: words.number(half.buildings) })}</span></p>`)}</div>
    <div class="proposal-tools"><button type="button" class="button" data-key=${`proposal-${n}`} aria-label=${words.t('balance.look-at', { n })} title=${words.t('balance.key', { key: n })}
        ?disabled=${busy} @click=${() => actions.show(i)}>${words.t('balance.look')}</button>
      <button type="button" class="button primary" data-key=${`take-${n}`} aria-label=${words.t('balance.take-n', { n })} ?disabled=${busy} @click=${() => actions.take(i)}>${words.t('balance.take')}</button></div></li>`;
}
