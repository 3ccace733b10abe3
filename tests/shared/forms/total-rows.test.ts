import { describe, expect, test } from 'vitest';
import { formContext } from './form-office.ts';
import { september } from './september-form.ts';
import { plain, ruled } from './several-tables-form.ts';

describe('lines of totals', () => {
  test('lines of totals and signatures are no rows; totals without formulas are the rows added up, and said to be', () => {
    const { row, notes, traced } = september([
      plain('12345热线'),
      ruled('单位', '派遣数', '办结数', '按时结案率'),
      ruled('全街道合计', null, null, null),
      ruled('晨光社区', null, null, null),
      ruled('东湖社区', null, null, null),
      ruled('小  计', 0, '—', null),
      ruled('文昌社区', null, null, null),
      ruled('本年累计', null, null, null),
      ruled('领导签字', null, null, null),
    ]);
    // 派遣 8+4+4+4+2, 办结 6+4+4+3+1; rates are never added, nor is anything written over what stands there.
    expect([2, 3, 5, 6, 8, 9, 10].map(row)).toEqual([
      '全街道合计 22 18 ',
      '晨光社区 8 6 62.5%',
      '小  计 12 — ',
      '文昌社区 4 4 50.0%',
      '新河社区 2 1 50.0%',
      '本年累计   ',
      '领导签字   ',
    ]);
    expect(traced.filter(({ isSum }) => isSum).map((cell) => [cell.row, cell.column, cell.figure.ids.length])).toEqual([
      [2, 1, 22],
      [2, 2, 18],
      [5, 1, 12],
    ]);
    expect(notes).toEqual([
      '表样里没有桃园社区、新河社区，本期有数，已加在后面',
      'B、C 列的合计表样没有公式，由程序把各行相加（标有 ∑），请核对',
    ]);
  });

  test('the total of a list is that of its amounts, to the digit', () => {
    const office = formContext({
      volunteerRecord: [0.1, 0.2, 0.3].map((hours, at) => ({
        id: `v${at}`,
        rev: 'a/1/1',
        values: { activity: '交通劝导', on: '2026-09-05', person: `志愿者${at}`, hours },
      })),
    });
    const { row } = september(
      [
        plain('志愿服务记录'),
        ruled('序号', '活动名称', '志愿者', '服务时长'),
        ruled(null, null, null, null),
        ruled('合计', null, null, null),
      ],
      [],
      office,
    );
    expect([2, 5].map(row)).toEqual(['1 交通劝导 志愿者0 0.1', '合计   0.6']);
  });

  test('a total over a row that is left to be filled by hand is left too', () => {
    const { row, notes } = september([
      plain('12345热线'),
      ruled('单位', '派遣数', '办结数'),
      ruled('晨光社区', null, null),
      ruled('经开区', null, null),
      ruled('合计', null, null),
    ]);
    expect([3, 8].map(row)).toEqual(['经开区  ', '合计  ']);
    expect(notes.at(-1)).toBe('B、C 列的合计没有填：有几行要手工填，填完后请自己相加');
  });
});
