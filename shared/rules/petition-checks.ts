import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { extensionStatusComplaints } from './extension-request.ts';
import { asksForDecision, isHandedOver, objectionDue } from './petition-clocks.ts';
import { writtenExtensionComplaints } from './petition-extension.ts';
import { ACCUSATION } from './petition-parts.ts';
import { repeatComplaints } from './petition-repeats.ts';
import { placeComplaints } from './place-checks.ts';

/** 第二十条: a group sends representatives, at most so many. */
export const REPRESENTATIVES: Limit = { group: LIMITS_GROUP, key: '走访代表', otherwise: 5 };

/** Who came: representatives are limited by the rule; how many stood at the door is a fact, said beside it. */
function visitComplaints({ representatives, visitors, receivedOn }: Values, context: LedgerContext): Complaint[] {
  const basis = '信访工作条例 第二十条';
  const limit = limitInForce(REPRESENTATIVES, typeof receivedOn === 'string' ? receivedOn : context.today, context);
  const found: Complaint[] = [];
  if (typeof representatives === 'number' && representatives > limit) {
    const message = `多人走访应推选代表，不超过 ${limit} 人，现为 ${representatives} 人。请核对后填实际推选的代表人数。`;
    found.push(error('petition/representatives', message, 'representatives', basis));
  } else if (typeof visitors === 'number' && visitors > limit && representatives === undefined) {
    const message = `来访 ${visitors} 人，应推选代表，不超过 ${limit} 人。请登记代表人数和姓名。`;
    found.push(warning('petition/visitors', message, 'visitors', basis));
  }
  return found;
}

function acceptanceComplaints(record: LedgerRecord, context: LedgerContext): Complaint[] {
  const { values } = record;
  const found: Complaint[] = [];
  const receivedOn = textIn(values, 'receivedOn');
  if (receivedOn > context.today) {
    const message = `收到日期 ${receivedOn} 还没有到（今天是 ${context.today}）。请填写实际收到的日期。`;
    found.push(error('petition/future', message, 'receivedOn'));
  }
  if (!isBlank(values.acceptedOn) && isBlank(values.route) && asksForDecision(values)) {
    const message = '已经受理，办理途径待补：60 日只适用于途径⑥，现暂按途径⑥计 60 日。';
    found.push(warning('petition/route', message, 'route', '信访工作条例 第三十一条、第三十四条'));
  }
  if (!isBlank(values.notifiedOn) && isBlank(values.noticeWay)) {
    found.push(
      warning('petition/notice-way', '已填告知日期，请填写告知方式。', 'noticeWay', '信访工作条例 第二十三条'),
    );
  }
  return found;
}

function objectionComplaints(record: LedgerRecord, context: LedgerContext): Complaint[] {
  const { values } = record;
  const objectedOn = textIn(values, 'objectedOn');
  const basis = '信访工作条例 第二十三条';
  if (objectedOn === '') return [];
  if (!isHandedOver(values)) {
    return [
      warning('petition/objection-source', '只有转送、交办的信访件才提出异议，请核对来源。', 'objectedOn', basis),
    ];
  }
  const due = objectionDue(record, context);
  return [
    ...(due !== undefined && objectedOn > due
      ? [warning('petition/objection-late', `异议最迟应在 ${due} 提出，已经晚了。`, 'objectedOn', basis)]
      : []),
    ...(isBlank(values.objectionReason)
      ? [warning('petition/objection-reason', '提出异议须详细说明理由。', 'objectionReason', basis)]
      : []),
  ];
}

/** What the written opinion must hold (第三十二条). */
function opinionComplaints(values: Values): Complaint[] {
  if (isBlank(values.opinionOn)) return [];
  const basis = '信访工作条例 第三十二条';
  const wanted = [
    ['opinionNo', 'petition/opinion-number', '已出具处理意见，意见书文号待补。'],
    ['opinionType', 'petition/opinion-type', '已出具处理意见，请填写予以支持、解释说明或不予支持。'],
  ] as const;
  return wanted.flatMap(([field, code, message]) =>
    isBlank(values[field]) ? [warning(code, message, field, basis)] : [],
  );
}

function evaluationComplaints({ participated, satisfaction, inEvaluation }: Values): Complaint[] {
  if (isBlank(satisfaction)) return [];
  return [
    ...(participated === false
      ? [warning('petition/not-participated', '填了满意度，是否参评却为“否”。请核对。', 'participated')]
      : []),
    ...(inEvaluation === false
      ? [warning('petition/not-evaluated', '这件不纳入评价，满意度不计入满意率。', 'inEvaluation')]
      : []),
  ];
}

/** Fields that name what a petition was made from, and where. */
const SOURCES = [
  ['fromDemand', 'demand'],
  ['fromDispute', 'dispute'],
] as const;

/** What an accusation was made from is restricted with every write of it; one linked before that is not yet. */
function sourceComplaints(values: Values, context: LedgerContext): Complaint[] {
  if (values.kind !== ACCUSATION) return [];
  const message =
    '检举控告受限，来源那一件还没有标为受限，其中的姓名、电话和内容对所有操作员可见。改动并保存本件，来源即自动标为“涉检举控告”。';
  return SOURCES.flatMap(([field, ledger]) => {
    const source = context.record(ledger, textIn(values, field));
    return source === undefined || source.values.accusation === true
      ? []
      : [warning('petition/source-open', message, field, '信访工作条例 第三十条、第四十六条')];
  });
}

/** Rules of one petition over several fields: who came, when it was taken on, extended, answered and judged. */
export function petitionComplaints(values: Values, context: LedgerContext, id?: string): readonly Complaint[] {
  const record: LedgerRecord = { id: id ?? '', rev: '', values };
  return [
    ...visitComplaints(values, context),
    ...acceptanceComplaints(record, context),
    ...objectionComplaints(record, context),
    ...writtenExtensionComplaints(record, context),
    ...extensionStatusComplaints(values, 'extensionTo'),
    ...opinionComplaints(values),
    ...evaluationComplaints(values),
    ...sourceComplaints(values, context),
    ...repeatComplaints(values, id, context),
    ...placeComplaints(values, context),
  ];
}
