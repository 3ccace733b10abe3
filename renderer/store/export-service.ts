import { transfer } from 'comlink';
import { LedgerError } from '../../shared/kit/complaint.ts';
import type { Query } from '../../shared/kit/query.ts';
import {
  type ExportedFile,
  type ExportOptions,
  type ExportSource,
  exportApprovalForm,
  exportLedger,
  exportOpeningTemplate,
  exportReviewLedger,
  printLedger,
} from './export-session.ts';
import { exportHandoverList } from './handover-export.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { StoreEvent } from './store-api.ts';

/** What exports need around them. */
export type ExportTarget = {
  readonly store: () => LedgerStore;
  /** Local time with offset, for the file's name. */
  readonly now: () => string;
  /** Hears how far an export got. */
  readonly tell: (event: StoreEvent) => void;
};

/** Hands a file's bytes to the page without copying them. */
export const handedOver = (file: ExportedFile): ExportedFile => transfer(file, [file.bytes.buffer]);

/** Files and sheets made of the records. Spread into what the store worker exposes. */
export function exportService({ store, now, tell }: ExportTarget) {
  let exporting = new AbortController();

  /** What an export reads: rows are gathered before it starts, in slices, so that it sees one state. */
  const sourceOf = async (query: Query | undefined): Promise<ExportSource> => {
    const { ledgerById, context, office, rows } = store();
    const found = query ? await rows(query) : [];
    return { ledgerById, context, office, now, rows: () => found };
  };

  /** How an export of a ledger runs: it says how far it got, and `cancelExport` stops the one begun last. */
  const optionsOf = (masked: boolean): ExportOptions => {
    exporting = new AbortController();
    return {
      masked,
      signal: exporting.signal,
      onProgress: (done, of) => tell({ kind: 'progress', task: 'export', done, of }),
    };
  };

  return {
    cancelExport: () => exporting.abort(),
    exportLog: async (verdict: string) => handedOver(await store().exportLog(verdict)),
    exportLedger: async (query: Query, columns: readonly string[]) =>
      handedOver(await exportLedger(await sourceOf(query), query, columns, optionsOf(true))),
    /** With all personal data. The log says so before there is a file. */
    exportWhole: async (query: Query, columns: readonly string[]) => {
      const source = await sourceOf(query);
      const title = source.ledgerById(query.ledger)?.title ?? query.ledger;
      const noted = await store().noteAccess(`导出内部版（未脱敏）：${title}，${source.rows(query).length} 条`);
      if (!noted.ok) throw new LedgerError('export/not-noted', '没有记入操作记录，所以没有导出。请稍后再试。');
      return handedOver(await exportLedger(source, query, columns, optionsOf(false)));
    },
    printLedger: async (query: Query, columns: readonly string[]) => printLedger(await sourceOf(query), query, columns),
    exportReviewLedger: async (query: Query, period: string) =>
      handedOver(await exportReviewLedger(await sourceOf(query), query, period)),
    exportOpeningTemplate: async () => handedOver(await exportOpeningTemplate(await sourceOf(undefined))),
    exportApprovalForm: async (id: string) => handedOver(await exportApprovalForm(await sourceOf(undefined), id)),
    exportHandoverList: async (id: string) => handedOver(exportHandoverList(await sourceOf(undefined), id)),
  };
}
