import { describe, expect, test } from 'vitest';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { dispute } from '../../../../shared/ledgers/dispute.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { organisation } from '../../../../shared/ledgers/organisation.ts';
import { petition } from '../../../../shared/ledgers/petition.ts';
import { worker } from '../../../../shared/ledgers/worker.ts';
import { headerWords, vocabularyOf } from '../../../../shared/workbook/import/header-words.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';
import { importSample } from '../sample-office.ts';

const nearest = (ledger: string, header: string): readonly string[] => {
  const known = ledgerById(ledger);
  if (known === undefined) throw new Error(ledger);
  const words = headerWords(header);
  const { exact, near } = vocabularyOf(known);
  expect(exact(words)).toEqual([]);
  return near(words);
};

describe('a word before that makes another thing of it', () => {
  test.each([
    [demand.id, '要求办结时间'],
    [demand.id, '要求办结日期'],
    [demand.id, '计划办结日期'],
    [demand.id, '预计办结时间'],
    [demand.id, '拟办结时间'],
    [demand.id, '未办结时间'],
    [demand.id, '延期后办结日期'],
    [demand.id, '承诺办结时间'],
    [demand.id, '首次办结日期'],
    [demand.id, '要求答复日期'],
    [demand.id, '应答复日期'],
    [demand.id, '应接收时间'],
    [demand.id, '非所属社区'],
    [demand.id, '原工单编号'],
    [dispute.id, '预计化解时间'],
    [dispute.id, '计划化解时间'],
    [dispute.id, '下次回访日期'],
    [petition.id, '应办结日期'],
    [petition.id, '应受理日期'],
    [petition.id, '应出具日期'],
    [petition.id, '被信访人'],
    [worker.id, '拟离岗日期'],
    [worker.id, '个人缴纳五险一金'],
    [worker.id, '配偶身份证号'],
  ])('%s: %s means no field', (ledger, header) => {
    expect(nearest(ledger, header)).toEqual([]);
  });
});

describe('a last word of another kind', () => {
  test.each([
    [demand.id, '诉求人性别'],
    [demand.id, '诉求人地址'],
    [demand.id, '承办人电话'],
    [demand.id, '承办单位意见'],
    [dispute.id, '当事人乙电话'],
    [organisation.id, '网格长电话'],
  ])('%s: %s means no field', (ledger, header) => {
    expect(nearest(ledger, header)).toEqual([]);
  });

  test.each([
    [demand.id, '诉求人电话', 'phone'],
    [demand.id, '反映人电话', 'phone'],
    [demand.id, '诉求人身份证', 'personId'],
    [petition.id, '信访人地址', 'address'],
  ])('%s: %s is that of the person the section is about', (ledger, header, field) => {
    expect(nearest(ledger, header)).toEqual([field]);
  });
});

test.each([
  [demand.id, '实际办结日期', 'closedOn'],
  [demand.id, '诉求办结时间', 'closedOn'],
  [demand.id, '群众来电时间', 'receivedAt'],
  [demand.id, '街道经办人', 'handler'],
  [demand.id, '承办单位名称', 'unit'],
  [demand.id, '诉求内容描述', 'content'],
  [demand.id, '满意度评价', 'satisfaction'],
  [dispute.id, '双方当事人', 'partyA'],
  [dispute.id, '实际化解日期', 'settledOn'],
  [dispute.id, '需求登记日期', 'foundOn'],
  [dispute.id, '响应登记日期', 'foundOn'],
  [worker.id, '年度考核等次', 'appraisal'],
  [worker.id, '合同到期日期', 'contractTo'],
])('%s: %s is like enough to be proposed', (ledger, header, field) => {
  expect(nearest(ledger, header)).toEqual([field]);
});

describe('a demand whose sheet names the day it has to be closed by', () => {
  const imported = (header: string) =>
    importSample('表.xlsx', demand, {
      reader: openFirst(
        xlsxOf([
          ['接收时间', '诉求内容', header],
          ['2026-11-20', '灯', '2026-12-31'],
        ]),
      ),
    });

  test('is not closed on that day', () => {
    expect(imported('要求办结时间').plan.rows[0]?.values.closedOn).toBeUndefined();
  });

  test('is asked about where it was closed on a day to come', () => {
    const [row] = imported('办结时间').plan.rows;
    expect(row?.values.closedOn).toBe('2026-12-31');
    expect(row?.complaints.map(({ severity, message }) => [severity, message])).toContainEqual([
      'warning',
      '办结日期（2026-12-31）还没有到，请核对',
    ]);
  });
});
