import { html } from './html.js';
import { icon } from './icons.js';

/** Tells that something was made up for the demonstration. @param {Words} words */
export const generatedChip = (words) => html`<span class="chip generated-chip" title=${words.t('generated.why')}>${icon('info')}${words.t('generated.chip')}</span>`;
