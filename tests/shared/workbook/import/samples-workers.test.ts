import { describe, expect, test } from 'vitest';
import { worker } from '../../../../shared/ledgers/worker.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';
import { cellAt } from '../sample-ledger.ts';
import { complaintCounts, importSample } from '../sample-office.ts';

const ROSTER = '社区工作者花名册.xls';

test('the community stands once above its people: filling it down is proposed with the names, not done', () => {
  const { layout, fillDown, plan } = importSample(ROSTER, worker);
  expect(layout.rows).toEqual({ top: 1, bottom: 1 });
  expect(layout.body).toHaveLength(90);
  expect(fillDown).toEqual([
    {
      column: 1,
      header: '所属社区',
      field: 'community',
      blanks: 84,
      names: ['晨光社区', '东湖社区', '康平社区', '文昌社区', '新河社区', '桃园社区'],
    },
  ]);
  expect(plan.counts).toMatchObject({ new: 6, heldBack: 84 });
});

describe('filled down', () => {
  const { plan } = importSample(ROSTER, worker, { fillDown: true });
  const counted = (field: string) => {
    const counts: { [value: string]: number } = {};
    for (const { values } of plan.rows) counts[String(values[field])] = (counts[String(values[field])] ?? 0) + 1;
    return counts;
  };

  test('ninety people, fifteen a community; two months that lost a zero are held back', () => {
    expect(plan.counts).toMatchObject({ new: 88, heldBack: 2, duplicateInFile: 0 });
    expect(counted('community')).toEqual({ 晨光: 15, 东湖: 15, 康平: 15, 文昌: 15, 新河: 15, 桃园: 15 });
    expect(plan.rows.filter((row) => row.status === 'heldBack').map((row) => row.row + 1)).toEqual([6, 66]);
    expect(complaintCounts(plan.rows, 'error')).toEqual({ 'month/ambiguous birth': 2 });
    // Listed, not refused: a level outside its post (三岗十八级), and who is gone without a reason.
    expect(complaintCounts(plan.rows, 'warning')).toEqual({
      'worker/grade grade': 19,
      'worker/off-reason offReason': 35,
    });
  });

  test('党员, 大学, 研究生, 中级 and 在岗 are read by the words of the list', () => {
    expect(counted('politics')).toEqual({ 中共党员: 53, 共青团员: 23, 群众: 14 });
    expect(counted('degree')).toEqual({ 本科: 39, 大专: 21, 高中中专: 16, 硕士: 14 });
    expect(counted('certificate')).toEqual({ 社会工作师: 51, 助理社会工作师: 20, 无: 19 });
    expect(counted('onDuty')).toEqual({ true: 55, false: 35 });
  });

  test('pay with a thousands mark and with half a yuan is fen; 8级 is eight', () => {
    expect(counted('monthlyPay')).toEqual({ 386000: 27, 412000: 22, 358050: 21, 326000: 20 });
    expect(counted('grade')).toEqual({ 8: 21, 3: 20, 7: 18, 9: 17, 5: 14 });
  });

  test('the first of them, cell by cell', () => {
    expect(plan.rows[0]?.values).toEqual({
      community: '晨光',
      name: '尤桂英',
      sex: '男',
      nation: '汉',
      idNo: '99031119880905243X',
      birth: '1988-09',
      politics: '群众',
      degree: '硕士',
      postKind: '其他',
      position: '书记、主任',
      grade: 5,
      communityFrom: '2009-06-27',
      certificate: '社会工作师',
      monthlyPay: 386_000,
      phone: '15400000948',
      onDuty: true,
    });
  });

  test('a filled-down community is marked as such', () => {
    expect(cellAt(plan, 1, 'community')?.from).toBe('fillDown');
  });
});

test('coefficients in percent by their header only are held back, never stored as multiples', () => {
  const { plan } = importSample('花名册.xlsx', worker, {
    reader: openFirst(
      xlsxOf([
        ['姓名', '身份证号', '所属社区', '薪酬系数（%）'],
        ['甲某某', '990311199605273358', '晨光社区', 80],
        ['乙某某', '99031119880905243X', '晨光社区', 0.8],
      ]),
    ),
  });
  expect(complaintCounts(plan.rows, 'error')).toEqual({ 'worker/coefficient-percent payCoefficient': 1 });
  expect(plan.rows.map(({ status }) => status)).toEqual(['heldBack', 'new']);
  expect(plan.rows[1]?.values.payCoefficient).toBe(0.8);
});
