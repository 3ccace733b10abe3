import { type Complaint, error, hasError } from '../kit/complaint.ts';
import { rowsIn, textIn } from '../kit/field-values.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { LedgerContext } from '../kit/ledger-context.ts';
import { stepsOf } from '../kit/steps.ts';
import type { Day, LedgerRecord } from '../kit/values.ts';
import { documentHeading, officeCode } from './document-heading.ts';
import type { DocumentModel } from './document-model.ts';
import { BLANK_SERIAL, nextDocumentNumber, numbersIn, parseDocumentNumber } from './document-number.ts';
import { documentTemplate } from './document-templates.ts';
import { documentHash } from './document-text.ts';
import { DOCUMENTS_FIELD, NUMBERED_LEDGERS } from './issued-documents.ts';
import { type DocumentTemplate, documentComplaints } from './template.ts';

export type DocumentRequest = {
  readonly template: string;
  /** 成文日期. Absent: the day of the act the paper tells of, else today. */
  readonly on?: Day;
  /** Absent: the number the case already has for this paper, else the next free one. Blank: left for the hand. */
  readonly number?: string;
  /** Id of the child row the paper is about; the last one where absent. */
  readonly about?: string;
};

/** A paper ready to be shown, with what `issueInput` needs to record it; or why it cannot be made. */
export type MadeDocument =
  | {
      readonly ok: true;
      readonly model: DocumentModel;
      readonly on: Day;
      readonly hash: string;
      readonly carries: readonly string[];
      /** The number it bears; absent on papers without one and where it is left for the hand. */
      readonly number?: string;
      /** Next free number of the office for this kind; absent where it bears none or the office's code is not set. */
      readonly nextNumber?: string;
    }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/**
 * Makes one paper of one record: everything a screen asks for, in one call. `everRecorded` answers with every record of a
 * ledger, deleted and restricted ones too: what once stood on a paper is not given again.
 */
export function makeDocument(
  request: DocumentRequest,
  ledger: Ledger,
  record: LedgerRecord,
  context: LedgerContext,
  everRecorded: RecordsOf = context.records,
): MadeDocument {
  const template = documentTemplate(ledger.id, request.template);
  if (!template) {
    const told = `没有“${request.template}”这种文书，记录未改动。请升级程序后再试。`;
    return { ok: false, complaints: [error('document/unknown', told)] };
  }
  const complaints = documentComplaints(template, ledger, record, context);
  if (hasError(complaints)) return { ok: false, complaints };
  const { about } = request;
  const on = request.on ?? (textIn(record.values, template.datedBy ?? '') || context.today);
  const unnumbered = { ...documentHeading(context, on), ...(about === undefined ? {} : { about }) };
  const carries = template.carries(record, unnumbered);
  const code = officeCode(context, on);
  const next =
    template.numberSuffix === undefined || code === ''
      ? undefined
      : nextNumberOf(`${code}${template.numberSuffix}`, on, everRecorded);
  const number =
    request.number ?? ownNumber(template, record, carries, template.build(record, context, unnumbered)) ?? next;
  const model = template.build(record, context, number === undefined ? unnumbered : { ...unnumbered, number });
  const bears = template.numberSuffix === undefined ? undefined : numberOn(model);
  return {
    ok: true,
    model,
    on,
    hash: documentHash(model),
    carries,
    ...(bears === undefined ? {} : { number: bears }),
    ...(next === undefined ? {} : { nextNumber: next }),
  };
}

/** The number that stands on a paper, a letter's on its own line, a form's above its table; undefined where a hand fills it in. */
function numberOn({ blocks }: DocumentModel): string | undefined {
  const line = blocks.find(
    (block) => block.kind === 'paragraph' && (block.role === 'number' || parseDocumentNumber(block.text) !== undefined),
  );
  return line?.kind === 'paragraph' && !line.text.includes(BLANK_SERIAL) ? line.text : undefined;
}

/** The number this paper has already: entered with the act it tells of, or given when it was printed before it is sent. */
function ownNumber(
  { id, numberSuffix }: DocumentTemplate,
  record: LedgerRecord,
  carries: readonly string[],
  unnumbered: DocumentModel,
): string | undefined {
  if (numberSuffix === undefined) return undefined;
  // A case that comes again after 暂缓 asks anew, in a paper of its own.
  const since = stepsOf(record).findLast(({ transition }) => transition === 'resubmit')?.on ?? '';
  const issued = rowsIn(record.values, DOCUMENTS_FIELD).findLast(
    (row) =>
      textIn(row, 'template') === id &&
      textIn(row, 'docNo') !== '' &&
      textIn(row, 'carries') === carries.join(' ') &&
      textIn(row, 'issuedOn') >= since,
  );
  return numberOn(unnumbered) ?? (issued && textIn(issued, 'docNo'));
}

type RecordsOf = (ledger: string) => readonly LedgerRecord[];

function nextNumberOf(code: string, on: Day, recordsOf: RecordsOf): string {
  const used = new Set<string>();
  for (const ledger of NUMBERED_LEDGERS) for (const { values } of recordsOf(ledger)) numbersIn(values, used);
  return nextDocumentNumber(code, Number(on.slice(0, 4)), used);
}
