import { documentHeading } from '../../shared/documents/document-heading.ts';
import type { DocumentModel } from '../../shared/documents/document-model.ts';
import { DOCUMENT_TEMPLATES, documentTemplate } from '../../shared/documents/document-templates.ts';
import { DOCUMENTS_FIELD, NUMBERED_LEDGERS } from '../../shared/documents/issued-documents.ts';
import { type DocumentRequest, type MadeDocument, makeDocument } from '../../shared/documents/make-document.ts';
import { documentComplaints } from '../../shared/documents/template.ts';
import { strayTaskRefusal } from '../../shared/documents/templates/refusal-letter.ts';
import { type Complaint, LedgerError } from '../../shared/kit/complaint.ts';
import type { LedgerContext } from '../../shared/kit/ledger-context.ts';
import { rowsIn, textIn } from '../../shared/kit/steps.ts';
import type { ChildRow, LedgerRecord, Rev } from '../../shared/kit/values.ts';

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
  /** 案件编号 and item, for the page's head and the name of the saved file. */
  readonly caseNo: string;
  readonly itemName: string;
  readonly title: string;
  /** Whether it bears a 发文字号. */
  readonly numbered: boolean;
  readonly about: readonly AboutChoice[];
  readonly issued?: string;
  readonly made: MadeDocument;
};

/** What papers need of the store. */
export type DocumentTarget = {
  readonly context: () => LedgerContext;
  readonly trash: (ledger: string) => Promise<readonly LedgerRecord[]>;
};

export type DocumentService = {
  readonly documentOffers: (id: string) => readonly DocumentOffer[];
  readonly caseDocument: (id: string, request: DocumentRequest) => Promise<CaseDocument>;
  /** The refusal of a stray task as a paper, dated as it was answered. */
  readonly strayLetter: (id: string) => DocumentModel;
};

/** The papers of cases and stray tasks, made beside the records. Spread into what the store worker exposes. */
export function documentService({ context, trash }: DocumentTarget): DocumentService {
  const recordOf = (ledger: string, id: string, noun: string): LedgerRecord => {
    const record = context().record(ledger, id);
    if (!record) throw new LedgerError('document/no-record', `这件${noun}已被删除，没有生成文书。可到回收站找回。`);
    return record;
  };
  return {
    documentOffers: (id) => {
      const record = recordOf('application', id, '申请');
      return DOCUMENT_TEMPLATES.map((template) => ({
        template: template.id,
        title: template.title,
        complaints: documentComplaints(template, record, context()),
        ...issuedWords(record, template.id),
      }));
    },
    caseDocument: async (id, request) => {
      const trashed = new Map<string, readonly LedgerRecord[]>();
      for (const ledger of NUMBERED_LEDGERS) trashed.set(ledger, await trash(ledger));
      const record = recordOf('application', id, '申请');
      const template = documentTemplate(request.template);
      const { about } = template ?? {};
      return {
        rev: record.rev,
        caseNo: textIn(record.values, 'caseNo'),
        itemName: textIn(record.values, 'itemName'),
        title: template?.title ?? request.template,
        numbered: template?.numberSuffix !== undefined,
        about: about ? rowsIn(record.values, about.list).map((row) => choiceOf(row, about.shown)) : [],
        ...issuedWords(record, request.template),
        made: makeDocument(request, record, context(), (ledger) => trashed.get(ledger) ?? []),
      };
    },
    strayLetter: (id) => {
      const record = recordOf('strayTask', id, '下派事项');
      const on = textIn(record.values, 'answeredOn') || context().today;
      return strayTaskRefusal(record, context(), documentHeading(context(), on));
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
