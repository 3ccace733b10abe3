import { describe, expect, test } from 'vitest';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { contextOn, recordOf } from './rules-support.ts';

const BASE: Values = {
  receivedAt: '2026-01-05T09:12:00+08:00',
  content: '3幢电梯停运',
  orderNo: '虚构20260105001',
  category: '求助',
};

const said = (values: Values, others: readonly Values[] = []) => {
  const records = { demand: others.map((values, place) => recordOf(values, `other${place}`)) };
  return validateValues(demand, { ...BASE, ...values }, contextOn('2026-02-01', { records }), 'd1')
    .filter(({ code }) => code !== 'field/wanted')
    .map(({ severity, code, field }) => `${severity} ${code} ${field}`);
};

describe('bad input is said beside its field', () => {
  test.each<[string, Values, string[]]>([
    ['nothing wrong', {}, []],
    ['closed the day it came in', { closedOn: '2026-01-05' }, []],
    ['closed before it came in', { closedOn: '2026-01-04' }, ['error demand/closed-before closedOn']],
    [
      'closed on the day it came in, at an earlier hour',
      { closedOn: '2026-01-05', closedAt: '2026-01-05T08:40:00+08:00' },
      ['error field/not-before closedAt'],
    ],
    ['closed a minute later', { closedOn: '2026-01-05', closedAt: '2026-01-05T09:13:00+08:00' }, []],
    ['a limit before it came in', { dueOn: '2025-12-31' }, ['error demand/due-before dueOn']],
    [
      'called back before it was closed',
      { closedOn: '2026-01-07', calledBackOn: '2026-01-06' },
      ['error field/not-before calledBackOn'],
    ],
    [
      'sent back without a reason',
      { returned: true, returnedOn: '2026-01-06' },
      ['warning demand/return-reason returnReason'],
    ],
    [
      'extended by nobody',
      { extendedTo: '2026-01-15', extensionAppliedOn: '2026-01-07' },
      ['error demand/extension-approver extensionBy'],
    ],
    [
      'extended after the limit was over',
      { extendedTo: '2026-01-15', extensionAppliedOn: '2026-01-09', extensionBy: '赵主任' },
      ['error demand/extension-late extensionAppliedOn'],
    ],
    [
      'extended, nobody wrote when it was applied for',
      { extendedTo: '2026-01-15', extensionBy: '赵主任' },
      ['warning demand/extension-applied extensionAppliedOn'],
    ],
    [
      'extended to an earlier day',
      { extendedTo: '2026-01-07', extensionAppliedOn: '2026-01-06', extensionBy: '赵主任' },
      ['error demand/extension-earlier extendedTo'],
    ],
    [
      'extended though it was sent back',
      {
        extensionStatus: '被退回',
        extendedTo: '2026-01-15',
        extensionAppliedOn: '2026-01-06',
        extensionBy: '赵主任',
      },
      ['error extension/not-granted extendedTo'],
    ],
    [
      'granted without a day',
      { extensionStatus: '已批准', extensionAppliedOn: '2026-01-06' },
      ['warning extension/day extendedTo'],
    ],
    [
      'extended in time, of a limit in hours',
      {
        limitRule: '突发',
        extendedTo: '2026-01-06',
        extensionAppliedOn: '2026-01-05',
        extensionBy: '赵主任',
      },
      [],
    ],
    ['applied for', { extensionStatus: '已申请', extensionAskedTo: '2026-01-15' }, []],
    [
      'unsatisfied, nobody knows why',
      { closedOn: '2026-01-07', satisfaction: '不满意' },
      ['warning demand/unsatisfied-reason unsatisfiedReason'],
    ],
  ])('%s', (_name, values, complaints) => {
    expect(said(values)).toEqual(complaints);
  });

  test('a limit typed over the rule’s asks why, unless the slip carries its own number', () => {
    expect(said({ dueOn: '2026-01-12' })).toEqual([]);
    expect(said({ orderNo: '', dueOn: '2026-01-12' })).toEqual(['warning demand/due-reason dueOn']);
    expect(said({ orderNo: '', dueOn: '2026-01-12', dueReason: '领导批示' })).toEqual([]);
    expect(said({ orderNo: '', dueOn: '2026-01-08' })).toEqual([]);
  });

  test('a closing day written beside a case in hand asks for the act', () => {
    const steps = [{ id: 's', transition: 'assign', from: 'RECEIVED', to: 'ASSIGNED', on: '2026-01-05' }];
    expect(said({ steps, state: 'ASSIGNED', closedOn: '2026-01-07' })).toEqual([
      'warning demand/closed-unrecorded closedOn',
    ]);
  });
});

describe('a likely repetition', () => {
  const earlier = {
    ...BASE,
    demandNo: 'SQ-2026-0001',
    orderNo: '虚构1',
    phone: '15400006685',
    content: '三幢电梯又停运了',
  };

  test('same telephone and much the same words', () => {
    const values = { phone: '15400006685', content: '三幢的电梯停运' };
    expect(said(values, [earlier])).toEqual(['warning demand/repeat content']);
    expect(said({ ...values, dupOf: 'other0' }, [earlier])).toEqual(['error field/reference dupOf'].slice(1));
    expect(said({ ...values, phone: '15400000383' }, [earlier])).toEqual([]);
    expect(said({ ...values, content: '申请临时救助' }, [earlier])).toEqual([]);
  });

  test('a name counts within a community only', () => {
    const named = { ...earlier, phone: '', person: '李军', community: 'chenguang' };
    const values = { person: '李军', content: '三幢的电梯停运' };
    expect(
      demand.similar?.find(
        recordOf({ ...values, community: 'chenguang' }),
        contextOn('2026-02-01', { records: { demand: [recordOf(named, 'a')] } }),
      ),
    ).toEqual([{ id: 'a', why: expect.stringMatching(/^姓名和社区相同，内容相近 \d+%$/) }]);
    expect(
      demand.similar?.find(
        recordOf({ ...values, community: 'donghu' }),
        contextOn('2026-02-01', { records: { demand: [recordOf(named, 'a')] } }),
      ),
    ).toEqual([]);
  });

  test('a list asked about row by row finds the same', () => {
    const records = { demand: [recordOf(earlier, 'a')] };
    const context = contextOn('2026-02-01', { records });
    const values = { ...BASE, phone: '15400006685', content: '三幢的电梯停运' };
    const answers = Array.from({ length: 6 }, () => demand.similar?.find(recordOf(values, 'new'), context).length);
    expect(answers).toEqual([1, 1, 1, 1, 1, 1]);
    // Itself it never repeats.
    expect(demand.similar?.find(recordOf(earlier, 'a'), context)).toEqual([]);
  });
});
