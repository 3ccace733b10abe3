import { isBlank } from '../kit/blank.ts';
import { error } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { choice, code, longText, text } from '../kit/fields.ts';
import { stepsOf } from '../kit/steps.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow, type Workflow } from '../kit/workflow.ts';

/** 化解层级 from below: 小事不出村、大事不出镇 (信访工作条例 第十五条), so a dispute is raised and never handed down. */
export const LEVELS: readonly string[] = ['网格', '社区', '街道', '区'];

export const ROUTES = ['诉讼', '仲裁', '信访', '公安', '行政处理'] as const;

export const PERFORMANCES = ['已履行', '履行中', '未履行'] as const;

/** States by the word the ledger's own column 化解情况 has for them; a sheet's word places a row. */
const STATES = [
  ['PENDING', '待分派'],
  ['MEDIATING', '调解中'],
  ['SETTLED', '化解成功'],
  ['PARTLY', '部分化解'],
  ['FAILED', '未化解'],
  ['EXPORTED', '导出其他途径'],
] as const;

/** Whose turn it is in each open state. A mediation that failed still needs somebody: another try, or another way. */
const WAITING: { readonly [state: string]: string } = {
  PENDING: '经办人',
  MEDIATING: '调解员',
  FAILED: '经办人',
};

const states: Workflow['states'] = Object.fromEntries(
  STATES.map(([state, title]) => {
    const waitingFor = WAITING[state];
    return [state, { title, open: waitingFor !== undefined, ...(waitingFor === undefined ? {} : { waitingFor }) }];
  }),
);

const stateCalled = (outcome: unknown): string | undefined => STATES.find(([, title]) => title === outcome)?.[0];

/** Where the fields of a dispute without steps say it stands. A closing day without a word for the outcome says nothing. */
export const disputeStandsAt = (values: Values): string =>
  stateCalled(values.outcome) ?? (isBlank(values.owner) && isBlank(values.acceptedOn) ? 'PENDING' : 'MEDIATING');

const roundOf = (record: LedgerRecord): number =>
  1 + stepsOf(record).filter(({ transition }) => transition === 'raise' || transition === 'resume').length;

/** What another try begins without: the end of the one before stands in the timeline and the history. */
const ANEW: Values = { outcome: '调解中', settledOn: undefined, performance: undefined };

/** 矛盾纠纷化解: assigned, mediated, settled in full, in part or not at all; raised, tried again, or led another way. */
export const disputeWorkflow = defineWorkflow({
  initial: 'PENDING',
  standsAt: disputeStandsAt,
  states,
  transitions: {
    assign: {
      number: '纠1',
      title: '受理分派',
      from: ['PENDING'],
      to: ['MEDIATING'],
      by: 'CLERK',
      decides: ['acceptedOn'],
      asks: { owner: text('责任人（调解员）'), level: choice('化解层级', LEVELS) },
      requires: ['owner', 'level'],
      starts: ({ values: { owner, level } }) => ({ owner, level }),
      writes: ({ values }, { on }) => ({ outcome: '调解中', acceptedOn: textIn(values, 'acceptedOn') || on }),
    },
    raise: {
      number: '纠2',
      title: '提级化解',
      from: ['MEDIATING', 'FAILED'],
      to: ['MEDIATING'],
      by: 'CLERK',
      asks: { level: choice('提到哪一级', LEVELS), owner: text('责任人（调解员）'), reason: longText('提级原因') },
      requires: ['level', 'owner', 'reason'],
      round: (record) => roundOf(record) + 1,
      guard: ({ values }, input) => {
        const [now, next] = [textIn(values, 'level'), textIn(input.values, 'level')];
        return now === '' || next === '' || LEVELS.indexOf(next) > LEVELS.indexOf(now)
          ? []
          : [error('dispute/not-higher', `现在的化解层级是“${now}”，提级须比它高。`, 'level')];
      },
      writes: () => ANEW,
    },
    settle: {
      number: '纠3',
      title: '登记调解结果',
      from: ['MEDIATING'],
      to: ['SETTLED', 'PARTLY', 'FAILED'],
      by: 'CLERK',
      decides: ['outcome', 'settledOn', 'agreementNo'],
      asks: {
        outcome: choice('化解情况', ['化解成功', '部分化解', '未化解']),
        agreementNo: code('协议编号'),
        performance: choice('履行情况', PERFORMANCES),
        reason: longText('调解情况'),
      },
      requires: ['outcome'],
      starts: ({ values: { agreementNo, performance } }) => ({ agreementNo, performance }),
      guard: (_record, { values }) =>
        values.outcome === '未化解' && isBlank(values.reason)
          ? [error('dispute/why-failed', '未化解的，请写明调解情况。', 'reason')]
          : [],
      target: (_record, { values }) => stateCalled(values.outcome) ?? 'FAILED',
      writes: (_record, { on, values }) => (values.outcome === '未化解' ? {} : { settledOn: on }),
    },
    perform: {
      number: '纠4',
      title: '登记履行情况',
      from: ['SETTLED', 'PARTLY'],
      to: ['SETTLED', 'PARTLY'],
      by: 'CLERK',
      staysPut: true,
      asks: { performance: choice('履行情况', PERFORMANCES), agreementNo: code('协议编号') },
      requires: ['performance'],
      starts: ({ values: { agreementNo } }) => ({ agreementNo }),
    },
    visit: {
      number: '纠5',
      title: '回访',
      from: ['SETTLED', 'PARTLY'],
      to: ['SETTLED', 'PARTLY'],
      by: 'CLERK',
      decides: ['visitedOn', 'visitResult'],
      staysPut: true,
      asks: { visitResult: text('回访结果') },
      requires: ['visitResult'],
      writes: (_record, { on }) => ({ visitedOn: on }),
    },
    resume: {
      number: '纠6',
      title: '再次调解',
      from: ['FAILED', 'PARTLY', 'SETTLED'],
      to: ['MEDIATING'],
      by: 'CLERK',
      asks: { reason: longText('再次调解的原因') },
      requires: ['reason'],
      round: (record) => roundOf(record) + 1,
      writes: () => ANEW,
    },
    export: {
      number: '纠7',
      title: '导出其他途径',
      from: ['PENDING', 'MEDIATING', 'FAILED'],
      to: ['EXPORTED'],
      by: 'CLERK',
      decides: ['outcome', 'settledOn', 'route'],
      asks: { route: choice('导出途径', ROUTES), reason: longText('导出的理由') },
      requires: ['route'],
      writes: (_record, { on }) => ({ outcome: '导出其他途径', settledOn: on }),
    },
  },
});
