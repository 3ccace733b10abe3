import { isBlank } from '../kit/blank.ts';
import { type Complaint, error, warning } from '../kit/complaint.ts';
import { choice, date, longText, text } from '../kit/fields.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../kit/values.ts';
import { defineWorkflow, type TransitionInput } from '../kit/workflow.ts';
import { asksForDecision, isHandedOver, isRouted, OPINION_ROUTE, objectionDue, requestDue } from './petition-clocks.ts';
import { extensionActs } from './petition-extension.ts';
import { petitionEndFields, petitionHandlingFields, petitionNoticeFields } from './petition-parts.ts';
import { petitionStandsAt, petitionStates } from './petition-states.ts';

const { route, opinionType, opinionNo, opinionContent, opinionBasis, threeInPlace } = petitionHandlingFields;
const { noticeWay, objectionReason, transferredTo } = petitionNoticeFields;
const { satisfaction } = petitionEndFields;

const REVIEW_RESULTS = ['维持', '变更', '撤销'];
const IN_HAND = ['REGISTERED', 'HANDLING', 'ROUTED'];

/** What is written when somebody was told, unless it was noted already. */
const told = ({ values }: LedgerRecord, { on }: TransitionInput): Values =>
  isBlank(values.notifiedOn) ? { notifiedOn: on } : {};

/** A route is chosen for what asks for a decision, and for nothing else. */
function needsRoute({ values }: LedgerRecord, input: TransitionInput): readonly Complaint[] {
  if (!asksForDecision(values) || !isBlank(input.values.route)) return [];
  const message = '申诉求决类事项须选择“办理途径”。请选择后再受理；建议意见、检举控告请先填写“事项性质”。';
  return [error('petition/route-required', message, 'route', '信访工作条例 第三十一条')];
}

function mayObject(record: LedgerRecord, { on }: TransitionInput, context: LedgerContext): readonly Complaint[] {
  const due = objectionDue(record, context);
  if (due === undefined || on <= due) return [];
  return [
    error(
      'petition/objection-late',
      `异议最迟应在 ${due} 提出，已经过了。请受理，或与转送单位协商后由其收回。`,
      'on',
      '信访工作条例 第二十三条',
    ),
  ];
}

/** A request after its 30 days: the level above decides whether it takes it, so it is said and kept. */
const askedInTime =
  (stage: 'review' | 'rereview') =>
  (record: LedgerRecord, { on }: TransitionInput, context: LedgerContext): readonly Complaint[] => {
    const due = requestDue(stage, record, context);
    if (due === undefined || on <= due) return [];
    return [warning('petition/request-late', `申请期限到 ${due}，已经过了；是否受理由上一级机关决定。`, 'on')];
  };

/** What the petitioner thinks is asked of what the street answered (国信发〔2022〕11号). */
const EVALUATED = ['ANSWERED', 'REVIEWED', 'CONCLUDED', 'CLOSED'];

