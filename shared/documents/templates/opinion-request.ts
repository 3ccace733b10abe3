import { profileOf } from '../../access/review/profile.ts';
import { communityClock } from '../../access/review/review-clocks.ts';
import { limitOfCase, REVIEW_LIMITS } from '../../access/review/review-limits.ts';
import { reviewWorkflow } from '../../access/review/review-workflow.ts';
import { isUrgent } from '../../access/review/review-workflow-guards.ts';
import { readClock } from '../../deadlines/read-clock.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import { stateOf } from '../../kit/steps.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import {
  applicantOf,
  committeesOf,
  communitiesOf,
  fundsOf,
  itemOf,
  labelled,
  periodOf,
  sentences,
  shownIn,
} from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { type Paragraph, paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

const ASKING = ['RECEIVED', 'COMM_OPINION'];

/** By when: the day the running clock ends on, else so many working days from the letter. */
function answerBy(record: LedgerRecord, context: LedgerContext): string {
  const running = readClock(communityClock, record, context).findLast(({ stoppedOn }) => stoppedOn === undefined);
  if (running) return `请于${documentDate(running.dueOn)}前`;
  const days = limitOfCase(REVIEW_LIMITS.communityOpinion, record.values, context.today, context);
  return `请自收到本函之日起${days}个工作日内`;
}

function facts(record: LedgerRecord, context: LedgerContext): readonly Paragraph[] {
  const { values } = record;
  const shown = (fieldId: string) => shownIn(values, fieldId, context);
  const of = (label: string, fieldId: string) => labelled(label, shown(fieldId));
  return [
    paragraph('level1', '一、事项内容'),
    paragraph(
      'body',
      sentences(
        of('准入类型', 'admitType'),
        labelled('事项性质', [shown('nature'), shown('term')].filter((word) => word !== '').join('、')),
        of('频次', 'frequency'),
        labelled('起止时间', periodOf(textIn(values, 'startDate'), textIn(values, 'endDate'))),
        of('工作任务量', 'workload'),
        of('协助方式', 'assistMode'),
      ),
    ),
    paragraph('level1', '二、依据和职责'),
    paragraph(
      'body',
      sentences(
        labelled('法律法规依据', textIn(values, 'legalBasis') || '申请中没有写明'),
        of('部门职责', 'dutySup'),
        of('社区承担职责', 'dutyComm'),
        of('授权内容与工作权限', 'authority'),
      ),
    ),
    paragraph('level1', '三、经费和保障'),
    paragraph('body', sentences(fundsOf(record, context), of('保障措施', 'support'))),
  ];
}

/** 征求社区意见函: what is wanted of the communities, and by when they are asked to answer. Silence is never consent. */
export const opinionRequest: DocumentTemplate = {
  id: 'opinion-request',
  title: DOCUMENT_KINDS['opinion-request'],
  numberSuffix: '函',
  neededFields: ['applicant', 'itemName', 'inDate', 'targets', 'dutyComm'],
  appliesTo: (record, context) => {
    if (!profileOf(record, context).communityOpinion) {
      return [error('document/no-such-step', '本单位的审核步骤没有征求社区意见这一步。')];
    }
    if (isUrgent(record.values)) {
      return [error('document/urgent', '突发紧急事项不征求社区意见，不发征求意见函。')];
    }
    return ASKING.includes(stateOf(record, reviewWorkflow))
      ? []
      : [error('document/wrong-state', '只有已收件或正在征求社区意见的申请才发征求意见函。')];
  },
  carries: () => [],
  build: (record, context, heading) => {
    const { values } = record;
    const received = documentDate(textIn(values, 'inDate'));
    return letter(
      {
        template: 'opinion-request',
        title: `关于征求“${textIn(values, 'itemName')}”进社区意见的函`,
        addressee: committeesOf(communitiesOf(record, context)),
        blocks: [
          paragraph(
            'body',
            `${applicantOf(record, context)}申请将${itemOf(record)}交由社区协助办理，我办于${received}收到申请。按照社区工作准入制度，现征求你单位意见。有关情况如下：`,
          ),
          ...facts(record, context),
          paragraph('level1', '四、反馈要求'),
          paragraph(
            'body',
            `${answerBy(record, context)}，就职责是否清楚、工作量能否承受、权限和经费是否落实提出书面意见，写明同意、有条件同意或者不同意，以及承受能力，由负责人签字并加盖公章后反馈我办。逾期未反馈的，如实记为“逾期未反馈”，不视为同意。`,
          ),
        ],
      },
      heading,
    );
  },
};
