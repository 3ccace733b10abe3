import { type Complaint, error } from '../kit/complaint.ts';
import { textIn } from '../kit/field-values.ts';
import { attachments, choice, date, longText, text } from '../kit/fields.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow, type TransitionInput } from '../kit/workflow.ts';

const CYCLE = '采集、审核上线、公开认领、办理、回访（泰州 2023 年“微心愿”做法）';

const OPEN = ['COLLECTED', 'OFFERED', 'CLAIMED'];

/** A wish under an alias has one before it is shown. */
function namedForPublic(_: LedgerRecord, { values }: TransitionInput): readonly Complaint[] {
  if (values.publicity !== '化名' || textIn(values, 'publicName') !== '') return [];
  return [error('wish/alias', '以化名公开的，请先填写化名，不要公开真实姓名。', 'publicName')];
}

function promisedInOrder(_: LedgerRecord, { on, values }: TransitionInput): readonly Complaint[] {
  const promised = textIn(values, 'promiseOn');
  if (promised === '' || promised >= on) return [];
  return [error('wish/promise', `承诺完成日期 ${promised} 早于认领日期 ${on}。请核对。`, 'promiseOn')];
}

/** What a claim wrote is taken out with it. */
const CLAIM: Values = {
  claimerKind: undefined,
  claimer: undefined,
  claimMember: undefined,
  claimedOn: undefined,
  promiseOn: undefined,
};

/** A wish that came in with a sheet stands where its own fields say. */
function standing(values: Values): string {
  if (textIn(values, 'doneOn') !== '') return 'DONE';
  if (textIn(values, 'claimedOn') !== '' || textIn(values, 'claimer') !== '') return 'CLAIMED';
  return textIn(values, 'checker') === '' ? 'COLLECTED' : 'OFFERED';
}

/** 微心愿: collected, checked and offered, claimed, realised. A claim may be taken back; the wish then waits again. */
export const wishWorkflow = defineWorkflow({
  initial: 'COLLECTED',
  standsAt: standing,
  states: {
    COLLECTED: { title: '待审核', open: true, waitingFor: '审核人' },
    OFFERED: { title: '待认领', open: true, waitingFor: '认领单位' },
    CLAIMED: { title: '已认领', open: true, waitingFor: '认领单位' },
    DONE: { title: '已实现', open: false },
    CANCELLED: { title: '取消', open: false },
  },
  transitions: {
    offer: {
      number: '1',
      title: '审核上线',
      from: ['COLLECTED'],
      to: ['OFFERED'],
      by: 'LEAD',
      asks: {
        checker: text('审核人'),
        publicity: choice('公开方式', ['实名', '化名', '不公开']),
        publicName: text('化名'),
      },
      requires: ['checker', 'publicity'],
      starts: ({ values }) => ({ publicity: values.publicity ?? '化名', publicName: values.publicName }),
      guard: namedForPublic,
      basis: CYCLE,
    },
    claim: {
      number: '2',
      title: '登记认领',
      from: ['OFFERED'],
      to: ['CLAIMED'],
      by: 'COMM',
      decides: ['claimedOn', 'claimer', 'claimerKind', 'claimMember'],
      asks: {
        claimerKind: choice('认领主体', ['党组织', '单位', '党员个人', '社会组织', '个人']),
        claimer: text('认领单位'),
        claimMember: text('认领人'),
        promiseOn: date('承诺完成日期'),
      },
      requires: ['claimerKind', 'claimer'],
      guard: promisedInOrder,
      writes: (_, { on }) => ({ claimedOn: on }),
      basis: CYCLE,
    },
    release: {
      number: '3',
      title: '退回认领',
      from: ['CLAIMED'],
      to: ['OFFERED'],
      by: 'COMM',
      asks: { reason: longText('退回原因') },
      requires: ['reason'],
      writes: () => CLAIM,
    },
    realise: {
      number: '4',
      title: '登记实现',
      from: ['CLAIMED', 'OFFERED'],
      to: ['DONE'],
      by: 'COMM',
      decides: ['doneOn', 'rating'],
      asks: {
        doneNote: longText('完成情况'),
        rating: choice('受助人评价', ['满意', '基本满意', '不满意']),
        photos: attachments('照片'),
      },
      requires: ['doneNote'],
      writes: (_, { on }) => ({ doneOn: on }),
      basis: CYCLE,
    },
    cancel: {
      number: '5',
      title: '取消',
      from: OPEN,
      to: ['CANCELLED'],
      by: 'CLERK',
      asks: { reason: longText('取消原因') },
      requires: ['reason'],
    },
  },
});
