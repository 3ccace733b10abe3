import { decisionInForce } from '../../access/review/decision.ts';
import { reviewWorkflow } from '../../access/review/review-workflow.ts';
import { error } from '../../kit/complaint.ts';
import { rowsIn, textIn } from '../../kit/field-values.ts';
import { stateOf } from '../../kit/steps.ts';
import {
  applicantOf,
  committeesOf,
  communitiesOf,
  fundsOf,
  itemOf,
  lastRowIds,
  periodOf,
  shownIn,
} from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { paragraph, type Table } from '../document-model.ts';
import { letter } from '../letter.ts';
import type { DocumentTemplate } from '../template.ts';

const OVER = ['EXITED', 'ARCHIVED', 'WITHDRAWN'];

const LABEL_WIDTH = 34;
const VALUE_WIDTH = 122;

const factTable = (facts: readonly (readonly [label: string, value: string])[]): Table => ({
  kind: 'table',
  widths: [LABEL_WIDTH, VALUE_WIDTH],
  rows: facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({
      height: 9,
      cells: [
        { role: 'label', text: label },
        { role: 'value', text: value },
      ],
    })),
});

/** 公布通知: the admitted item with what binds both sides, to the communities concerned and the department. */
export const publicationNotice: DocumentTemplate = {
  id: 'publication-notice',
  title: DOCUMENT_KINDS['publication-notice'],
  numberSuffix: '',
  neededFields: ['applicant', 'itemName', 'dutyComm', 'targets'],
  appliesTo: (record) => {
    if (decisionInForce(record.values)?.result !== '准予') {
      return [error('document/not-admitted', '没有准予的决定，不能公布。')];
    }
    return OVER.includes(stateOf(record, reviewWorkflow))
      ? [error('document/over', '事项已经退出或撤回，不再公布。')]
      : [];
  },
  carries: ({ values }) => lastRowIds(values, 'decisions', 'corrections', 'publications'),
  build: (record, context, heading) => {
    const { values } = record;
    const decision = decisionInForce(values);
    const decided = rowsIn(values, 'decisions').at(-1) ?? {};
    const publication = rowsIn(values, 'publications').at(-1) ?? {};
    const shown = (fieldId: string) => shownIn(values, fieldId, context);
    const applicant = applicantOf(record, context);
    const body = textIn(decided, 'body') || heading.board;
    const how = decision?.kind === '备案' ? '属于清单内事项，已经我办备案' : `已经${body}审定，准予进入社区`;
    return letter(
      {
        template: 'publication-notice',
        title: `关于公布“${textIn(values, 'itemName')}”准入社区的通知`,
        addressee: `${committeesOf(communitiesOf(record, context))}，${applicant}`,
        number: textIn(publication, 'docNo'),
        blocks: [
          paragraph('body', `${applicant}申请的${itemOf(record)}，${how}。现予公布：`),
          factTable([
            ['准入文号', decision?.docNo || textIn(decided, 'meetingNo')],
            ['责任部门', applicant],
            ['法律法规依据', textIn(values, 'legalBasis')],
            ['社区承担职责', shown('dutyComm')],
            ['协助方式', shown('assistMode')],
            ['频次', shown('frequency')],
            ['实施社区', shown('targets')],
            ['经费', fundsOf(record, context)],
            ['有效期', periodOf(decision?.validFrom ?? '', decision?.validTo ?? '')],
            ['附加条件', textIn(decided, 'conditions')],
          ]),
          paragraph(
            'body',
            '请各有关社区在公开栏公布本通知。责任部门应当落实权限、经费和工作条件，不得增加任务或者单独组织考核；需要调整内容或者延长期限的，应当重新申请。未落实权限或者经费的，社区可以拒绝办理。',
          ),
        ],
      },
      heading,
    );
  },
};
