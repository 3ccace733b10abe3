import { describe, expect, test } from 'vitest';
import { fundLines, fundsComplaints, fundsDerived, fundsFlag } from '../../../../shared/access/review/funds.ts';
import { figureText } from '../../../../shared/indicators/figure.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { reviewContext } from './review-support.ts';

// 晨光: 8,000 yuan in two rates, one paid. 东湖: 4,000 promised, none here. 月牙: nothing promised.
const TRANSFERS: Values = {
  transfers: [
    {
      id: 't1',
      community: 'chenguang',
      planAmount: 500_000,
      planDate: '2026-04-01',
      paidAmount: 500_000,
      paidDate: '2026-04-03',
    },
    { id: 't2', community: 'donghu', planAmount: 400_000, planDate: '2026-05-31' },
    { id: 't3', community: 'chenguang', planAmount: 300_000, planDate: '2026-10-01' },
    { id: 't4', community: 'yueya', planAmount: 0 },
  ],
};
const record = (values: Values = TRANSFERS): LedgerRecord => ({ id: 'case-1', rev: 'a/1/1', values });

describe('应拨, 实拨, gap and 到位率 by community', () => {
  test('as worked out by hand', () => {
    const lines = fundLines(record(), '2026-06-01').map((line) => [
      line.community,
      line.planned,
      line.paid,
      line.gap,
      figureText(line.paidShare),
      line.late,
    ]);
    expect(lines).toEqual([
      ['chenguang', 800_000, 500_000, 300_000, '62.5%', false],
      ['donghu', 400_000, 0, 400_000, '0.0%', true],
      ['yueya', 0, 0, 0, '—', false],
    ]);
  });

  test('columns of the ledger: 12,000 promised, 5,000 here, 41.7 %; blank without a transfer', () => {
    expect(fundsDerived.compute(record(), reviewContext('2026-06-01'))).toEqual({
      fundsPlanned: 1_200_000,
      fundsPaid: 500_000,
      fundsGap: 700_000,
      fundsShare: 41.7,
      lateCommunities: 1,
    });
    expect(fundsDerived.compute(record({}), reviewContext('2026-06-01'))).toEqual({});
    const promisedNothing = record({ transfers: [{ id: 't1', planAmount: 0 }] });
    expect(fundsDerived.compute(promisedNothing, reviewContext('2026-06-01'))).not.toHaveProperty('fundsShare');
  });
});

describe('未落实经费，可拒绝', () => {
  const flag = (values: Values, state = 'ACTIVE', today = '2026-06-01') => fundsFlag(values, state, today);

  test('a started case whose funds stay out past their day', () => {
    expect(flag(TRANSFERS)).toBe('未落实经费，可拒绝');
    expect(flag(TRANSFERS, 'ACTIVE', '2026-05-31')).toBeUndefined();
    expect(flag({})).toBe('未落实经费，可拒绝');
  });

  test('not before it starts, nor where a reason says none is needed', () => {
    expect(flag(TRANSFERS, 'PUBLISHED')).toBeUndefined();
    expect(flag({ noFundsReason: '社区自愿参与' })).toBeUndefined();
  });
});

test('rows that cannot be', () => {
  const codes = (row: Values) =>
    fundsComplaints({ transfers: [{ id: 't1', ...row }] }, '2026-06-01').map(({ code, field }) => [code, field]);
  expect(codes({ planAmount: 1, paidAmount: 1, paidDate: '2026-06-02' })).toEqual([
    ['funds/paid-future', 'transfers[0].paidDate'],
  ]);
  expect(codes({ planAmount: 1, paidAmount: 2, paidDate: '2026-06-01' })).toEqual([
    ['funds/overpaid', 'transfers[0].paidAmount'],
  ]);
  expect(codes({ paidAmount: 2 })).toEqual([['funds/paid-date', 'transfers[0].paidDate']]);
  expect(
    application.check({ transfers: [{ id: 't1', paidDate: '2026-06-02' }] }, reviewContext('2026-06-01')),
  ).toMatchObject([{ code: 'funds/paid-future', severity: 'error' }]);
});
