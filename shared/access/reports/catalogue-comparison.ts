import { textIn } from '../../kit/field-values.ts';
import { formatValue, type NameOf } from '../../kit/format.ts';
import { catalogueItem } from '../../ledgers/catalogue-item.ts';
import { reportSheet, type Signatures } from '../../workbook/export/report-frame.ts';
import type { CellValue, WorkbookModel } from '../../workbook/sheet-model.ts';
import {
  type CatalogueComparison,
  type ComparedItem,
  ITEM_CHANGE_TITLES,
  itemShown,
} from '../catalogue/catalogue-compare.ts';
import { PAIRED_BY_TITLES } from '../catalogue/catalogue-pairs.ts';

export type ComparisonReportRequest = {
  readonly comparison: CatalogueComparison;
  /** What is compared, as 填报期 prints it: 2026 版与 2027 版. */
  readonly between: string;
  readonly office: string;
  readonly nameOf: NameOf;
  readonly signatures: Signatures;
};

const TITLE = '准入清单对照表';

const COLUMNS = [
  { label: '序号', width: 6, align: 'center' },
  { label: '变化', width: 7, align: 'center' },
  { label: '清单类型', width: 10 },
  { label: '条目编号', width: 10 },
  { label: '事项名称', width: 28 },
  { label: '变化内容', width: 46, align: 'left' },
  { label: '配对依据', width: 11 },
  { label: '涉及在办、已准入件', width: 34, align: 'left' },
] as const;

/** Two catalogues compared, one line a difference: added, dropped, changed; what is equal is only counted. A4 landscape. */
export function catalogueComparisonReport(request: ComparisonReportRequest): WorkbookModel {
  const { comparison, between, office, signatures } = request;
  const { added, dropped, changed, unchanged } = comparison;
  const items = [...added, ...dropped, ...changed];
  const cases = new Set(items.flatMap(({ running }) => running.map(({ application }) => application.id)));
  const sheet = reportSheet({
    title: TITLE,
    sheetName: TITLE,
    office,
    period: between,
    columns: COLUMNS,
    rows: items.map((item, place) => rowOf(item, place, request)),
    totals: [
      '合计',
      undefined,
      undefined,
      undefined,
      `新增 ${added.length}、取消 ${dropped.length}、调整 ${changed.length}、不变 ${unchanged}`,
      undefined,
      undefined,
      `${cases.size} 件`,
    ],
    size: 10.5,
    signatures,
  });
  return { title: TITLE, author: office, sheets: [sheet] };
}

function rowOf(item: ComparedItem, place: number, { nameOf }: ComparisonReportRequest): (CellValue | undefined)[] {
  const { code, name, listType } = itemShown(item);
  const cases = item.running.map(({ application: { values } }) =>
    [textIn(values, 'caseNo'), textIn(values, 'itemName')].filter(Boolean).join(' '),
  );
  return [
    place + 1,
    ITEM_CHANGE_TITLES[item.change],
    listType,
    code,
    name,
    changesInWords(item, nameOf).join('\n'),
    pairingInWords(item),
    cases.join('\n'),
  ];
}

/** 频次：每季度 → 每月; one line a field, 空 for a blank side. */
export function changesInWords({ fields }: Pick<ComparedItem, 'fields'>, nameOf: NameOf): readonly string[] {
  return Object.entries(fields).flatMap(([fieldId, { before, after }]) => {
    const spec = catalogueItem.fields[fieldId];
    if (spec === undefined) return [];
    const told = (value: typeof before) => formatValue(value, spec, nameOf) || '空';
    return [`${spec.label}：${told(before)} → ${told(after)}`];
  });
}

/** Why two items are taken for one: 编号相同, 疑似同一项（相似度 86%）. */
export function pairingInWords({ by, likeness }: Pick<ComparedItem, 'by' | 'likeness'>): string {
  if (by === undefined) return '';
  const title = PAIRED_BY_TITLES[by];
  return likeness === undefined ? title : `${title}（相似度 ${Math.round(likeness * 100)}%）`;
}
