import { decisionInForce } from '../../access/review/decision.ts';
import { reviewWorkflow } from '../../access/review/review-workflow.ts';
import { declaresForm, mayRefuseForm, missingMarks, wordsOfForm } from '../../access/review/statistical-form.ts';
import { actionOf } from '../../access/stray-task-rules.ts';
import { isBlank } from '../../kit/blank.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { stateOf } from '../../kit/steps.ts';
import type { Day, LedgerRecord, Values } from '../../kit/values.ts';
import { applicantOf, communitiesOf, fullNameOf, lastRowIds, sentences } from '../case-words.ts';
import type { DocumentHeading } from '../document-heading.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { type DocumentModel, paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

/** What the letter says, of an application or of a task that came by chat, call or meeting. */
export type Refusal = {
  readonly to: string;
  readonly itemName: string;
  readonly receivedOn: Day | '';
  /** 微信群, 电话, 会议 …; '' where it is not known. */
  readonly channel: string;
  readonly communities: readonly string[];
  /** What the comparison found and what was decided, one sentence each. */
  readonly findings: readonly string[];
  /** What was asked for, as far as grounds depend on it. */
  readonly values: Values;
};

const NOTICE_136 =
  '《民政部 中央组织部关于进一步开展社区减负工作的通知》（民发〔2015〕136号）：实行社区工作准入制度，属于政府部门职责范围内的事项不得转嫁给社区；需要社区协助的，应当同时提供经费和工作条件';

// The law was revised on 2025-10-28; which article now carries this rule was not established. The letter says so.
const COMMITTEE_LAW =
  '《中华人民共和国城市居民委员会组织法》（2018年修正文本）第二十条：市、市辖区的人民政府有关部门需要居民委员会协助进行的工作，应当经市、市辖区的人民政府或者它的派出机关同意并统一安排（该法已于2025年修订，现行条文序号以修订后的文本为准）';

const STATISTICS_LAW =
  '《中华人民共和国统计法》（2024年修正）第十七条：统计调查表应当标明表号、制定机关、批准或者备案文号、有效期限等标志；未标明或者超过有效期限的，统计调查对象有权拒绝填报';

/** The legal grounds that fit what was asked for: never more than the case bears. */
function groundsOf(values: Values, on: Day): readonly string[] {
  const grounds = [COMMITTEE_LAW, NOTICE_136];
  if (!mayRefuseForm(values, on)) return grounds;
  const missing = missingMarks(values).map(({ label }) => label);
  const why = missing.length > 0 ? `要求填报的报表没有标明${missing.join('、')}` : '要求填报的报表已经超过有效期限';
  return [...grounds, `${STATISTICS_LAW}。${why}`];
}

/** 清单外事项告知（拒绝）函: what came, why it is not taken on, on what grounds, and the proper way in. */
export function refusal(
  { to, itemName, receivedOn, channel, communities, findings, values }: Refusal,
  heading: DocumentHeading,
  today: Day,
): DocumentModel {
  const when = receivedOn === '' ? '近期' : `于${documentDate(receivedOn)}`;
  const how = channel === '' ? '' : `以${channel}方式`;
  const whom = communities.length === 0 ? '辖区社区' : communities.join('、');
  const form = declaresForm(values) || wordsOfForm(values) !== undefined;
  return letter(
    {
      template: 'refusal-letter',
      title: `关于“${itemName}”未经准入不予承接的告知函`,
      addressee: to,
      blocks: [
        paragraph('body', `你单位${when}${how}要求${whom}办理“${itemName}”。经审查，现告知如下：`),
        paragraph('level1', '一、审查情况和处理意见'),
        paragraph(
          'body',
          sentences(...findings, `该事项未经准入，社区不予承接${form ? '，有关报表不予填报' : ''}，我办不作转办`),
        ),
        paragraph('level1', '二、依据'),
        ...groundsOf(values, today).map((ground, place) => paragraph('body', `${place + 1}．${ground}。`)),
        paragraph('level1', '三、办理途径'),
        paragraph(
          'body',
          `确需社区协助的，请向${heading.district}申请准入，写明法律法规依据、授权内容、工作权限、时限、任务量和拨付的经费；获准后由我办统一安排。突发事件的应急处置，依照《中华人民共和国突发事件应对法》办理。`,
        ),
        paragraph('body', '特此函告。'),
      ],
    },
    heading,
  );
}

const OUTSIDE: { readonly [match: string]: string } = {
  清单外长期: '该事项不在社区工作事项清单内',
  清单外临时: '该事项不在社区工作事项清单内，属于阶段性、临时性任务',
  命中负面: '该事项属于社区工作负面清单（禁入事项）',
};

