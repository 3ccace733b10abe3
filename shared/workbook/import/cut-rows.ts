import { type Complaint, error } from '../../kit/complaint.ts';
import type { SheetReader } from '../cells.ts';
import type { HeaderRows } from './header.ts';
import type { Mapping } from './mapping.ts';

/**
 * Tells of a row of separated text whether it goes on beyond its header: a comma in one of its texts, not put in quotes,
 * has cut it there, and what follows stands one column too far to the right. A column without a header that the clerk gave
 * a field is none too many.
 */
export function cutRows(
  { sheet, cell }: SheetReader,
  { top, bottom }: HeaderRows,
  { columns }: Pick<Mapping, 'columns'>,
): (row: number) => Complaint | undefined {
  const counts = sheet.fieldCounts;
  if (counts === undefined) return () => undefined;
  const known = columns.flatMap(({ column, target }) => (target.kind === 'ignore' ? [] : [column + 1]));
  const width = Math.max(...counts.slice(top, bottom + 1), ...known);
  return (row) => {
    const beyond = Array.from({ length: Math.max(0, (counts[row] ?? 0) - width) }, (_, at) => cell(row, width + at));
    const isCut = beyond.some((one) => one.kind === 'text' && one.text.trim() !== '');
    return isCut ? error(CUT_ROW, CUT) : undefined;
  };
}

export const CUT_ROW = 'import/cut-row';

const CUT =
  '这一行比表头多出几格：内容里的逗号没有用引号括起来，被当成了分列。没有存入。请在原文件里改正，或另存为 .xlsx 后再导入；多出的是没有列名的一列时，请给它选定字段';
