import { describe, expect, test } from 'vitest';
import { filterWords } from '../../../../renderer/components/ledger-table/filter-words.ts';
import { application } from '../../../../shared/ledgers/application.ts';

const nameOf = (_ledger: string, id: string) => `区${id}局`;
const words = (filter: Parameters<typeof filterWords>[0]) => filterWords(filter, application, nameOf);

describe('filterWords', () => {
  test('names values as the table shows them: states by title, references by name', () => {
    expect(words({ field: 'state', is: ['DRAFT', 'DISTRICT_REVIEW'] })).toBe('状态：草稿、区级审核');
    expect(words({ field: 'applicant', is: ['住建'] })).toBe('申请单位：区住建局');
    expect(words({ field: 'needReport', is: [true, false] })).toBe('要求社区报表：是、否');
  });

  test('says the first three of many values and their number', () => {
    expect(words({ field: 'applicant', is: ['甲', '乙', '丙', '丁', '戊'] })).toBe(
      '申请单位：区甲局、区乙局、区丙局 等 5 项',
    );
  });

  test('says open and closed ranges, parts of texts, and blank', () => {
    expect(words({ field: 'inDate', from: '2026-11-01' })).toBe('收件日期 从 2026-11-01 起');
    expect(words({ field: 'inDate', to: '2026-11-30' })).toBe('收件日期 到 2026-11-30 为止');
    expect(words({ field: 'inDate', from: '2026-11-01', to: '2026-11-30' })).toBe('收件日期：2026-11-01 至 2026-11-30');
    expect(words({ field: 'itemName', contains: '消防' })).toBe('事项名称 含“消防”');
    expect(words({ field: 'inDocNo', blank: true })).toBe('来文文号：空白');
  });
});
