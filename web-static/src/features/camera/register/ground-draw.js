/** @typedef {import('./map-draw.js').Drawing} Drawing */

const ARROW_PIXELS = 22;
const STRONGEST = 0.7;
const WEAKEST = 0.12;

/**
 * Draws what is told of the ground: blind spots of a grid, squares nobody sees, places for new cameras.
 *
 * @param {CameraGround} ground @param {Drawing} to @param {(geometry: Geometry, to: Drawing) => void} trace
 */
export function drawGround({ part, data, spots, rank }, to, trace) {
  if (part === 'cover') spots.forEach(({ geometry }) => geometry && hatch(geometry, to, trace));
  else if (part === 'unseen' && data) drawUnseen(/** @type {UnseenData} */ (data).features, { ...to, rank }, trace);
  else if (part === 'proposals' && data) drawProposals(/** @type {ProposalData} */ (data).features, { ...to, rank });
}

/** @param {Geometry} geometry @param {Drawing} to @param {(geometry: Geometry, to: Drawing) => void} trace */
function hatch(geometry, to, trace) {
  const { pen, palette, width, height } = to;
  trace(geometry, to);
  pen.save();
  pen.clip('evenodd');
  pen.globalAlpha = 0.2;
  pen.fillStyle = pen.strokeStyle = palette.danger;
  pen.fillRect(0, 0, width, height);
  pen.globalAlpha = 0.6;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let x = -height; x < width; x += 9) {
    pen.moveTo(x, height);
    pen.lineTo(x + height, 0);
  }
  pen.stroke();
  pen.restore();
  trace(geometry, to);
  pen.strokeStyle = palette.danger;
  pen.lineWidth = 1.5;
  pen.stroke();
}

/** The more that happens unseen, the stronger. @param {GeoFeature<UnseenProps>[]} cells @param {Drawing & { rank: number }} to @param {(geometry: Geometry, to: Drawing) => void} trace */
function drawUnseen(cells, to, trace) {
  const { pen, palette, rank } = to;
  const most = Math.max(1e-9, ...cells.map(({ properties }) => properties.score));
  for (const { geometry, properties } of cells) {
    if (!geometry || properties.score <= 0) continue;
    trace(geometry, to);
    pen.fillStyle = pen.strokeStyle = palette.danger;
    pen.globalAlpha = WEAKEST + (STRONGEST - WEAKEST) * Math.sqrt(properties.score / most);
    pen.fill('evenodd');
    pen.globalAlpha = 1;
    if (properties.rank !== rank) continue;
    pen.lineWidth = 2.5;
    pen.stroke();
  }
}

/** Each with its rank, and an arrow where it would look. @param {GeoFeature<ProposalProps>[]} proposals @param {Drawing & { rank: number }} to */
function drawProposals(proposals, { pen, palette, sight, rank }) {
  for (const { geometry, properties } of proposals) {
    if (!geometry) continue;
    const [x, y] = sight.on(geometry.coordinates);
    const away = (properties.azimuthDegrees * Math.PI) / 180;
    pen.strokeStyle = palette.accent;
    pen.lineWidth = 3;
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + ARROW_PIXELS * Math.sin(away), y - ARROW_PIXELS * Math.cos(away));
    pen.stroke();
    pen.beginPath();
    pen.arc(x, y, properties.rank === rank ? 14 : 11, 0, 2 * Math.PI);
    pen.fillStyle = palette.accent;
    pen.fill();
    pen.fillStyle = palette.ink;
    pen.font = '600 12px system-ui, sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(String(properties.rank), x, y);
  }
}
