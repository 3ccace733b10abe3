import { describe, expect, test } from 'vitest';
import { isEntered } from '../../../../renderer/components/entry-grid/entry-field.ts';
import { STATE_FIELD, STEPS_FIELD } from '../../../../shared/kit/workflow.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';

describe.each(ledgers.map((ledger) => [ledger.id, ledger] as const))('in the sheet of %s', (_, ledger) => {
  test('nothing is typed in that acts decide or the program fills in', () => {
    const fixed = Object.entries(ledger.fields).filter(([, field]) => field.decision || field.automatic);
    const ids = [
      STATE_FIELD,
      STEPS_FIELD,
      ...fixed.map(([id]) => id),
      ...(ledger.numbering ? [ledger.numbering.field] : []),
    ];
    expect(ids.filter((id) => isEntered(ledger, id))).toEqual([]);
  });

  test('something can be typed in', () => {
    expect(Object.keys(ledger.fields).some((id) => isEntered(ledger, id))).toBe(true);
  });
});
