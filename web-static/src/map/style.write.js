/** Writes src/styles/*.json from the style in code. Run by `npm run styles` after a change of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { PALETTES } from './palette.js';
import { sharedStyle } from './style.js';

const folder = new URL('../styles/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const theme of Object.keys(PALETTES)) {
  writeFileSync(new URL(`${theme}.json`, folder), JSON.stringify(sharedStyle(theme), null, 1) + '\n');
}
