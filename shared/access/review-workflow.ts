import { longText } from '../kit/fields.ts';
import { textIn } from '../kit/steps.ts';
import { defineWorkflow, type Transition } from '../kit/workflow.ts';
import { profileOf, type ReviewProfile } from './profile.ts';
import { roundOf } from './review-clocks.ts';
import {
  agreementForm,
  communityOpinionForm,
  conclusionForm,
  correctionForm,
  decisionForm,
  emergencyForm,
  exitForm,
  listedForm,
  missingPapersForm,
  opinionForm,
  publicationForm,
  reasonForm,
  renewalForm,
} from './review-workflow-forms.ts';
import {
  asked,
  assessed,
  decided,
  hasDecision,
  lapsed,
  mayGoUp,
  maySkipCommunities,
  mayStart,
  mayStartFirst,
  notUrgent,
  onTheList,
  opinionsIn,
  satisfactionKnown,
  stillValid,
  stoppedIfBegun,
} from './review-workflow-guards.ts';
import {
  agreementRow,
  correctionRow,
  decisionRow,
  evaluationOpinionRow,
  exitRow,
  listedDecisionRow,
  missingPaperRow,
  opinionRow,
  publicationRow,
  renewalRows,
  silenceRows,
} from './review-workflow-rows.ts';
import { reviewStates } from './review-workflow-states.ts';

type Enabled = NonNullable<Transition['enabled']>;
type Target = NonNullable<Transition['target']>;

const where =
  (step: keyof ReviewProfile): Enabled =>
  (record, context) =>
    profileOf(record, context)[step] === true;

/** Without a street review only what stands on the list passes the street's desk: it is entered there (T10). */
const streetDesk: Enabled = (record, context) =>
  profileOf(record, context).streetReview || textIn(record.values, 'listMatch') === '清单内';

const noStreetReview: Enabled = (record, context) => !profileOf(record, context).streetReview;

const mayRefuse: Enabled = (record, context) => {
  const { streetReview, streetMayRefuse } = profileOf(record, context);
  return streetReview && streetMayRefuse;
};

const RESULT_STATES: { readonly [result: string]: string } = { 准予: 'APPROVED', 不予: 'REJECTED', 暂缓: 'DEFERRED' };

const byResult: Target = (_record, input) => RESULT_STATES[textIn(input.values, 'result')] ?? 'DEFERRED';

const byRenewal: Target = (_record, input) => (textIn(input.values, 'result') === '准予' ? 'APPROVED' : 'EXITED');

const ADMITTED = ['PUBLISHED', 'AGREED', 'ACTIVE', 'SUSPENDED', 'EVALUATING', 'RENEWING'];
const UNDECIDED = ['RECEIVED', 'SUPPLEMENT', 'COMM_OPINION', 'STREET_REVIEW', 'DISTRICT_REVIEW', 'DECIDING'];

/**
 * 准入审核: 19 states, and the acts T1 to T24 by the rule's own numbers. The straight path is T1 收件, T5/T6 社区意见,
 * T8 街道初审, T11 提交, T13 审定, T15 公布, T16 协议, T17 启动. Nothing leads out of ARCHIVED, nothing is decided by a time-out,
 * and a decision is never edited, only followed by a 更正.
 */
