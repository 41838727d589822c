import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markup } from './html.js';

test('text goes where a comment marks it, never into the markup', () => {
  assert.equal(markup(['<p>', '</p>']), '<p><!--w-value-0--></p>');
});

test('an attribute is set after parsing, whether its value was quoted or not', () => {
  assert.equal(markup(['<a href=', ' class="', '">', '</a>']), '<a data-w-0="href" data-w-1="class"><!--w-value-2--></a>');
  assert.equal(markup(['<rect x="', '" @click=', '/>']), '<rect data-w-0="x" data-w-1="@click"/>');
});

test('a value inside a longer attribute is refused', () => {
  assert.throws(() => markup(['<p class="a ', '">']), /one whole value/);
});
