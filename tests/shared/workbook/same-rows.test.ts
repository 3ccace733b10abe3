import { describe, expect, test } from 'vitest';
import { defineLedger } from '../../../shared/kit/define-ledger.ts';
import { code, text } from '../../../shared/kit/fields.ts';
import { SameIndex } from '../../../shared/workbook/same-rows.ts';

const slip = defineLedger({
  id: 'slip',
  title: '工单',
  noun: '工单',
  group: '诉求信访',
  version: 1,
  fields: { remark: text('备注'), orderNo: code('工单编号'), person: text('诉求人'), content: text('内容').key() },
  titleField: 'content',
  foreignNumber: 'orderNo',
  sameAs: ['person', 'content'],
  columns: ['content'],
});

function indexOf(...rows: readonly { readonly [field: string]: string }[]): SameIndex<number> {
  const index = new SameIndex<number>(slip);
  for (const [place, row] of rows.entries()) index.add(row, place);
  return index;
}

describe('which rows are the same', () => {
  const lift = { orderNo: 'A1', person: '李军', content: '电梯停运' };

  test('the number of the other system, though the words were changed since', () => {
    const found = indexOf(lift).find({ ...lift, content: '电梯停运两天' });
    expect(found).toEqual({ found: [0], by: ['orderNo'] });
  });

  test('two numbers are two slips, however alike', () => {
    expect(indexOf(lift).find({ ...lift, orderNo: 'A2' }).found).toEqual([]);
  });

  test('without a number on one side, person and words decide; width and blanks do not', () => {
    const { orderNo: _, ...unnumbered } = lift;
    expect(indexOf(lift).find({ ...unnumbered, content: '电梯 停运' })).toEqual({
      found: [0],
      by: ['person', 'content'],
    });
    expect(indexOf(unnumbered).find(lift).found).toEqual([0]);
  });

  test('a row with all of the fields blank resembles nothing', () => {
    expect(indexOf({ remark: '晨光' }).find({ remark: '晨光' }).found).toEqual([]);
  });
});
