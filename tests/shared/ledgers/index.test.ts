import { describe, expect, test } from 'vitest';
import { ledgerById, ledgers } from '../../../shared/ledgers/index.ts';

describe('the ledgers of the program', () => {
  test('ids are unique, plain and found again', () => {
    const ids = ledgers.map((ledger) => ledger.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const ledger of ledgers) {
      expect(ledger.id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(ledgerById(ledger.id)).toBe(ledger);
    }
    expect(ledgerById('nowhere')).toBeUndefined();
  });

  test('every reference points at a ledger and a field that exist', () => {
    for (const ledger of ledgers) {
      for (const [fieldId, field] of Object.entries(ledger.fields)) {
        if (!field.target) continue;
        const target = ledgerById(field.target.ledger);
        expect(target, `${ledger.id}.${fieldId}`).toBeDefined();
        const where = field.target.where;
        if (!where) continue;
        const options = target?.fields[where.field]?.options?.map((option) => option.value) ?? [];
        for (const value of where.is) expect(options, `${ledger.id}.${fieldId}`).toContain(value);
      }
    }
  });

  test('no word of an import sheet means two fields of one ledger by its label, and labels are unique', () => {
    for (const ledger of ledgers) {
      const labels = Object.values(ledger.fields).map((field) => field.label);
      expect(new Set(labels).size, ledger.id).toBe(labels.length);
    }
  });

  test('every ledger has a key, and its title field is part of what is shown', () => {
    for (const ledger of ledgers) {
      const keys = Object.values(ledger.fields).filter((field) => field.key);
      expect(keys.length, ledger.id).toBeGreaterThan(0);
      expect(ledger.columns, ledger.id).toContain(ledger.titleField);
    }
  });

  test('what a record may lead on to has the fields it is filled into, and refers back', () => {
    for (const ledger of ledgers) {
      for (const { ledger: targetId, field, copies, sets = {} } of ledger.leadsTo) {
        const target = ledgerById(targetId);
        expect(target?.fields[field]?.target?.ledger, `${ledger.id} → ${targetId}.${field}`).toBe(ledger.id);
        const filled = [...Object.keys(copies), ...Object.keys(sets)];
        expect(filled.filter((id) => !(id in (target?.fields ?? {})))).toEqual([]);
        expect(Object.values(copies).filter((id) => !(id in ledger.fields))).toEqual([]);
      }
    }
  });

  test('no act writes its own words over what a case is about', () => {
    const overwritten = ledgers.flatMap(({ id, fields, workflow }) =>
      Object.entries(workflow?.transitions ?? {}).flatMap(([act, { asks = {} }]) =>
        Object.keys(asks)
          .filter((field) => fields[field]?.key)
          .map((field) => `${id} ${act} ${field}`),
      ),
    );
    expect(overwritten).toEqual([]);
  });
});
