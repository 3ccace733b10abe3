import { issuedNumber } from '../documents/issued-documents.ts';
import type { Draft } from '../history/draft.ts';
import { countRecords, type Figure } from '../indicators/figure.ts';
import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, errorsOf, warning } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { grouped } from '../kit/grouped.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { inPeriod, type Period } from '../kit/period.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';

/** What was done about a task that came outside the catalogue. Blank reads as 待处理. */
export const STRAY_ACTIONS = ['待处理', '转申请', '告知拒绝', '报区', '已办'] as const;

export type StrayAction = (typeof STRAY_ACTIONS)[number];

const REFUSAL_BASIS = '民发〔2015〕136号；北京市街道办事处条例 第三十二条；自贡市2016年试行办法';

export const actionOf = (values: Values): StrayAction =>
  STRAY_ACTIONS.find((action) => action === textIn(values, 'action')) ?? '待处理';

/** The number of the letter: as the clerk entered it, else the one it was issued under. */
export const letterNoOf = (values: Values): string =>
  textIn(values, 'letterNo') || issuedNumber(values, 'refusal-letter');

const ANSWERED: readonly StrayAction[] = ['告知拒绝', '报区'];

/** Rules of one stray task: a future day, a refusal without its reason and day, an application that is not there. */
export function strayTaskComplaints(values: Values, context: Pick<LedgerContext, 'today'>): readonly Complaint[] {
  const found: Complaint[] = [];
  const action = actionOf(values);
  const date = textIn(values, 'date');
  const answeredOn = textIn(values, 'answeredOn');
  if (date > context.today) {
    found.push(
      error('stray/future', `下派日期 ${date} 还没有到（今天是 ${context.today}）。请填写实际收到的日期。`, 'date'),
    );
  }
  if (answeredOn > context.today) {
    found.push(error('stray/answered-future', `答复日期 ${answeredOn} 还没有到。请填写实际答复的日期。`, 'answeredOn'));
  }
  if (ANSWERED.includes(action) && answeredOn === '') {
    found.push(error('stray/answered-on', `处理结果为“${action}”的，须填写答复（报区）日期。`, 'answeredOn'));
  }
  if (action === '告知拒绝') {
    if (isBlank(values.refusalReason)) {
      found.push(error('stray/reason', '告知拒绝的，须写明理由。', 'refusalReason', REFUSAL_BASIS));
    }
    if (isBlank(values.sender)) {
      found.push(error('stray/addressee', '告知拒绝的，须填写下派单位：告知函要送给它。', 'sender'));
    }
    if (letterNoOf(values) === '') found.push(warning('stray/letter', '告知函文号待补。', 'letterNo'));
  }
  if (action === '转申请' && isBlank(values.application)) {
    found.push(error('stray/application', '处理结果为“转申请”的，由“转为申请”写入对应的申请。', 'application'));
  }
  if (action !== '转申请' && !isBlank(values.application)) {
    found.push(error('stray/linked', `已转为申请的，处理结果不能是“${action}”。`, 'action'));
  }
  return found;
}

/** What an act writes, all of it in one batch; or why it is refused. */
export type StrayAct = { readonly writes: readonly Draft[] } | { readonly complaints: readonly Complaint[] };

/** Fields an application takes over word for word. */
const CARRIED = ['itemName', 'dutyComm', 'legalBasis', 'listMatch', 'listItem', 'targets', 'needReport', 'phone'];

const carried = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(fields.flatMap((field) => (isBlank(values[field]) ? [] : [[field, values[field]]])));

/** An act on a task that was dealt with already would leave two answers to one department. */
function refusedAgain({ values }: LedgerRecord, title: string): readonly Complaint[] {
  const action = actionOf(values);
  if (action === '待处理') return [];
  return [error('stray/settled', `这件下派事项已经“${action}”，不能再“${title}”。记录未改动。`, 'action')];
}

/**
 * T23a 转申请: the stray task becomes the draft of an application, and each names the other. The application counts from
 * the day it is made one (收件日期 = today); the day of the order stays with the stray task. `applicationId` is the id the
 * new record will have. The writes belong into one batch.
 */
