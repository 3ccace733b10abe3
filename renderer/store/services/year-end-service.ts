import {
  clerksInHand,
  type HandoverEntry,
  type HandoverItem,
  handoverDrafts,
  handoverItems,
} from '../../../shared/handover/plan-handover.ts';
import { yearCounts } from '../../../shared/handover/year-counts.ts';
import type { Reason } from '../../../shared/history/change.ts';
import type { Draft } from '../../../shared/history/draft.ts';
import { LATE_FIELD } from '../../../shared/kit/case-life.ts';
import { rowsIn, textIn } from '../../../shared/kit/field-values.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { Day } from '../../../shared/kit/values.ts';
import type { Outcome } from '../store-api.ts';

/** One ledger in a year: as counted now, as it stood when the year was closed, and what was entered for it since. */
export type YearLine = {
  readonly ledger: string;
  readonly title: string;
  readonly received: readonly string[];
  readonly closed: readonly string[];
  readonly carried: readonly string[];
  /** How many they were when the year was closed; present of a closed year. */
  readonly reported?: { readonly received: number; readonly closed: number; readonly carried: number };
  readonly late: readonly string[];
};

/** A year ledger by ledger, and whether it is closed. */
export type YearState = { readonly isClosed: boolean; readonly lines: readonly YearLine[] };

export type YearClosing = { readonly year: string; readonly on: Day; readonly approver: string };

/** What changing hands and closing a year need of the store. */
export type YearEndTarget = {
  readonly ledgers: readonly Ledger[];
  readonly context: () => LedgerContext;
  readonly write: (drafts: readonly Draft[], reason: Reason) => Promise<Outcome>;
};

export type YearEndService = {
  readonly clerks: () => readonly { readonly clerk: string; readonly count: number }[];
  readonly handoverPlan: (from: string) => readonly HandoverItem[];
  /** Writes exactly the items that were looked at; refused whole where one of them changed meanwhile. */
  readonly handOver: (items: readonly HandoverItem[], entry: HandoverEntry) => Promise<Outcome>;
  readonly yearState: (year: string) => YearState;
  readonly closeYear: (closing: YearClosing) => Promise<Outcome>;
};

/** Handing over and 年度结转, beside the records. Spread into what the store worker exposes. */
export function yearEndService({ ledgers, context, write }: YearEndTarget): YearEndService {
  const countsOf = (ledger: Ledger, year: string) => yearCounts(ledger, context().records(ledger.id), year);
  const cases = ledgers.filter(
    ({ handledBy, closedBy, workflow }) => (handledBy ?? closedBy ?? workflow) !== undefined,
  );
  return {
    clerks: () => clerksInHand(ledgers, context()),
    handoverPlan: (from) => handoverItems(ledgers, from, context()),
    handOver: (items, entry) =>
      write(handoverDrafts(ledgers, items, entry), {
        kind: 'edit',
        text: `移交在办事项：${entry.from} → ${entry.to}，${items.length} 件`,
      }),
    yearState: (year) => {
      const closing = context()
        .records('closedYear')
        .find(({ values }) => values.year === year);
      const counted = new Map(
        closing ? rowsIn(closing.values, 'counts').map((row) => [textIn(row, 'ledger'), row]) : [],
      );
      const lines = cases.flatMap((ledger): YearLine[] => {
        const counts = countsOf(ledger, year);
        const row = counted.get(ledger.title);
        const late = context()
          .records(ledger.id)
          .flatMap(({ id, values }) => (values[LATE_FIELD] === year ? [id] : []));
        const isEmpty = counts.received.length + counts.closed.length + counts.carried.length === 0;
        if (isEmpty && !row) return [];
        const was = (field: string) => Number(row?.[field] ?? 0);
        return [
          {
            ledger: ledger.id,
            title: ledger.title,
            ...counts,
            ...(closing
              ? { reported: { received: was('received'), closed: was('closed'), carried: was('carried') } }
              : {}),
            late,
          },
        ];
      });
      return { isClosed: closing !== undefined, lines };
    },
    closeYear: ({ year, on, approver }) => {
      const counts = cases.flatMap((ledger) => {
        const { received, closed, carried } = countsOf(ledger, year);
        const row = { ledger: ledger.title, received: received.length, closed: closed.length, carried: carried.length };
        return received.length + closed.length + carried.length === 0 ? [] : [{ ...row, id: '' }];
      });
      const { operator } = context();
      const values = {
        year,
        closedOn: on,
        counts,
        ...(approver === '' ? {} : { approver }),
        ...(operator === '' ? {} : { clerk: operator }),
      };
      return write([{ kind: 'create', ledger: 'closedYear', values }], { kind: 'create', text: `结转 ${year} 年` });
    },
  };
}
