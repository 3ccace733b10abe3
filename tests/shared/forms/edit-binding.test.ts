import { expect, test } from 'vitest';
import {
  adoptedBinding,
  columnValue,
  placeOf,
  textValue,
  withColumnValue,
  withTextValue,
} from '../../../shared/forms/edit-binding.ts';
import { type FormBinding, readBinding, writeBinding } from '../../../shared/forms/form-binding.ts';
import { readLayout } from '../../../shared/forms/form-layout.ts';
import { type FormSheet, readFormLook } from '../../../shared/forms/form-look.ts';
import { proposeBinding } from '../../../shared/forms/propose-binding.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { fixture } from '../workbook/sample-files.ts';
import { formContext, HOTLINE } from './form-office.ts';

const [opened] = readFormLook(fixture(HOTLINE));
if (opened === undefined) throw new Error('no sheet');
const sheet: FormSheet = opened;
const proposed = proposeBinding(sheet, ledgers, formContext({}));
const { table } = readLayout(sheet);

test('a click means a column, the gaps of a text, a single cell or a formula', () => {
  expect(placeOf(sheet, table, 7, 3)).toEqual({ kind: 'column', column: 3, headings: ['总体情况', '按时办结数'] });
  expect(placeOf(sheet, table, 4, 3)).toEqual({ kind: 'column', column: 3, headings: ['总体情况', '按时办结数'] });
  expect(placeOf(sheet, table, 0, 9)).toEqual({ kind: 'gaps', row: 0, column: 0, count: 2 });
  expect(placeOf(sheet, table, 5, 11)).toEqual({ kind: 'formula', row: 5, column: 11 });
  expect(placeOf(sheet, table, 2, 4)).toEqual({ kind: 'cell', row: 2, column: 2 });
});

test('values are put in, replaced and taken out; the binding is stored as text and read back', () => {
  const checker = { kind: 'fixed', text: '王主任' } as const;
  const edited = withColumnValue(withTextValue(proposed.binding, 12, 4, 0, checker), 14, undefined);
  expect(textValue(edited, 12, 4, 0)).toEqual(checker);
  expect(columnValue(edited, 14)).toBeUndefined();
  expect(withTextValue(edited, 12, 4, 0, undefined).texts).toEqual(proposed.binding.texts);
  expect(readBinding(writeBinding(edited))).toEqual(edited);
});

test('a stored text that is no binding, or one of a later version, is refused in words', () => {
  for (const text of ['', '{', '{"format":2}', JSON.stringify({ ...proposed.binding, more: 1 })]) {
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
  const own: FormBinding = withColumnValue(
    withTextValue(proposed.binding, 12, 4, 0, { kind: 'fixed', text: '王主任' }),
    3,
    { kind: 'fixed', text: '另报' },
  );
  const adopted = adoptedBinding(own, sheet, proposeBinding(changed, ledgers, formContext({})), changed);
  expect(adopted.table?.top).toBe(6);
  expect(columnValue(adopted, 3)).toEqual({ kind: 'fixed', text: '另报' });
  expect(columnValue(adopted, 4)).toEqual({ kind: 'figure', figure: { indicator: 'HL3' } });
  expect(textValue(adopted, 13, 4, 0)).toEqual({ kind: 'fixed', text: '王主任' });
});
