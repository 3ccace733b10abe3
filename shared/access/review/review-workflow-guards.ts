import { readClock } from '../../deadlines/read-clock.ts';
import { isBlank } from '../../kit/blank.ts';
import { type Complaint, error, warning } from '../../kit/complaint.ts';
import { daysBetween, isDay } from '../../kit/day.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { numberOrZero, sum } from '../../kit/numbers.ts';
import type { LedgerRecord, Values } from '../../kit/values.ts';
import { STATE_FIELD, type Transition } from '../../kit/workflow.ts';
import { forceOf } from '../catalogue/catalogue-versions.ts';
import { decisionInForce } from './decision.ts';
import { FUNDS_RULE } from './funds.ts';
import { profileOf } from './profile.ts';
import { communityClock, roundOf, supplementClock } from './review-clocks.ts';
import { limitOfCase, REVIEW_LIMITS } from './review-limits.ts';

type Guard = NonNullable<Transition['guard']>;

const CONSENT_BASIS = '城市居民委员会组织法 第二十条';

export const isUrgent = (values: Values): boolean =>
  textIn(values, 'term') === '突发紧急' || textIn(values, 'listMatch') === '突发紧急';

const isListed = (values: Values): boolean => textIn(values, 'listMatch') === '清单内';

/** Communities the application names. */
const targetsOf = (values: Values): readonly string[] => {
  const { targets } = values;
  return Array.isArray(targets) ? targets.filter((id): id is string => typeof id === 'string') : [];
};

/** Target communities that said nothing in this round. Opinions of an earlier round were about another text. */
export function silentCommunities(record: LedgerRecord): readonly string[] {
  const round = roundOf(record);
  const heard = new Set(
    rowsIn(record.values, 'opinions')
      .filter((row) => textIn(row, 'stage') === '社区' && (row.round ?? 1) === round)
      .map((row) => textIn(row, 'org')),
  );
  return targetsOf(record.values).filter((id) => !heard.has(id));
}

/** T4: only once the time to supplement is over; nothing lapses by itself, the clerk confirms. */
export const lapsed: Guard = (record, input, context) => {
  const dueOn = readClock(supplementClock, record, context).at(-1)?.dueOn;
  return dueOn !== undefined && input.on <= dueOn
    ? [error('lapse/not-due', `补正期限到 ${dueOn}，还没有过。期限过后才能按逾期未补正处理。`)]
    : [];
};

/** T5: what happens at once cannot wait for opinions. */
export const notUrgent: Guard = ({ values }) =>
  isUrgent(values) ? [error('opinion/urgent', '突发紧急事项不征求社区意见，请直接转街道初审。')] : [];

/** T6a: only communities the application concerns are asked, each once a round. */
export const asked: Guard = (record, input, context) => {
  const org = textIn(input.values, 'org');
  if (org === '' || silentCommunities(record).includes(org)) return [];
  const name = context.nameOf('organisation', org);
  return targetsOf(record.values).includes(org)
    ? [error('opinion/twice', `${name}本轮已经反馈过意见，不重复录入。`, 'org')]
    : [error('opinion/not-asked', `${name}不在涉及社区之内。请核对社区，或先修改“涉及社区”。`, 'org')];
};

/** T6: every community answered, or the time to answer is over. Silence is 逾期未反馈, never consent. */
export const opinionsIn: Guard = (record, input, context) => {
  const silent = silentCommunities(record);
  if (silent.length === 0) return [];
  const names = silent.map((id) => context.nameOf('organisation', id)).join('、');
  const dueOn = readClock(communityClock, record, context).at(-1)?.dueOn;
  return dueOn === undefined || input.on <= dueOn
    ? [error('opinion/awaited', `${names}还没有反馈，期限到 ${dueOn ?? '—'}。期限内请等待或催办。`)]
    : [warning('opinion/silent', `${names}逾期未反馈，将如实记为“逾期未反馈”，不视为同意。`)];
};

/** T7: the community step is skipped only for what is on the list, for emergencies, or where the office has no such step. */
export const maySkipCommunities: Guard = (record, _input, context) => {
  const { values } = record;
  if (isListed(values)) {
    return isBlank(values.listItem) ? [error('skip/no-item', '清单内事项须写明对应的清单条目。', 'listItem')] : [];
  }
  if (isUrgent(values) || !profileOf(record, context).communityOpinion) return [];
  return [error('skip/not-allowed', '清单外的事项应先征求社区意见。清单内或突发紧急事项才可直接转街道初审。')];
};

