import { generatedChip } from '../../../ui/generated.js';
import { html } from '../../../ui/html.js';
import { icon } from '../../../ui/icons.js';
import { createPart } from '../../../ui/part.js';
import { emptyNote } from '../../../ui/problem.js';
import { createAreaNames } from '../area-names.js';
import { grantLine, standingOf } from '../grant-line.js';

/** Who I am, as what and where. @param {HTMLElement} place @param {FramePage} page @param {{ site: Site, own: Promise<OwnAccount> }} given */
export function mountWho(place, page, { site, own }) {
  const names = createAreaNames(page.api, () => part.draw());
  /** @type {Part<OwnAccount>} */
  const part = createPart(place, {
    words: page.words, over: page.over,
    read: () => own,
    content: (account) => content(account, page.words(), names, site.asOf),
  });
  part.reload();
}

/** @param {OwnAccount} own @param {Words} words @param {AreaNames} names @param {string} now */
function content(own, words, names, now) {
  const grants = own.grants.filter((grant) => standingOf(grant, now) !== 'over');
  return html`<p class="who-name"><b>${own.account}</b>${own.generated ? generatedChip(words) : null}</p>
    <dl class="facts">${own.staffCode ? html`<div><dt>${words.t('mine.staff-code')}</dt><dd class="code-text">${own.staffCode}</dd></div>` : null}
      <div><dt>${words.t('mine.since')}</dt><dd>${words.day(own.createdAt)}</dd></div></dl>
    <h3>${words.t('mine.roles')}</h3>
    ${grants.length === 0 ? emptyNote(words.t('mine.no-roles')) : html`<ul class="grants">${grants.map((grant) => html`<li>${grantLine(grant, words, names)}
      ${standingOf(grant, now) === 'later' ? html`<span class="chip plain">${words.t('grant.later')}</span>` : null}</li>`)}</ul>`}
    ${own.secondFactorNeeded && !own.secondFactor ? html`<div class="note warn">${icon('warning')}<p>${words.t('mine.factor-needed')}</p></div>` : null}`;
}
