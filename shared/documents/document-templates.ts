import type { DocumentTemplate } from './template.ts';
import { agreement } from './templates/agreement.ts';
import { approvalForm } from './templates/approval-form.ts';
import { demandExtension } from './templates/demand-extension.ts';
import { evaluationForm } from './templates/evaluation-form.ts';
import { exitNotice } from './templates/exit-notice.ts';
import { handoverList } from './templates/handover-list.ts';
import { opinionLetter } from './templates/opinion-letter.ts';
import { opinionRequest } from './templates/opinion-request.ts';
import { acceptanceNotice, objectionLetter, petitionExtension } from './templates/petition-notices.ts';
import { publicationNotice } from './templates/publication-notice.ts';
import { refusalLetter, strayRefusalLetter } from './templates/refusal-letter.ts';
import { supervisionOrder } from './templates/supervision-order.ts';
import { supplementNotice } from './templates/supplement-notice.ts';
import { demandUrge, leadCaseUrge, petitionUrge, supervisionUrge } from './templates/urge-slip.ts';

/** Papers of the access review, in the order a case needs them. */
const REVIEW_TEMPLATES: readonly DocumentTemplate[] = [
  approvalForm,
  supplementNotice,
  opinionRequest,
  refusalLetter,
  publicationNotice,
  agreement,
  evaluationForm,
  exitNotice,
];

/** Papers by ledger, each list in the order a case needs them. A new paper is its file and one entry here. */
const TEMPLATES: { readonly [ledgerId: string]: readonly DocumentTemplate[] } = {
  application: REVIEW_TEMPLATES,
  strayTask: [strayRefusalLetter],
  demand: [demandUrge, demandExtension],
  petition: [acceptanceNotice, objectionLetter, petitionExtension, opinionLetter, petitionUrge],
  leadCase: [leadCaseUrge],
  supervision: [supervisionOrder, supervisionUrge],
  handover: [handoverList],
};

/** The papers of a ledger's records; [] for a ledger without any. */
export const documentTemplatesOf = (ledgerId: string): readonly DocumentTemplate[] => TEMPLATES[ledgerId] ?? [];

/** One paper of a ledger, undefined where this version has none of that id. */
export const documentTemplate = (ledgerId: string, id: string): DocumentTemplate | undefined =>
  documentTemplatesOf(ledgerId).find((template) => template.id === id);

/** Every kind of paper some ledger has. */
export const templateKinds = (): readonly string[] => [
  ...new Set(Object.values(TEMPLATES).flatMap((templates) => templates.map(({ id }) => id))),
];
