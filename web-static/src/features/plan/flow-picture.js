/** What goes from which grid to which, as bands between two columns. Pure. */

const WIDTH = 340;
const LABEL = 46;
const NODE = 8;
const TALLEST = 300;
const GAP = 10;
const LEAST = 14;

/**
 * Places of a picture of flows: old grids on the left, new ones on the right, each as high as what it gives or gets.
 *
 * @param {ImpactFlow[]} flows @returns {FlowPicture}
 */
export function flowPicture(flows) {
  const homes = flows.some(({ figures }) => (figures.households ?? 0) > 0);
  const measure = homes ? 'households' : 'squareMeters';
  /** @param {ImpactFlow} flow */
  const value = (flow) => (homes ? flow.figures.households ?? 0 : flow.squareMeters);
  const shown = flows.filter((flow) => value(flow) > 0);
  const sum = shown.reduce((all, flow) => all + value(flow), 0);
  const unit = sum > 0 ? (TALLEST - GAP * shown.length) / sum : 0;
  const size = (/** @type {ImpactFlow} */ flow) => Math.max(LEAST, value(flow) * unit);
  const left = column(shown, 'from', size);
  const right = column(shown, 'to', size);
  const used = { from: new Map(), to: new Map() };
  const bands = shown.map((flow) => {
    const height = size(flow);
    const [y1, y2] = [take(used.from, left, flow.from, height), take(used.to, right, flow.to, height)];
    return { flow, d: band(y1, y2, height) };
  });
  const end = (/** @type {FlowNode[]} */ nodes) => Math.max(0, ...nodes.map((node) => node.y + node.height));
  return { width: WIDTH, height: Math.max(end(left), end(right)), measure, left, right, bands };
}

/** Where codes stand: beside their nodes. */
export const FLOW_X = { left: LABEL, right: WIDTH - LABEL - NODE, node: NODE };

/** @param {ImpactFlow[]} flows @param {'from' | 'to'} end @param {(flow: ImpactFlow) => number} size @returns {FlowNode[]} */
function column(flows, end, size) {
  const heights = new Map();
  for (const flow of flows) heights.set(flow[end], (heights.get(flow[end]) ?? 0) + size(flow));
  let y = 0;
  return [...heights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, height]) => {
    const node = { code, y, height };
    y += height + GAP;
    return node;
  });
}

/** The next free stretch of a node. @param {Map<string, number>} used @param {FlowNode[]} nodes @param {string} code @param {number} height */
function take(used, nodes, code, height) {
  const from = used.get(code) ?? nodes.find((node) => node.code === code)?.y ?? 0;
  used.set(code, from + height);
  return from;
}

/** @param {number} y1 @param {number} y2 @param {number} height */
function band(y1, y2, height) {
  const [x1, x2] = [LABEL + NODE, WIDTH - LABEL - NODE];
  const middle = (x1 + x2) / 2;
  const n = (/** @type {number} */ value) => Number(value.toFixed(1));
  return `M${x1} ${n(y1)}C${middle} ${n(y1)} ${middle} ${n(y2)} ${x2} ${n(y2)}V${n(y2 + height)}`
    + `C${middle} ${n(y2 + height)} ${middle} ${n(y1 + height)} ${x1} ${n(y1 + height)}Z`;
}