function fundsStated(values: Values): readonly Complaint[] {
  const amount = values.fundAmount;
  const unneeded = textIn(values, 'fundSource') === '不需经费';
  if (typeof amount !== 'number' && !unneeded) {
    return [
      error(
        'forward/funds',
        '经费没有写明。请填写拟拨经费；不需经费的，经费来源选“不需经费”并说明理由。',
        'fundAmount',
        FUNDS_RULE,
      ),
    ];
  }
  if (numberOrZero(amount) === 0 && isBlank(values.noFundsReason)) {
    return [error('forward/no-funds-reason', '经费为零或不需经费的，须说明理由。', 'noFundsReason', FUNDS_RULE)];
  }
  return [];
}

/** T8: legal basis or a written reason, funds stated, and nothing forbidden goes up without a reason of its own. */
export const mayGoUp: Guard = ({ values }) => {
  const complaints: Complaint[] = [];
  if (isBlank(values.legalBasis) && isBlank(values.noBasisReason)) {
    complaints.push(
      error('forward/basis', '没有法律法规依据，也没有无依据说明。请至少填写一项。', 'legalBasis', CONSENT_BASIS),
    );
  }
  complaints.push(...fundsStated(values));
  if (textIn(values, 'listMatch') === '命中负面' && isBlank(values.overrideReason)) {
    complaints.push(
      error(
        'forward/forbidden',
        '命中负面清单，不得上报。确需上报的，须写明理由。',
        'overrideReason',
        '民发〔2015〕136号',
      ),
    );
  }
  return complaints;
};

/** Without a street review the same must be known, and from the desk the communities may be passed over only as T7 says. */
export const mayGoUpDirectly: Guard = (record, input, context) => [
  ...(textIn(record.values, STATE_FIELD) === 'RECEIVED' ? maySkipCommunities(record, input, context) : []),
  ...mayGoUp(record, input, context),
];

/** T10: on the list, with the item it stands on, and that item in force. */
export const onTheList: Guard = ({ values }, input, context) => {
  if (!isListed(values)) {
    return [error('listed/not-on-list', '清单比对结果不是“清单内”，不能备案。', 'listMatch')];
  }
  const id = textIn(values, 'listItem');
  if (id === '') return [error('listed/no-item', '请选择对应的清单条目。', 'listItem')];
  const item = context.record('catalogueItem', id)?.values;
  if (item === undefined) return [error('listed/unknown-item', '对应的清单条目已不存在，请重新选择。', 'listItem')];
  const [name, listType] = [textIn(item, 'name'), textIn(item, 'listType')];
  const force = forceOf(item, input.on);
  if (force === '未生效') {
    const from = textIn(item, 'effectiveFrom');
    const message = `清单条目“${name}”（版本 ${textIn(item, 'version')}）${from} 才生效，不能据以备案。请选择当天有效的版本。`;
    return [error('listed/not-yet', message, 'listItem')];
  }
  if (force !== '现行') {
    return [error('listed/repealed', `清单条目“${name}”已废止或失效，不能据以备案。`, 'listItem')];
  }
  if (listType === '收回') {
    return [error('listed/taken-back', `“${name}”已由上级部门收回，不能据以备案。`, 'listItem')];
  }
  return listType === '负面' ? [error('listed/forbidden', `“${name}”是负面清单条目，不能据以备案。`, 'listItem')] : [];
};

/** T11: where the profile asks for it, 评估或听证 is recorded first (苏州 2014). */
export const assessed: Guard = (record, input, context) =>
  profileOf(record, context).assessment && isBlank(input.values.content)
    ? [error('board/assessment', '本地规则要求先评估或听证。请填写评估、听证情况。', 'content')]
    : [];

function validityComplaints(record: LedgerRecord, values: Values, on: string, context: LedgerContext): Complaint[] {
  const [from, to] = [textIn(values, 'validFrom'), textIn(values, 'validTo')];
  if (!isDay(from) || !isDay(to))
    return [error('decide/validity', '准予的须写明有效期起止。', isDay(from) ? 'validTo' : 'validFrom')];
  if (to < from) return [error('decide/validity-reversed', `有效期止 ${to} 早于有效期起 ${from}。请核对。`, 'validTo')];
  if (to < on) {
    return [error('decide/validity-past', `有效期止 ${to} 早于审定日期 ${on}，一经审定就已过期。请核对。`, 'validTo')];
  }
  const over =
    to < context.today
      ? [warning('decide/validity-over', `有效期到 ${to}，已经过了。保存后请办理续期或退出。`, 'validTo')]
      : [];
  const longest = limitOfCase(REVIEW_LIMITS.temporary, record.values, on, context);
  const days = daysBetween(from, to) + 1;
  if (textIn(record.values, 'term') !== '阶段性临时' || days <= longest) return over;
  return [
    ...over,
    warning('decide/temporary-long', `临时事项有效期 ${days} 天，超过 ${longest} 天（可调整的默认值）。`, 'validTo'),
  ];
}

