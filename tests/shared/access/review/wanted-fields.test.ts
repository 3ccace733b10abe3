import { expect, test } from 'vitest';
import { application } from '../../../../shared/ledgers/application.ts';
import { COMPLETE, caseOf, reviewContext } from './review-support.ts';

const wanted = (values = COMPLETE) =>
  application.derived?.compute(caseOf(values), reviewContext('2026-03-02')).wantedFields;

test('a case lists the columns still to be filled in, in the order of the form', () => {
  const bare = { applicant: 'zhujian', itemName: '巡查', inDate: '2026-03-02' };
  expect(wanted(bare)).toBe(
    '单位层级、联系人、联系电话、经办人、准入类型、事项性质、时效、事项分类、协助方式、频次、工作任务量、开始日期、结束日期、附件',
  );
  expect(wanted({ ...bare, contact: '王强', phone: '13800000000' })).not.toContain('联系');
});

test('a closed case is let be', () => {
  expect(wanted({ ...COMPLETE, state: 'ARCHIVED' })).toBeUndefined();
});
