import { isBlank } from '../kit/blank.ts';
import { type Complaint, error } from '../kit/complaint.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { LedgerRecord } from '../kit/values.ts';
import type { DocumentHeading } from './document-heading.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { DocumentModel } from './document-model.ts';

/** A paper of one ledger's records: when it can be made, what it needs, and how the record becomes its text. */
export type DocumentTemplate = {
  readonly id: DocumentKind;
  readonly title: string;
  /** What follows the office's code in the number (函); undefined where the paper bears no 发文字号. */
  readonly numberSuffix?: string;
  /** Fields of the record that must be filled. */
  readonly neededFields: readonly string[];
  /** Why the paper cannot be made now; [] where it can. Missing fields are said by `documentComplaints`. */
  readonly appliesTo: (record: LedgerRecord, context: LedgerContext) => readonly Complaint[];
  /** Field whose day the paper is dated by unless the clerk says otherwise; today where absent or blank. */
  readonly datedBy?: string;
  /** Child rows and steps by id, plain fields by name: what the paper prints is only corrected once it is issued, never undone. */
  readonly carries: (record: LedgerRecord, heading: DocumentHeading) => readonly string[];
  /** The child list whose rows are a paper each, and the fields that tell one row from another on screen. */
  readonly about?: { readonly list: string; readonly shown: readonly string[] };
  readonly build: (record: LedgerRecord, context: LedgerContext, heading: DocumentHeading) => DocumentModel;
};

/** Everything that stands against making this paper of this case now: blank fields first, then the paper's own rule. */
export function documentComplaints(
  template: DocumentTemplate,
  ledger: Ledger,
  record: LedgerRecord,
  context: LedgerContext,
): readonly Complaint[] {
  const missing = template.neededFields
    .filter((fieldId) => isBlank(record.values[fieldId]))
    .map((fieldId) => {
      const label = ledger.fields[fieldId]?.label ?? fieldId;
      return error('document/needs', `“${template.title}”须先填写“${label}”。`, fieldId);
    });
  return [...missing, ...template.appliesTo(record, context)];
}
