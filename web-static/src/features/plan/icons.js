import { svg } from '../../ui/html.js';

/** Marks of the tools, outlines in a box of 24. @type {Record<string, string>} */
const TOOLS = {
  split: 'M4 5h16v14H4zM13.5 2.5l-2.5 6 3 5-2.5 8',
  'split-along-streets': 'M4 5h16v14H4zM9.5 5v14M14.5 5v14M12 7v2M12 11v2M12 15v2',
  merge: 'M4 5h16v14H4zM12 5v2.5M12 16.5V19M6.5 12H11M9.3 10.2L11 12l-1.7 1.8M17.5 12H13M14.7 10.2L13 12l1.7 1.8',
  carve: 'M4 5h16v14H4zM9 9h6.5v6H9z',
  'put-back': 'M4 5h16v14H4zM9 9h1M12 9h1.5M15.5 9v1M15.5 13v2h-1.5M12 15h-1M9 15v-1.5M9 11.5v-.5',
  renumber: 'M4.5 5.5L6 4.5V10M4 14.5c0-2 3.5-2 3.5 0 0 1.6-3.5 3-3.5 5h3.5M11 7h9.5M11 17h6M14.5 14.5L17 17l-2.5 2.5',
  attributes: 'M4 12V4h8l8.5 8.5-8 8zM8.2 8.2v.1',
  reshape: 'M4 5h16v14H4zM12 5c-6 5 6 9 0 14',
  'snap-border': 'M6 4v8a6 6 0 0 0 12 0V4M6 4h3.5v8a2.5 2.5 0 0 0 5 0V4H18M6 8h3.5M14.5 8H18',
  'move-vertex': 'M10 10h4v4h-4zM12 7V2.5M10 4.5l2-2 2 2M12 17v4.5M10 19.5l2 2 2-2M7 12H2.5M4.5 10l-2 2 2 2M17 12h4.5M19.5 10l2 2-2 2',
  'insert-vertex': 'M2.5 19l7-5.5M14.5 13.5l7 5.5M10 10h4v4h-4zM12 2v5M9.5 4.5h5',
  'delete-vertex': 'M2.5 19l7-5.5M14.5 13.5l7 5.5M10 10h4v4h-4zM9.5 4.5h5',
  'move-building': 'M3 20V6h8v14M2 20h11M6 10h2M6 14h2M14.5 12h7M18.7 9.2l2.8 2.8-2.8 2.8',
  'move-block': 'M3 4h7v6.5H3zM3 13.5h7V20H3zM13.5 12h8M18.7 9.2l2.8 2.8-2.8 2.8',
  undo: 'M9 6.5L4 11.5l5 5M4 11.5h10a6 6 0 0 1 6 6v1',
  redo: 'M15 6.5l5 5-5 5M20 11.5H10a6 6 0 0 0-6 6v1',
  keyboard: 'M3 7h18v10H3zM6.5 10.2h.1M10 10.2h.1M13.5 10.2h.1M17 10.2h.1M8 13.8h8',
  left: 'M15 6l-6 6 6 6',
  magnet: 'M6 4v8a6 6 0 0 0 12 0V4M6 4h3.5v8a2.5 2.5 0 0 0 5 0V4H18M6 8h3.5M14.5 8H18',
  'snap-vertex': 'M3 18l6-4M15 14l6 4M9 9h6v6H9z',
  'snap-edge': 'M3 17L21 7M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z',
  'snap-street': 'M7 4v16M17 4v16M12 4.5v3M12 10.5v3M12 16.5v3',
};

/** @param {string} name */
export const toolIcon = (name) => svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${TOOLS[name] ?? TOOLS.split} /></svg>`;
