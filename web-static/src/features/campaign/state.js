/** What the page of campaigns shows. Nothing here touches the document or the server. */

/** Roles that read what is behind the doors. */
export const READERS = ['operator', 'worker', 'supervisor', 'administrator'];
/** Roles that begin campaigns. */
export const ORGANISERS = ['operator', 'supervisor', 'administrator'];
/** Roles that go from door to door. */
export const WORKERS = ['worker', 'operator', 'administrator'];

/** Which doors can be looked at. */
export const STATES = /** @type {const} */ (['', 'open', 'answered', 'hazardous']);

/** What the address shows. @param {string} search @returns {CampaignView} */
export function viewOf(search) {
  const asked = new URLSearchParams(search);
  const part = asked.get('part');
  return { campaign: digits(asked.get('campaign')), grid: digits(asked.get('grid')), hazard: digits(asked.get('hazard')), state: STATES.find((one) => one === asked.get('state')) ?? '', part: part === 'doors' || part === 'hazards' ? part : 'progress' };
}

/** @param {string | null} text */
const digits = (text) => (text && /^[0-9]{1,18}$/.test(text) ? text : '');

/** The address of a view. What else stood in it (language, theme) stays. @param {CampaignView} view @param {string} search */
export function addressOf(view, search) {
  const all = new URLSearchParams(search);
  for (const [name, value] of Object.entries(view)) {
    if (value === '' || (name === 'part' && value === 'progress')) all.delete(name);
    else all.set(name, value);
  }
  const text = all.toString();
  return text ? `?${text}` : location.pathname;
}

/** Share of the doors that are answered, in whole per cent; 100 only when all are. @param {CampaignCounts} counts */
export const percentOf = ({ all, answered }) => (all === 0 ? 0 : Math.floor((answered * 100) / all));

/** In which of six shades a share is drawn: none, four quarters, all. @param {CampaignCounts} counts */
export function bandOf(counts) {
  if (counts.answered === 0) return 0;
  return counts.answered === counts.all ? 5 : Math.min(4, 1 + Math.floor(percentOf(counts) / 25));
}

/** Where a door is: what was declared says so itself. @param {Pick<CampaignDoor, 'building' | 'declared'>} door */
export const placeOf = ({ building, declared }) => declared?.address || building;

/** Doors by their building, in their order. @template {CampaignDoor} D @param {readonly D[]} doors @returns {{ building: string, doors: D[] }[]} */
export function byBuilding(doors) {
  /** @type {Map<string, { building: string, doors: D[] }>} */
  const found = new Map();
  for (const door of doors) {
    // Several small houses may share a unit, and a large one may have several.
    const building = placeOf(door);
    const key = `${door.grid} ${building}`;
    if (!found.has(key)) found.set(key, { building, doors: [] });
    found.get(key)?.doors.push(door);
  }
  return [...found.values()];
}

/** What is missing in the answers to a checklist: places of questions, from 1. @param {readonly CampaignQuestion[]} questions @param {Record<string, string>} answers */
export const missing = (questions, answers) => questions.flatMap(({ kind }, i) => (kind === 'yes-no' && !answers[i + 1] ? [i + 1] : []));

/**
 * Outlines as paths of a picture, their west in the west and their north on top.
 *
 * @param {readonly { properties: { code: string }, geometry: any }[]} areas @param {{ width: number, height: number, edge: number }} frame
 * @returns {{ code: string, path: string, x: number, y: number }[]}
 */
export function outlines(areas, { width, height, edge }) {
  const rings = areas.map(({ geometry }) => ringsOf(geometry));
  const points = rings.flat(2);
  if (points.length === 0) return [];
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((width - 2 * edge) / ((east - west) * narrow), (height - 2 * edge) / (north - south));
  const dx = (width - (east - west) * narrow * scale) / 2;
  const dy = (height - (north - south) * scale) / 2;
  const on = (/** @type {number[]} */ [x, y]) => [dx + (x - west) * narrow * scale, dy + (north - y) * scale];
  return areas.map(({ properties }, i) => {
    const drawn = rings[i].map((ring) => ring.map(on));
    const first = drawn[0] ?? [[0, 0]];
    const xs = first.map(([x]) => x);
    const ys = first.map(([, y]) => y);
    return {
      code: properties.code,
      path: drawn.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join(''),
      x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2,
    };
  });
}

/** @param {any} geometry @returns {number[][][]} */
const ringsOf = (geometry) => (geometry?.type === 'Polygon' ? geometry.coordinates : geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []);
