import { expect, test } from 'vitest';
import { adoptedBinding } from '../../../shared/forms/adopt-binding.ts';
import {
  boundTable,
  columnValue,
  placeOf,
  sheetBinding,
  textValue,
  withColumnValue,
  withLines,
  withoutTable,
  withSheet,
  withTextValue,
} from '../../../shared/forms/edit-binding.ts';
import { readBinding, writeBinding } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { fixture } from '../workbook/sample-files.ts';
import { formContext, HOTLINE } from './form-office.ts';

const [opened] = readFormLook(fixture(HOTLINE));
if (opened === undefined) throw new Error('no sheet');
const sheet: FormSheet = opened;
const proposed = proposeBinding([sheet], ledgers, formContext({}));
const bound = sheetBinding(proposed.binding, sheet);
const { tables } = readLayout(sheet);
const [table] = tables;
if (table === undefined) throw new Error('no table');
const checker = { kind: 'fixed', text: '王主任' } as const;

test('a click means a column, the gaps of a text, a single cell or a formula', () => {
  const inTime = { kind: 'column', table, column: 3, headings: ['总体情况', '按时办结数'] };
  expect(placeOf(sheet, tables, 7, 3)).toEqual(inTime);
  expect(placeOf(sheet, tables, 4, 3)).toEqual(inTime);
  expect(placeOf(sheet, tables, 0, 9)).toEqual({ kind: 'gaps', row: 0, column: 0, count: 2 });
  expect(placeOf(sheet, tables, 5, 11)).toEqual({ kind: 'formula', row: 5, column: 11 });
  expect(placeOf(sheet, tables, 2, 4)).toEqual({ kind: 'cell', row: 2, column: 2 });
});

test('values are put in, replaced and taken out; the binding is stored as text and read back', () => {
  const edited = withColumnValue(withTextValue(bound, 12, 4, 0, checker), table, 14, undefined);
  expect(textValue(edited, 12, 4, 0)).toEqual(checker);
  expect(columnValue(boundTable(edited, table), 14)).toBeUndefined();
  expect(withTextValue(edited, 12, 4, 0, undefined).texts).toEqual(bound.texts);
  const whole = withSheet(proposed.binding, edited, [sheet]);
  expect(readBinding(writeBinding(whole))).toEqual(whole);
});

test('a table is left to the clerk’s hand, and taken up again; a sheet with nothing to fill is not kept', () => {
  const without = withoutTable(bound, table);
  expect(without.tables).toEqual([]);
  expect(withLines(without, table, { kind: 'departments' }).tables).toEqual([
    { top: 5, bottom: 10, lines: { kind: 'departments' }, columns: [] },
  ]);
  expect(withSheet(proposed.binding, { ...without, texts: [] }, [sheet]).sheets).toEqual([]);
});

test('a stored text that is no binding, or one of a later version, is refused in words', () => {
  for (const text of [
    '',
    '{',
    '{"format":2}',
    '{"format":3,"sheets":[]}',
    JSON.stringify({ ...proposed.binding, more: 1 }),
  ]) {
    expect(() => readBinding(text)).toThrow('对应关系读不出来');
  }
});

test('in a new version of the form what was chosen stays, and what is new is proposed', () => {
  const cells = sheet.cells.map((line, row) =>
    line.map((cell, column) => (cell && row === 3 && column === 4 ? { ...cell, text: '逾期办结数' } : cell)),
  );
  // A line of explanation above the table moves everything down.
  const changed: FormSheet = {
    ...sheet,
    cells: [...cells.slice(0, 2), [], ...cells.slice(2)],
    merges: sheet.merges.map((merge) =>
      merge.top < 2 ? merge : { ...merge, top: merge.top + 1, bottom: merge.bottom + 1 },
    ),
  };
  const own = withColumnValue(withTextValue(bound, 12, 4, 0, checker), table, 3, { kind: 'fixed', text: '另报' });
  const fresh = proposeBinding([changed], ledgers, formContext({})).binding;
  const adopted = adoptedBinding(withSheet(proposed.binding, own, [sheet]), [sheet], fresh, [changed]).sheets[0];
  expect(adopted?.tables[0]?.top).toBe(6);
  expect(columnValue(adopted?.tables[0], 3)).toEqual({ kind: 'fixed', text: '另报' });
  expect(columnValue(adopted?.tables[0], 4)).toEqual({ kind: 'figure', figure: { indicator: 'HL3' } });
  expect(adopted && textValue(adopted, 13, 4, 0)).toEqual(checker);
});
