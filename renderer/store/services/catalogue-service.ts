import { type ComparedItem, compareCatalogues, itemShown } from '../../../shared/access/catalogue/catalogue-compare.ts';
import {
  type CatalogueVersion,
  copyVersion,
  itemsInForce,
  itemsOfVersion,
  type VersionCopy,
  versionsOf,
} from '../../../shared/access/catalogue/catalogue-versions.ts';
import {
  catalogueComparisonReport,
  changesInWords,
  pairingInWords,
} from '../../../shared/access/reports/catalogue-comparison.ts';
import type { Reason } from '../../../shared/history/change.ts';
import { textIn } from '../../../shared/kit/field-values.ts';
import { exportFileName } from '../../../shared/kit/file-names.ts';
import type { LedgerContext } from '../../../shared/kit/ledger-context.ts';
import type { Day, LedgerRecord } from '../../../shared/kit/values.ts';
import { STATE_FIELD } from '../../../shared/kit/workflow.ts';
import type { ExportedFile } from '../export/export-session.ts';
import { handedOver } from '../export/handed-over.ts';
import type { TakeOut } from '../export/taking-out.ts';
import { writtenInSlices } from '../export/written-in-slices.ts';
import type { Draft, Outcome } from '../store-api.ts';

/** One side of a comparison: a version by its label, or whatever held on a day. */
export type CatalogueSide = { readonly version: string } | { readonly day: Day };

/** A running application a difference touches; no more of it travels than the page shows. */
export type TouchedCase = {
  readonly id: string;
  readonly caseNo: string;
  readonly itemName: string;
  readonly state: string;
  readonly by: '对应条目' | '比对相符';
};

/** One difference in words. */
export type ComparedRow = {
  /** The record to open: the later one where there is one. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly listType: string;
  /** What it was called before, where that differs. */
  readonly nameBefore?: string;
  /** 频次：每季度 → 每月, one a field. */
  readonly changes: readonly string[];
  readonly pairing: string;
  /** Paired by likeness only: 疑似同一项. */
  readonly likely: boolean;
  readonly cases: readonly TouchedCase[];
};

export type ComparisonView = {
  readonly added: readonly ComparedRow[];
  readonly dropped: readonly ComparedRow[];
  readonly changed: readonly ComparedRow[];
  readonly unchanged: number;
};

/** What the catalogue's screens need of the store. */
export type CatalogueTarget = {
  readonly context: () => LedgerContext;
  readonly write: (drafts: readonly Draft[], reason: Reason) => Promise<Outcome>;
  readonly office: () => string;
  readonly takeOut: TakeOut;
  /** Local time with offset, for the file's name. */
  readonly now: () => string;
};

export type CatalogueService = {
  readonly catalogueVersions: () => readonly CatalogueVersion[];
  readonly compareCatalogue: (before: CatalogueSide, after: CatalogueSide) => ComparisonView;
  /** Writes next year's version as one batch, which one undo takes back. */
  readonly copyCatalogueVersion: (copy: VersionCopy) => Promise<Outcome>;
  readonly exportComparison: (before: CatalogueSide, after: CatalogueSide) => Promise<ExportedFile>;
};

const CATALOGUE = 'catalogueItem';

/** Versions and comparisons of the catalogue, worked out beside the records. Spread into what the store worker exposes. */
export function catalogueService(target: CatalogueTarget): CatalogueService {
  const compare = (before: CatalogueSide, after: CatalogueSide) => {
    const context = target.context();
    const items = context.records(CATALOGUE);
    return compareCatalogues(sideOf(items, before), sideOf(items, after), context.records('application'));
  };
  return {
    catalogueVersions: () => versionsOf(target.context().records(CATALOGUE), target.context().today),
    compareCatalogue: (before, after) => {
      const { added, dropped, changed, unchanged } = compare(before, after);
      const { nameOf } = target.context();
      const rows = (items: readonly ComparedItem[]) => items.map((item) => rowOf(item, nameOf));
      return { added: rows(added), dropped: rows(dropped), changed: rows(changed), unchanged };
    },
    copyCatalogueVersion: async (copy) => {
      const result = copyVersion(target.context().records(CATALOGUE), copy);
      if ('complaints' in result) return { ok: false, complaints: result.complaints };
      const text = `由版本 ${copy.from} 复制出版本 ${copy.to}，${copy.effectiveFrom} 起生效`;
      return target.write(result.drafts, { kind: 'create', text });
    },
    exportComparison: async (before, after) => {
      await target.takeOut('导出准入清单对照表');
      const { nameOf, operator, today } = target.context();
      const model = catalogueComparisonReport({
        comparison: compare(before, after),
        between: `${sideTitle(before)}与${sideTitle(after)}`,
        office: target.office(),
        nameOf,
        signatures: { filler: operator, filledOn: today },
      });
      const name = exportFileName('准入清单对照表', target.office(), target.now());
      return handedOver({ name, bytes: await writtenInSlices(model) });
    },
  };
}

const sideOf = (items: readonly LedgerRecord[], side: CatalogueSide): readonly LedgerRecord[] =>
  'day' in side ? itemsInForce(items, side.day) : itemsOfVersion(items, side.version);

const sideTitle = (side: CatalogueSide): string =>
  'day' in side ? `${side.day}有效条目` : side.version === '' ? '未注明版本' : `版本${side.version}`;

function rowOf(item: ComparedItem, nameOf: LedgerContext['nameOf']): ComparedRow {
  const shown = itemShown(item);
  const before = textIn(item.before?.values ?? {}, 'name');
  return {
    ...shown,
    id: (item.after ?? item.before)?.id ?? '',
    ...(before === '' || before === shown.name ? {} : { nameBefore: before }),
    changes: changesInWords(item, nameOf),
    pairing: pairingInWords(item),
    likely: item.by === 'likeness',
    cases: item.running.map(({ application: { id, values }, by }) => ({
      id,
      caseNo: textIn(values, 'caseNo'),
      itemName: textIn(values, 'itemName'),
      state: textIn(values, STATE_FIELD),
      by,
    })),
  };
}
