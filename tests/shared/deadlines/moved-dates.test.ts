import { describe, expect, test } from 'vitest';
import { communityClock } from '../../../shared/access/review/review-clocks.ts';
import { HOLIDAY_SEED } from '../../../shared/deadlines/holiday-seed.ts';
import { movedDueDates } from '../../../shared/deadlines/moved-dates.ts';
import { readClock } from '../../../shared/deadlines/read-clock.ts';
import { buildCalendar, type HolidayRow, holidayRows } from '../../../shared/deadlines/working-calendar.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { ASK, COMPLETE, caseOf, RECEIVE, reviewContext, walk } from '../access/review/review-support.ts';

const TODAY = '2026-12-30';
const NEW_YEAR: readonly HolidayRow[] = [
  { day: '2027-01-01', kind: '休', name: '元旦' },
  { day: '2027-01-04', kind: '休', name: '元旦' },
  { day: '2027-01-09', kind: '班', name: '元旦' },
];

const under = (rows: readonly HolidayRow[]): LedgerContext => ({
  ...reviewContext(TODAY),
  calendar: buildCalendar([...holidayRows(HOLIDAY_SEED), ...rows]),
});

const received = (on: string) => walk(caseOf({ ...COMPLETE, inDate: on }), [[RECEIVE[0], on]]);

describe('movedDueDates', () => {
  test('a calendar for 2027 moves a limit that reached into it and takes its doubt away', () => {
    // Asked on Tuesday 12-29, five working days: 30, 31, then by weekends alone 1, 4, 5 January.
    const record = walk(received('2026-12-28'), [[ASK[0], '2026-12-29']]);
    expect(readClock(communityClock, record, under([]))[0]).toMatchObject({ dueOn: '2027-01-05', uncertain: true });
    // With 1 and 4 January at rest: 5, 6, 7.
    expect(movedDueDates(application.clocks, [record], under([]), under(NEW_YEAR))).toEqual([
      {
        record: 'case-1',
        clock: 'D4',
        clockTitle: '社区反馈意见',
        dueBefore: '2027-01-05',
        dueAfter: '2027-01-07',
        uncertain: false,
      },
    ]);
  });

  test('taking the calendar back moves the date back, with its doubt', () => {
    const record = walk(received('2026-12-28'), [[ASK[0], '2026-12-29']]);
    expect(movedDueDates(application.clocks, [record], under(NEW_YEAR), under([]))).toMatchObject([
      { dueBefore: '2027-01-07', dueAfter: '2027-01-05', uncertain: true },
    ]);
  });

  test('limits that end before the year, or have stopped, stay', () => {
    const early = received('2026-12-21');
    const stopped = walk(received('2026-12-30'), [[ASK[0], '2026-12-30']]);
    const moved = movedDueDates(application.clocks, [early, stopped], under([]), under(NEW_YEAR));
    expect(moved.map(({ clock }) => clock)).toEqual(['D4']);
  });

  test('a right that lapsed under the calendar before does not shift the other limits of its case', () => {
    // Received on Thursday 2027-01-28. By weekends alone five working days end on 02-04 and three on 02-02; with 1 and 2
    // February at rest the three end on 02-04, and the right to object, lapsed before, runs until 02-08.
    const values = { kind: '申诉求决', source: '信访部门转送', receivedOn: '2027-01-28', simple: true };
    const rests: readonly HolidayRow[] = [
      { day: '2027-02-01', kind: '休', name: '春节' },
      { day: '2027-02-02', kind: '休', name: '春节' },
    ];
    const [before, after] = [under([]), under(rests)].map((context) => ({ ...context, today: '2027-02-05' }));
    if (!before || !after) throw new Error('two calendars');
    const moved = movedDueDates(petition.clocks, [{ id: 'p', rev: 'a/1/1', values }], before, after);
    expect(moved.map(({ clockTitle, dueBefore, dueAfter }) => [clockTitle, dueBefore, dueAfter])).toEqual([
      ['简易办理决定', '2027-02-02', '2027-02-04'],
    ]);
  });

  test('earliest new day first', () => {
    const records = [
      { ...walk(received('2026-12-28'), [[ASK[0], '2026-12-30']]), id: 'later' },
      { ...received('2026-12-29'), id: 'sooner' },
    ];
    const moved = movedDueDates(application.clocks, records, under([]), under(NEW_YEAR));
    expect(moved.map(({ record, dueAfter }) => [record, dueAfter])).toEqual([
      ['sooner', '2027-01-05'],
      ['later', '2027-01-08'],
    ]);
  });
});
