import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWords } from '../../app/i18n.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { firstDraft } from './pad.js';
import { communitiesOf, communityOf, numbersOf } from './renumber-state.js';
import { saidOf } from './said.js';
import { firstPlanState, reducePlan } from './state.js';
import { beginWork, bodyOf, isReady } from './work.js';

const grid = (face, parent, more = {}) => ({ id: face, geometry: null, properties: { face, parent, code: face, name: `n${face}`, from: [], households: 1, ...more } });
const plan = { id: 1, state: 'draft', actions: ['submit'], grids: { features: [grid('c1001', 'c1'), grid('c2001', 'c2'), grid('c1002', 'c1')] } };
const state = { ...firstPlanState({ lang: 'zh', theme: 'dark' }), plan, communities: [{ properties: { code: 'c2', name: '乙社区' } }] };
const preview = { made: { features: [grid('e1-1', 'c1', { code: 'x008', from: ['x002'] })] }, after: { features: [grid('e0-1', 'c1', { code: 'x007', from: ['x001', 'x003'] })] } };

test('the communities of a plan are those its grids hang from, and that of the chosen grid comes first to mind', () => {
  assert.deepEqual(communitiesOf(state), [{ code: 'c1', name: 'c1' }, { code: 'c2', name: '乙社区' }]);
  assert.equal(communityOf(state), 'c1');
  assert.equal(communityOf({ ...state, selected: 'c2001' }), 'c2');
});

test('the tool is ready with the community of the chosen grid and asks the server for it', () => {
  const begun = reducePlan({ ...state, selected: 'c2001' }, { kind: 'work', work: beginWork('renumber', 'c2001') });
  const value = firstDraft(begun);
  assert.equal(value, 'c2');
  const { work } = reducePlan(begun, { kind: 'did', input: { did: 'draft', value } });
  assert.equal(isReady(work), true);
  assert.deepEqual(bodyOf(work, ''), { kind: 'renumber', community: 'c2' });
});

test('the table tells old and new numbers in the order of the new ones', () => {
  assert.deepEqual(numbersOf(preview).map(({ old, now }) => [old, now]), [['001、003', '007'], ['002', '008']]);
  assert.deepEqual(numbersOf(null), []);
});

test('what was done is said with the first and the last new number', () => {
  const words = createWords('zh', 'Asia/Shanghai', { zh, en });
  const edited = { made: { features: [grid('a', 'c1', { code: 'x004' }), grid('b', 'c1', { code: 'x009' })] } };
  assert.equal(saidOf(beginWork('renumber', null), plan, edited, words), '2 个网格已重新编号：004 至 009。可以撤销。');
});
