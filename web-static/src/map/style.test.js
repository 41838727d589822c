import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { areaVisibility } from './area-layers.js';
import { PALETTES } from './palette.js';
import { pageStyle, sharedStyle, styleChanges } from './style.js';

const themes = Object.keys(PALETTES);

for (const theme of themes) {
  test(`the served ${theme} style is the one in code (npm run styles writes it)`, () => {
    const served = JSON.parse(readFileSync(new URL(`../styles/${theme}.json`, import.meta.url), 'utf8'));
    assert.deepEqual(served, sharedStyle(theme));
  });
}

test('no style asks anything of another host, nor for glyphs', () => {
  for (const theme of themes) {
    const text = JSON.stringify(pageStyle(theme, 'zh'));
    assert.doesNotMatch(text, /https?:/);
    assert.doesNotMatch(text, /glyphs/);
  }
});

test('every layer has its own id and a source that exists', () => {
  const style = pageStyle('dark', 'zh');
  const ids = style.layers.map((layer) => layer.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const layer of style.layers) assert.ok(layer.type === 'background' || layer.source in style.sources, layer.id);
});

test('another theme changes colours and nothing that is laid out', () => {
  const changes = styleChanges(pageStyle('dark', 'zh'), pageStyle('light', 'zh'));
  assert.ok(changes.length > 10);
  assert.deepEqual(changes.filter((c) => c.part === 'layout'), []);
});

test('another language changes the names of streets and nothing else', () => {
  const changes = styleChanges(pageStyle('dark', 'zh'), pageStyle('dark', 'en'));
  assert.deepEqual(changes.map((c) => [c.layer, c.name]), [['base-street-name', 'text-field']]);
});

test('the shown level is filled and labelled, the levels above it are outlined, those below are not seen', () => {
  const seen = areaVisibility({ partition: 'tree', level: 'community' }, { areas: true, labels: true });
  assert.deepEqual([seen['fill-community'], seen['edge-community'], seen['label-community']], [true, true, true]);
  assert.deepEqual([seen['fill-street'], seen['edge-street'], seen['label-street']], [false, true, false]);
  assert.equal(seen['edge-grid'], false);
  assert.equal(seen['edge-overlay'], false);
});

test('without the areas layer nothing of the areas is seen', () => {
  const seen = areaVisibility({ partition: 'tree', level: 'grid' }, { areas: false, labels: true });
  assert.deepEqual(Object.values(seen).filter(Boolean), []);
});

/** WCAG 2.1 relative luminance. */
const luminance = (hex) => {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

for (const theme of themes) {
  test(`labels and marks of the ${theme} map can be read on its ground`, () => {
    const p = PALETTES[theme];
    assert.ok(contrast(p.text, p.halo) >= 7, 'labels');
    assert.ok(contrast(p.streetText, p.halo) >= 4.5, 'street names');
    for (const name of ['accent', 'ok', 'warn', 'danger', 'camera', 'track', 'areaEdge']) {
      assert.ok(contrast(p[name], p.ground) >= 3, `${name} ${contrast(p[name], p.ground).toFixed(2)}`);
    }
  });
}

test('what the page and the map both show has the same colour in both', () => {
  const css = readFileSync(new URL('../ui/theme.css', import.meta.url), 'utf8');
  for (const theme of themes) {
    const block = css.slice(css.indexOf(`[data-theme="${theme}"]`)).split('}')[0];
    for (const name of ['ground', 'text', 'accent', 'ok', 'warn', 'danger', 'camera', 'track', 'quiet', 'area']) {
      assert.equal(new RegExp(`--${name}: (#\\w{6})`).exec(block)?.[1], PALETTES[theme][name], `${theme} ${name}`);
    }
  }
});
