import { describe, expect, test } from 'vitest';
import { filtersTest } from '../../../shared/kit/query.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { standingReminders, urgingReminders } from '../../../shared/workbench/reminders.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const rows = (all: { readonly [id: string]: Values }) =>
  Object.entries(all).map(([id, values]) => recordOf(values, id));

const units = rows({
  s1: { level: '街道' },
  c1: { level: '社区', parent: 's1' },
  c2: { level: '社区', parent: 's1' },
  c3: { level: '社区', parent: 's1', offFrom: '2025-06-01' },
});

const reminded = (records: { readonly [ledger: string]: ReturnType<typeof rows> }, today = '2026-01-20') =>
  standingReminders(contextOn(today, { records: { organisation: units, ...records } })).map(
    ({ title, amount, filters, isLate }) =>
      [title, amount, filters.flatMap((filter) => ('is' in filter ? filter.is : [])), isLate ? 'late' : ''] as const,
  );

test('late slips are counted by what they call for, under the filter of the list’s own column', () => {
  expect(
    urgingReminders(['应催办', '应通报', '应催办']).map(({ title, amount, filters }) => [title, amount, filters]),
  ).toEqual([
    ['应催办的诉求', '2 件', [{ field: 'urging', is: ['应催办'] }]],
    ['应通报的诉求', '1 件', [{ field: 'urging', is: ['应通报'] }]],
  ]);
  expect(urgingReminders([])).toEqual([]);
});

describe('大党委 meets every month', () => {
  test('communities in use that held none, last month late and this month open; another body’s meeting is none of it', () => {
    const meeting = rows({
      m1: { body: '大党委', place: 'c1', heldOn: '2025-12-31' },
      m2: { body: '大党委', place: 'c2', heldOn: '2026-01-01' },
      m3: { body: '居民议事会', place: 'c2', heldOn: '2025-12-10' },
    });
    expect(reminded({ meeting })).toEqual([
      ['上月没开大党委会议', '1 个社区', ['c2'], 'late'],
      ['本月还没开大党委会议', '1 个社区', ['c1'], ''],
    ]);
  });

  test('an office that records no such meetings is not reminded of them', () => {
    expect(reminded({ meeting: rows({ m1: { body: '大工委', place: 's1', heldOn: '2025-12-31' } }) })).toEqual([]);
  });
});

test('两新 numbers are to be of this month; older than last month is late; an organisation that no longer runs has none', () => {
  const organisations = {
    o1: { countedOn: '2026-01-02' },
    o2: { countedOn: '2025-12-31' },
    o3: { countedOn: '2025-06-30', running: false },
  };
  const stale = (more: { readonly [id: string]: Values } = {}) =>
    reminded({ newSectorOrganisation: rows({ ...organisations, ...more }) });
  expect(stale()).toEqual([['本月未更新的两新组织', '1 家', ['o2'], '']]);
  expect(stale({ o4: { countedOn: '2025-11-30' } })).toEqual([['本月未更新的两新组织', '2 家', ['o2', 'o4'], 'late']]);
});

test('a half-year asks for one survey: the one of 30 June is the first half’s', () => {
  const survey = rows({ v1: { from: '2026-06-01', to: '2026-06-30' } });
  expect(reminded({ survey }, '2026-06-30')).toEqual([]);
  expect(reminded({ survey }, '2026-07-01')).toEqual([['2026年下半年还没有满意度测评', '以往各次', [], '']]);
  expect(reminded({}, '2026-07-01')).toEqual([]);
});

describe('monthly circulars and the yearly report of petitions', () => {
  const kept = {
    demand: rows({
      d1: { receivedAt: '2025-12-01T00:10:00+08:00' },
      d2: { receivedAt: '2025-12-31T23:50:00+08:00' },
      d3: { receivedAt: '2026-01-01T08:00:00+08:00' },
    }),
    dispute: rows({ j1: { foundOn: '2025-12-31' }, j2: { foundOn: '2025-11-30' } }),
    petition: rows({
      p1: { receivedOn: '2025-01-01' },
      p2: { receivedOn: '2025-12-31' },
      p3: { receivedOn: '2026-01-02' },
    }),
  };
  const handed = (title: string, kind: string, from: string, outcome = '已上报') => ({ title, kind, from, outcome });
  const owed = (submission: { readonly [id: string]: Values }, today?: string) =>
    reminded({ ...kept, submission: rows(submission) }, today).map(([title, amount]) => `${title} ${amount}`);

  test('the last whole month and year are owed, with the records they are about', () => {
    expect(owed({})).toEqual([
      '2025年12月的12345 办理情况通报还没上报 2 件',
      '2025年12月的矛盾纠纷通报还没上报 1 件',
      '2025年的信访年报还没上报 2 件',
    ]);
    // January has one demand and no dispute; the year of the petitions is the same.
    expect(owed({}, '2026-02-01')).toEqual([
      '2026年1月的12345 办理情况通报还没上报 1 件',
      '2025年的信访年报还没上报 2 件',
    ]);
  });

  test('the number opens just those records', () => {
    // All kinds of reminders at once: communities without a meeting, organisations not counted, reports not sent.
    const records = {
      ...kept,
      organisation: units,
      meeting: rows({ m1: { body: '大党委', place: 'c1', heldOn: '2025-12-31' } }),
      newSectorOrganisation: rows({ o1: { countedOn: '2026-01-02' }, o2: { countedOn: '2025-12-31' } }),
    };
    const rowsOf = (ledger: string) => new Map(Object.entries(records)).get(ledger) ?? [];
    const opened = standingReminders(contextOn('2026-01-20', { records })).map(({ title, amount, ledger, filters }) => {
      const found = rowsOf(ledger).filter(filtersTest(filters));
      expect([title, Number.parseInt(amount, 10)]).toEqual([title, found.length]);
      return `${title}：${found.map(({ id }) => id).join(' ')}`;
    });
    expect(opened).toEqual([
      '上月没开大党委会议：c2',
      '本月还没开大党委会议：c1 c2',
      '本月未更新的两新组织：o2',
      '2025年12月的12345 办理情况通报还没上报：d1 d2',
      '2025年12月的矛盾纠纷通报还没上报：j1',
      '2025年的信访年报还没上报：p1 p2',
    ]);
  });

  test('what was handed in is owed no longer, as a report or as a superior’s form; what came back or was of another period is', () => {
    expect(
      owed({
        s1: handed('12345办理情况通报表（2025年12月）', 'month', '2025-12-01'),
        s2: handed('矛盾纠纷排查化解统计表（2025年12月）', 'month', '2025-12-01', '已退回'),
        s3: handed('信访考核得分表（2025年12月）', 'month', '2025-12-01'),
      }),
    ).toEqual(['2025年12月的矛盾纠纷通报还没上报 1 件', '2025年的信访年报还没上报 2 件']);
    // Sent, sent again, and come back: the last one counts.
    const hotline = (submittedOn: string, outcome: string): Values => ({
      ...handed('12345办理情况通报表（2025年12月）', 'month', '2025-12-01', outcome),
      subject: 'report/hotline',
      submittedOn,
    });
    expect(owed({ s1: hotline('2026-01-05', '已上报'), s2: hotline('2026-01-07', '已退回') })).toContain(
      '2025年12月的12345 办理情况通报还没上报 2 件',
    );
    expect(owed({ s1: hotline('2026-01-05', '已退回'), s2: hotline('2026-01-07', '再次报送') })).not.toContain(
      '2025年12月的12345 办理情况通报还没上报 2 件',
    );
  });
});
