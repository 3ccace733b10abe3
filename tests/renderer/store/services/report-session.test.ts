import { describe, expect, test } from 'vitest';
import { type ReportService, reportService } from '../../../../renderer/store/services/report-session.ts';
import type { LedgerError } from '../../../../shared/kit/complaint.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { cases, officeContext, strays } from '../../../shared/access/reports/half-year-office.ts';

const HALF_YEAR = periodOf('halfYear', '2026-01-01');

const serviceOver = (application: readonly LedgerRecord[]): ReportService =>
  reportService({
    context: () => officeContext({ application, strayTask: strays }),
    office: () => '某街道办事处',
    takeOut: async () => undefined,
    now: () => '2026-07-10T09:41:00+08:00',
  });

describe('a report beside the records', () => {
  const service = serviceOver(cases);

  test('crosses the port as plain data', () => {
    const view = service.reviewReport('R7', HALF_YEAR);
    expect(structuredClone(view)).toEqual(view);
    expect(view.sheets.map(({ name }) => name)).toEqual(['统计表', '平衡校验']);
    expect(view.balance.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  test('names a case that keeps a line from balancing', () => {
    const broken = cases.map((record) =>
      record.id === 'A1'
        ? { ...record, values: { ...record.values, caseNo: 'ZR-2026-0001', inDate: '2026-07-05' } }
        : record,
    );
    const { balance } = serviceOver(broken).reviewReport('R7', HALF_YEAR);
    expect(balance.flatMap((line) => line.cases.map(({ title }) => title))).toContain('ZR-2026-0001 A1');
  });

  test('goes out under its title, period, office and time', async () => {
    const { name, bytes } = await service.exportReport('R7', HALF_YEAR);
    expect(name).toBe('准入工作情况统计表_2026年上半年_某街道办事处_20260710_0941.xlsx');
    expect([bytes[0], bytes[1]]).toEqual([0x50, 0x4b]);
  });

  test('is refused by name where there is none, and where it is a text', async () => {
    const unknown: unknown = expect.objectContaining({ code: 'report/unknown' });
    expect(() => service.reviewReport('R99', HALF_YEAR)).toThrow(unknown as LedgerError);
    await expect(service.exportReport('R14', HALF_YEAR)).rejects.toMatchObject({ code: 'report/no-sheet' });
  });
});
