import { expect, test } from 'vitest';
import { pastedTable } from '../../../renderer/components/import-wizard/pasted-table.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { openFirst } from '../../shared/workbook/sample-files.ts';
import { importSample } from '../../shared/workbook/sample-office.ts';

test('cells copied with their header are read like a file', () => {
  const file = pastedTable('接收时间\t姓名\t诉求内容\t身份证号\n2026.9.1\t李军\t路灯不亮\t9.90311E+17\n');
  const reader = openFirst(new Uint8Array(file?.bytes ?? new ArrayBuffer(0)), file?.name);
  const { plan } = importSample(file?.name ?? '', demand, { reader });
  expect(plan.rows[0]?.values).toMatchObject({ person: '李军', content: '路灯不亮' });
  expect(plan.rows[0]?.reason).toContain('原表已损坏,请重新取数');
});

test.each(['', '晨光社区', '两\n行', '一\t行'])('%j is no table', (text) => {
  expect(pastedTable(text)).toBeUndefined();
});
