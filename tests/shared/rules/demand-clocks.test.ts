import { describe, expect, test } from 'vitest';
import { readClocks } from '../../../shared/deadlines/read-clock.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { handlingReading, limitRuleOf } from '../../../shared/rules/demand-clocks.ts';
import { contextOn, recordOf, walk } from './rules-support.ts';

const RECEIVED = '2026-01-05T09:12:00+08:00';

const due = (values: Values, today = '2026-01-05') =>
  handlingReading(recordOf({ receivedAt: RECEIVED, content: '电梯停运', ...values }), contextOn(today));

describe('which limit a demand is held to', () => {
  test.each<[Values, string]>([
    [{}, '一般'],
    [{ category: '咨询' }, '咨询求助'],
    [{ category: '求助', urgency: '一般' }, '咨询求助'],
    [{ category: '投诉' }, '投诉建议'],
    [{ category: '举报' }, '投诉建议'],
    [{ category: '建议' }, '投诉建议'],
    [{ category: '求助', urgency: '紧急' }, '紧急'],
    [{ category: '投诉', urgency: '突发' }, '突发'],
    [{ category: '投诉', urgency: '突发', limitRule: '复杂' }, '复杂'],
  ])('%j: %s', (values, rule) => {
    expect(limitRuleOf(values)).toBe(rule);
  });
});

describe('until when', () => {
  test('the example of the domain pages: three working days from Monday 2026-01-05 end on 01-08', () => {
    expect(due({ category: '求助', limitRule: '咨询求助', urgency: '紧急' })).toMatchObject({
      unit: 'workingDays',
      limit: 3,
      dueOn: '2026-01-08',
    });
  });

  test('two hours and a day and night for what cannot wait', () => {
    expect(due({ urgency: '突发' })).toMatchObject({ unit: 'hours', dueAt: '2026-01-05T11:12:00+08:00' });
    expect(due({ urgency: '紧急' })).toMatchObject({ unit: 'hours', dueAt: '2026-01-06T09:12:00+08:00' });
  });

  test('thirteen working days over the Spring Festival and its make-up days', () => {
    // 2026-02-12 received: 13, Sat 14 worked, 24 to 27, Sat 28 worked, 03-02 to 03-06, 03-09.
    expect(due({ receivedAt: '2026-02-12T10:00:00+08:00', category: '投诉' }, '2026-02-12')?.dueOn).toBe('2026-03-09');
  });

  test('calendar days that end on a rest day end on the next working day', () => {
    expect(due({})).toMatchObject({ unit: 'calendarDays', limit: 7, dueOn: '2026-01-12' });
    // 01-05 + 15 is Tuesday 01-20; from Saturday 01-03 it would be Sunday 01-18.
    expect(due({ limitRule: '复杂' })?.dueOn).toBe('2026-01-20');
    expect(due({ receivedAt: '2026-01-03T09:00:00+08:00', limitRule: '复杂' })?.dueOn).toBe('2026-01-19');
  });

  test('the day the slip names goes before the rule, an approved extension before both', () => {
    expect(due({ category: '求助', dueOn: '2026-01-12' })).toMatchObject({ dueOn: '2026-01-12', dueWhy: '来件写明' });
    expect(due({ category: '求助', dueOn: '2026-01-12', extendedTo: '2026-01-20' })).toMatchObject({
      dueOn: '2026-01-20',
      dueWhy: '批准延期',
    });
  });

  test('the office’s own number counts for demands received under it', () => {
    const parameters = { '时限 诉求办理·咨询求助': '5' };
    const record = recordOf({ receivedAt: RECEIVED, category: '求助' });
    expect(handlingReading(record, contextOn('2026-01-05', { parameters }))?.dueOn).toBe('2026-01-12');
  });

  test('a closing in a sheet stops it: in time, or after it', () => {
    expect(due({ category: '求助', closedOn: '2026-01-08' }, '2026-03-01')?.level).toBe('met');
    expect(due({ category: '求助', closedOn: '2026-01-09' }, '2026-03-01')?.level).toBe('missed');
    expect(due({ urgency: '突发', closedOn: '2026-01-05' }, '2026-03-01')?.level).toBe('met');
    const closedAt = '2026-01-05T12:30:00+08:00';
    expect(due({ urgency: '突发', closedOn: '2026-01-05', closedAt }, '2026-03-01')?.level).toBe('missed');
  });
});

describe('clocks that only run for what is handled here', () => {
  const titles = (values: Values, today: string) =>
    readClocks(demand.clocks, recordOf(values), contextOn(today)).map(({ title, level }) => `${title} ${level}`);

  test('a row of a sheet owes neither a first call nor a return visit', () => {
    const row = { receivedAt: RECEIVED, category: '求助', content: '电梯停运', closedOn: '2026-01-07' };
    expect(titles(row, '2026-03-01')).toEqual(['办理 met']);
  });

  test('from the day it came in, the person is to be called within a working day; once closed, visited the next day', () => {
    const came = recordOf({ receivedAt: RECEIVED, category: '求助', content: '电梯停运', state: 'RECEIVED' });
    expect(titles(came.values, '2026-01-05')).toEqual(['办理 green', '联系诉求人 green']);
    const assigned = walk(demand, came, [['assign', '2026-01-05', { handler: '王芳' }]]);
    expect(titles(assigned.values, '2026-01-06')).toEqual(['办理 green', '联系诉求人 amber']);
    const closed = walk(demand, assigned, [
      ['contact', '2026-01-07'],
      ['close', '2026-01-07', { outcome: '已解决', result: '已修复' }],
    ]);
    expect(titles(closed.values, '2026-01-07')).toEqual(['办理 met', '联系诉求人 missed', '回访 green']);
    const visited = walk(demand, closed, [['visit', '2026-01-08', { satisfaction: '满意' }]]);
    expect(titles(visited.values, '2026-02-01')).toEqual(['办理 met', '联系诉求人 missed', '回访 met']);
  });
});
