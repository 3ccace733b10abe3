import { describe, expect, test } from 'vitest';
import { figureText } from '../../../shared/indicators/figure.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { WORKER_PARAMETERS } from '../../../shared/ledgers/worker-parameters.ts';
import { workerStatistics } from '../../../shared/reports/worker-statistics.ts';
import { contextOf, record } from '../ledgers/support.ts';

const CONTEXT = contextOf({
  organisation: [
    record('c1', { level: '社区', name: '晨光社区', households: 2_860, residents: 7_400, statOn: '2026-01-01' }),
    record('c2', { level: '社区', name: '东湖社区', households: 1_900 }),
    record('c3', { level: '社区', name: '旧社区', households: 900, offFrom: '2025-01-01' }),
  ],
  worker: [
    record('w1', {
      community: 'c1',
      sex: '女',
      birth: '1994-05',
      degree: '本科',
      politics: '中共党员',
      certificate: '助理社会工作师',
      postKind: '其他',
      yearlyPay: 6_120_000,
    }),
    record('w2', { community: 'c1', sex: '男', birth: '1966-01', degree: '大专', certificate: '无', onDuty: false }),
    // Left years ago, and yet to come: neither is among the 总数.
    record('w4', { community: 'c1', onDuty: false, leftOn: '2021-05-31' }),
    record('w5', { community: 'c1', communityFrom: '2026-12-01' }),
    record('w3', { community: 'c2', sex: '男', birth: '1981-01', degree: '高中中专', certificate: '无' }),
  ],
  parameter: [
    ...WORKER_PARAMETERS,
    { group: '工资基数', key: '城镇非私营单位就业人员平均工资', value: '98000', basis: '公报', from: '2025-07-01' },
  ].map((values, place) => record(`p${place}`, values)),
});

const { model, cells } = workerStatistics({
  context: CONTEXT,
  period: periodOf('year', '2026-11-23'),
  office: '示例街道办事处',
  signatures: { filledOn: '2026-11-23' },
});

/** A line of a sheet as the screen shows it, figures by their words. */
function line(sheet: number, place: number): readonly string[] {
  const rows = model.sheets[sheet]?.rows ?? [];
  const row = (model.sheets[sheet]?.freeze?.rows ?? 0) + place;
  return (rows[row]?.cells ?? []).map((cell, column) => {
    const found = cells.find((one) => one.sheet === sheet && one.row === row && one.column === column);
    if (found) return figureText(found.figure);
    return typeof cell?.value === 'string' ? cell.value : '';
  });
}

describe('社区工作者队伍情况', () => {
  test('headcount by community; without residents the posts are not known, and show —', () => {
    // 7,400 × 18 ‱ = 13.32: 14 posts, one of them filled.
    expect(line(0, 0)).toEqual([
      '1',
      '晨光社区',
      '2,860',
      '7,400',
      '2026-01-01',
      '14',
      '2',
      '1',
      '13',
      '7.1%',
      '2,860.0',
      '0',
      '1',
      '1',
    ]);
    expect(line(0, 1)).toEqual(['2', '东湖社区', '1,900', '', '', '—', '1', '1', '—', '—', '1,900.0', '1', '0', '0']);
    expect(line(0, 2)).toEqual([
      '合计',
      '',
      '4,760',
      '7,400',
      '',
      '14',
      '3',
      '2',
      '13',
      '7.1%',
      '2,380.0',
      '1',
      '1',
      '1',
    ]);
  });

  test('ages and education of those on duty, on the day', () => {
    expect(line(1, 0)).toEqual([
      '1',
      '晨光社区',
      '1',
      '32.0',
      '1',
      '0',
      '0',
      '0',
      '0',
      '1',
      '100.0%',
      '1',
      '100.0%',
      '1',
      '100.0%',
    ]);
    expect(line(1, 2)).toEqual([
      '合计',
      '',
      '2',
      '38.5',
      '1',
      '1',
      '0',
      '0',
      '0',
      '1',
      '50.0%',
      '1',
      '50.0%',
      '1',
      '50.0%',
    ]);
  });

  test('pay against the named base: 61,200 of 68,600', () => {
    expect(line(2, 0)).toEqual(['1', '晨光社区', '1', '1', '61,200.00', '89.2%', '1']);
    expect(line(2, 1)).toEqual(['2', '东湖社区', '1', '0', '—', '—', '0']);
  });

  test('the indicators stand with both sides, what stayed out and why', () => {
    expect(line(3, 0).slice(1, 6)).toEqual(['人员配备率', '7.1%', '1', '14', '1']);
    expect(line(3, 0)[7]).toBe('2026-11-23 不在岗 1 人；东湖社区没有填写常住人口 1 人');
    expect(line(3, 3).slice(1, 5)).toEqual(['薪酬达标率', '89.2%', '61200', '68600']);
  });

  test('every figure opens its people or its community', () => {
    const missing = cells.find(({ sheet, row, column }) => sheet === 0 && row === 3 && column === 6);
    expect(missing?.figure).toMatchObject({ ledger: 'worker', ids: ['w1', 'w2'] });
  });
});
