import { describe, expect, test } from 'vitest';
import { approvalForm } from '../../../../shared/access/reports/approval-form.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { caseContext, longCase } from './sample-cases.ts';

function formOf(record: LedgerRecord): ReadonlyMap<string, string> {
  const [sheet] = approvalForm({ record, context: caseContext, office: '某街道办事处' }).sheets;
  const found = new Map<string, string>();
  for (const { cells } of sheet?.rows ?? []) {
    for (let column = 0; column < cells.length - 1; column += 2) {
      found.set(String(cells[column]?.value ?? `签字${found.size}`), String(cells[column + 1]?.value ?? ''));
    }
  }
  return found;
}

const withValues = (values: Values): LedgerRecord => ({ ...longCase, values: { ...longCase.values, ...values } });

describe('R1 审批表', () => {
  const form = formOf(longCase);

  test('has every row the form needs, in its order', () => {
    expect(
      [...form.keys()].map((label) => label.replace('\n', '')).filter((label) => !/^(签字|编号)/.test(label)),
    ).toEqual([
      '申请单位',
      '单位层级',
      '联系人',
      '联系电话',
      '事项名称',
      '准入类型',
      '事项性质',
      '事项分类',
      '清单比对结果',
      '法律法规依据',
      '部门职责',
      '社区承担职责',
      '授权内容与工作权限',
      '协助方式',
      '频次',
      '起止时间',
      '工作任务量',
      '涉及社区',
      '经费标准',
      '拟拨经费（元）',
      '经费来源',
      '拨付方式',
      '保障措施',
      '社区意见',
      '街道初审意见',
      '区承办机构意见',
      '联席会议审定意见',
      '备注',
    ]);
  });

  test('writes names, money and days as papers do', () => {
    expect(form.get('申请单位')).toBe('区住建局');
    expect(form.get('涉及社区')).toBe('晨光社区、东湖社区、康平社区');
    expect(form.get('拟拨经费（元）')).toBe('20,000.00');
    expect(form.get('起止时间')).toBe('2027年1月5日至2027年6月30日');
    expect(form.get('事项性质')).toBe('新增·阶段性临时');
  });

  test('says what each community thinks, silence never as consent', () => {
    expect(form.get('社区意见')?.split('\n')).toEqual([
      '晨光社区：同意。承受能力：能',
      '东湖社区：有条件同意。年底入户任务集中，建议错开十二月下旬，并由区住建局派员现场培训，经费在启动前拨付到位。承受能力：勉强',
      '康平社区：逾期未反馈',
    ]);
  });

  test('gives the decision with its document and validity', () => {
    expect(form.get('联席会议\n审定意见')).toBe('准予。示例准入〔2026〕12号。有效期2027年1月1日至2027年12月31日');
  });

  test('gives a corrected decision as corrected', () => {
    const corrections = [{ id: 'k1', correctedOn: '2026-12-20', validTo: '2027-06-30' }];
    expect(formOf(withValues({ corrections })).get('联席会议\n审定意见')).toContain('至2027年6月30日');
  });

  test('says that there is no legal basis, and why', () => {
    const bare = withValues({ legalBasis: undefined, noBasisReason: '上级会议部署' });
    expect(formOf(bare).get('法律法规依据')).toBe('无依据。说明：上级会议部署');
  });

  test('is one sheet of A4 upright however long the texts', () => {
    const [sheet] = approvalForm({ record: longCase, context: caseContext, office: '某街道办事处' }).sheets;
    expect(sheet?.page).toMatchObject({ landscape: false, fitToWidth: true, fitToHeight: true });
    expect(sheet?.name).toBe('ZR-2026-0001');
  });
});
