import { approvalPaper } from '../../access/reports/approval-form.ts';
import { lastRowIds } from '../case-words.ts';
import { DOCUMENT_KINDS } from '../document-kinds.ts';
import { FORM_PAGE } from '../document-styles.ts';
import { formTable, formTop } from '../form-table.ts';
import type { DocumentTemplate } from '../template.ts';

/** Least height of a box to sign in: four of them and the rest of the form fill one sheet. */
const OPINION_HEIGHT = 19;

/** R1 as a page: the same lines as its .xlsx. The layout is ours; no blank form was published. */
export const approvalForm: DocumentTemplate = {
  id: 'approval-form',
  title: DOCUMENT_KINDS['approval-form'],
  neededFields: ['applicant', 'itemName', 'inDate'],
  appliesTo: () => [],
  // An approval form goes round for signatures: what it shows by then was seen by those who signed.
  carries: ({ values }) => lastRowIds(values, 'decisions', 'corrections'),
  build: (record, context, heading) => {
    const paper = approvalPaper({ record, context, office: heading.office, board: heading.board });
    return {
      template: 'approval-form',
      title: paper.title,
      office: heading.office,
      page: FORM_PAGE,
      blocks: [...formTop(paper.title, paper.above), formTable(paper.lines, FORM_PAGE, OPINION_HEIGHT)],
    };
  },
};
