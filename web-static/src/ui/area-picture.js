import { html, svg } from './html.js';
import { outlines } from './outlines.js';

const FRAME = { width: 640, height: 480, edge: 8 };

/**
 * Areas by their outlines, in six shades, with a text in each: it stands without WebGL2 and on paper. The table beside it
 * says the same, and is what is read and pressed by keyboard.
 *
 * @param {readonly any[]} areas @param {string} label what it shows
 * @param {(code: string) => { band: number, text: string, title?: string, press?: () => void } | null} of what is told of one; null to leave it out
 * @param {{ width: number, height: number, edge: number }} [frame]
 */
export const areaPicture = (areas, label, of, frame = FRAME) =>
  html`<svg viewBox=${`0 0 ${frame.width} ${frame.height}`} role="img" aria-label=${label}>${outlines(areas, frame).map(({ code, path, x, y }) => {
    const told = of(code);
    return told ? svg`<g class=${`campaign-shape ${told.press ? 'shut ' : ''}band-${told.band}`} @click=${() => told.press?.()}>${told.title ? svg`<title>${told.title}</title>` : null}<path d=${path} />${told.text ? svg`<text x=${x} y=${y} text-anchor="middle">${told.text}</text>` : null}</g>` : null;
  })}</svg>`;

/** What the shades mean. @param {readonly string[]} words one for each of the six */
export const areaLegend = (words) =>
  html`<figcaption class="campaign-legend">${words.map((word, band) => html`<span class=${`campaign-key band-${band}`}><svg viewBox="0 0 16 16" aria-hidden="true"><g class=${`campaign-shape band-${band}`}><path d="M1 1H15V15H1Z" /></g></svg>${word}</span>`)}</figcaption>`;
