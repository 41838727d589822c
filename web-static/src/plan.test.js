import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const src = new URL('.', import.meta.url);
const page = readFileSync(new URL('plan.html', src), 'utf8');

/** Every module the planner's page loads with WebGL2. */
function reachable(from, seen = new Set()) {
  if (seen.has(from)) return seen;
  seen.add(from);
  const text = readFileSync(new URL(from, src), 'utf8');
  for (const [, to] of text.matchAll(/(?:^import\s[^'"]*?from\s|^import\s|\bimport\()\s*'(\.[^']+)'/gm)) {
    const path = new URL(to, new URL(from, src)).href.slice(src.href.length);
    if (!path.startsWith('map/plan-outline')) reachable(path, seen);
  }
  return seen;
}

test('the page asks for all its modules at once, and for none it has no use for', () => {
  const asked = [...page.matchAll(/rel="modulepreload" href="\{\{base\}\}\/([^"]+)"/g)].map((m) => m[1]);
  const used = [...reachable('features/plan/main.js')];
  assert.deepEqual(asked.filter((file) => !file.startsWith('vendor/')).sort(), used.sort());
});

test('every file the page names is there', () => {
  for (const [, file] of page.matchAll(/\{\{base\}\}\/([^"]+)"/g)) assert.ok(existsSync(new URL(file, src)), file);
});

test('nothing in the page is inline but the import map', () => {
  const inline = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)].filter(([, , text]) => text.trim() !== '');
  assert.deepEqual(inline.map(([, attributes]) => attributes.trim()), ['type="importmap"']);
  assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=/);
});
