import { expect, test } from 'vitest';
import { stepsHere } from '../../../../renderer/components/session/steps-here.ts';
import type { BatchSummary } from '../../../../renderer/store/store-api.ts';

const step = (batch: string, more: Partial<BatchSummary> = {}): BatchSummary => ({
  batch,
  at: '2026-11-25T09:41:07+08:00',
  operator: '李敏',
  reason: { kind: 'edit', text: '修改诉求' },
  changes: 1,
  ledgers: ['demand'],
  undone: false,
  ...more,
});

const undoOf = (batch: string, of: string): BatchSummary =>
  step(batch, { reason: { kind: 'undo', text: '撤销：修改诉求', of } });

/** In the order they were made. */
const after = (...batches: readonly BatchSummary[]) => stepsHere([...batches].reverse(), '李敏');

test('steps are taken back from the last one on, and brought back in the other order', () => {
  expect(after(step('1'), step('2'))).toEqual({ undo: '2', redo: undefined });
  expect(after(step('1'), step('2'), undoOf('3', '2'))).toEqual({ undo: '1', redo: '3' });
  expect(after(step('1'), step('2'), undoOf('3', '2'), undoOf('4', '1'))).toEqual({ undo: undefined, redo: '4' });
  expect(after(step('1'), step('2'), undoOf('3', '2'), undoOf('4', '1'), undoOf('5', '4'))).toEqual({
    undo: '5',
    redo: '3',
  });
});

test('what was brought back is taken back again', () => {
  expect(after(step('1'), undoOf('2', '1'), undoOf('3', '2'), undoOf('4', '3'))).toEqual({
    undo: undefined,
    redo: '4',
  });
});

test('a new step closes the way back', () => {
  expect(after(step('1'), undoOf('2', '1'), step('3'))).toEqual({ undo: '3', redo: undefined });
});

test('notes of the log and what another operator did are no steps', () => {
  expect(after(step('1'), step('2', { changes: 0 }), step('3', { operator: '王强' }))).toEqual({
    undo: '1',
    redo: undefined,
  });
});
