import { LIMITS_GROUP, type Limit, limitInForce } from '../deadlines/limit.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { addDays, daysBetween } from '../kit/day.ts';
import { textIn } from '../kit/field-values.ts';
import { attachments, choice, date, longText, money, month, text, yesNo } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow, type TransitionInput } from '../kit/workflow.ts';
import { proposedGrant, proposedRecheck } from './relief-recheck.ts';

const COURSE = '低保办理流程：受理、调查核对、公示、确认（郑州市中原区棉纺路街道公开流程；期限以本地规定为准）';

/** Calendar days the result is public in the community (社区公示). */
export const PUBLIC_DAYS: Limit = { group: LIMITS_GROUP, key: '救助公示', otherwise: 7 };

/** Surveyed by two at least; one name is said, not refused: the number is the office's own. */
function twoSurveyors(_: LedgerRecord, { values }: TransitionInput): readonly Complaint[] {
  const names = textIn(values, 'surveyors')
    .split(/[、，,;；\s]+/u)
    .filter((name) => name !== '');
  if (names.length !== 1) return [];
  return [warning('relief/one-surveyor', '入户调查一般不少于两人，请核对', 'surveyors')];
}

/** Confirmed only after the whole time in public, and only where nobody objected. */
function wasPublic({ values }: LedgerRecord, { on }: TransitionInput, context: LedgerContext): readonly Complaint[] {
  const [from, to] = [textIn(values, 'publicFrom'), textIn(values, 'publicTo')];
  if (from === '' || to === '') {
    return [error('relief/not-public', '还没有公示起止日期，不能确认。请先登记公示。', 'publicTo', COURSE)];
  }
  const complaints: Complaint[] = [];
  const days = limitInForce(PUBLIC_DAYS, textIn(values, 'acceptedOn') || on, context);
  if (daysBetween(from, to) < days) {
    const message = `公示 ${from} 至 ${to} 不满 ${days} 天，不能确认。请核对公示日期。`;
    complaints.push(error('relief/public-days', message, 'publicTo', COURSE));
  }
  if (on <= to) complaints.push(error('relief/still-public', `公示到 ${to} 才结束，确认日期应在其后。`, 'on', COURSE));
  if (values.objection === true) {
    complaints.push(
      error('relief/objection', '公示期间有异议，请先核查处理，把“公示异议”改为否后再确认。', 'objection'),
    );
  }
  return complaints;
}

const isFilled = (values: Values, ...fields: readonly string[]): boolean =>
  fields.some((field) => textIn(values, field) !== '');

/** Where a household that was granted or refused before the program stands, by the days its sheet tells. */
function standing(values: Values): string {
  if (isFilled(values, 'stoppedOn')) return 'STOPPED';
  if (isFilled(values, 'refusalToldOn')) return 'TOLD';
  if (isFilled(values, 'refusedOn')) return 'REFUSED';
  if (isFilled(values, 'confirmedOn')) return 'CONFIRMED';
  if (isFilled(values, 'publicFrom')) return 'PUBLIC';
  return isFilled(values, 'surveyors', 'checked') ? 'EXAMINED' : 'ACCEPTED';
}

/** 困难救助: accepted, examined, in public, then confirmed or refused by the street; refusals are told in writing. */
export const reliefWorkflow = defineWorkflow({
  initial: 'ACCEPTED',
  standsAt: standing,
  states: {
    ACCEPTED: { title: '受理', open: true, waitingFor: '经办人' },
    EXAMINED: { title: '调查', open: true, waitingFor: '经办人' },
    PUBLIC: { title: '公示', open: true, waitingFor: '社区' },
    CONFIRMED: { title: '确认', open: false, watched: true },
    REFUSED: { title: '不予确认', open: true, waitingFor: '经办人' },
    TOLD: { title: '已告知不予确认', open: false },
    STOPPED: { title: '停发', open: false },
  },
  transitions: {
    examine: {
      number: '1',
      title: '登记调查核对',
      from: ['ACCEPTED'],
      to: ['EXAMINED'],
      by: 'CLERK',
      asks: {
        surveyors: text('调查人'),
        checked: choice('经济状况核对结果', ['符合', '不符合', '待核']),
        kin: yesNo('近亲属备案'),
      },
      requires: ['surveyors', 'checked', 'kin'],
      guard: twoSurveyors,
      basis: COURSE,
    },
    publish: {
      number: '2',
      title: '登记公示',
      from: ['EXAMINED'],
      to: ['PUBLIC'],
      by: 'COMM',
      decides: ['publicFrom', 'publicTo'],
      asks: { publicFrom: date('公示起'), publicTo: date('公示止') },
      requires: ['publicFrom', 'publicTo'],
      starts: ({ values }, context) => {
        const days = limitInForce(PUBLIC_DAYS, textIn(values, 'acceptedOn') || context.today, context);
        return { publicFrom: context.today, publicTo: addDays(context.today, days) };
      },
      guard: ({ values }) =>
        values.checked === '符合'
          ? []
          : [
              error(
                'relief/not-checked',
                '经济状况核对结果不是“符合”，不能公示。请先核对，或办理“不予确认”。',
                'checked',
              ),
            ],
      basis: COURSE,
    },
    confirm: {
      number: '3',
      title: '确认救助',
      from: ['PUBLIC'],
      to: ['CONFIRMED'],
      by: 'OFFICE',
      decides: ['amount', 'fromMonth', 'recheckOn', 'confirmedOn'],
      signer: '确认人',
      asks: { amount: money('救助金额', '元'), fromMonth: month('起发月'), recheckOn: date('复核到期日') },
      requires: ['amount', 'fromMonth'],
      starts: proposedGrant,
      guard: wasPublic,
      writes: (_, { on }) => ({ confirmedOn: on }),
      basis: COURSE,
    },
    refuse: {
      number: '4',
      title: '不予确认',
      from: ['EXAMINED', 'PUBLIC'],
      to: ['REFUSED'],
      by: 'OFFICE',
      decides: ['refusedOn', 'refusalReason'],
      signer: '决定人',
      asks: { refusalReason: longText('不予确认理由') },
      requires: ['refusalReason'],
      writes: (_, { on }) => ({ refusedOn: on }),
      basis: COURSE,
    },
    tellRefusal: {
      number: '5',
      title: '书面告知不予确认',
      from: ['REFUSED'],
      to: ['TOLD'],
      by: 'CLERK',
      decides: ['refusalToldOn'],
      asks: { proof: attachments('材料') },
      writes: (_, { on }) => ({ refusalToldOn: on }),
      basis: COURSE,
    },
    recheck: {
      number: '6',
      title: '复核，继续发放',
      from: ['CONFIRMED'],
      to: ['CONFIRMED'],
      by: 'CLERK',
      decides: ['amount', 'recheckOn'],
      staysPut: true,
      asks: { amount: money('救助金额', '元'), recheckOn: date('复核到期日') },
      requires: ['amount', 'recheckOn'],
      starts: (record, context) => ({ amount: record.values.amount, ...proposedRecheck(record, context) }),
    },
    stop: {
      number: '7',
      title: '停发',
      from: ['CONFIRMED'],
      to: ['STOPPED'],
      by: 'OFFICE',
      decides: ['stoppedOn'],
      signer: '决定人',
      asks: { content: longText('停发原因') },
      requires: ['content'],
      writes: (_, { on }) => ({ stoppedOn: on }),
    },
  },
});
