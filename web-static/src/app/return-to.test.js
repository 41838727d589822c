import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginningOf, returnPath, signInPath } from './return-to.js';

test('after signing in one comes back to the page one came from, with all its address said', () => {
  const path = signInPath({ pathname: '/plan/', search: '?plan=3', hash: '#14/28/112' });
  assert.equal(returnPath(new URL(path, 'http://x').search), '/plan/?plan=3#14/28/112');
  assert.equal(signInPath({ pathname: '/', search: '', hash: '' }), '/sign-in/');
});

for (const asked of ['//evil.example/', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/\t/evil.example', 'plan/', '', '/sign-in/?to=/', '/api/session']) {
  test(`nobody is sent to ${JSON.stringify(asked)}`, () => assert.equal(returnPath(`?to=${encodeURIComponent(asked)}`), null));
}

test('the day begins on the page of the role', () => {
  assert.equal(beginningOf(['member', 'planner']), '/plan/');
  assert.equal(beginningOf(['administrator', 'operator']), '/desk/');
  assert.equal(beginningOf(['administrator']), '/admin/');
  assert.equal(beginningOf(['member', 'worker']), '/field/');
  assert.equal(beginningOf(['supervisor']), '/');
});
