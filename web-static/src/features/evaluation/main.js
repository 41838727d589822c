import { place, startHand } from '../../app/hand.js';
import { show } from '../../ui/html.js';
import { cardView, unknownView } from './public-card.js';

/** The entry of the public card of a grid: `/grid/{code}`. */

const code = decodeURIComponent(location.pathname.split('/')[2] ?? '');
/** @type {HandPage | null} */
let hand = null;
/** @type {PublicCard | 'unknown' | null} */
let known = null;

startHand({
  title: 'grid.title', home: '/report/',
  catalog: async (lang) => (lang === 'zh' ? (await import('./i18n/zh.js')).zh : (await import('./i18n/en.js')).en),
  draw(now) {
    hand = now;
    draw();
  },
}).then(read);

function draw() {
  if (!hand || !known) return;
  show(place('content'), known === 'unknown' ? unknownView(hand.words()) : cardView(known, hand.words()));
}

async function read() {
  const part = (/** @type {string} */ path) => fetch(`/api/grids/${encodeURIComponent(code)}${path}`).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))));
  try {
    const [card, area, ledger] = await Promise.all([part('/card'), part(''), part('/ledger').catch(() => ({ entries: [] }))]);
    known = { area: card.area.properties, chain: card.chain, geometry: area.geometry, entries: ledger.entries, emergency: card.counts.emergency ?? null };
    document.title = `${known.area.name} · ${document.title}`;
  } catch {
    known = 'unknown';
  }
  draw();
}
