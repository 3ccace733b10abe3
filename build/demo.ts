import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { approvalForm } from '../shared/access/reports/approval-form.ts';
import { reviewLedger } from '../shared/access/reports/review-ledger.ts';
import { reviewApplication } from '../shared/access/review/application-review.ts';
import { textIn } from '../shared/kit/field-values.ts';
import type { LedgerRecord, Values } from '../shared/kit/values.ts';
import { application } from '../shared/ledgers/application.ts';
import { ledgerWorkbook } from '../shared/workbook/export/ledger-export.ts';
import type { WorkbookModel } from '../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../shared/workbook/write/write-workbook.ts';
import { importApplications } from './demo-import.ts';
import { CLERK, type DemoOffice, OFFICE, openDemoOffice } from './demo-office.ts';
import { type Act, dueText, recordOf, stateTitle, walk } from './demo-walk.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SHEET = join(ROOT, 'tests/fixtures/部门申报-区住建局-拟进社区工作事项.xlsx');
const OUT = join(ROOT, 'demo');

/** What a list match means for the field the clerk settles. */
const SETTLED: { readonly [result: string]: string } = { 清单内: '清单内', 负面: '命中负面' };

const office = openDemoOffice('2026-11-23');
const received = importApplications(office, SHEET);
compare(received);
receive(received);
refuse('完成招商引资线索上报');
const admitted = admit('消防安全宣传教育');
writeFiles(admitted);

function compare(records: readonly LedgerRecord[]): void {
  console.log('二、与准入清单比对（建议，由经办人认定）');
  for (const record of records) {
    const { match, findings } = reviewApplication(record, office.context());
    const item = match.result === '清单内' ? match.best?.item.id : undefined;
    office.patch(application.id, record.id, {
      listMatch: SETTLED[match.result] ?? '清单外长期',
      ...(item === undefined ? {} : { listItem: item }),
    });
    console.log(`   ${textIn(record.values, 'caseNo')} ${textIn(record.values, 'itemName')}：${match.result}`);
    for (const why of match.why) console.log(`      理由：${why}`);
    for (const { message } of findings) console.log(`      问题：${message}`);
  }
  console.log('');
}

/** All are received; what nobody takes further runs over its limit, and the last list says so. */
function receive(records: readonly LedgerRecord[]): void {
  console.log('三、登记收件');
  for (const record of records) {
    console.log(`  ${textIn(record.values, 'caseNo')}`);
    walk(office, record.id, [{ on: '2026-11-24', take: 'receive', fill: { inChannel: '公文', clerk: CLERK } }]);
  }
}

/** What every community says of a case, the last one closing the round. */
function opinions(record: LedgerRecord, on: string, result: string): readonly Act[] {
  const targets = record.values.targets;
  const communities = Array.isArray(targets) ? targets.filter((id): id is string => typeof id === 'string') : [];
  return [
    ...communities.map((org): Act => ({ on, take: 'recordOpinion', values: { org, result, capacity: '能' } })),
    { on, take: 'closeOpinions' },
  ];
}

function admit(itemName: string): LedgerRecord {
  const record = find(itemName);
  console.log(`\n五、办理 ${textIn(record.values, 'caseNo')} ${itemName}`);
  const missing: Values = {
    dutySup: '制定宣传计划，提供资料和讲解人员',
    support: ['人员', '物资'],
    applicantLevel: '区',
    contact: '示例联系人',
    phone: '010-00000000',
    admitType: '工作任务',
    nature: '新增',
    term: '长期',
    assistMode: ['联系居民', '宣传教育'],
    workload: '每个社区每月 1 次，每次 2 人',
    fundMode: '按工作量',
  };
  const decision = {
    result: '准予',
    body: '区社区工作事项准入联席会议',
    docNo: '示例准入〔2026〕12号',
    validFrom: '2027-01-01',
    validTo: '2027-12-31',
  };
  const agreement = {
    agreementNo: 'XY-2026-001',
    partyA: '区住建局',
    partyB: '晨光社区居委会等三个社区',
    scope: '消防安全宣传，不含检查和处罚',
    fundClause: '启动前一次拨付',
  };
  return walk(office, record.id, [
    { on: '2026-11-24', take: 'askCommunities', fill: missing },
    ...opinions(record, '2026-11-27', '同意'),
    { on: '2026-12-01', take: 'forward', by: '分管领导', values: { content: '同意上报' } },
    { on: '2026-12-02', take: 'submitToBoard', values: { content: '经论证，宣传内容与清单相符' } },
    { on: '2026-12-16', take: 'decide', by: '联席会议', values: decision },
    { on: '2026-12-18', take: 'publish', values: { channels: ['公开栏'] } },
    { on: '2026-12-22', take: 'signAgreement', values: agreement },
    {
      on: '2026-12-31',
      take: 'start',
      fill: { transfers: [{ id: 'transfer-1', paidAmount: 2_000_000, paidDate: '2026-12-30' }] },
    },
  ]);
}

function refuse(itemName: string): void {
  const record = find(itemName);
  console.log(`\n四、不予准入 ${textIn(record.values, 'caseNo')} ${itemName}`);
  walk(office, record.id, [
    { on: '2026-11-24', take: 'askCommunities' },
    ...opinions(record, '2026-11-26', '不同意'),
    {
      on: '2026-11-26',
      take: 'refuse',
      by: '分管领导',
      values: { content: '招商引资指标不得下达社区（民发〔2015〕136号）' },
    },
  ]);
}

function find(itemName: string): LedgerRecord {
  const found = office.records(application.id).find(({ values }) => values.itemName === itemName);
  if (!found) throw new Error(`no application ${itemName}`);
  return found;
}

function writeFiles(shown: LedgerRecord): void {
  const context = office.context();
  const records = office.records(application.id);
  const signatures = { filler: CLERK, filledOn: office.today };
  const rows = records.map((record) => ({
    values: record.values,
    derived: application.derived?.compute(record, context) ?? {},
  }));
  const files: { readonly [name: string]: WorkbookModel } = {
    'R1-审批表.xlsx': approvalForm({ record: recordOf(office, shown.id), context, office: OFFICE }),
    'R3-准入审核台账.xlsx': reviewLedger({ records, context, office: OFFICE, period: '2026年', signatures }),
    '准入申请-导出.xlsx': ledgerWorkbook({
      ledger: application,
      columns: application.columns,
      rows,
      office: OFFICE,
      clerk: CLERK,
      on: office.today,
      masked: false,
      nameOf: context.nameOf,
    }),
  };
  console.log(`\n六、${office.today} 的情况`);
  for (const record of records) console.log(`   ${summary(office, record)}`);
  mkdirSync(OUT, { recursive: true });
  console.log('\n七、已写出');
  for (const [name, model] of Object.entries(files)) {
    const bytes = writeWorkbook(model);
    writeFileSync(join(OUT, name), bytes);
    console.log(`   demo/${name}（${Math.ceil(bytes.length / 1024)} KB）`);
  }
}

function summary(from: DemoOffice, record: LedgerRecord): string {
  const { values } = record;
  const name = `${textIn(values, 'caseNo')} ${textIn(values, 'itemName')}`;
  return `${name}：${stateTitle(record)}${dueText(from, record)}`;
}
