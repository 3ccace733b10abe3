import type { FieldSpec } from '../kit/fields.ts';
import type { Ledger } from '../kit/ledger.ts';
import type { Day, Value } from '../kit/values.ts';
import type { SheetReader } from './cells.ts';
import type { SheetLayout } from './header.ts';
import { fieldsOf, isImportable, type Mapping } from './mapping.ts';

/** A column of organisation names, blank below a filled cell though nothing is merged: written once, meant for all. */
export type FillDownProposal = {
  readonly column: number;
  readonly header: string;
  readonly field: string;
  /** How many blank cells would take the value above them. */
  readonly blanks: number;
  /** The names that would be carried down, in order. */
  readonly names: readonly string[];
};

/** Proposed, never applied unseen: a blank cell may also mean that nobody is in charge. */
export function proposeFillDown(
  reader: SheetReader,
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
): readonly FillDownProposal[] {
  return mapping.columns.flatMap((mapped): FillDownProposal[] => {
    const [field] = fieldsOf(mapped.target);
    const spec = field === undefined ? undefined : ledger.fields[field];
    if (field === undefined || spec?.kind !== 'reference') return [];
    const names: string[] = [];
    let blanks = 0;
    for (const row of layout.body) {
      const cell = reader.mergedCell(row, mapped.column);
      if (cell.kind === 'text' && cell.text.trim() !== '') names.push(cell.text.trim());
      else if (names.length > 0) blanks += 1;
    }
    if (blanks === 0) return [];
    return [{ column: mapped.column, header: mapped.header, field, blanks, names: [...new Set(names)] }];
  });
}

/** A value for every row, proposed for a field the sheet has no column for. */
export type ConstantProposal = { readonly field: string; readonly value: Value; readonly why: string };

/**
 * Proposes constants: the organisation named in the file name or a title, and today for a key day (收件日期) that has
 * no column. `resolve` finds the record a reference field means by a name, undefined where there is none.
 */
export function proposeConstants(
  layout: SheetLayout,
  mapping: Mapping,
  ledger: Ledger,
  fileName: string,
  today: Day,
  resolve: (spec: FieldSpec, name: string) => string | undefined,
): readonly ConstantProposal[] {
  const mapped = new Set(mapping.columns.flatMap((column) => fieldsOf(column.target)));
  return Object.entries(ledger.fields).flatMap(([field, spec]): ConstantProposal[] => {
    if (!isImportable(spec) || mapped.has(field)) return [];
    if (spec.kind === 'reference' && spec.key) return proposeReference(field, spec, fileName, layout, resolve);
    if (spec.kind === 'date' && spec.key) return [{ field, value: today, why: '表中没有这一列，建议填今天，可修改' }];
    return [];
  });
}

function proposeReference(
  field: string,
  spec: FieldSpec,
  fileName: string,
  layout: SheetLayout,
  resolve: (spec: FieldSpec, name: string) => string | undefined,
): ConstantProposal[] {
  const sources = [
    { where: '文件名', words: words(fileName.replace(/\.[^.]*$/, '')) },
    { where: '表内标题', words: layout.above.flatMap(words) },
  ];
  for (const { where, words: candidates } of sources) {
    for (const word of candidates) {
      const value = resolve(spec, word);
      if (value !== undefined) return [{ field, value, why: `${where}写明“${word}”` }];
    }
  }
  return [];
}

/** 部门申报-区住建局-拟进… → its parts; 填报单位（盖章）：东湖社区居民委员会 → the part behind the colon. */
function words(text: string): readonly string[] {
  return text
    .split(/[-_—－\s:：（）()《》]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
