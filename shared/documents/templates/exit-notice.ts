import { decisionInForce } from '../../access/review/decision.ts';
import { isBlank } from '../../kit/blank.ts';
import { error } from '../../kit/complaint.ts';
import { documentDate } from '../../kit/document-date.ts';
import { textIn } from '../../kit/field-values.ts';
import { applicantOf, committeesOf, communitiesOf, labelled, rowAbout, sentences } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

/** 退出通知: from which day the communities no longer do the work, why, and what is handed over. */
export const exitNotice: DocumentTemplate = {
  id: 'exit-notice',
  title: DOCUMENT_KINDS['exit-notice'],
  numberSuffix: '',
  neededFields: ['applicant', 'itemName', 'targets'],
  appliesTo: ({ values }) =>
    isBlank(values.exits) ? [error('document/no-exit', '还没有退出记录。请先办理“退出”，写明原因和批准人。')] : [],
  about: { list: 'exits', shown: ['exitDate', 'docNo', 'reason'] },
  carries: ({ values }, { about }) => {
    const row = rowAbout(values, 'exits', about);
    return row ? [row.id] : [];
  },
  build: (record, context, heading) => {
    const { values } = record;
    const row = rowAbout(values, 'exits', heading.about) ?? { id: '' };
    const applicant = applicantOf(record, context);
    const marks = [
      labelled('准入编号', textIn(values, 'caseNo')),
      labelled('准入文号', decisionInForce(values)?.docNo ?? ''),
    ]
      .filter((mark) => mark !== '')
      .join('，');
    const approver = textIn(row, 'approver') || heading.board;
    const exitDate = textIn(row, 'exitDate');
    const handover = textIn(row, 'handover');
    return letter(
      {
        template: 'exit-notice',
        title: `关于“${textIn(values, 'itemName')}”退出社区的通知`,
        addressee: `${committeesOf(communitiesOf(record, context))}，${applicant}`,
        number: textIn(row, 'docNo'),
        blocks: [
          paragraph(
            'body',
            `${applicant}负责的“${textIn(values, 'itemName')}”${marks === '' ? '' : `（${marks}）`}，因${textIn(row, 'reason')}，经${approver}批准，自${documentDate(exitDate === '' ? undefined : exitDate)}起退出社区。`,
          ),
          paragraph(
            'body',
            '自退出之日起，各有关社区不再承担该事项，有关牌子、台账、报表和工作群一并取消，责任部门不得再向社区布置。确需继续的，应当重新申请准入。',
          ),
          ...(handover === '' ? [] : [paragraph('body', sentences(`善后交接：${handover}`))]),
          paragraph('body', '特此通知。'),
        ],
      },
      heading,
    );
  },
};
