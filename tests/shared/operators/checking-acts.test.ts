import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/history/change.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { checkingActsIn, isChecking } from '../../../shared/operators/checking-acts.ts';

const step = (id: string, transition: string) => ({ id, transition, from: '', to: '', on: '2026-01-05' });

const received: Values = { steps: [step('s1', 'receive')] };
const decided: Values = { steps: [step('s1', 'receive'), step('s2', 'decide')] };

type Update = Extract<Change, { kind: 'update' }>;
const update = (more: Partial<Pick<Update, 'fields' | 'children'>>): Change => ({
  kind: 'update',
  ledger: 'application',
  id: 'a',
  rev: 'c/1/0',
  fields: {},
  children: {},
  ...more,
});
const taken = (transition: string) =>
  ({ kind: 'create', id: 'new', at: 2, values: { ...step('new', transition), id: 'new' } }) as const;

describe('the acts of checking in a change', () => {
  test('are those it takes and those it takes back, by the steps', () => {
    expect(checkingActsIn(application, update({ children: { steps: [taken('receive')] } }), received)).toEqual([]);
    expect(checkingActsIn(application, update({ children: { steps: [taken('decide')] } }), received)).toEqual([
      'decide',
    ]);
    const back = { kind: 'delete', id: 's2', at: 1, values: step('s2', 'decide') } as const;
    expect(checkingActsIn(application, update({ children: { steps: [back] } }), decided)).toEqual(['decide']);
    const reworded = {
      kind: 'update',
      id: 's2',
      fields: { on: { before: '2026-01-05', after: '2026-01-04' } },
    } as const;
    expect(checkingActsIn(application, update({ children: { steps: [reworded] } }), decided)).toEqual(['decide']);
  });

  test('include a correction of what was checked, and no correction of anything else', () => {
    expect(isChecking(application, 'correct', decided)).toBe(true);
    expect(isChecking(application, 'correct', received)).toBe(false);
    expect(isChecking(demand, 'correct', { steps: [step('s1', 'close')] })).toBe(false);
    expect(checkingActsIn(application, update({ children: { steps: [taken('correct')] } }), decided)).toEqual([
      'correct',
    ]);
  });

  test('another act beside a decision is none, a decision changed without any act is the last', () => {
    const first = { fields: { emergencyFirst: { after: true } } };
    expect(
      checkingActsIn(application, update({ ...first, children: { steps: [taken('emergency')] } }), decided),
    ).toEqual([]);
    const row = { kind: 'create', id: 'd1', at: 0, values: { id: 'd1' } } as const;
    expect(checkingActsIn(application, update({ children: { decisions: [row] } }), decided)).toEqual(['decide']);
    expect(checkingActsIn(application, update({ children: { decisions: [row] } }), received)).toEqual([]);
    expect(checkingActsIn(application, update({ fields: { itemName: { after: '新' } } }), decided)).toEqual([]);
  });

  test('go with a record that is deleted, and come with none', () => {
    const whole = { ledger: 'application', id: 'a', rev: '', values: decided } as const;
    expect(checkingActsIn(application, { kind: 'delete', ...whole }, decided)).toEqual(['decide']);
    expect(checkingActsIn(application, { kind: 'create', ...whole }, {})).toEqual([]);
  });
});
