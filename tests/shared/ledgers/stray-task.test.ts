import { describe, expect, test } from 'vitest';
import type { Values } from '../../../shared/kit/values.ts';
import { strayTask } from '../../../shared/ledgers/stray-task.ts';
import { codesOf, contextOf, record } from './support.ts';

const context = contextOf({
  catalogueItem: [
    record('i1', { listType: '依法协助', code: 'QD-001', name: '消防安全宣传教育' }),
    record('i2', { listType: '负面', code: 'FM-01', name: '招商引资任务指标', keywords: '招商+指标' }),
  ],
});

const ORDER: Values = { date: '2026-11-20', channel: '微信群', itemName: '统计树木数量', sender: 'd1' };
const codes = (values: Values) => codesOf(strayTask, { ...ORDER, ...values }, context);

describe('rules of one stray task', () => {
  test('registered as it came, it says nothing', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ action: '已办' })).toEqual([]);
    expect(
      codes({ action: '告知拒绝', answeredOn: '2026-11-21', refusalReason: '不在清单内', letterNo: '函〔2026〕3号' }),
    ).toEqual([]);
  });

  test.each([
    ['stray/future', { date: '2026-11-24' }],
    ['stray/answered-future', { action: '报区', answeredOn: '2026-11-24' }],
    ['stray/answered-on', { action: '报区' }],
    ['stray/reason', { action: '告知拒绝', answeredOn: '2026-11-21', letterNo: 'x' }],
    ['stray/letter', { action: '告知拒绝', answeredOn: '2026-11-21', refusalReason: '不在清单内' }],
    ['stray/application', { action: '转申请' }],
    ['stray/linked', { action: '已办', application: 'a1' }],
  ])('%s', (code, values) => expect(codes(values)).toEqual([code]));

  test('a refusal has an addressee', () => {
    const values = { ...ORDER, sender: undefined, action: '告知拒绝', answeredOn: '2026-11-21' };
    expect(codesOf(strayTask, values, context)).toEqual(['stray/reason', 'stray/addressee', 'stray/letter']);
  });
});

test('it is compared, as an application is, with the catalogue of the day it came', () => {
  const result = (values: Values) => strayTask.derived?.compute(record('s1', { ...ORDER, ...values }), context);
  expect(result({})).toMatchObject({ matchResult: '清单外' });
  expect(result({ itemName: '消防安全宣传教育' })).toMatchObject({
    matchResult: '清单内',
    matchedItem: 'QD-001 消防安全宣传教育',
  });
  const next = record('i3', { listType: '依法协助', name: '老旧电梯安全巡查', effectiveFrom: '2026-11-21' });
  const later = contextOf({ catalogueItem: [next] });
  const onDay = (date: string) =>
    strayTask.derived?.compute(record('s1', { ...ORDER, itemName: '老旧电梯安全巡查', date }), later);
  expect(onDay('2026-11-20')).toMatchObject({ matchResult: '清单外' });
  expect(onDay('2026-11-21')).toMatchObject({ matchResult: '清单内' });
  expect(result({ itemName: '上报线索', content: '每个社区招商指标两条' })).toMatchObject({ matchResult: '负面' });
});
