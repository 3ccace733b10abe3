import {
  agreementFields,
  correctionFields,
  decisionFields,
  evaluationFields,
  executionFields,
  exitFields,
  missingPaperFields,
  opinionFields,
  publicationFields,
  transferFields,
} from '../access/review/application-parts.ts';
import { applicationReviewFields } from '../access/review/application-review.ts';
import { caseDateComplaints } from '../access/review/case-dates.ts';
import { evaluationComplaints, evaluationDerived } from '../access/review/evaluation.ts';
import { fundsComplaints, fundsDerived } from '../access/review/funds.ts';
import { itemClocks } from '../access/review/item-clocks.ts';
import { reviewClocks } from '../access/review/review-clocks.ts';
import { reviewDerived } from '../access/review/review-derived.ts';
import { reviewWorkflow } from '../access/review/review-workflow.ts';
import { wantedDerived } from '../access/review/wanted-fields.ts';
import { issuedBlocksUndo, issuedDocuments } from '../documents/issued-documents.ts';
import { defineLedger } from '../kit/define-ledger.ts';
import { children, choice, code, date, department, phone, reference, text, yesNo } from '../kit/fields.ts';
import { applicationMatterFields } from './application-matter.ts';
import { IN_CHANNELS } from './application-options.ts';
import { applicationWorkFields } from './application-work.ts';

const source = {
  caseNo: code('准入编号').automatic().alias('编号').section('来文').width(14),
  applicant: department('申请单位')
    .key()
    .alias(
      '责任部门',
      '主管部门',
      '对应上级部门',
      '申报单位',
      '申报部门',
      '申请部门',
      '牵头部门',
      '责任单位',
      '来文单位',
    )
    .section('来文')
    .width(16),
  applicantLevel: choice('单位层级', ['省', '市', '区', '街道内设']).wanted().section('来文').width(10),
  contact: text('联系人').alias('联络人').wanted().section('来文').width(10),
  phone: phone('联系电话').alias('电话').wanted().section('来文'),
  inDate: date('收件日期').key().alias('收文日期', '来文日期').section('来文'),
  inChannel: choice('来文方式', IN_CHANNELS).neededFor('receive').section('来文').width(10),
  inDocNo: text('来文文号').alias('文号', '发文字号').section('来文').width(18),
  clerk: text('经办人').wanted().section('来文').width(10),
  strayTask: reference('来自清单外下派', { ledger: 'strayTask' }).section('来文').width(24),
  stock: yesNo('存量').section('来文').help('启用本程序之前已准入或已在办的事项，随存量导入标明').width(8),
};

const file = {
  emergencyFirst: yesNo('应急先行').decision().automatic().section('应急').width(10),
  actualStart: date('实际开始日期').decision().automatic().section('应急'),
  emergencyStoppedOn: date('停止日期')
    .notBefore('actualStart')
    .section('应急')
    .help('应急先行后未获准予的，须填写停止日期'),
  missingPapers: children('补正告知', missingPaperFields).decision().section('审核过程'),
  opinions: children('意见', opinionFields).decision().section('审核过程'),
  decisions: children('决定', decisionFields).decision().section('审核过程'),
  corrections: children('更正', correctionFields).decision().section('审核过程'),
  publications: children('公布', publicationFields).section('实施'),
  agreements: children('委托协议', agreementFields).section('实施'),
  transfers: children('经费拨付', transferFields).section('实施'),
  executions: children('实施记录', executionFields).section('实施'),
  evaluations: children('评估', evaluationFields).section('实施'),
  exits: children('退出', exitFields).decision().section('实施'),
  documents: issuedDocuments(),
};

const fields = { ...source, ...applicationMatterFields, ...applicationWorkFields, ...file };

const wanted = wantedDerived(fields);

/** 准入申请: what a department wants carried into the communities, from the letter to the archive. */
export const application = defineLedger({
  id: 'application',
  title: '准入审核',
  noun: '申请',
  group: '准入',
  version: 1,
  fields,
  titleField: 'itemName',
  numbering: { field: 'caseNo', pattern: 'ZR-{year}-{0000}', yearFrom: 'inDate' },
  workflow: reviewWorkflow,
  clocks: [...reviewClocks, ...itemClocks],
  sameAs: ['applicant', 'itemName'],
  columns: [
    'caseNo',
    'inDate',
    'applicant',
    'itemName',
    'state',
    'dueOn',
    'daysLeft',
    'matchResult',
    'waitingFor',
    'listMatch',
    'targets',
    'fundAmount',
    'findingCount',
  ],
  totals: ['fundAmount'],
  sortedBy: { field: 'caseNo', descending: true },
  undoBlocked: issuedBlocksUndo,
  handledBy: 'clerk',
  derived: {
    fields: {
      ...reviewDerived.fields,
      ...applicationReviewFields.fields,
      ...fundsDerived.fields,
      ...evaluationDerived.fields,
      ...wanted.fields,
    },
    compute: (record, context) => ({
      ...reviewDerived.compute(record, context),
      ...fundsDerived.compute(record, context),
      ...evaluationDerived.compute(record, context),
      ...wanted.compute(record, context),
      ...applicationReviewFields.compute(record, context),
    }),
  },
  check: (values, { today }) => [
    ...caseDateComplaints(values),
    ...fundsComplaints(values, today),
    ...evaluationComplaints(values, today),
  ],
});
