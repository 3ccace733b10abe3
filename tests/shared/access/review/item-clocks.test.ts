import { describe, expect, test } from 'vitest';
import { itemClocks } from '../../../../shared/access/review/item-clocks.ts';
import { reviewClocks } from '../../../../shared/access/review/review-clocks.ts';
import { readClocks } from '../../../../shared/deadlines/read-clock.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { dueCase } from '../../../../shared/workbench/radar.ts';
import { caseOf, edited, funded, reviewContext, START, TO_AGREED, walk } from './review-support.ts';

const agreed = funded(walk(caseOf(), TO_AGREED));
const started = walk(agreed, [START]);

const readings = (record: LedgerRecord, today: string) =>
  readClocks(itemClocks, record, reviewContext(today)).map(({ title, dueOn, dueWhy, left, level }) =>
    [title, dueOn, dueWhy, left, level].join(' '),
  );

// Started 2026-04-07, valid to Wednesday 2027-03-31; thirty working days before that is Wednesday 2027-02-17.
describe('a valid item is bound by', () => {
  test('its evaluation, from three working days before, and the end of its validity', () => {
    expect(readings(started, '2027-02-10')).toEqual([
      '评估 2027-02-17 到期前评估 5 green',
      '有效期 2027-03-31 有效期止 35 green',
    ]);
    expect(readings(started, '2027-02-12')[0]).toBe('评估 2027-02-17 到期前评估 3 amber');
    expect(readings(started, '2027-02-18')[0]).toBe('评估 2027-02-17 到期前评估 -1 red');
  });

  test('the end of its validity alone before it starts and while it is evaluated, and by nothing once it left', () => {
    expect(readings(agreed, '2026-04-06')).toEqual([expect.stringMatching(/^有效期 2027-03-31/)]);
    expect(readings(edited(started, { state: 'EVALUATING' }), '2027-04-01')).toEqual([
      '有效期 2027-03-31 有效期止 -1 red',
    ]);
    expect(readings(edited(started, { state: 'EXITED' }), '2027-04-01')).toEqual([]);
  });

  test('what 工作台 shows of it, which is no limit of its review', () => {
    expect(dueCase(application, started, reviewContext('2027-02-16'))).toMatchObject({
      state: '实施中',
      reading: { title: '评估', dueOn: '2027-02-17', left: 1 },
    });
    expect(readClocks(reviewClocks, started, reviewContext('2027-04-01')).map(({ level }) => level)).not.toContain(
      'red',
    );
  });
});
