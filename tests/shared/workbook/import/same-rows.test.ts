import { describe, expect, test } from 'vitest';
import { defineLedger } from '../../../../shared/kit/define-ledger.ts';
import { code, text } from '../../../../shared/kit/fields.ts';
import { SameIndex, sameKeys } from '../../../../shared/workbook/import/same-rows.ts';

const slip = defineLedger({
  id: 'slip',
  title: '工单',
  noun: '工单',
  group: '诉求信访',
  version: 1,
  fields: {
    remark: text('备注'),
    source: text('来源'),
    orderNo: code('工单编号'),
    person: text('诉求人'),
    content: text('内容').key(),
  },
  titleField: 'content',
  foreignNumber: 'orderNo',
  foreignSource: 'source',
  sameAs: ['person', 'content'],
  columns: ['content'],
});

const keys = (row: { readonly [field: string]: string }) => sameKeys(slip, row);

function indexOf(...rows: readonly { readonly [field: string]: string }[]): SameIndex<number> {
  const index = new SameIndex<number>(slip, (place) => rows[place] ?? {});
  for (const [place, row] of rows.entries()) index.add(keys(row), place);
  return index;
}

describe('which rows are the same', () => {
  const lift = { orderNo: 'A1', person: '李军', content: '电梯停运' };

  test('the number of the other system, though the words were changed since', () => {
    const found = indexOf(lift).find(keys({ ...lift, content: '电梯停运两天' }));
    expect(found).toEqual({ found: [0], by: ['orderNo'] });
  });

  test('two numbers are two slips, however alike', () => {
    expect(indexOf(lift).find(keys({ ...lift, orderNo: 'A2' })).found).toEqual([]);
  });

  test('the same number of two sources is two slips, however alike; of one source it is one, whatever it says', () => {
    const city = { ...lift, source: '12345热线' };
    const mailbox = { ...lift, source: '领导信箱' };
    expect(indexOf(city).find(keys(mailbox))).toEqual({ found: [], by: ['person', 'content'] });
    expect(indexOf(city, mailbox).find(keys({ ...mailbox, content: '电梯停运两天' }))).toEqual({
      found: [1],
      by: ['source', 'orderNo'],
    });
  });

  test('a number whose source one side does not tell may be anybody’s', () => {
    const city = { ...lift, source: '12345热线' };
    expect(indexOf(city).find(keys(lift))).toEqual({ found: [0], by: ['orderNo'] });
    expect(indexOf(lift).find(keys(city))).toEqual({ found: [0], by: ['orderNo'] });
    expect(indexOf(city, { ...lift, source: '领导信箱' }).find(keys(lift)).found).toEqual([0, 1]);
  });

  test('without a number on one side, person and words decide; width and blanks do not', () => {
    const { orderNo: _, ...unnumbered } = lift;
    expect(indexOf(lift).find(keys({ ...unnumbered, content: '电梯 停运' }))).toEqual({
      found: [0],
      by: ['person', 'content'],
    });
    expect(indexOf(unnumbered).find(keys(lift)).found).toEqual([0]);
  });

  test('what ends one field is not what begins the next', () => {
    expect(indexOf({ person: '李', content: '军停电' }).find(keys({ person: '李军', content: '停电' })).found).toEqual(
      [],
    );
  });

  test('a row with all of the fields blank resembles nothing', () => {
    expect(indexOf({ remark: '晨光' }).find(keys({ remark: '晨光' })).found).toEqual([]);
  });
});