export const reviewWorkflow = defineWorkflow({
  initial: 'DRAFT',
  states: reviewStates,
  transitions: {
    receive: { number: 'T1', title: '登记收件', from: ['DRAFT'], to: ['RECEIVED'], by: 'CLERK' },
    askSupplement: {
      number: 'T2',
      title: '一次性告知补正',
      from: ['RECEIVED'],
      to: ['SUPPLEMENT'],
      by: 'CLERK',
      asks: missingPapersForm,
      requires: ['papers'],
      appends: missingPaperRow,
    },
    supplemented: { number: 'T3', title: '补正收到', from: ['SUPPLEMENT'], to: ['RECEIVED'], by: 'DEPT' },
    lapse: {
      number: 'T4',
      title: '逾期未补正',
      from: ['SUPPLEMENT'],
      to: ['WITHDRAWN'],
      by: 'CLERK',
      guard: lapsed,
    },
    askCommunities: {
      number: 'T5',
      title: '发函征求社区意见',
      from: ['RECEIVED'],
      to: ['COMM_OPINION'],
      by: 'CLERK',
      enabled: where('communityOpinion'),
      guard: notUrgent,
    },
    recordOpinion: {
      number: 'T6a',
      title: '录入社区意见',
      from: ['COMM_OPINION'],
      to: ['COMM_OPINION'],
      by: 'COMM',
      staysPut: true,
      asks: communityOpinionForm,
      requires: ['org', 'result'],
      guard: asked,
      appends: opinionRow('社区'),
    },
    closeOpinions: {
      number: 'T6',
      title: '社区意见收齐',
      from: ['COMM_OPINION'],
      to: ['STREET_REVIEW'],
      by: 'COMM',
      guard: opinionsIn,
      appends: silenceRows,
    },
    toStreetReview: {
      number: 'T7',
      title: '直接转街道初审',
      from: ['RECEIVED'],
      to: ['STREET_REVIEW'],
      by: 'CLERK',
      enabled: streetDesk,
      guard: maySkipCommunities,
    },
    forward: {
      number: 'T8',
      title: '同意上报',
      from: ['STREET_REVIEW'],
      to: ['DISTRICT_REVIEW'],
      by: 'LEAD',
      enabled: where('streetReview'),
      signer: '签批人',
      asks: opinionForm,
      requires: ['content'],
      guard: mayGoUp,
      appends: opinionRow('街道初审', '同意'),
      basis: '城市居民委员会组织法 第二十条',
    },
    forwardDirectly: {
      number: 'T8x',
      title: '附函转区级审核',
      from: ['RECEIVED', 'STREET_REVIEW'],
      to: ['DISTRICT_REVIEW'],
      by: 'CLERK',
      enabled: noStreetReview,
      asks: opinionForm,
      requires: ['docNo'],
      guard: mayGoUp,
      appends: opinionRow('形式审查', '同意'),
      basis: '北京市西城区 2018 年社区准入规定',
    },
    refuse: {
      number: 'T9',
      title: '街道不同意',
      from: ['STREET_REVIEW'],
      to: ['REJECTED'],
      by: 'LEAD',
      enabled: mayRefuse,
      signer: '签批人',
      asks: reasonForm,
      requires: ['content'],
      appends: opinionRow('街道初审', '不同意'),
      basis: '自贡市2016年试行办法',
    },
    recordListed: {
      number: 'T10',
      title: '清单内备案',
      from: ['STREET_REVIEW'],
      to: ['PUBLISHED'],
      by: 'LEAD',
      signer: '签批人',
      needs: ['listItem'],
      asks: listedForm,
      guard: onTheList,
      appends: listedDecisionRow,
    },
    submitToBoard: {
      number: 'T11',
      title: '提交审定',
      from: ['DISTRICT_REVIEW'],
      to: ['DECIDING'],
      by: 'OFFICE',
      asks: { content: longText('评估、听证情况') },
      guard: assessed,
      appends: opinionRow('区审核', '同意'),
    },
    sendBack: {
      number: 'T12',
      title: '退回补充论证',
      from: ['DISTRICT_REVIEW'],
      to: ['DEFERRED'],
      by: 'OFFICE',
      asks: reasonForm,
      requires: ['content'],
      appends: opinionRow('区审核', '退回'),
    },
    decide: {
      number: 'T13',
      title: '审定',
      from: ['DECIDING'],
      to: ['APPROVED', 'REJECTED', 'DEFERRED'],
      by: 'BOARD',
      asks: decisionForm,
      requires: ['result', 'body'],
      guard: decided,
      target: byResult,
      appends: decisionRow,
    },
    resubmit: {
      number: 'T14',
      title: '重新提交',
      from: ['DEFERRED'],
      to: ['RECEIVED'],
      by: 'DEPT',
      round: (record) => roundOf(record) + 1,
    },
    publish: {
      number: 'T15',
      title: '公布',
      from: ['APPROVED'],
      to: ['PUBLISHED'],
      by: 'OFFICE',
      asks: publicationForm,
      requires: ['channels'],
      guard: hasDecision,
      appends: publicationRow,
    },
    signAgreement: {
      number: 'T16',
      title: '签订委托协议',
      from: ['PUBLISHED'],
      to: ['AGREED'],
      by: 'DEPT',
      asks: agreementForm,
      requires: ['agreementNo', 'partyA', 'partyB', 'scope', 'fundClause'],
      appends: agreementRow,
    },
    start: {
      number: 'T17',
      title: '启动实施',
      from: ['AGREED', 'PUBLISHED'],
      to: ['ACTIVE'],
      by: 'CLERK',
      guard: mayStart,
    },
    startFirst: {
      number: 'T18',
      title: '应急先行',
      from: UNDECIDED,
      to: UNDECIDED,
      by: 'LEAD',
      staysPut: true,
      signer: '批准领导',
      asks: emergencyForm,
      requires: ['actualStart'],
      guard: mayStartFirst,
      writes: () => ({ emergencyFirst: true }),
      basis: '突发事件应对法 第二十二条、第七十七条',
    },
    suspend: {
      number: 'T19',
      title: '暂停整改',
      from: ['ACTIVE'],
      to: ['SUSPENDED'],
      by: 'OFFICE',
      asks: reasonForm,
      requires: ['content'],
    },
    resume: { number: 'T19a', title: '整改后恢复', from: ['SUSPENDED'], to: ['ACTIVE'], by: 'OFFICE' },
    evaluate: { number: 'T20', title: '开始评估', from: ['ACTIVE'], to: ['EVALUATING'], by: 'OFFICE' },
    goOn: {
      number: 'T20a',
      title: '评估通过，继续实施',
      from: ['EVALUATING'],
      to: ['ACTIVE'],
      by: 'OFFICE',
      asks: conclusionForm,
      requires: ['conclusion'],
      guard: stillValid,
      appends: evaluationOpinionRow,
    },
    renew: {
      number: 'T21',
      title: '申请续期',
      from: ['EVALUATING'],
      to: ['RENEWING'],
      by: 'DEPT',
      guard: satisfactionKnown,
    },
    decideRenewal: {
      number: 'T21a',
      title: '续期审定',
      from: ['RENEWING'],
      to: ['APPROVED', 'EXITED'],
      by: 'BOARD',
      asks: renewalForm,
      requires: ['result', 'body'],
      guard: decided,
      target: byRenewal,
      appends: renewalRows,
    },
    exit: {
      number: 'T22',
      title: '退出',
      from: ['APPROVED', ...ADMITTED],
      to: ['EXITED'],
      by: 'BOARD',
      signer: '批准人',
      asks: exitForm,
      requires: ['reason'],
      appends: exitRow,
    },
    // A draft is no case yet and never counts: it is deleted, not withdrawn.
    withdraw: {
      number: 'T23',
      title: '部门撤回',
      from: [...UNDECIDED, 'DEFERRED', 'APPROVED'],
      to: ['WITHDRAWN'],
      by: 'DEPT',
      asks: reasonForm,
      requires: ['docNo'],
    },
    archive: {
      number: 'T24',
      title: '归档',
      from: ['REJECTED', 'EXITED', 'WITHDRAWN'],
      to: ['ARCHIVED'],
      by: 'CLERK',
      asks: { archiveList: longText('归档材料目录') },
      requires: ['archiveList'],
      guard: stoppedIfBegun,
    },
    correct: {
      number: '更正',
      title: '更正决定',
      from: ['APPROVED', 'REJECTED', ...ADMITTED, 'EXITED'],
      to: ['APPROVED', 'REJECTED', ...ADMITTED, 'EXITED'],
      by: 'CLERK',
      staysPut: true,
      needs: ['decisions'],
      asks: correctionForm,
      requires: ['subject', 'reason', 'docNo'],
      appends: correctionRow,
    },
  },
});
