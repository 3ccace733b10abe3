import { addDays } from '../kit/day.ts';
import type { PeriodKind } from '../kit/period.ts';
import type { Day } from '../kit/values.ts';
import type { TextBinding, TextValue } from './form-binding.ts';
import type { FormLayout } from './form-layout.ts';
import { cellAt, type FormSheet, isCovered, mergeAt } from './form-look.ts';
import { isInTable } from './form-tables.ts';
import { isDayOfFilling, labelled, labelMeans } from './text-labels.ts';

type Place = { readonly row: number; readonly column: number };

/** Cells a form leaves free for words that stand in another: 填表人 | ____, 2026 | 年, a month in a cell of its own. */
export function proposeBeside(
  sheet: FormSheet,
  layout: FormLayout,
  usual: PeriodKind,
  onlyBlank: boolean,
): readonly TextBinding[] {
  const labels = layout.words.flatMap((word): TextBinding[] => {
    const answer = answerBeside(sheet, layout, word);
    return answer === undefined ? [] : [answer];
  });
  const taken = new Set(labels.map(({ row, column }) => `${row} ${column}`));
  const own = sheet.cells.flatMap((line, row) =>
    line.flatMap((cell, column): TextBinding[] => {
      if (taken.has(`${row} ${column}`) || layout.tables.some((table) => isInTable(table, row))) return [];
      const { text = '', number, formula, day } = cell ?? {};
      if (formula !== undefined || isCovered(sheet, row, column) || isHeading(layout, row, text)) return [];
      if (number === undefined ? text.trim() !== '' : onlyBlank) return [];
      const value = partOfDate(sheet, layout, row, column) ?? writtenDay(sheet, usual, day, row, column);
      return value === undefined ? [] : [{ row, column, value }];
    }),
  );
  return [...labels, ...own];
}

/** Words right over the columns of a table are headings, whatever they would be elsewhere (经办人, 填报单位). */
const isHeading = ({ tables }: FormLayout, row: number, text: string): boolean =>
  tables.some(({ top, columns }) => row < top && columns.some(({ headings }) => headings.at(-1) === text.trim()));

/** What a label that fills its cell asks to be written beside it; behind a colon only where both are boxes. */
export function answerBeside(
  sheet: FormSheet,
  layout: FormLayout,
  { row, column, text }: Place & { readonly text: string },
): TextBinding | undefined {
  const hasColon = /[：:]\s*$/.test(text);
  const value = hasColon ? labelled(text) : labelMeans(text);
  const isBoxed = cellAt(sheet, row, column)?.look.bordered === true;
  if (value === undefined || (hasColon && !isBoxed) || isHeading(layout, row, text)) return undefined;
  const place = freeBeside(sheet, layout, { row, column });
  return place && { ...place, value };
}

/** The free cell a label is for: right of it, else below it; where the label is in a box, a box too. */
function freeBeside(sheet: FormSheet, { tables }: FormLayout, { row, column }: Place): Place | undefined {
  const merge = mergeAt(sheet, row, column);
  const isBoxed = cellAt(sheet, row, column)?.look.bordered === true;
  const isFree = (at: Place) => {
    const { text = '', number, formula, look } = cellAt(sheet, at.row, at.column) ?? {};
    const isEmpty = text.trim() === '' && number === undefined && formula === undefined;
    const isFilled = isCovered(sheet, at.row, at.column) || tables.some((table) => isInTable(table, at.row));
    return isEmpty && !isFilled && (!isBoxed || look?.bordered === true);
  };
  const right = { row, column: (merge?.right ?? column) + 1 };
  if (right.column < sheet.widths.length && isFree(right)) return right;
  const below = { row: (merge?.bottom ?? row) + 1, column };
  return isBoxed && below.row < sheet.cells.length && isFree(below) ? below : undefined;
}

const PARTS: { readonly [unit: string]: readonly [period: TextValue | undefined, today: TextValue] } = {
  年: [{ kind: 'periodYear' }, { kind: 'todayYear' }],
  月: [{ kind: 'periodMonth' }, { kind: 'todayMonth' }],
  日: [undefined, { kind: 'todayDay' }],
};

/** 2026 | 年 | 6 | 月, each in a cell of its own: of the day of filling in below the rows, and behind a label that says so. */
function partOfDate(sheet: FormSheet, { tables }: FormLayout, row: number, column: number): TextValue | undefined {
  const unit = cellAt(sheet, row, column + 1)?.text.trim() ?? '';
  const part = PARTS[unit];
  if (part === undefined) return undefined;
  const before = wordsBefore(sheet, row, column).filter((text) => PARTS[text] === undefined);
  const isSigned = tables.length > 0 && tables.every(({ bottom }) => bottom < row);
  const isToday = before.length === 0 ? isSigned : before.some(isDayOfFilling);
  return part[isToday ? 1 : 0];
}

const wordsBefore = (sheet: FormSheet, row: number, column: number): readonly string[] =>
  (sheet.cells[row] ?? [])
    .slice(0, column)
    .flatMap((cell) => (cell?.number === undefined && cell?.text.trim() ? [cell.text.trim()] : []));

/** A day written as one: of the last form of its kind, so the period's first or last day, or the day it was filled in. */
function writtenDay(
  sheet: FormSheet,
  usual: PeriodKind,
  day: Day | undefined,
  row: number,
  column: number,
): TextValue | undefined {
  if (day === undefined) return undefined;
  if (isDayOfFilling(wordsBefore(sheet, row, column).at(-1) ?? '')) return { kind: 'today' };
  if (isMonthEnd(day)) return { kind: 'periodLast' };
  if (!day.endsWith('-01')) return undefined;
  // 2026年4月 of a form a quarter is its last month, unless the quarter's last day stands beside it.
  const isRange = sheet.cells.some((line) => line.some((cell) => cell?.day !== undefined && isMonthEnd(cell.day)));
  return { kind: usual === 'month' || isRange ? 'periodFirst' : 'periodLast' };
}

const isMonthEnd = (day: Day): boolean => addDays(day, 1).endsWith('-01');
