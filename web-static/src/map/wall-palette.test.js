import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ciede2000, rgbOf, worstPair } from './colour-vision.js';
import { CLASS_OPACITY, WALL_PALETTES, over } from './wall-palette.js';

test('the distance of colours is that of the published examples', () => {
  // Sharma, Wu, Dalal 2005, table 1, pairs 1, 17 and 25.
  assert.equal(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485]).toFixed(4), '2.0425');
  assert.equal(ciede2000([50, 2.5, 0], [73, 25, -18]).toFixed(4), '27.1492');
  assert.equal(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387]).toFixed(4), '1.2644');
});

for (const [theme, { ground, marks, classes }] of Object.entries(WALL_PALETTES)) {
  test(`marks are told apart by everybody: ${theme}`, () => {
    const { apart, which } = worstPair(Object.fromEntries(Object.entries({ ...marks, ground }).map(([name, colour]) => [name, rgbOf(colour)])));
    assert.ok(apart >= 15, `${which}: ${apart}`);
  });

  test(`classes over the ground are told apart by everybody: ${theme}`, () => {
    const { apart, which } = worstPair(Object.fromEntries(classes.map((colour, at) => [at, over(colour, ground, CLASS_OPACITY)])), 'cie76');
    assert.ok(apart >= 15, `${which}: ${apart}`);
  });
}

test('the legend has the colours of the map', () => {
  const css = readFileSync(new URL('../ui/wall.css', import.meta.url), 'utf8');
  for (const theme of /** @type {const} */ (['dark', 'light'])) {
    const { marks, classes } = WALL_PALETTES[theme];
    for (const name of /** @type {const} */ (['left', 'warned', 'overdue', 'paused'])) assert.ok(css.includes(`.wall-mark.${name} path { fill: ${marks[name]}; }`), `${theme} ${name}`);
    classes.forEach((colour, at) => assert.ok(css.includes(`[data-class="${at}"] { --class: ${colour}; }`), `${theme} ${at}`));
  }
});
