import { documentDate } from '../../kit/document-date.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { formatForDocument } from '../../kit/format.ts';
import { moneyDigits } from '../../kit/format-money.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { LedgerRecord, Value, Values } from '../../kit/values.ts';
import { application } from '../../ledgers/application.ts';
import {
  type FormLine,
  type Labelled,
  type Opinion,
  type PaperForm,
  paperFormSheet,
} from '../../workbook/export/paper-form.ts';
import type { WorkbookModel } from '../../workbook/sheet-model.ts';
import { decisionInForce } from '../review/decision.ts';

export type ApprovalFormRequest = {
  readonly record: LedgerRecord;
  readonly context: LedgerContext;
  readonly office: string;
  /** How the street's body of decision is called here: 联席会议, 领导小组. */
  readonly board?: string;
};

const TITLE = '申请准入社区工作事项审批表';

/**
 * R1 申请准入社区工作事项审批表: one case on one sheet of A4 upright, with boxes to sign and seal. The form's name is
 * that of 郑州二七区's; its layout is ours, because no blank form was published.
 */
export function approvalForm(request: ApprovalFormRequest): WorkbookModel {
  const paper = approvalPaper(request);
  const title = `${paper.title} ${textIn(request.record.values, 'caseNo')}`.trim();
  return { title, author: request.office, sheets: [paperFormSheet(paper)] };
}

/** What stands on R1, line by line: the .xlsx and the printed page are both drawn from it. */
export function approvalPaper(request: ApprovalFormRequest): PaperForm {
  const { values } = request.record;
  const received = textIn(values, 'inDate');
  return {
    title: TITLE,
    sheetName: textIn(values, 'caseNo') || '审批表',
    above: [`编号：${textIn(values, 'caseNo')}`, `收件日期：${documentDate(received === '' ? undefined : received)}`],
    lines: formLines(request),
  };
}

function formLines({ record, context, board = '联席会议' }: ApprovalFormRequest): readonly FormLine[] {
  const { values } = record;
  const shown = (fieldId: string): string => {
    const field = application.fields[fieldId];
    return field ? formatForDocument(values[fieldId], field, context.nameOf) : '';
  };
  const of = (label: string, fieldId: string): Labelled => ({ label, value: shown(fieldId) });
  const pair = (left: Labelled, right: Labelled): FormLine => ({ kind: 'pair', left, right });
  const wide = (label: string, value: string, lines = 1): FormLine => ({ kind: 'wide', label, value, lines });
  const said = (label: string, opinion: Opinion): FormLine => ({ kind: 'opinion', label, opinion });
  return [
    pair(of('申请单位', 'applicant'), of('单位层级', 'applicantLevel')),
    pair(of('联系人', 'contact'), of('联系电话', 'phone')),
    wide('事项名称', shown('itemName')),
    pair(of('准入类型', 'admitType'), { label: '事项性质', value: natureOf(shown('nature'), shown('term')) }),
    pair(of('事项分类', 'category'), of('清单比对结果', 'listMatch')),
    wide('法律法规依据', textIn(values, 'legalBasis') || noBasis(values), 2),
    wide('部门职责', shown('dutySup'), 2),
    wide('社区承担职责', shown('dutyComm'), 2),
    wide('授权内容\n与工作权限', shown('authority')),
    pair(of('协助方式', 'assistMode'), of('频次', 'frequency')),
    pair({ label: '起止时间', value: periodOf(values) }, of('工作任务量', 'workload')),
    wide('涉及社区', shown('targets')),
    pair(of('经费标准', 'fundStd'), { label: '拟拨经费（元）', value: fundsOf(values.fundAmount) }),
    pair(of('经费来源', 'fundSource'), of('拨付方式', 'fundMode')),
    wide('保障措施', shown('support')),
    said('社区意见', opinionOf(values, ['社区'], context)),
    said('街道\n初审意见', opinionOf(values, ['街道初审'], context)),
    said('区承办机构\n意见', opinionOf(values, ['区审核'], context)),
    said(`${board}\n审定意见`, decisionOf(values)),
    wide('备注', shown('remark')),
  ];
}

const natureOf = (nature: string, term: string): string => [nature, term].filter((word) => word !== '').join('·');

function noBasis(values: Values): string {
  const reason = textIn(values, 'noBasisReason');
  return reason === '' ? '' : `无依据。说明：${reason}`;
}

function periodOf(values: Values): string {
  const [start, end] = [textIn(values, 'startDate'), textIn(values, 'endDate')];
  if (start === '' && end === '') return '';
  return `${start === '' ? '' : documentDate(start)}至${end === '' ? '' : documentDate(end)}`;
}

const fundsOf = (fen: Value | undefined): string => (typeof fen === 'number' ? moneyDigits(fen, '元') : '');

/** The opinions of a stage, one after another; a single one's signer and date go to the line of the signature. */
function opinionOf(values: Values, stages: readonly string[], { nameOf }: LedgerContext): Opinion {
  const rows = rowsIn(values, 'opinions').filter((row) => stages.includes(textIn(row, 'stage')));
  const texts = rows.map((row) => {
    const who = rows.length > 1 || textIn(row, 'stage') === '社区' ? nameOf('organisation', textIn(row, 'org')) : '';
    const capacity = textIn(row, 'capacity');
    const [result, content] = [textIn(row, 'result'), textIn(row, 'content')];
    const words = [content.startsWith(result) ? '' : result, content, capacity === '' ? '' : `承受能力：${capacity}`]
      .filter((word) => word !== '')
      .join('。');
    return `${who === '' ? '' : `${who}：`}${words}`;
  });
  const [only] = rows;
  return {
    ...(texts.length === 0 ? {} : { text: texts.join('\n') }),
    ...(rows.length === 1 && only ? signed(textIn(only, 'signer'), textIn(only, 'signDate')) : {}),
  };
}

/** The decision as it stands, corrections taken in: what, by which document, until when; and why not, where refused. */
function decisionOf(values: Values): Opinion {
  const row = rowsIn(values, 'decisions').at(-1);
  const decision = decisionInForce(values);
  if (!row || !decision) return {};
  const { docNo, validFrom, validTo, decideDate } = decision;
  const words = [
    decision.kind === '备案' ? '清单内事项，街道备案' : decision.result,
    [textIn(row, 'meetingNo'), docNo].filter((word) => word !== '').join('，'),
    validFrom === '' || validTo === '' ? '' : `有效期${documentDate(validFrom)}至${documentDate(validTo)}`,
    textIn(row, 'conditions'),
    textIn(row, 'reason'),
  ];
  return { text: words.filter((word) => word !== '').join('。'), ...signed('', decideDate) };
}

const signed = (signer: string, on: string): Opinion => ({
  ...(signer === '' ? {} : { signer }),
  ...(on === '' ? {} : { on }),
});
