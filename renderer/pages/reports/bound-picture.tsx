import { boundTable, placeOf, valueInFold } from '../../../shared/forms/edit-binding.ts';
import type { ColumnValue, SheetBinding, TextBinding, TextValue } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import type { FormCell, FormSheet } from '../../../shared/forms/form-look.ts';
import { isInTable } from '../../../shared/forms/form-tables.ts';
import type { ToCheck } from '../../../shared/forms/propose-binding.ts';
import { gapsIn } from '../../../shared/forms/text-gaps.ts';
import { type KnownNames, valueWords } from '../../../shared/forms/value-words.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import { useReferenceBook } from '../../components/session/reference-book.tsx';
import styles from './form-picture.module.css';
import { FormPicture, type PictureCell } from './form-picture.tsx';

type Props = {
  readonly sheet: FormSheet;
  readonly binding: SheetBinding;
  readonly toCheck: readonly ToCheck[];
  readonly here: { readonly row: number; readonly column: number } | undefined;
  readonly onPick: (row: number, column: number) => void;
};

/** A value in as few words as a cell has room for: an indicator without the records it is limited to. */
function shortWords(value: ColumnValue | TextValue, known: KnownNames, listed?: Ledger | undefined): string {
  if (value.kind !== 'figure' && value.kind !== 'rank') return valueWords(value, known, listed);
  const { where: _, ...figure } = value.figure;
  return valueWords({ ...value, figure }, known);
}

/** A text with what its gaps are filled with: 〔填报期的年〕年〔填报期的月〕月. */
function textWithGaps(text: string, bound: readonly TextBinding[], known: KnownNames): string {
  return gapsIn(text)
    .map((gap, place) => ({ gap, value: bound.find((one) => one.gap === place)?.value }))
    .toSorted((one, other) => other.gap.start - one.gap.start)
    .reduce((rest, { gap: { start, end }, value }) => {
      if (value === undefined) return rest;
      return `${rest.slice(0, start)}〔${shortWords(value, known)}〕${rest.slice(end)}`;
    }, text);
}

function Said({ words, whole }: { readonly words: string; readonly whole: string }) {
  return (
    <span className={styles.said} title={whole}>
      {words}
    </span>
  );
}

/** The blank form with, in blue, what each place will be filled with; places to be looked at stand out. */
export function BoundPicture({ sheet, binding, toCheck, here, onPick }: Props) {
  const { nameOf } = useReferenceBook();
  const known: KnownNames = { ledgerById, nameOf };
  const { tables } = readLayout(sheet);
  const isToCheck = (top: number, column: number) => toCheck.some((one) => one.row === top && one.column === column);
  const cellOf = (row: number, column: number, cell: FormCell | undefined): PictureCell => {
    const place = placeOf(sheet, tables, row, column);
    if (place.kind === 'formula') return { shown: <span className={styles.formula}>公式</span> };
    if (place.kind === 'column' && isInTable(place.table, row)) {
      const table = boundTable(binding, place.table);
      const value = valueInFold(table, place.column, column);
      if (value === undefined) return {};
      const listed = table?.lines.kind === 'records' ? ledgerById(table.lines.ledger) : undefined;
      const words = row === place.table.top ? shortWords(value, known, listed) : undefined;
      return {
        isBound: true,
        toCheck: isToCheck(place.table.top, place.column),
        ...(words === undefined || (value.kind === 'name' && cell?.text)
          ? {}
          : { shown: <Said words={words} whole={valueWords(value, known, listed)} /> }),
      };
    }
    const bound = binding.texts.filter((one) => one.row === row && one.column === column);
    const [whole] = bound;
    if (whole === undefined) return {};
    if (whole.gap !== undefined) return { isBound: true, shown: textWithGaps(cell?.text ?? '', bound, known) };
    return {
      isBound: true,
      shown: <Said words={shortWords(whole.value, known)} whole={valueWords(whole.value, known)} />,
    };
  };
  return (
    <FormPicture sheet={sheet} title={`${sheet.name}（哪一格填什么）`} cellOf={cellOf} here={here} onPick={onPick} />
  );
}
