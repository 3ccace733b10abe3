import { describe, expect, test } from 'vitest';
import { documentService } from '../../../../renderer/store/services/document-service.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { contextOf, record } from '../../../shared/ledgers/support.ts';

const CASE = {
  caseNo: 'ZR-2026-0001',
  state: 'RECEIVED',
  applicant: 'd',
  itemName: '二次供水设施巡查',
  dutyComm: '通知居民',
  inDate: '2026-11-20',
  targets: ['c'],
};

function service(values: LedgerRecord['values'] = {}, trash: readonly LedgerRecord[] = []) {
  const context = contextOf({
    application: [record('1', { ...CASE, ...values })],
    department: [record('d', { name: '示例区住房和城乡建设局', shortName: '区住建局' })],
    organisation: [
      record('s', { level: '街道', name: '顺河街道' }),
      record('c', { level: '社区', name: '晨光社区', shortName: '晨光' }),
    ],
    parameter: [record('p', { group: '规则', key: '发文代字', value: '顺河街办', from: '2024-01-01' })],
  });
  const parameter = (group: string, key: string) => (group === '规则' && key === '发文代字' ? '顺河街办' : undefined);
  return documentService({
    ledgerById,
    context: () => ({ ...context, parameter }),
    openRecord: async () => undefined,
    everRecorded: (ledger) => [...context.records(ledger), ...(ledger === 'application' ? trash : [])],
  });
}

describe('the papers of a case', () => {
  test('are all eight offered, each with what it waits for and when it was last issued', () => {
    const documents = [
      {
        id: 'x',
        template: 'opinion-request',
        docNo: '顺河街办函〔2026〕3号',
        manner: '已打印',
        issuedOn: '2026-11-21',
      },
    ];
    const offers = service({ documents }).documentOffers('application', '1');
    expect(offers.map(({ title, complaints }) => `${title} ${complaints.map(({ code }) => code).join(' ')}`)).toEqual([
      '申请准入社区工作事项审批表 ',
      '一次性补正告知书 document/no-missing-papers',
      '征求社区意见函 ',
      '清单外事项告知（拒绝）函 document/no-match',
      '公布通知 document/not-admitted',
      '委托协议 document/not-admitted',
      '社区评议表 document/not-running',
      '退出通知 document/no-exit',
    ]);
    expect(offers.find(({ template }) => template === 'opinion-request')?.issued).toBe(
      '2026-11-21 已打印 顺河街办函〔2026〕3号',
    );
  });

  test('take the next number after those of the trash too, and say of which state of the case they are', async () => {
    const trash = [record('2', { exits: [{ id: 'x', docNo: '顺河街办函〔2026〕7号' }] })];
    const shown = await service({}, trash).caseDocument('application', '1', {
      template: 'opinion-request',
      on: '2026-11-23',
    });
    expect(shown).toMatchObject({ caseNo: 'ZR-2026-0001', title: '征求社区意见函', numbered: true, about: [] });
    expect(shown.rev).toBe(record('1', {}).rev);
    expect(shown.made).toMatchObject({ ok: true, number: '顺河街办函〔2026〕8号' });
  });

  test('name the rows one may be about', async () => {
    const agreements = [
      { id: 'g1', agreementNo: 'XY-1', partyB: '晨光社区居民委员会' },
      { id: 'g2', agreementNo: '', signDate: '' },
    ];
    const decisions = [{ id: 'z', kind: '审定', result: '准予', docNo: '准〔2026〕1号' }];
    const cases = service({ state: 'AGREED', agreements, decisions });
    const shown = await cases.caseDocument('application', '1', {
      template: 'agreement',
      on: '2026-11-23',
      about: 'g1',
    });
    expect(shown.about).toEqual([
      { id: 'g1', title: 'XY-1 晨光社区居民委员会' },
      { id: 'g2', title: '未填写' },
    ]);
    expect(shown.made).toMatchObject({ ok: true, carries: ['g1'] });
  });

  test('are not made of a case that is gone', async () => {
    await expect(
      service().caseDocument('application', '9', { template: 'agreement', on: '2026-11-23' }),
    ).rejects.toThrow('已被删除');
    expect(() => service().documentOffers('strayTask', '9')).toThrow('这件下派事项已被删除');
  });
});
