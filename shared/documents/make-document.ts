import { type Complaint, error, hasError } from '../kit/complaint.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { documentHeading, officeCode } from './document-heading.ts';
import type { DocumentModel } from './document-model.ts';
import { nextDocumentNumber, numbersIn } from './document-number.ts';
import { documentTemplate } from './document-templates.ts';
import { documentHash } from './document-text.ts';
import { NUMBERED_LEDGERS } from './issued-documents.ts';
import { documentComplaints } from './template.ts';

export type DocumentRequest = {
  readonly template: string;
  readonly on: Day;
  readonly number?: string;
  /** Id of the child row the paper is about; the last one where absent. */
  readonly about?: string;
};

/** A paper ready to be shown, with what `issueInput` needs to record it; or why it cannot be made. */
export type MadeDocument =
  | {
      readonly ok: true;
      readonly model: DocumentModel;
      readonly hash: string;
      readonly carries: readonly string[];
      /** Next free number of the office for this kind; absent where it bears none or the office's code is not set. */
      readonly nextNumber?: string;
    }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Makes one paper of one application: everything a screen asks for, in one call. */
export function makeDocument(request: DocumentRequest, record: LedgerRecord, context: LedgerContext): MadeDocument {
  const template = documentTemplate(request.template);
  if (!template) {
    const told = `没有“${request.template}”这种文书，记录未改动。请升级程序后再试。`;
    return { ok: false, complaints: [error('document/unknown', told)] };
  }
  const complaints = documentComplaints(template, record, context);
  if (hasError(complaints)) return { ok: false, complaints };
  const { on, number, about } = request;
  const heading = {
    ...documentHeading(context, on),
    ...(number === undefined ? {} : { number }),
    ...(about === undefined ? {} : { about }),
  };
  const model = template.build(record, context, heading);
  const code = officeCode(context, on);
  const bears = template.numberSuffix !== undefined && code !== '';
  return {
    ok: true,
    model,
    hash: documentHash(model),
    carries: template.carries(record, heading),
    ...(bears ? { nextNumber: nextNumberOf(`${code}${template.numberSuffix}`, on, context) } : {}),
  };
}

function nextNumberOf(code: string, on: Day, context: LedgerContext): string {
  const used = new Set<string>();
  for (const ledger of NUMBERED_LEDGERS) for (const { values } of context.records(ledger)) numbersIn(values, used);
  return nextDocumentNumber(code, Number(on.slice(0, 4)), used);
}