/** What the comparison found, and what was decided by whom, by the record's own words. */
function findingsOf(record: LedgerRecord, heading: DocumentHeading): readonly string[] {
  const { values } = record;
  const found = [OUTSIDE[textIn(values, 'listMatch')] ?? ''];
  if (isBlank(values.legalBasis)) found.push('申请没有写明法律法规依据');
  const noMoney = typeof values.fundAmount !== 'number' || values.fundAmount === 0;
  if (noMoney && isBlank(values.noFundsReason)) found.push('没有落实经费');
  const decided = rowsIn(values, 'decisions').at(-1);
  const decision = decisionInForce(values);
  if (decided && decision?.result === '不予') {
    const number = decision.docNo || textIn(decided, 'meetingNo');
    found.push(`${textIn(decided, 'body') || heading.board}决定不予准入${number === '' ? '' : `（${number}）`}`);
    found.push(textIn(decided, 'reason') === '' ? '' : `理由：${textIn(decided, 'reason')}`);
  } else {
    const refused = rowsIn(values, 'opinions').findLast(
      (row) => textIn(row, 'stage') === '街道初审' && textIn(row, 'result') === '不同意',
    );
    if (refused) found.push(`街道初审不同意：${textIn(refused, 'content')}`);
  }
  return found;
}

const ADMITTED = ['APPROVED', 'PUBLISHED', 'AGREED', 'ACTIVE', 'SUSPENDED', 'EVALUATING', 'RENEWING'];

function complaintsOf(record: LedgerRecord, _context: LedgerContext) {
  const state = stateOf(record, reviewWorkflow);
  if (ADMITTED.includes(state)) {
    return [error('document/admitted', '事项已经准予准入，不能再告知拒绝。需要停止的，请办理退出。')];
  }
  if (state === 'REJECTED') return [];
  const match = textIn(record.values, 'listMatch');
  if (match === '') return [error('document/no-match', '请先认定清单比对结果，再决定是否告知拒绝。', 'listMatch')];
  return match in OUTSIDE
    ? []
    : [error('document/listed', `清单比对结果是“${match}”，不能按清单外事项告知拒绝。`, 'listMatch')];
}

/** The refusal of an application: after a decision, or at once where the task is off the lists. */
export const refusalLetter: DocumentTemplate = {
  id: 'refusal-letter',
  title: DOCUMENT_KINDS['refusal-letter'],
  numberSuffix: '函',
  neededFields: ['applicant', 'itemName', 'inDate'],
  appliesTo: complaintsOf,
  carries: ({ values }) => [
    ...lastRowIds(values, 'decisions', 'corrections'),
    ...rowsIn(values, 'opinions').flatMap((row) => (textIn(row, 'stage') === '街道初审' ? [row.id] : [])),
  ],
  build: (record, context, heading) => {
    const { values } = record;
    const facts: Refusal = {
      to: applicantOf(record, context),
      itemName: textIn(values, 'itemName'),
      receivedOn: textIn(values, 'inDate'),
      channel: textIn(values, 'inChannel'),
      communities: communitiesOf(record, context),
      findings: findingsOf(record, heading),
      values,
    };
    return refusal(facts, heading, heading.on ?? context.today);
  },
};

function strayTaskRefusal(record: LedgerRecord, context: LedgerContext, heading: DocumentHeading): DocumentModel {
  const { values } = record;
  const sender = textIn(values, 'sender');
  const reason = textIn(values, 'refusalReason');
  const facts: Refusal = {
    to: sender === '' ? textIn(values, 'senderPerson') : fullNameOf('department', sender, context),
    itemName: textIn(values, 'itemName'),
    receivedOn: textIn(values, 'date'),
    channel: textIn(values, 'channel'),
    communities: communitiesOf(record, context),
    findings: [OUTSIDE[textIn(values, 'listMatch')] ?? '', '没有办理准入申请', reason === '' ? '' : `理由：${reason}`],
    values,
  };
  const number = heading.number || textIn(values, 'letterNo');
  return refusal(facts, { ...heading, ...(number === '' ? {} : { number }) }, heading.on ?? context.today);
}

/** The refusal of a task that came around the admission: to whoever sent it, by whatever channel. */
export const strayRefusalLetter: DocumentTemplate = {
  id: 'refusal-letter',
  title: DOCUMENT_KINDS['refusal-letter'],
  numberSuffix: '函',
  neededFields: ['sender', 'itemName', 'date', 'refusalReason', 'answeredOn'],
  appliesTo: ({ values }) =>
    actionOf(values) === '告知拒绝'
      ? []
      : [error('document/not-refused', '这件下派事项没有办理“告知拒绝”，不出具告知函。', 'action')],
  datedBy: 'answeredOn',
  carries: () => ['action', 'answeredOn', 'refusalReason', 'letterNo'],
  build: strayTaskRefusal,
};
