import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headOf, rowsOf } from './declared.js';

test('rows are read by the names of their columns, in either language and any order', () => {
  const { rows, fault } = rowsOf('\uFEFF申报内容,编号,地址\r\n两孩,A-1,"竹溪小区15栋1单元301室"\r\n\r\n"一孩, ""双胞胎""",A-2,石林路7号\r\n');
  assert.equal(fault, null);
  assert.deepEqual(rows.map(({ reference, address, statement }) => [reference, address, statement]), [['A-1', '竹溪小区15栋1单元301室', '两孩'], ['A-2', '石林路7号', '一孩, "双胞胎"']]);
  assert.deepEqual(rowsOf('Reference\tGrid\tStatement\n1\t990101001001001\tx').rows, [{ reference: '1', name: '', phone: '', address: '', grid: '990101001001001', statement: 'x' }]);
});

test('what is lacking is said with its row', () => {
  assert.deepEqual(rowsOf('').fault, { code: 'empty' });
  assert.deepEqual(rowsOf('编号,姓名,地址\n1,张,街').fault, { code: 'column', column: 'statement' });
  assert.deepEqual(rowsOf('编号,申报内容\n1,x').fault, { code: 'column', column: 'address' });
  assert.deepEqual(rowsOf('编号,地址,申报内容\n1,街,x\n2,,y').fault, { code: 'cell', column: 'address', row: 2 });
});

test('a full-width comma belongs to what is said where the head has others, and a row with too much is refused', () => {
  const row = rowsOf('编号,地址,申报内容\n1,石林路7号，3栋,两孩，一岁以下').rows[0];
  assert.deepEqual([row.address, row.statement], ['石林路7号，3栋', '两孩，一岁以下']);
  assert.equal(rowsOf('编号，地址，申报内容\n1，石林路7号，两孩').rows[0].statement, '两孩');
  assert.deepEqual(rowsOf('编号,地址,申报内容\n1,街,x\n2,石林路7号,3栋,两孩').fault, { code: 'cells', row: 2 });
});

test('the head that is offered is one that can be read', () => {
  for (const lang of /** @type {const} */ (['zh', 'en'])) assert.equal(rowsOf(`${headOf(lang)}\n1,张,1,街,,x`).fault, null);
});
