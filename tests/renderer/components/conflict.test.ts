import { describe, expect, test } from 'vitest';
import { conflictFields } from '../../../renderer/components/record-panel/conflict.ts';

const BASE = { contact: '王强', remark: '原备注', phone: '010-1', steps: [] };

describe('conflictFields', () => {
  test('a field changed on both sides shows both, one changed by the other side only what is stored', () => {
    const stored = { ...BASE, remark: '街道改的', phone: '010-2' };
    expect(conflictFields(BASE, stored, { ...stored, remark: '我改的' })).toEqual([
      { field: 'remark', stored: '街道改的', mine: { value: '我改的' } },
      { field: 'phone', stored: '010-2' },
    ]);
  });

  test('what only this side changed is no conflict, nor what both changed alike', () => {
    const stored = { ...BASE, remark: '同样' };
    expect(conflictFields(BASE, stored, { ...stored, contact: '赵敏' })).toEqual([{ field: 'remark', stored: '同样' }]);
    expect(conflictFields(BASE, BASE, { ...BASE, remark: '我改的' })).toEqual([]);
  });

  test('a field emptied elsewhere while it was filled here', () => {
    const { remark: _, ...stored } = BASE;
    expect(conflictFields(BASE, stored, { ...stored, remark: '我改的' })).toEqual([
      { field: 'remark', stored: undefined, mine: { value: '我改的' } },
    ]);
  });

  test('the timeline only grows and is no field of the form', () => {
    expect(conflictFields(BASE, { ...BASE, steps: [{ id: 's1' }] }, BASE)).toEqual([]);
  });
});
