/**
 * Reads the code of the planner's map that this browser can draw; the libraries are read only where they are of use.
 *
 * @param {boolean} outline
 * @returns {Promise<(place: HTMLElement, start: { picture: PlanPicture, title: string, box: Box, actions: PlanMapActions }) => PlanMapView>}
 */
export async function planMapCreator(outline) {
  return outline ? (await import('./plan-outline.js')).createPlanOutline : (await import('./plan-gl.js')).createPlanMap;
}
