import { describe, expect, test } from 'vitest';
import { reviewLedger } from '../../../../shared/access/reports/review-ledger.ts';
import { caseContext, caseRecords } from './sample-cases.ts';

const [sheet] = reviewLedger({
  records: caseRecords(3),
  context: caseContext,
  office: '某街道办事处',
  period: '2026年',
  signatures: { filler: '张某', filledOn: '2026-12-31' },
}).sheets;
const row = (place: number) => sheet?.rows[place]?.cells.map((cell) => cell?.value);
const day = (on: string) => ({ day: on });

describe('R3 准入审核台账', () => {
  test('has the columns of the ledger, the days of the stages under one heading', () => {
    expect(row(2)).toEqual([
      '序号',
      '准入编号',
      '收件日期',
      '申请单位',
      '事项名称',
      '性质',
      '比对结果',
      ...Array.from({ length: 6 }, () => '各环节日期'),
      '结果',
      '用时\n（工作日）',
      '是否超期',
      '经办人',
    ]);
    expect(row(3)?.slice(7, 13)).toEqual(['征求意见', '街道初审', '区级受理', '审定', '公布', '启动']);
  });

  test('tells an admitted case from receipt to start', () => {
    expect(row(4)).toEqual([
      1,
      'ZR-2026-0001',
      day('2026-11-20'),
      '区住建局',
      '小区业主大会设立、业主委员会选举指导协助',
      '新增·阶段性临时',
      '清单内',
      day('2026-11-23'),
      day('2026-12-01'),
      day('2026-12-01'),
      day('2026-12-15'),
      day('2026-12-18'),
      day('2026-12-21'),
      '准予准入',
      17,
      '否',
      '张某',
    ]);
  });

  test('tells a refused case, later stages left blank', () => {
    expect(row(6)?.slice(6)).toEqual([
      '命中负面',
      undefined,
      day('2026-11-26'),
      undefined,
      undefined,
      undefined,
      undefined,
      '不予准入',
      3,
      '否',
      '张某',
    ]);
  });

  test('counts the cases at the end', () => {
    expect(row(7)?.slice(0, 2)).toEqual(['合计', '3 件']);
    expect(row(7)?.[15]).toBe('0 件');
  });

  test('is A4 landscape, header repeated', () => {
    expect(sheet?.page).toMatchObject({ landscape: true, fitToWidth: true, repeatRows: { first: 0, last: 3 } });
  });
});
