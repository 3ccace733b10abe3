import { describe, expect, test } from 'vitest';
import type { ClockDefinition, ClockRun } from '../../../shared/deadlines/clock.ts';
import { mostPressing, readClock } from '../../../shared/deadlines/read-clock.ts';
import { reviewContext } from '../access/review/review-support.ts';

const RECORD = { id: 'r', rev: 'a/1/1', values: {} };

function clock(
  limit: number,
  run: Partial<ClockRun> & { startedOn: string },
  more: Partial<ClockDefinition> = {},
): ClockDefinition {
  return {
    id: 'c',
    title: '试验',
    unit: 'workingDays',
    limit: { group: '时限', key: 'c', otherwise: limit },
    bindsOn: () => run.startedOn,
    runs: () => [{ pauses: [], round: 1, ...run }],
    ladder: { left: 3 },
    basis: '试验',
    inferred: true,
    ...more,
  };
}

const read = (definition: ClockDefinition, today: string) => readClock(definition, RECORD, reviewContext(today))[0];

describe('readClock', () => {
  test.each([
    // Spring Festival 2024: 8, 9, then Sunday 18 worked, 19, 20.
    ['2024-02-07', 5, '2024-02-20'],
    // National Day 2025: Sunday 09-28 worked, 29, 30, 10-09, 10-10.
    ['2025-09-26', 5, '2025-10-10'],
    // Spring Festival 2026: 13, Saturday 14 worked, 24, 25, 26.
    ['2026-02-12', 5, '2026-02-26'],
  ])('from %s, %i working days end on %s', (startedOn, limit, dueOn) => {
    expect(read(clock(limit, { startedOn }), startedOn)).toMatchObject({ dueOn, used: 0, left: limit, level: 'green' });
    expect(read(clock(limit, { startedOn }), dueOn)).toMatchObject({ used: limit, left: 0, level: 'amber' });
  });

  test('green, amber at three left, red when the due day is over', () => {
    const week = clock(5, { startedOn: '2026-11-16' });
    expect(read(week, '2026-11-17')).toMatchObject({ dueOn: '2026-11-23', used: 1, left: 4, level: 'green' });
    expect(read(week, '2026-11-18')).toMatchObject({ left: 3, level: 'amber' });
    expect(read(week, '2026-11-23')).toMatchObject({ left: 0, level: 'amber' });
    expect(read(week, '2026-11-24')).toMatchObject({ used: 6, left: -1, level: 'red' });
    expect(read(week, '2026-11-26')).toMatchObject({ left: -3, level: 'red' });
  });

  test('a limit that ended on Friday is over on Saturday', () => {
    const friday = clock(4, { startedOn: '2026-11-16' });
    expect(read(friday, '2026-11-20')).toMatchObject({ left: 0, level: 'amber' });
    expect(read(friday, '2026-11-21')).toMatchObject({ left: -1, level: 'red' });
    expect(read(clock(4, { startedOn: '2026-11-16', stoppedOn: '2026-11-21' }), '2026-12-01')?.level).toBe('missed');
  });

  test('stopped in time is met, after it missed, whatever today is', () => {
    expect(read(clock(5, { startedOn: '2026-11-16', stoppedOn: '2026-11-23' }), '2027-01-01')).toMatchObject({
      used: 5,
      left: 0,
      level: 'met',
    });
    expect(read(clock(5, { startedOn: '2026-11-16', stoppedOn: '2026-11-24' }), '2027-01-01')).toMatchObject({
      used: 6,
      left: -1,
      level: 'missed',
    });
  });

  test('half a year of pause that begins on the last day leaves that one day', () => {
    // Thirty days from 2026-01-05 end on Wednesday 02-04, which stands until 06-30 is over.
    const hearing = { startedOn: '2026-01-05', pauses: [{ from: '2026-02-04', to: '2026-07-01', why: '听证' }] };
    expect(read(clock(30, hearing, { unit: 'calendarDays' }), '2026-07-01')).toMatchObject({
      dueOn: '2026-07-01',
      used: 30,
      left: 0,
    });
    // Fifteen working days from 2026-03-02 end on 03-23; decided on the first day that counts again, a Tuesday.
    const deferred = { startedOn: '2026-03-02', pauses: [{ from: '2026-03-23', to: '2026-09-01', why: '暂缓' }] };
    expect(read(clock(15, { ...deferred, stoppedOn: '2026-09-01' }), '2026-10-01')).toMatchObject({
      dueOn: '2026-09-01',
      used: 15,
      level: 'met',
    });
    expect(read(clock(15, { ...deferred, stoppedOn: '2026-09-02' }), '2026-10-01')?.level).toBe('missed');
  });

  test('a pause may bring the next one inside the limit; one that begins after it heals nothing', () => {
    // 3, 4, 5 used; 6 to 10 stand; 11 used, 12 and 13 stand: Monday 16 is the fifth day.
    const pauses = [
      { from: '2026-03-12', to: '2026-03-16', why: '补正' },
      { from: '2026-03-06', to: '2026-03-11', why: '补正' },
    ];
    expect(read(clock(5, { startedOn: '2026-03-02', pauses }), '2026-03-16')).toMatchObject({
      dueOn: '2026-03-16',
      left: 0,
    });
    const late = { startedOn: '2026-03-02', pauses: [{ from: '2026-03-09', why: '补正' }] };
    expect(read(clock(3, late), '2026-03-12')).toMatchObject({ dueOn: '2026-03-05', left: -1 });
  });

  test('pauses move the due day; an open one stands still', () => {
    // 17 used; 18, 19, 20 stand; 23, 24, 25, 26 are the other four.
    const paused = { startedOn: '2026-11-16', pauses: [{ from: '2026-11-18', to: '2026-11-23', why: '补正' }] };
    expect(read(clock(5, paused), '2026-11-24')).toMatchObject({
      dueOn: '2026-11-26',
      used: 3,
      left: 2,
      level: 'amber',
    });
    const open = { startedOn: '2026-11-16', pauses: [{ from: '2026-11-18', why: '补正' }] };
    expect(read(clock(5, open), '2026-11-20')).toMatchObject({
      used: 1,
      left: 4,
      level: 'paused',
      dueOn: '2026-11-26',
    });
    expect(read(clock(5, open), '2026-11-27')).toMatchObject({
      used: 1,
      left: 4,
      level: 'paused',
      dueOn: '2026-12-03',
    });
  });

  test('a pause that begins after the limit ended does not help', () => {
    const late = { startedOn: '2026-11-09', pauses: [{ from: '2026-11-18', to: '2026-11-20', why: '补正' }] };
    expect(read(clock(5, late), '2026-11-23')).toMatchObject({ dueOn: '2026-11-16', level: 'red' });
  });

  test('calendar days that end on a rest day end on the next working day (民法典 第二百零三条)', () => {
    const days = { unit: 'calendarDays' } as const;
    // 2026-09-20 + 15 is 10-05, in the National Day holiday.
    expect(read(clock(15, { startedOn: '2026-09-20' }, days), '2026-10-06')).toMatchObject({
      dueOn: '2026-10-08',
      left: 2,
      level: 'amber',
    });
    expect(read(clock(15, { startedOn: '2026-09-20' }, days), '2026-10-09')).toMatchObject({ left: -1, level: 'red' });
  });

  test('a ladder by shares warns at the first share reached', () => {
    const shares = { ladder: { shares: [0.5, 0.8] } };
    expect(read(clock(10, { startedOn: '2026-11-02' }, shares), '2026-11-06')?.level).toBe('green');
    expect(read(clock(10, { startedOn: '2026-11-02' }, shares), '2026-11-09')?.level).toBe('amber');
  });

  test('says when a year without holiday data was counted', () => {
    expect(read(clock(5, { startedOn: '2026-12-28' }), '2026-12-28')?.uncertain).toBe(true);
    expect(read(clock(3, { startedOn: '2026-12-28' }), '2026-12-28')?.uncertain).toBe(false);
  });

  test('a parameter that is no number leaves the shipped limit', () => {
    const definition = clock(5, { startedOn: '2026-11-16' });
    const context = reviewContext('2026-11-16', [['时限', 'c', '五天']]);
    expect(readClock(definition, RECORD, context)[0]?.limit).toBe(5);
  });

  test('the most pressing clock is the one that ends first, a paused one last', () => {
    const context = reviewContext('2026-11-18');
    const [long] = readClock(clock(9, { startedOn: '2026-11-16' }), RECORD, context);
    const [stopped] = readClock(clock(1, { startedOn: '2026-11-16', stoppedOn: '2026-11-17' }), RECORD, context);
    const open = { startedOn: '2026-11-16', pauses: [{ from: '2026-11-17', why: '补正' }] };
    const [standing] = readClock(clock(1, open), RECORD, context);
    if (!long || !stopped || !standing) throw new Error('no reading');
    expect(mostPressing([stopped, standing, long])).toBe(long);
    expect(mostPressing([stopped, standing])).toBe(standing);
    expect(mostPressing([stopped])).toBeUndefined();
    // What the other side may do until a day stands behind everything that is owed here.
    const right = { ...long, dueOn: '2020-01-01', isTheirs: true as const };
    expect(mostPressing([right, long])).toBe(long);
    expect(mostPressing([right, standing])).toBe(right);
  });
});

