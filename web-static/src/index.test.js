import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const src = new URL('.', import.meta.url);
const PAGES = readdirSync(src).filter((file) => file.endsWith('.html'));

/** Pages for thin networks fetch at first only what they begin with, and the rest when it is used. */
const THRIFTY = ['report.html', 'field.html'];
/** What they fetch by themselves before anything is done, asked for at once all the same. */
const SOON = { 'report.html': ['features/report/drafts.js', 'app/shelf.js'] };
const NOW = /(?:^import\s[^'"]*?from\s|^import\s|^export\s[^'"]*?from\s)\s*'(\.[^']+)'/gm;
const NOW_OR_LATER = /(?:^import\s[^'"]*?from\s|^import\s|^export\s[^'"]*?from\s|\bimport\()\s*'(\.[^']+)'/gm;

/** Every module the page loads with WebGL2, and the ones it loads without. */
function reachable(from, imports, seen = new Set()) {
  if (seen.has(from)) return seen;
  seen.add(from);
  const text = readFileSync(new URL(from, src), 'utf8');
  for (const [, to] of text.matchAll(imports)) {
    const path = new URL(to, new URL(from, src)).href.slice(src.href.length);
    if (!/^map\/(plan-)?outline/.test(path)) reachable(path, imports, seen);
  }
  return seen;
}

for (const name of PAGES) {
  const page = readFileSync(new URL(name, src), 'utf8');

  test(`${name} asks for all its modules at once, and for none it has no use for`, () => {
    const [, entry] = /<script type="module"(?: data-join)? src="\{\{base\}\}\/([^"]+)"/.exec(page) ?? [];
    const asked = [...page.matchAll(/rel="modulepreload" href="\{\{base\}\}\/([^"]+)"/g)].map((m) => m[1]);
    const used = THRIFTY.includes(name)
      ? [...new Set([...reachable(entry.replace('main.js', 'i18n/zh.js'), NOW, reachable(entry, NOW)), ...(SOON[name] ?? [])])]
      : [...reachable(entry, NOW_OR_LATER)];
    assert.deepEqual(asked.filter((file) => !file.startsWith('vendor/')).sort(), used.sort());
  });

  test(`every file ${name} names is there`, () => {
    for (const [, file] of page.matchAll(/\{\{base\}\}\/([^"]+)"/g)) assert.ok(existsSync(new URL(file, src)), file);
  });

  test(`nothing in ${name} is inline but the import map`, () => {
    const inline = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)].filter(([, , text]) => text.trim() !== '');
    for (const [, attributes] of inline) assert.equal(attributes.trim(), 'type="importmap"');
    assert.doesNotMatch(page, /\sstyle=|<style|\son\w+=/);
  });
}

for (const name of THRIFTY) {
  test(`${name} begins with modules that the server can join: they import and export in no other way than its JoinedPage reads`, () => {
    const page = readFileSync(new URL(name, src), 'utf8');
    for (const [, file] of page.matchAll(/rel="modulepreload" href="\{\{base\}\}\/([^"]+)"/g)) {
      const text = readFileSync(new URL(file, src), 'utf8');
      for (const [line] of text.matchAll(/^import\b.*$/gm)) assert.match(line, /^import \{[^}]*\} from '\.[^']+';$/, file);
      for (const [line] of text.matchAll(/^export\b.*$/gm)) assert.match(line, /^export (const \w+ =|function \w+\(|async function \w+\()/, file);
      assert.doesNotMatch(text, /^(?:(?:const|let) [^=]+ = )?await\b/m, file);
    }
  });
}
