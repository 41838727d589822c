/** Length of one degree of latitude on the sphere the map is drawn on. */
const METERS_PER_DEGREE = 111_195;
const STEP_DEGREES = 6;

/**
 * The ground a camera looks at, as a ring, without what stands in the way; null where direction or reach is not known.
 * Flat around the camera, which is off by less than a centimetre at 200 m.
 *
 * @param {Position} at
 * @param {Pick<CameraProps, 'azimuthDegrees' | 'angleDegrees' | 'rangeMeters'> & { directionCertainty?: string }} camera
 * @returns {Position[] | null}
 */
export function sector([lon, lat], { azimuthDegrees, angleDegrees, rangeMeters, directionCertainty }) {
  if (directionCertainty === 'unknown') return null;
  if (azimuthDegrees === null || azimuthDegrees === undefined || !angleDegrees || !rangeMeters) return null;
  const toLat = rangeMeters / METERS_PER_DEGREE;
  const toLon = toLat / Math.cos((lat * Math.PI) / 180);
  const steps = Math.max(2, Math.ceil(angleDegrees / STEP_DEGREES));
  /** @type {Position[]} */
  const arc = [];
  for (let i = 0; i <= steps; i++) {
    const bearing = ((azimuthDegrees - angleDegrees / 2 + (angleDegrees * i) / steps) * Math.PI) / 180;
    arc.push([lon + toLon * Math.sin(bearing), lat + toLat * Math.cos(bearing)]);
  }
  return angleDegrees >= 360 ? [...arc.slice(0, -1), arc[0]] : [[lon, lat], ...arc, [lon, lat]];
}
