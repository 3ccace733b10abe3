import { describe, expect, test } from 'vitest';
import type { ClockReading } from '../../../shared/deadlines/clock.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { facility } from '../../../shared/ledgers/facility.ts';
import { communitiesOf } from '../../../shared/workbench/case-places.ts';
import { bucketOf, type DueCase, NO_COMMUNITY, radar } from '../../../shared/workbench/radar.ts';
import { contextOf, record } from '../ledgers/support.ts';

const TODAY = '2026-01-05';

const reading = (dueOn: string, level: ClockReading['level'] = 'green'): ClockReading => ({
  clock: 'handle',
  title: '办理',
  unit: 'calendarDays',
  limit: 5,
  startedOn: '2026-01-01',
  dueOn,
  round: 1,
  used: 0,
  left: level === 'red' ? -1 : 0,
  level,
  rung: level === 'red' ? '超期' : '正常',
  basis: '',
  inferred: false,
  uncertain: false,
});

const one = (id: string, dueOn: string, more: Partial<DueCase> = {}): DueCase => ({
  ledger: 'demand',
  id,
  title: id,
  state: '承办中',
  waitingFor: '承办单位',
  clerk: '李敏',
  communities: ['晨光'],
  reading: reading(dueOn, dueOn < TODAY ? 'red' : 'green'),
  ...more,
});

const CASES = [
  one('周末', '2026-01-10'),
  one('超期', '2026-01-02'),
  one('今天', TODAY, { ledger: 'petition' }),
  one('后天', '2026-01-07', { clerk: '王芳', communities: ['晨光', '东湖'] }),
  one('下月', '2026-02-01'),
];

describe('the radar', () => {
  test('every case stands in the first bucket that fits: late, today, three days, a week, later', () => {
    const days = ['2026-01-04', '2026-01-05', '2026-01-08', '2026-01-09', '2026-01-12', '2026-01-13'];
    expect(days.map((on) => bucketOf(reading(on, on < TODAY ? 'red' : 'green'), TODAY))).toEqual([
      'late',
      'today',
      'soon',
      'week',
      'week',
      'later',
    ]);
    // A limit in hours may be over on the very day it ends.
    expect(bucketOf({ ...reading(TODAY, 'red'), unit: 'hours', left: -2 }, TODAY)).toBe('late');
  });

  test('counts by bucket, community and ledger, and lists what ends first on top', () => {
    const { counts, byCommunity, byLedger, cases } = radar(CASES, {}, TODAY);
    expect(counts).toEqual({ late: 1, today: 1, soon: 1, week: 1, later: 1 });
    expect(cases.map(({ id }) => id)).toEqual(['超期', '今天', '后天', '周末', '下月']);
    expect(byLedger.map(({ ledger, counts: { late } }) => [ledger, late])).toEqual([
      ['demand', 1],
      ['petition', 0],
    ]);
    // A case of two communities counts in both.
    expect(byCommunity.map(({ community, counts: { soon } }) => [community, soon])).toEqual([
      ['晨光', 1],
      ['东湖', 1],
    ]);
  });

  test('a case that names no community stands in a line of its own, so that the lines leave nothing out', () => {
    const cases = [...CASES, one('无社区', '2026-01-03', { communities: [] })];
    const { byCommunity } = radar(cases, {}, TODAY);
    expect(byCommunity.map(({ community, counts: { late } }) => [community, late])).toEqual([
      ['晨光', 1],
      ['东湖', 0],
      [NO_COMMUNITY, 1],
    ]);
    expect(radar(cases, { community: NO_COMMUNITY }, TODAY).cases.map(({ id }) => id)).toEqual(['无社区']);
  });

  test('a choice narrows; each list of counts is counted under everything chosen but its own field', () => {
    const mine = radar(CASES, { clerk: '王芳' }, TODAY);
    expect(mine.cases.map(({ id }) => id)).toEqual(['后天']);
    const place = radar(CASES, { community: '东湖', bucket: 'soon' }, TODAY);
    expect(place.cases.map(({ id }) => id)).toEqual(['后天']);
    expect(place.counts).toEqual({ late: 0, today: 0, soon: 1, week: 0, later: 0 });
    expect(place.byCommunity.map(({ community }) => community)).toEqual(['晨光', '东湖']);
    expect(radar(CASES, { ledger: 'petition' }, TODAY).byLedger.length).toBe(2);
  });
});

test('a case lies in the community its form names, or in several; a compound stands for its community', () => {
  const context = contextOf({
    organisation: [
      record('street', { level: '街道' }),
      record('c1', { level: '社区', parent: 'street' }),
      record('c2', { level: '社区', parent: 'street' }),
      record('yard', { level: '小区', parent: 'c1' }),
    ],
  });
  expect(communitiesOf(demand, { community: 'c1' }, context)).toEqual(['c1']);
  expect(communitiesOf(application, { targets: ['c1', 'c2'] }, context)).toEqual(['c1', 'c2']);
  expect(communitiesOf(demand, {}, context)).toEqual([]);
  expect(communitiesOf(facility, { place: 'yard' }, context)).toEqual(['c1']);
  expect(communitiesOf(facility, { place: 'street' }, context)).toEqual(['street']);
});
