import { logNameOf, recordKey } from '../../../shared/history/references.ts';
import type { Query } from '../../../shared/kit/query.ts';
import type { LedgerStore } from '../ledger-store.ts';
import type { StoreEvent } from '../store-api.ts';
import {
  type ExportOptions,
  type ExportSource,
  exportApprovalForm,
  exportLedger,
  exportOpeningTemplate,
  exportReviewLedger,
  printLedger,
} from './export-session.ts';
import { handedOver } from './handed-over.ts';
import { exportHandoverList } from './handover-export.ts';
import { takeOutRows } from './taking-out.ts';

/** What exports need around them. */
export type ExportTarget = {
  readonly store: () => LedgerStore;
  /** Local time with offset, for the file's name. */
  readonly now: () => string;
  /** Hears how far an export got. */
  readonly tell: (event: StoreEvent) => void;
};

/** Files and sheets made of the records. Spread into what the store worker exposes. */
export function exportService({ store, now, tell }: ExportTarget) {
  let exporting = new AbortController();

  /** What an export reads, once the log has it. Rows are gathered before it starts, so that it sees one state. */
  const sourceOf = (rows: ReturnType<ExportSource['rows']>): ExportSource => {
    const { ledgerById, context, office } = store();
    return { ledgerById, context, office, now, rows: () => rows };
  };
  const ofRows = async (query: Query, how: string) => sourceOf(await takeOutRows(store(), query, how));
  const ofRecord = async (how: string, ledger: string, id: string) => {
    const record = store().context().record(ledger, id);
    const found = store().ledgerById(ledger);
    if (found && record) await store().takeOut(`${how}：${logNameOf(found, record)}`, { of: recordKey(ledger, id) });
    return sourceOf([]);
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
      handedOver(await exportLedger(await ofRows(query, '导出公开版（已脱敏）'), query, columns, optionsOf(true))),
    /** With all personal data. */
    exportWhole: async (query: Query, columns: readonly string[]) =>
      handedOver(await exportLedger(await ofRows(query, '导出内部版（未脱敏）'), query, columns, optionsOf(false))),
    printLedger: async (query: Query, columns: readonly string[]) =>
      printLedger(await ofRows(query, '打印预览（已脱敏）'), query, columns),
    exportReviewLedger: async (query: Query, period: string) =>
      handedOver(await exportReviewLedger(await ofRows(query, '导出准入审核台账'), query, period)),
    exportOpeningTemplate: async () => handedOver(await exportOpeningTemplate(sourceOf([]))),
    exportApprovalForm: async (id: string) =>
      handedOver(await exportApprovalForm(await ofRecord('导出审批表', 'application', id), id)),
    exportHandoverList: async (id: string) =>
      handedOver(await exportHandoverList(await ofRecord('导出移交清单', 'handover', id), id)),
  };
}