/** T13: a document or minutes, validity where approved, a reason where not. Nothing is decided by a time-out. */
export const decided: Guard = (record, input, context) => {
  const { values } = input;
  const complaints: Complaint[] = [];
  if (isBlank(values.docNo) && isBlank(values.meetingNo)) {
    complaints.push(error('decide/document', '请填写决定文号或会议纪要。', 'docNo'));
  }
  const result = textIn(values, 'result');
  if (result === '准予') complaints.push(...validityComplaints(record, values, input.on, context));
  else if (result !== '' && isBlank(values.reason)) {
    complaints.push(error('decide/reason', `${result}的须写明理由。`, 'reason'));
  }
  return complaints;
};

/** T15: nothing is published without a decision. */
export const hasDecision: Guard = ({ values }) =>
  decisionInForce(values)?.result === '准予' ? [] : [error('publish/no-decision', '没有准予的决定，不能公布。')];

/** T17: an agreement where the profile wants one; and money came, or a reason says none is needed. */
export const mayStart: Guard = (record, _input, context) => {
  const { values } = record;
  const complaints: Complaint[] = [];
  const listed = decisionInForce(values)?.kind === '备案';
  const needsAgreement = !listed || profileOf(record, context).agreementForListed;
  if (textIn(values, STATE_FIELD) === 'PUBLISHED' && needsAgreement) {
    complaints.push(error('start/agreement', '须先签订委托协议。'));
  }
  const paid = sum(rowsIn(values, 'transfers').map((row) => numberOrZero(row.paidAmount)));
  if (paid === 0 && isBlank(values.noFundsReason)) {
    complaints.push(
      error(
        'start/no-funds',
        '未落实经费，可拒绝。请登记经费拨付；不需经费的，填写不需经费的理由。',
        'noFundsReason',
        FUNDS_RULE,
      ),
    );
  }
  return complaints;
};

/** T18: emergencies alone, with a legal basis, once. */
export const mayStartFirst: Guard = ({ values }, input) => {
  const complaints: Complaint[] = [];
  if (!isUrgent(values)) complaints.push(error('first/not-urgent', '只有突发紧急事项可以应急先行。', 'term'));
  if (isBlank(values.legalBasis)) {
    complaints.push(
      error('first/basis', '应急先行须有法律依据。', 'legalBasis', '突发事件应对法 第二十二条、第七十七条'),
    );
  }
  if (values.emergencyFirst === true) complaints.push(error('first/twice', '已登记应急先行，不重复登记。'));
  if (textIn(input.values, 'actualStart') > input.on) {
    complaints.push(error('first/future-start', '实际开始日期不能晚于登记日期。', 'actualStart'));
  }
  return complaints;
};

/** T20a: goes on only while its validity lasts. */
export const stillValid: Guard = (record, input) => {
  const validTo = decisionInForce(record.values)?.validTo ?? '';
  const complaints: Complaint[] = [];
  if (validTo !== '' && validTo < input.on) {
    complaints.push(error('go-on/expired', `有效期到 ${validTo}，已经过了。请办理续期或退出。`));
  }
  if (textIn(input.values, 'conclusion') === '调整' && isBlank(input.values.content)) {
    complaints.push(error('go-on/adjustment', '结论为调整的，须写明调整内容。', 'content'));
  }
  return complaints;
};

/** T21: satisfaction is recorded before a renewal is asked for. */
export const satisfactionKnown: Guard = ({ values }) =>
  isBlank(values.evaluations) ? [error('renew/no-evaluation', '续期前须登记满意度评估。', 'evaluations')] : [];

/** T24: what was begun at once and then not admitted has a day on which it stopped. */
export const stoppedIfBegun: Guard = ({ values }) =>
  values.emergencyFirst === true && textIn(values, STATE_FIELD) !== 'EXITED' && isBlank(values.emergencyStoppedOn)
    ? [error('archive/not-stopped', '应急先行后未获准予，须先填写停止日期。', 'emergencyStoppedOn')]
    : [];
