import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { DEFAULT_PARAMETERS } from '../../../shared/ledgers/default-parameters.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import type { SheetReader } from '../../../shared/workbook/cells.ts';
import { columnSample } from '../../../shared/workbook/import/column-sample.ts';
import {
  type ConstantProposal,
  proposeConstants,
  proposedValues,
} from '../../../shared/workbook/import/constant-proposals.ts';
import { type FillDownProposal, proposeFillDown } from '../../../shared/workbook/import/fill-down.ts';
import { findHeader, layOut, type SheetLayout } from '../../../shared/workbook/import/header.ts';
import { type ImportChoices, NO_CHOICES } from '../../../shared/workbook/import/import-choices.ts';
import { lookupIn } from '../../../shared/workbook/import/import-lookup.ts';
import { type Mapping, proposeMapping } from '../../../shared/workbook/import/mapping.ts';
import type { ImportPlan, PlanRow } from '../../../shared/workbook/import/plan.ts';
import { planImport } from '../../../shared/workbook/import/plan-import.ts';
import { openFixture } from './sample-files.ts';
import { contextOf } from './sample-ledger.ts';

const record = (id: string, values: Values): LedgerRecord => ({ id, rev: 'a/1/0', values });

/** The communities the samples name. */
const COMMUNITIES = ['晨光', '东湖', '康平', '文昌', '新河', '桃园'].map((name) =>
  record(name, { level: '社区', name: `${name}社区` }),
);

/** An office that knows its communities and the words a new office starts with. */
export function officeOf(stored: { readonly [ledger: string]: readonly LedgerRecord[] } = {}): LedgerContext {
  return {
    ...contextOf({ organisation: COMMUNITIES, ...stored }),
    parameterKeys: (group) => DEFAULT_PARAMETERS.flatMap((row) => (row.group === group && row.key ? [row.key] : [])),
  };
}

export type Imported = {
  readonly reader: SheetReader;
  readonly layout: SheetLayout;
  readonly mapping: Mapping;
  readonly constants: readonly ConstantProposal[];
  readonly fillDown: readonly FillDownProposal[];
  readonly plan: ImportPlan;
};

type Options = {
  readonly choices?: Partial<ImportChoices>;
  readonly stored?: readonly LedgerRecord[];
  /** What rows of the sheet refer to, by ledger. */
  readonly others?: { readonly [ledger: string]: readonly LedgerRecord[] };
  /** Whether the proposed fill-down is taken. */
  readonly fillDown?: boolean;
  readonly reader?: SheetReader;
};

/** A sample file into a ledger, every proposal taken as it is made. */
export function importSample(file: string, ledger: Ledger, options: Options = {}): Imported {
  const reader = options.reader ?? openFixture(file);
  const context = officeOf({ ...options.others, [ledger.id]: options.stored ?? [] });
  const lookup = lookupIn(context, ledgerById);
  const layout = layOut(reader, findHeader(reader, ledger));
  const proposed = proposeMapping(layout, ledger, columnSample(reader, layout));
  const { today } = context;
  const constants = proposeConstants({ reader, layout, mapping: proposed, ledger, fileName: file, today, lookup });
  const fillDown = proposeFillDown(reader, layout, proposed, ledger);
  const mapping = {
    ...proposed,
    constants: proposedValues(constants),
    fillDown: options.fillDown ? fillDown.map(({ column }) => column) : [],
  };
  const choices = { ...NO_CHOICES, ...options.choices };
  const plan = planImport({ reader, layout, mapping, ledger, ledgerById, context, lookup, choices });
  return { reader, layout, mapping, constants, fillDown, plan };
}

/** How many rows each complaint of one severity stands against, by its code and field. */
export function complaintCounts(rows: readonly PlanRow[], severity: 'error' | 'warning'): { [code: string]: number } {
  const counts: { [code: string]: number } = {};
  for (const { complaints } of rows) {
    for (const one of complaints) {
      if (one.severity !== severity) continue;
      const key = `${one.code} ${one.field ?? ''}`.trim();
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}
