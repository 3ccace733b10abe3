import { placeOf } from '../../../shared/forms/edit-binding.ts';
import type { ColumnValue, FormBinding, TextBinding, TextValue } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import type { FormCell, FormSheet } from '../../../shared/forms/form-look.ts';
import type { ToCheck } from '../../../shared/forms/propose-binding.ts';
import { gapsIn } from '../../../shared/forms/text-gaps.ts';
import { valueWords } from '../../../shared/forms/value-words.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import { ledgerById } from '../../../shared/ledgers/index.ts';
import styles from './form-picture.module.css';
import { FormPicture, type PictureCell } from './form-picture.tsx';

type Props = {
  readonly sheet: FormSheet;
  readonly binding: FormBinding;
  readonly toCheck: readonly ToCheck[];
  readonly here: { readonly row: number; readonly column: number } | undefined;
  readonly onPick: (row: number, column: number) => void;
};

/** A value in as few words as a cell has room for: an indicator without the records it is limited to. */
function shortWords(value: ColumnValue | TextValue, listed?: Ledger | undefined): string {
  if (value.kind !== 'figure' && value.kind !== 'rank') return valueWords(value, ledgerById, listed);
  return valueWords({ ...value, figure: { indicator: value.figure.indicator } }, ledgerById);
}

/** A text with what its gaps are filled with: 〔填报期的年〕年〔填报期的月〕月. */
function textWithGaps(text: string, bound: readonly TextBinding[]): string {
  return gapsIn(text)
    .map((gap, place) => ({ gap, value: bound.find((one) => one.gap === place)?.value }))
    .toReversed()
    .reduce((rest, { gap: { start, end }, value }) => {
      if (value === undefined) return rest;
      return `${rest.slice(0, start)}〔${shortWords(value)}〕${rest.slice(end)}`;
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
  const { table } = readLayout(sheet);
  const checks = new Set(toCheck.map(({ column }) => column));
  const lines = binding.table?.lines;
  const listed = lines?.kind === 'records' ? ledgerById(lines.ledger) : undefined;
  const cellOf = (row: number, column: number, cell: FormCell | undefined): PictureCell => {
    const place = placeOf(sheet, table, row, column);
    if (place.kind === 'formula') return { shown: <span className={styles.formula}>公式</span> };
    const isBody = table !== undefined && row >= table.top && row <= table.bottom;
    if (isBody) {
      const value = binding.table?.columns.find((one) => one.column === column)?.value;
      if (value === undefined) return {};
      const words = row === table.top ? shortWords(value, listed) : undefined;
      return {
        isBound: true,
        toCheck: checks.has(column),
        ...(words === undefined || (value.kind === 'name' && cell?.text)
          ? {}
          : { shown: <Said words={words} whole={valueWords(value, ledgerById, listed)} /> }),
      };
    }
    const bound = binding.texts.filter((one) => one.row === row && one.column === column);
    const [whole] = bound;
    if (whole === undefined) return {};
    if (whole.gap !== undefined) return { isBound: true, shown: textWithGaps(cell?.text ?? '', bound) };
    return {
      isBound: true,
      shown: <Said words={shortWords(whole.value)} whole={valueWords(whole.value, ledgerById)} />,
    };
  };
  return (
    <FormPicture sheet={sheet} title={`${sheet.name}（哪一格填什么）`} cellOf={cellOf} here={here} onPick={onPick} />
  );
}