/** 信访事项办理 by 信访工作条例 (2022): each act with its article. Routes ① to ⑤ follow their own statutes and are only noted. */
export const petitionWorkflow = defineWorkflow({
  initial: 'REGISTERED',
  standsAt: petitionStandsAt,
  states: petitionStates,
  transitions: {
    accept: {
      number: '访1',
      title: '受理',
      from: ['REGISTERED'],
      to: ['HANDLING', 'ROUTED'],
      by: 'CLERK',
      decides: ['acceptedOn', 'route', 'noticeWay', 'notifiedOn'],
      needs: ['address', 'demand'],
      asks: { route, noticeWay },
      starts: ({ values }) => ({
        route: values.route ?? (asksForDecision(values) ? OPINION_ROUTE : undefined),
        noticeWay: values.noticeWay,
      }),
      guard: needsRoute,
      target: (_record, { values }) => (isRouted(values) ? 'ROUTED' : 'HANDLING'),
      writes: (record, input) => ({
        acceptedOn: input.on,
        ...(isBlank(input.values.noticeWay) ? {} : told(record, input)),
      }),
      basis: '信访工作条例 第十九条、第三十一条（办理途径只适用于申诉求决）',
    },
    notify: {
      number: '访2',
      title: '书面告知',
      from: [...IN_HAND, 'ANSWERED'],
      to: [...IN_HAND, 'ANSWERED'],
      by: 'CLERK',
      decides: ['notifiedOn', 'noticeWay'],
      staysPut: true,
      enabled: ({ values }) => isBlank(values.notifiedOn),
      asks: { noticeWay },
      requires: ['noticeWay'],
      writes: told,
      basis: '信访工作条例 第二十三条：当场告知，不能当场告知的 15 日内书面告知',
    },
    object: {
      number: '访3',
      title: '提出异议',
      from: ['REGISTERED'],
      to: ['OBJECTED'],
      by: 'CLERK',
      decides: ['objectedOn'],
      enabled: ({ values }) => isHandedOver(values),
      asks: { objectionReason },
      requires: ['objectionReason'],
      guard: mayObject,
      writes: (_record, { on }) => ({ objectedOn: on }),
      basis: '信访工作条例 第二十三条：不属于本机关的，5 个工作日内提出异议并详细说明理由',
    },
    handBack: {
      number: '访4',
      title: '异议成立，交还材料',
      from: ['OBJECTED'],
      to: ['HANDED_BACK'],
      by: 'OFFICE',
      basis: '信访工作条例 第二十三条：经核实同意后，交还相关材料',
    },
    objectionRefused: {
      number: '访5',
      title: '异议不成立',
      from: ['OBJECTED'],
      to: ['REGISTERED'],
      by: 'OFFICE',
      asks: { reason: longText('不成立的理由') },
      basis: '信访工作条例 第二十三条',
    },
    transfer: {
      number: '访6',
      title: '转送有权机关',
      from: ['REGISTERED'],
      to: ['TRANSFERRED'],
      by: 'CLERK',
      decides: ['transferredOn', 'transferredTo', 'notifiedOn', 'noticeWay'],
      asks: { transferredTo, noticeWay },
      requires: ['transferredTo'],
      writes: (record, input) => ({ ...told(record, input), transferredOn: input.on }),
      basis: '信访工作条例 第二十二条：15 日内转送有权处理的机关',
    },
    decline: {
      number: '访7',
      title: '不予受理',
      from: ['REGISTERED'],
      to: ['DECLINED'],
      by: 'CLERK',
      decides: ['notifiedOn', 'noticeWay'],
      asks: { reason: longText('不予受理的理由'), noticeWay },
      requires: ['reason', 'noticeWay'],
      writes: told,
      basis: '信访工作条例 第二十三条、第三十六条（复核终结后以同一事实和理由提出的不再受理）',
    },
    ...extensionActs,
    giveOpinion: {
      number: '访9',
      title: '出具处理意见',
      from: ['HANDLING'],
      to: ['ANSWERED'],
      by: 'LEAD',
      decides: ['opinionOn', 'opinionType', 'opinionNo', 'opinionContent', 'opinionBasis'],
      enabled: ({ values }) => asksForDecision(values),
      asks: { opinionType, opinionNo, opinionContent, opinionBasis, threeInPlace },
      requires: ['opinionType', 'opinionNo', 'opinionContent'],
      starts: ({ values }) => ({
        opinionType: values.opinionType,
        opinionNo: values.opinionNo,
        opinionContent: values.opinionContent,
        opinionBasis: values.opinionBasis,
        threeInPlace: values.threeInPlace,
      }),
      writes: (_record, { on }) => ({ opinionOn: on }),
      basis: '信访工作条例 第三十二条：意见书载明投诉请求、事实和理由、处理意见及其法律法规依据',
    },
    deliver: {
      number: '访10',
      title: '送达意见书',
      from: ['ANSWERED'],
      to: ['ANSWERED'],
      by: 'CLERK',
      decides: ['deliveredOn'],
      staysPut: true,
      enabled: ({ values }) => isBlank(values.deliveredOn),
      writes: (_record, { on }) => ({ deliveredOn: on }),
      basis: '信访工作条例 第三十五条：申请复查的 30 日从收到书面答复之日起算',
    },
    settleByLaw: {
      number: '访11',
      title: '法定途径办理完毕',
      from: ['ROUTED'],
      to: ['CLOSED'],
      by: 'CLERK',
      decides: ['closedOn'],
      asks: { content: longText('办理结果') },
      requires: ['content'],
      writes: (_record, { on }) => ({ closedOn: on }),
      basis: '信访工作条例 第三十一条',
    },
    askReview: {
      number: '访12',
      title: '申请复查',
      from: ['ANSWERED'],
      to: ['REVIEWING'],
      by: 'CLERK',
      decides: ['review', 'reviewAskedOn'],
      needs: ['deliveredOn'],
      guard: askedInTime('review'),
      writes: (_record, { on }) => ({ review: '已申请', reviewAskedOn: on }),
      basis: '信访工作条例 第三十五条：收到书面答复之日起 30 日内',
    },
    giveReview: {
      number: '访13',
      title: '复查意见',
      from: ['REVIEWING'],
      to: ['REVIEWED'],
      by: 'OFFICE',
      decides: ['review', 'reviewOn', 'reviewDeliveredOn'],
      asks: { review: choice('复查结果', REVIEW_RESULTS), reviewDeliveredOn: date('送达日期') },
      requires: ['review'],
      writes: (_record, { on }) => ({ reviewOn: on }),
      basis: '信访工作条例 第三十五条：收到复查请求之日起 30 日内',
    },
    askRereview: {
      number: '访14',
      title: '申请复核',
      from: ['REVIEWED'],
      to: ['REREVIEWING'],
      by: 'CLERK',
      decides: ['rereview', 'rereviewAskedOn'],
      guard: askedInTime('rereview'),
      writes: (_record, { on }) => ({ rereview: '已申请', rereviewAskedOn: on }),
      basis: '信访工作条例 第三十六条：收到复查意见之日起 30 日内',
    },
    hear: {
      number: '访15',
      title: '听证',
      from: ['REREVIEWING'],
      to: ['REREVIEWING'],
      by: 'OFFICE',
      decides: ['hearingFrom', 'hearingTo'],
      staysPut: true,
      asks: { hearingFrom: date('听证开始日期'), hearingTo: date('听证结束日期').notBefore('hearingFrom') },
      requires: ['hearingFrom'],
      starts: ({ values: { hearingFrom, hearingTo } }) => ({ hearingFrom, hearingTo }),
      basis: '信访工作条例 第三十六条：听证所需时间不计算在 30 日内',
    },
    giveRereview: {
      number: '访16',
      title: '复核意见',
      from: ['REREVIEWING'],
      to: ['CONCLUDED'],
      by: 'OFFICE',
      decides: ['rereview', 'rereviewOn', 'closedOn'],
      asks: { rereview: choice('复核结果', REVIEW_RESULTS) },
      requires: ['rereview'],
      writes: (_record, { on }) => ({ rereviewOn: on, closedOn: on }),
      basis: '信访工作条例 第三十六条：收到复核请求之日起 30 日内；此后同一事实和理由不再受理',
    },
    close: {
      number: '访17',
      title: '办结',
      from: ['ANSWERED', 'REVIEWED'],
      to: ['CLOSED'],
      by: 'CLERK',
      decides: ['closedOn'],
      needs: ['deliveredOn'],
      writes: (_record, { on }) => ({ closedOn: on }),
    },
    withdraw: {
      number: '访18',
      title: '信访人撤回',
      from: [...IN_HAND, 'ANSWERED', 'REVIEWING', 'REVIEWED', 'REREVIEWING'],
      to: ['CLOSED'],
      by: 'CLERK',
      decides: ['closedOn'],
      asks: { reason: text('撤回情况') },
      requires: ['reason'],
      writes: (_record, { on }) => ({ closedOn: on }),
    },
    evaluate: {
      number: '访19',
      title: '满意度评价',
      from: EVALUATED,
      to: EVALUATED,
      by: 'CLERK',
      decides: ['satisfaction', 'participated'],
      staysPut: true,
      asks: { satisfaction },
      requires: ['satisfaction'],
      writes: () => ({ participated: true }),
      basis: '信访事项满意度评价（国信发〔2022〕11号）',
    },
    reply: {
      number: '访20',
      title: '回复办结',
      from: ['HANDLING'],
      to: ['CLOSED'],
      by: 'CLERK',
      enabled: ({ values }) => !asksForDecision(values),
      asks: { content: longText('办理结果') },
      requires: ['content'],
      writes: (_record, { on }) => ({ closedOn: on }),
      basis: '信访工作条例 第二十九条（建议意见研究论证、予以回复）、第三十条（检举控告依规依纪依法办理和反馈）',
    },
  },
});
