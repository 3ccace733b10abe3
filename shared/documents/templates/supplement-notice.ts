import { supplementClock } from '../../access/review/review-clocks.ts';
import { limitOfCase, REVIEW_LIMITS } from '../../access/review/review-limits.ts';
import { readClock } from '../../deadlines/read-clock.ts';
import { isBlank } from '../../kit/blank.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import type { LedgerContext } from '../../kit/ledger-context.ts';
import type { LedgerRecord } from '../../kit/values.ts';
import { applicantOf, itemOf, linesOf, rowAbout } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

function supplementBy(record: LedgerRecord, context: LedgerContext): string {
  const running = readClock(supplementClock, record, context).findLast(({ stoppedOn }) => stoppedOn === undefined);
  if (running) return `请于${documentDate(running.dueOn)}前补正`;
  const days = limitOfCase(REVIEW_LIMITS.supplement, record.values, context.today, context);
  return `请自收到本告知书之日起${days}个工作日内补正`;
}

/** 一次性补正告知书: everything that is missing, told once, one line a paper. */
export const supplementNotice: DocumentTemplate = {
  id: 'supplement-notice',
  title: DOCUMENT_KINDS['supplement-notice'],
  numberSuffix: '告',
  neededFields: ['applicant', 'itemName', 'inDate'],
  appliesTo: ({ values }) =>
    isBlank(values.missingPapers)
      ? [error('document/no-missing-papers', '没有补正清单。请先办理“一次性告知补正”，逐件列出缺少的材料。')]
      : [],
  about: { list: 'missingPapers', shown: ['notifiedOn', 'docNo'] },
  carries: ({ values }, { about }) => {
    const row = rowAbout(values, 'missingPapers', about);
    return row ? [row.id] : [];
  },
  build: (record, context, heading) => {
    const { values } = record;
    const row = rowAbout(values, 'missingPapers', heading.about) ?? { id: '' };
    const papers = linesOf(textIn(row, 'papers'));
    const notified = textIn(row, 'notifiedOn');
    return letter(
      {
        template: 'supplement-notice',
        title: DOCUMENT_KINDS['supplement-notice'],
        addressee: applicantOf(record, context),
        number: textIn(row, 'docNo'),
        blocks: [
          paragraph(
            'body',
            `你单位关于${itemOf(record)}进社区的申请，我办于${documentDate(textIn(values, 'inDate'))}收到。经审查，申请材料不齐全或者不符合要求，现将需要补正的内容一次性告知如下：`,
          ),
          ...papers.map((paper, place) =>
            paragraph('body', `${place + 1}．${paper}${place === papers.length - 1 ? '。' : '；'}`),
          ),
          paragraph(
            'body',
            `${supplementBy(record, context)}。补正期间不计入审核期限。逾期未补正的，本次申请按撤回处理，可以补齐后重新申请。`,
          ),
        ],
      },
      notified === '' ? heading : { ...heading, on: notified },
    );
  },
};
