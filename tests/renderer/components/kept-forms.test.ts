import { describe, expect, test } from 'vitest';
import { keepForm, keptForms, type Shelf } from '../../../renderer/components/import-wizard/kept-forms.ts';
import type { KeptForm } from '../../../shared/workbook/import/kept-form.ts';

function shelfOf(text: string | null = null): Shelf {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_, next) => {
      held = next;
    },
  };
}

const form = (fingerprint: string, more: Partial<KeptForm> = {}): KeptForm => ({
  fingerprint,
  targets: [
    { column: 1, target: { kind: 'note', field: 'remark' } },
    { column: 2, target: { kind: 'period', from: 'a', to: 'b' } },
  ],
  constants: {},
  fillDown: [],
  ...more,
});

const whole = form('demand|0:序号', {
  rows: { top: 1, bottom: 2 },
  constants: { source: '社区上报' },
  fillDown: [3],
  groupRows: 'community',
});

describe('forms remembered', () => {
  test('come back as the clerk had them', () => {
    const shelf = shelfOf();
    keepForm(shelf, whole);
    keepForm(shelf, form('demand|0:编号'));
    expect(keptForms(shelf)).toEqual([whole, form('demand|0:编号')]);
  });

  test('the last choice counts, and the form not met for longest goes first', () => {
    const shelf = shelfOf();
    for (let at = 0; at < 201; at += 1) keepForm(shelf, form(`form${at}`));
    keepForm(shelf, form('form1', { fillDown: [7] }));
    const kept = keptForms(shelf);
    expect(kept).toHaveLength(200);
    expect(kept.some(({ fingerprint }) => fingerprint === 'form0')).toBe(false);
    expect(kept.at(-1)).toEqual(form('form1', { fillDown: [7] }));
  });

  test('a form nothing is set for any more is forgotten, and so is the one it was first taken for', () => {
    const shelf = shelfOf();
    keepForm(shelf, whole);
    keepForm(shelf, form('other'));
    keepForm(shelf, form('found', { targets: [] }), whole.fingerprint);
    expect(keptForms(shelf)).toEqual([form('other')]);
    keepForm(shelf, form('other', { targets: [] }));
    expect(keptForms(shelf)).toEqual([]);
  });

  test('columns that an earlier program kept are taken over, and it can read what this one keeps', () => {
    const shelf = shelfOf('[["demand|0:序号",[[0,"ignore"],[1,"note:remark"]]]]');
    const [old] = keptForms(shelf);
    expect(old).toEqual({
      fingerprint: 'demand|0:序号',
      targets: [
        { column: 0, target: { kind: 'ignore' } },
        { column: 1, target: { kind: 'note', field: 'remark' } },
      ],
      constants: {},
      fillDown: [],
    });
    keepForm(shelf, whole);
    expect(JSON.parse(shelf.getItem('') ?? '')[0].slice(0, 2)).toEqual([
      'demand|0:序号',
      [
        [1, 'note:remark'],
        [2, 'period:a,b'],
      ],
    ]);
  });

  test.each([
    ['not json'],
    ['{}'],
    ['[1,["a"],["a",[[0]]]]'],
    ['[["a",[],{"constants":{"x":1},"fillDown":[]}]]'],
    ['[["a",[],{"constants":{},"fillDown":[-1]}]]'],
    ['[["a",[],{"constants":{},"fillDown":[],"groupRows":1}]]'],
    ['[["a",[],{"rows":{"top":"1"},"constants":{},"fillDown":[]}]]'],
  ])('%s on the shelf is nothing remembered', (text) => {
    expect(keptForms(shelfOf(text))).toEqual([]);
  });

  test('a storage that refuses costs the convenience only', () => {
    const full: Shelf = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => keepForm(full, whole)).not.toThrow();
  });
});