export function strayTaskToApplication(
  record: LedgerRecord,
  context: Pick<LedgerContext, 'today' | 'operator'>,
  applicationId: string,
): StrayAct {
  const { values } = record;
  const complaints = [...refusedAgain(record, '转为申请')];
  const sender = textIn(values, 'sender');
  if (sender === '') {
    complaints.push(error('stray/applicant', '请先填写下派单位：它是申请单位。', 'sender'));
  }
  if (complaints.length > 0) return { complaints };
  const number = textIn(values, 'strayNo');
  const person = textIn(values, 'senderPerson');
  const application: Values = {
    ...carried(values, CARRIED),
    applicant: sender,
    inDate: context.today,
    inChannel: textIn(values, 'channel'),
    ...(person === '' ? {} : { contact: person }),
    ...(isBlank(values.proof) ? {} : { attachments: values.proof }),
    ...(context.operator === '' ? {} : { clerk: context.operator }),
    strayTask: record.id,
    remark: `由清单外下派登记${number === '' ? '' : ` ${number} `}转来（${textIn(values, 'date')} 下派）：${textIn(values, 'content') || textIn(values, 'itemName')}`,
  };
  const filled = Object.fromEntries(Object.entries(application).filter(([, value]) => !isBlank(value)));
  return {
    writes: [
      { kind: 'create', ledger: 'application', id: applicationId, values: filled },
      {
        kind: 'edit',
        ledger: 'strayTask',
        id: record.id,
        rev: record.rev,
        patch: { action: '转申请', application: applicationId, answeredOn: context.today },
      },
    ],
  };
}

/** What the clerk enters when a task is refused or passed on to the district. */
export type StrayAnswer = { readonly on: string; readonly letterNo?: string; readonly reason?: string };

function answer(
  record: LedgerRecord,
  action: StrayAction,
  title: string,
  entered: StrayAnswer,
  today: string,
): StrayAct {
  const { letterNo, reason } = entered;
  const patch: Values = {
    action,
    answeredOn: entered.on,
    ...(letterNo ? { letterNo } : {}),
    ...(reason ? { refusalReason: reason } : {}),
  };
  const date = textIn(record.values, 'date');
  const complaints = [
    ...refusedAgain(record, title),
    ...(entered.on !== '' && entered.on < date
      ? [error('stray/before', `答复日期 ${entered.on} 早于下派日期 ${date}。请核对。`, 'answeredOn')]
      : []),
    ...errorsOf(strayTaskComplaints({ ...record.values, ...patch }, { today })),
  ];
  if (complaints.length > 0) return { complaints };
  return { writes: [{ kind: 'edit', ledger: 'strayTask', id: record.id, rev: record.rev, patch }] };
}

/** 告知拒绝: needs day and reason; the letter's number may follow. */
export const refuseStrayTask = (record: LedgerRecord, entered: StrayAnswer, today: string): StrayAct =>
  answer(record, '告知拒绝', '告知拒绝', entered, today);

/** 报区: the district is told; the reason stands beside where one is given. */
export const reportStrayTask = (record: LedgerRecord, entered: StrayAnswer, today: string): StrayAct =>
  answer(record, '报区', '报区', entered, today);

/** How many stray tasks one department sent, by what was done about them; every figure opens its records. */
export type SenderCount = {
  /** Id of the department; '' where nobody noted who sent it. */
  readonly sender: string;
  readonly total: Figure;
  readonly actions: { readonly [action in StrayAction]: Figure };
};

const MEANING = { ledger: 'strayTask', basis: '下派日期在本期的清单外下派' };

function countsOf(sender: string, records: readonly LedgerRecord[]): SenderCount {
  const figure = (action?: StrayAction): Figure =>
    countRecords(
      records.filter(({ values }) => action === undefined || actionOf(values) === action),
      MEANING,
    );
  return {
    sender,
    total: figure(),
    actions: {
      待处理: figure('待处理'),
      转申请: figure('转申请'),
      告知拒绝: figure('告知拒绝'),
      报区: figure('报区'),
      已办: figure('已办'),
    },
  };
}

/** Stray tasks that came in the period (by 下派日期), by sender, most first; equal counts by id, so that paper repeats. */
export function countBySender(records: readonly LedgerRecord[], period: Period): readonly SenderCount[] {
  const sent = records.filter(({ values }) => inPeriod(period, textIn(values, 'date')));
  return [...grouped(sent, ({ values }) => textIn(values, 'sender'))]
    .sort(([left, ours], [right, theirs]) => theirs.length - ours.length || (left < right ? -1 : 1))
    .map(([sender, own]) => countsOf(sender, own));
}
