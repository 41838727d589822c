/**
 * How colours are seen by those who lack one kind of cone, and how far two are apart. Used where colours are tested.
 *
 * @typedef {[number, number, number]} Triple
 */

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. @type {Record<string, Triple[]>} */
const SEEN = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.042943, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** @param {string} colour such as #16202a @returns {Triple} from 0 to 255 */
export const rgbOf = (colour) => /** @type {Triple} */ ([1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));

/** CIE L*a*b* (D65) of a colour as somebody sees it. @param {Triple} rgb from 0 to 255 @param {string} kind */
function labOf(rgb, kind) {
  const linear = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const [r, g, b] = SEEN[kind].map((row) => Math.min(1, Math.max(0, row[0] * linear[0] + row[1] * linear[1] + row[2] * linear[2])));
  const f = (/** @type {number} */ t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389 / 27 + 16) / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76. @param {number[]} a @param {number[]} b */
const cie76 = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const RADIANS = Math.PI / 180;
/** @param {number} degrees */
const cos = (degrees) => Math.cos(degrees * RADIANS);

/** CIEDE2000 (Sharma, Wu, Dalal 2005). @param {number[]} one @param {number[]} other */
export function ciede2000(one, other) {
  const mean = (Math.hypot(one[1], one[2]) + Math.hypot(other[1], other[2])) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [a, b] = [one, other].map(([l, x, y]) => ({ l, c: Math.hypot((1 + g) * x, y), h: (Math.atan2(y, (1 + g) * x) / RADIANS + 360) % 360 }));
  const grey = a.c * b.c === 0;
  const turn = grey ? 0 : ((b.h - a.h + 540) % 360) - 180;
  const hue = grey ? a.h + b.h : Math.abs(a.h - b.h) <= 180 ? (a.h + b.h) / 2 : ((a.h + b.h + 360) / 2) % 360;
  const [l, c] = [(a.l + b.l) / 2, (a.c + b.c) / 2];
  const t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63);
  const light = (b.l - a.l) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (b.c - a.c) / (1 + 0.045 * c);
  const angle = (2 * Math.sqrt(a.c * b.c) * Math.sin((turn / 2) * RADIANS)) / (1 + 0.015 * c * t);
  const rotation = -Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * RADIANS) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  return Math.sqrt(light ** 2 + chroma ** 2 + angle ** 2 + rotation * chroma * angle);
}

/**
 * The two colours that are told apart worst, by anybody.
 *
 * @param {Record<string, Triple>} colours by their names @param {'cie76' | 'ciede2000'} [by]
 * @returns {{ apart: number, which: string }}
 */
export function worstPair(colours, by = 'ciede2000') {
  const names = Object.keys(colours);
  let worst = { apart: Infinity, which: '' };
  for (const kind of Object.keys(SEEN)) {
    const labs = names.map((name) => labOf(colours[name], kind));
    for (let i = 0; i < names.length; i++) {
      for (let j = 0; j < i; j++) {
        const apart = (by === 'cie76' ? cie76 : ciede2000)(labs[i], labs[j]);
        if (apart < worst.apart) worst = { apart, which: `${names[j]} and ${names[i]}, ${kind}` };
      }
    }
  }
  return worst;
}