describe('calendar days that end on a rest day', () => {
  // 15 days from 2026-02-05 end on 2026-02-20, in the Spring Festival; the first working day after it is 02-24.
  const notice = clock(15, { startedOn: '2026-02-05' }, { unit: 'calendarDays' });
  const restDay = { counted: '2026-02-20', moved: '2026-02-24' };

  test('end on the next working day, and the day counted is known beside it', () => {
    expect(read(notice, '2026-02-06')).toMatchObject({ dueOn: '2026-02-24', restDay });
    expect(read(notice, '2026-02-21')).toMatchObject({ level: 'amber' });
  });

  test('end on the day itself where the office counts so, and the other is known', () => {
    const context = reviewContext('2026-02-21', [['计算规则', '逢休息日顺延', '否']]);
    expect(readClock(notice, RECORD, context)[0]).toMatchObject({
      dueOn: '2026-02-20',
      restDay,
      left: -1,
      level: 'red',
    });
  });

  test('60 days from 2026-01-10 end on a Wednesday, and there is but one day', () => {
    const handling = read(clock(60, { startedOn: '2026-01-10' }, { unit: 'calendarDays' }), '2026-01-10');
    expect(handling?.dueOn).toBe('2026-03-11');
    expect(handling?.restDay).toBeUndefined();
  });

  test('of a year without holiday data they are counted all the same, weekends alone being known, and marked', () => {
    // 60 days from Saturday 2031-03-01 end on Wednesday 2031-04-30; 15 days on Sunday 2031-03-16.
    const handling = read(clock(60, { startedOn: '2031-03-01' }, { unit: 'calendarDays' }), '2031-03-02');
    expect(handling).toMatchObject({ dueOn: '2031-04-30', uncertain: true });
    const short = read(clock(15, { startedOn: '2031-03-01' }, { unit: 'calendarDays' }), '2031-03-02');
    expect(short).toMatchObject({ dueOn: '2031-03-17', restDay: { counted: '2031-03-16', moved: '2031-03-17' } });
  });

  test('a day that was set is the day', () => {
    const run = { startedOn: '2026-02-05', due: { on: '2026-02-21', why: '批准延期' } };
    const set = read(clock(15, run, { unit: 'calendarDays' }), '2026-02-06');
    expect(set?.dueOn).toBe('2026-02-21');
    expect(set?.restDay).toBeUndefined();
  });
});
