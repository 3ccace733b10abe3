import { describe, expect, test } from 'vitest';
import { gapsIn } from '../../../shared/forms/text-gaps.ts';

/** The gaps of a text as `kind:what stands there`. */
const gaps = (text: string) => gapsIn(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);

describe('gaps in the words of a form', () => {
  test.each([
    ['2026年    月份12345政务服务便民热线办理情况通报表', ['year:2026', 'month:    ']],
    ['填报日期：    年  月  日', ['year:    ', 'month:  ', 'day:  ']],
    ['填报期：2026年下半年', ['period:2026年下半年']],
    ['2026年第三季度情况表', ['period:2026年第三季度']],
    ['婚姻家庭（共计：  件）', ['amount:  ']],
    ['统计表（____月）', ['month:____']],
    ['填报单位（盖章）：', ['end:']],
    ['联系电话:', ['end:']],
    ['填报单位（盖章）：______', ['end:______']],
    ['填报单位：      填表人：', ['end:', 'end:    ']],
    ['填报单位：      填报日期：    年  月  日', ['year:    ', 'month:  ', 'day:  ', 'end:    ']],
    ['填报人： 张三', []],
    ['单位：件、元', []],
    ['全年工作年度计划', []],
    ['本月矛盾纠纷总数', []],
  ])('%s', (text, expected) => expect(gaps(text)).toEqual(expected));
});
