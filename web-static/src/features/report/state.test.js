import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../../app/store.js';
import { MOST_PHOTOS, draftOf, drafted, emptyDraft, isUntouched, missing, reportBody, withPhotos } from './state.js';

const PLACE = { lon: 112.61369999999, lat: 28.9182, by: 'map', label: '' };
const photo = (id) => ({ id, blob: null, position: null, takenAt: null, sent: '' });

test('category and place cannot be left out, everything else can', () => {
  const draft = emptyDraft('k');
  assert.deepEqual(missing(draft), ['category', 'place']);
  assert.deepEqual(missing({ ...draft, category: 'noise' }), ['place']);
  assert.deepEqual(missing({ ...draft, category: 'noise', place: PLACE }), []);
});

test('only what was told is sent, and the place to a centimetre', () => {
  const draft = { ...emptyDraft('k'), category: 'noise', place: PLACE, description: '  ', name: ' 李 ', phone: '' };
  assert.deepEqual(reportBody(draft, []), { key: 'k', category: 'noise', lon: 112.6137, lat: 28.9182, reporter: { name: '李' } });
  assert.deepEqual(reportBody({ ...draft, name: '' }, ['p1'], 'grid-worker'), { key: 'k', category: 'noise', lon: 112.6137, lat: 28.9182, channel: 'grid-worker', photos: ['p1'] });
});

test('what is typed changes the draft and nothing else of the page', () => {
  const state = { draft: emptyDraft('k'), open: 'map' };
  assert.deepEqual(merge(state, drafted({ description: '<b>' })), { draft: { ...emptyDraft('k'), description: '<b>' }, open: 'map' });
  assert.equal(isUntouched(state.draft), true);
  assert.equal(isUntouched({ ...state.draft, phone: '1' }), false);
});

test('photos beyond the most are not taken', () => {
  const all = withPhotos([photo('a')], Array.from({ length: 9 }, (_, i) => photo(String(i))));
  assert.equal(all.length, MOST_PHOTOS);
  assert.equal(all[0].id, 'a');
});

test('a draft of an older page is read as far as it goes, and what is none is not', () => {
  assert.deepEqual(draftOf({ key: 'k', description: '坏了', place: { lon: '1' } }), { ...emptyDraft('k'), description: '坏了' });
  assert.equal(draftOf(undefined), null);
  assert.equal(draftOf({ description: 'no key' }), null);
});
