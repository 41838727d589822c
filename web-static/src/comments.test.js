import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { tokenize } from 'espree';

/** What the server leaves out of the pages' scripts when it sends them; the same pattern stands in its PageSource. */
const LEFT_OUT = /\/\*\*[\s\S]*?\*\/ ?|^[ \t]*\/\/[^\n]*/gm;

const src = new URL('.', import.meta.url);
const scripts = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.js') && !file.startsWith('vendor') && !file.endsWith('.test.js'));

const options = { ecmaVersion: 'latest', sourceType: 'module' };
const tokens = (text) => tokenize(text, options).map(({ type, value }) => `${type} ${value}`);

test('a script says the same without what is left out when it is sent, line by line', () => {
  assert.ok(scripts.length > 200, String(scripts.length));
  for (const file of scripts) {
    const text = readFileSync(new URL(file, src), 'utf8');
    const sent = text.replace(LEFT_OUT, (comment) => comment.replace(/[^\n]/g, ''));
    assert.deepEqual(tokens(sent), tokens(text), file);
    assert.equal(sent.split('\n').length, text.split('\n').length, file);
  }
});

test('the server leaves out by this pattern', () => {
  const java = readFileSync(new URL('../../server/src/main/java/org/wangge/server/http/PageSource.java', import.meta.url), 'utf8');
  const [, pattern] = /IN_SCRIPTS =\s+Pattern\.compile\("(.+)", Pattern/.exec(java) ?? [];
  assert.equal(pattern?.replaceAll('\\\\', '\\'), LEFT_OUT.source.replaceAll('\\/', '/'));
});
