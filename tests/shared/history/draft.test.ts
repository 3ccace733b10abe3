import { describe, expect, test } from 'vitest';
import type { ReasonKind } from '../../../shared/history/change.ts';
import { contextMaker } from '../../../shared/history/context.ts';
import { type Draft, planDrafts } from '../../../shared/history/draft.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { warning } from '../../../shared/kit/complaint.ts';
import type { Ledger } from '../../../shared/kit/ledger.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { sampleLedgers } from './sample-ledgers.ts';

function officeOf(ledgers: readonly Ledger[], cases: { readonly [id: string]: Values } = {}): OfficeState {
  const state = new OfficeState(ledgers);
  for (const [id, values] of Object.entries(cases)) {
    state.apply({ kind: 'create', ledger: 'application', id, rev: '', values }, 'A/1/0');
  }
  return state;
}

function plan(state: OfficeState, drafts: readonly Draft[], reason: ReasonKind = 'edit', series = '') {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `new${ids}`;
  };
  const context = contextMaker(state)('2026-03-02', '王芳');
  const result = planDrafts({ state, context, reason, newId, series }, drafts);
  return 'changes' in result
    ? { changes: result.changes, warnings: result.warnings.map(({ code }) => code) }
    : { refused: result.complaints.map(({ code, field }) => (field ? `${code} ${field}` : code)) };
}

const whole: Values = { inDate: '2026-01-05', name: '安全巡查', caseNo: 'ZR-2026-0007' };
const aCase = (values: Values): Draft => ({ kind: 'create', ledger: 'application', values });

describe('creating', () => {
  test('without a key field nothing of the batch is written', () => {
    expect(plan(officeOf(sampleLedgers), [aCase(whole), aCase({ inDate: '2026-01-05' })])).toEqual({
      refused: ['field/key name'],
    });
  });

  test('numbers go on from the highest, by the year of the business date, with the series letter of a second PC', () => {
    const state = officeOf(sampleLedgers, { c1: whole });
    const drafts = [aCase({ inDate: '2026-02-01', name: '甲' }), aCase({ inDate: '2025-12-31', name: '乙' })];
    const numbers = (series: string) =>
      plan(state, drafts, 'create', series).changes?.map((change) => 'values' in change && change.values.caseNo);
    expect(numbers('')).toEqual(['ZR-2026-0008', 'ZR-2025-0001']);
    expect(numbers('B')).toEqual(['ZR-2026-B0001', 'ZR-2025-B0001']);
    // Planning alone gives nothing away: a refused write leaves no gap.
    expect(numbers('')).toEqual(['ZR-2026-0008', 'ZR-2025-0001']);
  });

  test('drafts of one batch may point at each other', () => {
    const drafts: Draft[] = [
      { kind: 'create', ledger: 'department', id: 'd1', values: { name: '区住建局' } },
      aCase({ inDate: '2026-01-05', name: '甲', applicant: 'd1' }),
    ];
    expect(plan(officeOf(sampleLedgers), drafts, 'import').changes).toHaveLength(2);
    expect(plan(officeOf(sampleLedgers), drafts.slice(1), 'import')).toEqual({
      refused: ['field/reference applicant'],
    });
  });

  test('a state or decision comes in only with an opening-balance import', () => {
    const draft = aCase({ ...whole, state: 'approved', docNo: '〔2025〕3号' });
    expect(plan(officeOf(sampleLedgers), [draft], 'import')).toEqual({
      refused: ['decision/edit state', 'decision/edit docNo'],
    });
    expect(plan(officeOf(sampleLedgers), [draft], 'opening').changes).toHaveLength(1);
  });
});

