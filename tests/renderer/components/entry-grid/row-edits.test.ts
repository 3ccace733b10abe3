import { expect, test } from 'vitest';
import {
  draftOf,
  type Edits,
  editIn,
  isReady,
  type Target,
  unsavedRows,
  withCell,
  withoutTyped,
  withRefusal,
  withUnchanged,
  withWritten,
} from '../../../../renderer/components/entry-grid/row-edits.ts';
import { error } from '../../../../shared/kit/complaint.ts';

const stored = { id: 'r1', rev: 'a/1' };
const none: Edits = new Map();
const typed = (text: string, value: string | undefined = text) => ({ text, value });
const rowOf = (edits: Edits, key: string) => {
  const row = edits.get(key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
};

/** Written with everything that was typed. */
const saved = (edits: Edits, key: string, target: Target) => withWritten(edits, key, target, rowOf(edits, key).cells);

test('cells of one row become one edit, emptied ones are cleared', () => {
  const first = withCell(none, 'r1', stored, 'name', typed('东湖'));
  const edits = withCell(first, 'r1', { id: 'r1', rev: 'b/9' }, 'phone', { text: '', value: undefined });
  expect(draftOf('organisation', rowOf(edits, 'r1'), {}, 'n1')).toEqual({
    kind: 'edit',
    ledger: 'organisation',
    id: 'r1',
    rev: 'a/1',
    patch: { name: '东湖' },
    clear: ['phone'],
  });
});

test('a new row begins with what every new record begins with', () => {
  const edits = withCell(none, 'new-1', undefined, 'name', typed('东湖'));
  expect(draftOf('application', rowOf(edits, 'new-1'), { inDate: '2026-01-05' }, 'n1')).toEqual({
    kind: 'create',
    ledger: 'application',
    values: { inDate: '2026-01-05', name: '东湖' },
    id: 'n1',
  });
});

test('what was written shows until the list comes back with it, and is what the next edit is held against', () => {
  const written = saved(withCell(none, 'r1', stored, 'name', typed('东湖')), 'r1', { id: 'r1', rev: 'a/2' });
  expect(editIn(written.get('r1'), 'name', stored)?.text).toBe('东湖');
  expect(editIn(written.get('r1'), 'name', { id: 'r1', rev: 'a/2' })).toBeUndefined();
  const again = withCell(written, 'r1', stored, 'phone', typed('1'));
  expect(draftOf('organisation', rowOf(again, 'r1'), {}, '')).toMatchObject({ rev: 'a/2', patch: { phone: '1' } });
  const later = withCell(written, 'r1', { id: 'r1', rev: 'b/7' }, 'phone', typed('1'));
  expect(draftOf('organisation', rowOf(later, 'r1'), {}, '')).toMatchObject({ rev: 'b/7' });
});

test('a new row that was written is edited from then on', () => {
  const written = saved(withCell(none, 'new-1', undefined, 'name', typed('甲')), 'new-1', {
    id: 'n1',
    rev: 'a/3',
  });
  expect(editIn(written.get('new-1'), 'name', undefined)?.text).toBe('甲');
  const again = withCell(written, 'new-1', undefined, 'name', typed('乙'));
  expect(draftOf('department', rowOf(again, 'new-1'), {}, '')).toMatchObject({ kind: 'edit', id: 'n1', rev: 'a/3' });
});

test('a refusal stands in the cell it is about, or beside the row; typing again takes it away', () => {
  const edits = withCell(none, 'r1', stored, 'persons', typed('-1'));
  const refused = withRefusal(edits, 'r1', [
    error('field/min', '不能小于 0', 'persons'),
    error('x', '姓名必填', 'name'),
  ]);
  expect(refused.get('r1')?.cells.get('persons')?.problem).toBe('不能小于 0');
  expect(refused.get('r1')?.problem).toBe('姓名必填');
  expect(isReady(refused.get('r1'))).toBe(false);
  expect(unsavedRows(refused)).toEqual({ unsaved: ['r1'], refused: ['r1'] });
  const mended = withCell(refused, 'r1', stored, 'persons', typed('1'));
  expect(isReady(mended.get('r1'))).toBe(true);
  expect(unsavedRows(withoutTyped(refused, 'r1'))).toEqual({ unsaved: [], refused: [] });
});

test('what is typed while the row is on its way to the log stays, over what was saved too', () => {
  const first = withCell(none, 'r1', stored, 'name', typed('东湖'));
  const sent = rowOf(first, 'r1').cells;
  const typedOn = withCell(withCell(first, 'r1', stored, 'phone', typed('1')), 'r1', stored, 'name', typed('东湖社区'));
  const written = withWritten(typedOn, 'r1', { id: 'r1', rev: 'a/2' }, sent);
  expect(editIn(written.get('r1'), 'name', stored)?.text).toBe('东湖社区');
  expect(draftOf('organisation', rowOf(written, 'r1'), {}, '')).toMatchObject({
    rev: 'a/2',
    patch: { name: '东湖社区', phone: '1' },
  });
});

test('a cell that holds what stands there already is let go of, what was typed since is not', () => {
  const first = withCell(none, 'r1', stored, 'name', typed('东湖'));
  const typedOn = withCell(first, 'r1', stored, 'phone', typed('1'));
  const left = withUnchanged(typedOn, 'r1', rowOf(first, 'r1').cells);
  expect([...rowOf(left, 'r1').cells.keys()]).toEqual(['phone']);
});
