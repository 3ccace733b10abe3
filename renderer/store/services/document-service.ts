import { documentTemplate, documentTemplatesOf } from '../../../shared/documents/document-templates.ts';
import { DOCUMENTS_FIELD } from '../../../shared/documents/issued-documents.ts';
import { type DocumentRequest, type MadeDocument, makeDocument } from '../../../shared/documents/make-document.ts';
import { documentComplaints } from '../../../shared/documents/template.ts';
import { type Complaint, LedgerError } from '../../../shared/kit/complaint.ts';
import { rowsIn, textIn } from '../../../shared/kit/field-values.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { ChildRow, LedgerRecord, Rev } from '../../../shared/kit/values.ts';

/** One paper of a case as the menu offers it: made now, or why not. */
export type DocumentOffer = {
  readonly template: string;
  readonly title: string;
  readonly complaints: readonly Complaint[];
  /** `2026-12-18 已发出`, the last time it was issued. */
  readonly issued?: string;
};

/** One of the rows a paper may be about, e.g. the agreement with one community of several. */
export type AboutChoice = { readonly id: string; readonly title: string };

/** A paper of a case as its page shows it. `rev` is what the case was when it was made: it is issued on no other. */
export type CaseDocument = {
  readonly rev: Rev;
  /** Number and name of the record, for the page's head and the name of the saved file. */
  readonly caseNo: string;
  readonly caseName: string;
  readonly title: string;
  /** Whether it bears a 发文字号. */
  readonly numbered: boolean;
  readonly about: readonly AboutChoice[];
  readonly issued?: string;
  readonly made: MadeDocument;
};

/** What papers need of the store. */
export type DocumentTarget = {
  readonly ledgerById: (ledgerId: string) => Ledger | undefined;
  readonly context: () => LedgerContext;
  /** Every record of a ledger, deleted and restricted ones too; they serve to know the numbers that are taken. */
  readonly everRecorded: (ledger: string) => readonly LedgerRecord[];
  /** Has the log say that a record is shown whole. */
  readonly openRecord: (ledger: string, id: string) => Promise<unknown>;
};

export type DocumentService = {
  readonly documentOffers: (ledger: string, id: string) => readonly DocumentOffer[];
  readonly caseDocument: (ledger: string, id: string, request: DocumentRequest) => Promise<CaseDocument>;
};

/** The papers of records, made beside them. Spread into what the store worker exposes. */
export function documentService({ ledgerById, context, everRecorded, openRecord }: DocumentTarget): DocumentService {
  const found = (ledgerId: string, id: string): { readonly ledger: Ledger; readonly record: LedgerRecord } => {
    const ledger = ledgerById(ledgerId);
    const record = context().record(ledgerId, id);
    if (ledger && record) return { ledger, record };
    const noun = ledger?.noun ?? '记录';
    throw new LedgerError('document/no-record', `这件${noun}已被删除，没有生成文书。可到回收站找回。`);
  };
  return {
    documentOffers: (ledgerId, id) => {
      const { ledger, record } = found(ledgerId, id);
      return documentTemplatesOf(ledgerId).map((template) => ({
        template: template.id,
        title: template.title,
        complaints: documentComplaints(template, ledger, record, context()),
        ...issuedWords(record, template.id),
      }));
    },
    caseDocument: async (ledgerId, id, request) => {
      await openRecord(ledgerId, id);
      const { ledger, record } = found(ledgerId, id);
      const template = documentTemplate(ledgerId, request.template);
      const { about } = template ?? {};
      return {
        rev: record.rev,
        caseNo: ledger.numbering ? textIn(record.values, ledger.numbering.field) : '',
        caseName: textIn(record.values, ledger.titleField),
        title: template?.title ?? request.template,
        numbered: template?.numberSuffix !== undefined,
        about: about ? rowsIn(record.values, about.list).map((row) => choiceOf(row, about.shown)) : [],
        ...issuedWords(record, request.template),
        made: makeDocument(request, ledger, record, context(), everRecorded),
      };
    },
  };
}

const choiceOf = (row: ChildRow, shown: readonly string[]): AboutChoice => ({
  id: row.id,
  title:
    shown
      .map((field) => textIn(row, field))
      .filter((word) => word !== '')
      .join(' ') || '未填写',
});

function issuedWords({ values }: LedgerRecord, template: string): { readonly issued?: string } {
  const last = rowsIn(values, DOCUMENTS_FIELD).findLast((row) => textIn(row, 'template') === template);
  if (!last) return {};
  const words = [textIn(last, 'issuedOn'), textIn(last, 'manner'), textIn(last, 'docNo')];
  return { issued: words.filter((word) => word !== '').join(' ') };
}
