import { svg } from './html.js';

/** Outlines in a box of 24, drawn with a stroke. */
const LINES = {
  whistle: 'M3 9h10a6 6 0 1 1-6 6V12H3zM13 13.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3zM16 4v2.5M20 5.5L18.3 7.2M12.5 5.5l1.2 1.7',
  left: 'M15 6l-6 6 6 6',
  chart: 'M4 4v16h16M8 15l4-5 3 3 5-7',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM15.5 15.5L20 20',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  theme: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5',
  help: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.7.3-1.1.9-1.1 1.7M12 16.6v.4',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  above: 'M12 4l9 16H3zM12 10v4M12 16.5v.6',
  below: 'M12 20L3 4h18zM12 8v4M12 14.5v.6',
  none: 'M6 12h12',
  target: 'M12 2v6M12 16v6M2 12h6M16 12h6M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  info: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 11v5M12 8v.5',
  warning: 'M12 4l9 16H3zM12 10v4M12 16.5v.6',
  layers: 'M12 4l9 5-9 5-9-5zM3 14l9 5 9-5',
  estate: 'M3 20V11l5-4 5 4v9zM13 9V5h8v15M3 20h18',
  building: 'M6 21V4h12v17M4 21h16M9.5 8h1M13.5 8h1M9.5 12h1M13.5 12h1M10.5 21v-4h3v4',
  street: 'M8 4L5 20M16 4l3 16M12 5v3M12 11v3M12 17v3',
  pin: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11zM12 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
  door: 'M7 21V4h10v17M5 21h14M14 12v1.5',
  camera: 'M4 7h10v10H4zM14 10.5L20 7v10l-6-3.5z',
  play: 'M8 5l11 7-11 7z',
  pause: 'M9 5v14M15 5v14',
  'no-picture': 'M4 7h10v10H4zM14 10.5L20 7v10l-6-3.5zM3 21L21 3',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 8v4.5l3 2',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2',
  photo: 'M4 8h3.5L9 5.5h6L16.5 8H20v11H4zM12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  send: 'M4 12l16-8-5 16-3.5-6.5zM20 4l-8.5 9.5',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.5M4 12h.5M4 18h.5',
  box: 'M4 13h4.5l1.5 3h4l1.5-3H20v6H4zM4 13l3-8h10l3 8',
  bin: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  speak: 'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  phone: 'M6.5 4h3l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4.5 6a2 2 0 0 1 2-2z',
  bell: 'M12 4a5.5 5.5 0 0 0-5.5 5.5V14L5 17h14l-1.5-3V9.5A5.5 5.5 0 0 0 12 4zM10 19.5a2 2 0 0 0 4 0',
  pleased: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM8 14c1 2 2.4 3 4 3s3-1 4-3M9 9.4v.7M15 9.4v.7',
  fair: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM8.5 15h7M9 9.4v.7M15 9.4v.7',
  displeased: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM8 17c1-2 2.4-3 4-3s3 1 4 3M9 9.4v.7M15 9.4v.7',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM4.5 20a7.5 7.5 0 0 1 15 0',
};

/**
 * @param {keyof typeof LINES} name
 * @param {string} [className]
 */
export function icon(name, className = '') {
  return svg`<svg class=${`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true"><path d=${LINES[name]} /></svg>`;
}