describe('editing', () => {
  const edit = (patch: Values): Draft => ({ kind: 'edit', ledger: 'application', id: 'c1', rev: 'A/1/0', patch });

  test('writes only what changed, before and after; a blank is absent', () => {
    const state = officeOf(sampleLedgers, { c1: { ...whole, persons: 3, notes: '旧' } });
    const { changes } = plan(state, [edit({ name: '安全巡查', persons: 0, notes: '' })]);
    expect(changes).toEqual([
      {
        kind: 'update',
        ledger: 'application',
        id: 'c1',
        rev: 'A/1/0',
        fields: { persons: { before: 3, after: 0 }, notes: { before: '旧' } },
        children: {},
      },
    ]);
    expect(plan(state, [edit({ name: '安全巡查' })])).toEqual({ refused: ['record/unchanged'] });
  });

  test('an act does not say a warning again that stood beside an untouched field', () => {
    const [application, department] = sampleLedgers;
    if (!application || !department) throw new Error('no sample');
    const hints: Ledger = {
      ...application,
      check: ({ persons }) => (Number(persons) > 5 ? [warning('sample/many', '人数较多', 'persons')] : []),
    };
    const state = officeOf([hints, department], { c1: { ...whole, persons: 12 } });
    const edit = (patch: Values): Draft => ({ kind: 'edit', ledger: 'application', id: 'c1', rev: 'A/1/0', patch });
    expect(plan(state, [edit({ notes: '已核对' })], 'transition').warnings).toEqual([]);
    expect(plan(state, [edit({ persons: 13 })], 'transition').warnings).toEqual(['sample/many']);
    expect(plan(state, [edit({ notes: '已核对' })]).warnings).toEqual(['sample/many']);
  });

  test('a field that became required binds new input only', () => {
    const stricter = sampleLedgers.map((ledger): Ledger => {
      const kind = ledger.fields.kind;
      return kind ? { ...ledger, fields: { ...ledger.fields, kind: { ...kind, key: true } } } : ledger;
    });
    const state = officeOf(stricter, { c1: whole });
    expect(plan(state, [edit({ notes: '补记' })])).toMatchObject({ warnings: ['field/key'] });
    expect(plan(state, [aCase({ inDate: '2026-01-05', name: '乙' })])).toEqual({ refused: ['field/key kind'] });
    const given = officeOf(stricter, { c1: { ...whole, kind: '公共服务' } });
    expect(plan(given, [edit({ kind: '' })])).toEqual({ refused: ['field/key kind'] });
  });

  test('a record may not be changed twice in one batch, nor after it is gone', () => {
    const state = officeOf(sampleLedgers, { c1: whole });
    expect(plan(state, [edit({ name: '甲' }), edit({ name: '乙' })])).toEqual({ refused: ['record/changed'] });
    expect(plan(officeOf(sampleLedgers), [edit({ name: '甲' })])).toEqual({ refused: ['record/gone'] });
  });
});

describe('a record that took no step', () => {
  const told = sampleLedgers.map((ledger): Ledger => {
    if (!ledger.workflow) return ledger;
    return { ...ledger, workflow: { ...ledger.workflow, standsAt: ({ kind }) => (kind ? 'approved' : 'received') } };
  });
  const edit = (patch: Values): Draft => ({ kind: 'edit', ledger: 'application', id: 'c1', rev: 'A/1/0', patch });
  const fieldsOf = (cases: Values, patch: Values) => {
    const [change] = plan(officeOf(told, { c1: cases }), [edit(patch)]).changes ?? [];
    return change?.kind === 'update' ? change.fields : undefined;
  };

  test('begins where its own fields say', () => {
    const stateOfNew = (values: Values) => {
      const [change] = plan(officeOf(told), [aCase(values)], 'import').changes ?? [];
      return change?.kind === 'create' ? change.values.state : undefined;
    };
    expect(stateOfNew(whole)).toBe('received');
    expect(stateOfNew({ ...whole, kind: '公共服务' })).toBe('approved');
  });

  test('moves with an edit of them, in the same change', () => {
    expect(fieldsOf({ ...whole, state: 'received' }, { kind: '公共服务' })).toEqual({
      kind: { after: '公共服务' },
      state: { before: 'received', after: 'approved' },
    });
    expect(fieldsOf({ ...whole, state: 'received' }, { notes: '补记' })).toEqual({ notes: { after: '补记' } });
  });

  test('from its first step on no edit moves it', () => {
    const steps = [{ id: 's1', transition: 'approve', from: 'received', to: 'received', on: '2026-01-06' }];
    expect(fieldsOf({ ...whole, state: 'received', steps }, { kind: '公共服务' })).toEqual({
      kind: { after: '公共服务' },
    });
  });
});
