import { describe, expect, test } from 'vitest';
import {
  type CaseStep,
  decidedOn,
  entered,
  left,
  workingDaysTaken,
} from '../../../../shared/access/reports/case-steps.ts';
import { HOLIDAY_SEED } from '../../../../shared/deadlines/holiday-seed.ts';
import { buildCalendar, holidayRows } from '../../../../shared/deadlines/working-calendar.ts';

const calendar = buildCalendar(holidayRows(HOLIDAY_SEED));
const walk = (...days: readonly (readonly [from: string, to: string, on: string])[]): readonly CaseStep[] =>
  days.map(([from, to, on]) => ({ from, to, on }));

const admitted = walk(
  ['DRAFT', 'RECEIVED', '2026-11-20'],
  ['RECEIVED', 'SUPPLEMENT', '2026-11-23'],
  ['SUPPLEMENT', 'RECEIVED', '2026-11-25'],
  ['RECEIVED', 'STREET_REVIEW', '2026-11-25'],
  ['STREET_REVIEW', 'DISTRICT_REVIEW', '2026-12-01'],
  ['DISTRICT_REVIEW', 'DECIDING', '2026-12-02'],
  ['DECIDING', 'APPROVED', '2026-12-15'],
  ['APPROVED', 'PUBLISHED', '2026-12-18'],
);

describe('the days of a case', () => {
  test('are those it entered and left a stage', () => {
    expect(entered(admitted, 'DISTRICT_REVIEW')).toBe('2026-12-01');
    expect(left(admitted, 'STREET_REVIEW')).toBe('2026-12-01');
    expect(left(admitted, 'DECIDING')).toBe('2026-12-15');
    expect(entered(admitted, 'ACTIVE')).toBeUndefined();
  });

  test('of a second round count, not those of the first', () => {
    const twice = walk(
      ['STREET_REVIEW', 'DISTRICT_REVIEW', '2026-03-02'],
      ['DISTRICT_REVIEW', 'DEFERRED', '2026-03-10'],
      ['DEFERRED', 'RECEIVED', '2026-04-07'],
      ['STREET_REVIEW', 'DISTRICT_REVIEW', '2026-04-20'],
    );
    expect(entered(twice, 'DISTRICT_REVIEW')).toBe('2026-04-20');
  });

  test('are not moved by an act that leaves the state as it is', () => {
    const steps = walk(['RECEIVED', 'STREET_REVIEW', '2026-03-02'], ['STREET_REVIEW', 'STREET_REVIEW', '2026-03-03']);
    expect(entered(steps, 'STREET_REVIEW')).toBe('2026-03-02');
    expect(left(steps, 'STREET_REVIEW')).toBeUndefined();
  });
});

describe('a case is decided', () => {
  test('when the board admits it, not when it is published', () => expect(decidedOn(admitted)).toBe('2026-12-15'));
  test('when the street records an item of the list', () =>
    expect(decidedOn(walk(['STREET_REVIEW', 'PUBLISHED', '2026-12-03']))).toBe('2026-12-03'));
  test('not by being put off', () => expect(decidedOn(walk(['DECIDING', 'DEFERRED', '2026-12-03']))).toBeUndefined());
});

describe('working days from receipt to decision', () => {
  test('leave out weekends and the days the department was asked to supply papers', () => {
    // 23 November to 15 December has 17 working days, two of them (24, 25 November) spent waiting.
    expect(workingDaysTaken('2026-11-20', admitted, calendar)).toBe(15);
  });

  test('leave out National Day and count the Saturday worked in exchange', () => {
    const steps = walk(['DECIDING', 'REJECTED', '2025-10-11']);
    // 26, 28 (Sunday), 29, 30 September; 9, 10 and 11 October (Saturday).
    expect(workingDaysTaken('2025-09-25', steps, calendar)).toBe(7);
  });

  test('stop counting at a case put off and go on when it comes back', () => {
    const steps = walk(
      ['DECIDING', 'DEFERRED', '2026-03-09'],
      ['DEFERRED', 'RECEIVED', '2026-03-23'],
      ['DECIDING', 'APPROVED', '2026-03-25'],
    );
    // 3 to 9 March are 5, 24 and 25 March 2.
    expect(workingDaysTaken('2026-03-02', steps, calendar)).toBe(7);
  });

  // The limit of 形式审查 counts the day the papers came and leaves out the day they were asked for (access-review.md 7.3, T2).
  test.each([
    ['the day of receipt', '2026-11-20', '2026-11-20'],
    ['a day off', '2026-11-19', '2026-11-21'],
  ])('agree with the limits where papers were asked for on %s', (_, received, asked) => {
    const steps = walk(
      ['DRAFT', 'RECEIVED', received],
      ['RECEIVED', 'SUPPLEMENT', asked],
      ['SUPPLEMENT', 'RECEIVED', '2026-11-25'],
      ['RECEIVED', 'STREET_REVIEW', '2026-11-26'],
      ['STREET_REVIEW', 'PUBLISHED', '2026-11-27'],
    );
    // Friday 20, of the second case alone; Wednesday 25, 26 and 27.
    expect(workingDaysTaken(received, steps, calendar)).toBe(received === asked ? 3 : 4);
  });

  test('of a case withdrawn while papers were missing end with the day they were asked for', () => {
    const steps = walk(
      ['DRAFT', 'RECEIVED', '2026-11-20'],
      ['RECEIVED', 'SUPPLEMENT', '2026-11-24'],
      ['SUPPLEMENT', 'WITHDRAWN', '2026-12-02'],
    );
    expect(workingDaysTaken('2026-11-20', steps, calendar)).toBe(1);
  });

  test('are blank, not zero, while nothing is decided', () => {
    expect(workingDaysTaken('2026-11-20', admitted.slice(0, 5), calendar)).toBeUndefined();
  });
});
