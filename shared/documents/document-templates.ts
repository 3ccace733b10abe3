import type { DocumentTemplate } from './template.ts';
import { agreement } from './templates/agreement.ts';
import { approvalForm } from './templates/approval-form.ts';
import { evaluationForm } from './templates/evaluation-form.ts';
import { exitNotice } from './templates/exit-notice.ts';
import { opinionRequest } from './templates/opinion-request.ts';
import { publicationNotice } from './templates/publication-notice.ts';
import { refusalLetter } from './templates/refusal-letter.ts';
import { supplementNotice } from './templates/supplement-notice.ts';

/** Every paper of the access review, in the order a case needs them. */
export const DOCUMENT_TEMPLATES: readonly DocumentTemplate[] = [
  approvalForm,
  supplementNotice,
  opinionRequest,
  refusalLetter,
  publicationNotice,
  agreement,
  evaluationForm,
  exitNotice,
];

/** The template of an id, undefined where this version has none. */
export const documentTemplate = (id: string): DocumentTemplate | undefined =>
  DOCUMENT_TEMPLATES.find((template) => template.id === id);
