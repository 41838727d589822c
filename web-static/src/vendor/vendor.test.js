import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const here = new URL('.', import.meta.url);
const { libraries } = JSON.parse(readFileSync(new URL('VENDOR.json', here), 'utf8'));

test('every vendored file is the one whose hash is written down', () => {
  for (const { folder, sha256 } of libraries) {
    for (const [file, expected] of Object.entries(sha256)) {
      const bytes = readFileSync(new URL(`${folder}/${file}`, here));
      assert.equal(createHash('sha256').update(bytes).digest('hex'), expected, `${folder}/${file}`);
    }
  }
});

test('there is no vendored file that is not written down', () => {
  const known = new Set(libraries.flatMap(({ folder, sha256 }) => Object.keys(sha256).map((file) => `${folder}/${file}`)));
  const there = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) => readdirSync(new URL(`${folder.name}/`, here)).map((file) => `${folder.name}/${file}`));
  assert.deepEqual(there.filter((file) => !known.has(file)), []);
});

test('every library keeps its licence beside it', () => {
  for (const { folder, sha256 } of libraries) {
    assert.ok(Object.keys(sha256).some((file) => file.startsWith('LICENSE')), folder);
  }
});
