import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem, problemFrom, problemOf } from './problem.js';

test('a problem document keeps its code, detail and mend', () => {
  const body = problemFrom(404, 'application/problem+json', '{"code":"outside-every-grid","detail":"d","mend":"m"}');
  assert.deepEqual(body, { status: 404, code: 'outside-every-grid', detail: 'd', mend: 'm' });
});

test('an answer without a problem document is known by its status', () => {
  assert.equal(problemFrom(502, 'text/html', '<h1>Bad gateway</h1>').code, 'http-502');
  assert.equal(problemFrom(500, 'application/json', '{broken').code, 'http-500');
  assert.equal(problemFrom(500, 'application/json', 'null').code, 'http-500');
});

test('a thrown problem gives its body, anything else a fault of the page', () => {
  assert.equal(problemOf(new Problem({ status: 409, code: 'version-conflict' })).code, 'version-conflict');
  assert.equal(problemOf(new TypeError('x')).code, 'page-fault');
});
