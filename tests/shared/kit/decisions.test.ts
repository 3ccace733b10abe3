import { describe, expect, test } from 'vitest';
import type { ReasonKind } from '../../../shared/history/change.ts';
import { contextMaker } from '../../../shared/history/context.ts';
import { type Draft, planDrafts } from '../../../shared/history/draft.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { decidedFields } from '../../../shared/kit/decisions.ts';
import { stepsOf } from '../../../shared/kit/steps.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { dispute } from '../../../shared/ledgers/dispute.ts';
import { leadCase } from '../../../shared/ledgers/lead-case.ts';
import { petition } from '../../../shared/ledgers/petition.ts';
import { relief } from '../../../shared/ledgers/relief.ts';
import { supervision } from '../../../shared/ledgers/supervision.ts';
import { wish } from '../../../shared/ledgers/wish.ts';
import { petitionOf, RECEIVED, ROUTE_6, walk } from '../rules/petition-support.ts';
import type { Act } from '../rules/walk.ts';

const DELIVERED: readonly Act[] = [
  ['accept', '2026-01-10', { route: ROUTE_6 }],
  [
    'giveOpinion',
    '2026-03-02',
    { opinionType: '予以支持', opinionNo: '示信〔2026〕1号', opinionContent: '由物业维修' },
  ],
  ['deliver', '2026-03-20'],
];

const correct = (subject: string, corrected: string): Act => [
  'correct',
  '2026-04-01',
  { subject, corrected, reason: '送达回证日期看错', docNo: '示信更〔2026〕1号' },
];

function edited(values: Values, patch: Values, reason: ReasonKind = 'edit', clear: readonly string[] = []) {
  const state = new OfficeState([petition]);
  state.apply({ kind: 'create', ledger: 'petition', id: 'p', rev: '', values }, 'A/1/0');
  const context = contextMaker(state)('2026-04-01', '王芳');
  const draft: Draft = { kind: 'edit', ledger: 'petition', id: 'p', rev: 'A/1/0', patch, clear };
  const result = planDrafts({ state, context, reason, newId: () => 'x', series: '' }, [draft]);
  if ('changes' in result) return 'taken';
  const errors = result.complaints.filter(({ severity }) => severity === 'error');
  return errors.map(({ code, field }) => `${code} ${field}`);
}

describe('a delivered 意见书', () => {
  const { values } = walk(RECEIVED, DELIVERED);

  test('keeps its dates and its words against edits and sheets; what is filled by hand stays free', () => {
    expect(edited(values, { deliveredOn: '2026-03-03' })).toEqual(['decision/taken deliveredOn']);
    expect(edited(values, { opinionOn: '2026-03-01', opinionType: '解释说明' }, 'import')).toEqual([
      'decision/taken opinionOn',
      'decision/taken opinionType',
    ]);
    expect(edited(values, {}, 'edit', ['acceptedOn'])).toEqual(['decision/taken acceptedOn']);
    expect(edited(values, { remark: '已电话说明', clerk: '李敏', phone: '13800000001' })).toBe('taken');
    // Told neither at the acceptance nor later: nothing was decided, so it is filled in.
    expect(edited(values, { notifiedOn: '2026-01-12' })).toBe('taken');
  });

  test('is corrected with reason and document, and the timeline keeps what it said', () => {
    const after = walk(RECEIVED, [...DELIVERED, correct('送达日期', '2026.3.3')]);
    expect(after).toMatchObject({ refused: [], values: { deliveredOn: '2026-03-03', state: 'ANSWERED' } });
    expect(stepsOf(petitionOf(after.values)).at(-1)).toMatchObject({
      transition: 'correct',
      on: '2026-04-01',
      note: '送达日期由“2026-03-20”更正为“2026-03-03”；送达回证日期看错',
      document: '示信更〔2026〕1号',
    });
    expect(edited(after.values, { deliveredOn: '2026-03-05' })).toEqual(['decision/taken deliveredOn']);
  });

  test('lets what happened before the correction be noted after it', () => {
    const acts: readonly Act[] = [...DELIVERED, correct('送达日期', '2026-03-03'), ['askReview', '2026-03-25']];
    expect(walk(RECEIVED, acts)).toMatchObject({ refused: [], values: { state: 'REVIEWING' } });
  });

  test('takes no correction that says nothing, cannot be read, lies ahead, was not decided or leads elsewhere', () => {
    const refusedFor = (subject: string, corrected: string) =>
      walk(RECEIVED, [...DELIVERED, correct(subject, corrected)]).refused;
    expect(refusedFor('送达日期', '2026-03-20')).toEqual(['correct/same']);
    expect(refusedFor('送达日期', '2026-05-01')).toEqual(['correct/future']);
    expect(refusedFor('处理意见', '全部支持')).toEqual(['choice/unknown']);
    expect(refusedFor('送达日期', '三月')).toHaveLength(1);
    expect(refusedFor('满意度', '满意')).toEqual(['correct/not-decided']);
    expect(refusedFor('办理途径', '⑤履行法定职责')).toEqual(['correct/other-state']);
    const [act, day, entered] = correct('送达日期', '2026-03-03');
    expect(walk(RECEIVED, [...DELIVERED, [act, day, { ...entered, docNo: '' }]]).refused).toEqual([
      'transition/requires',
    ]);
  });
});

test('a row of a sheet took no step: nothing of it is locked', () => {
  const values = { ...RECEIVED, acceptedOn: '2026-01-10', opinionOn: '2026-03-02', state: 'ANSWERED' };
  expect(decidedFields(petition.workflow, values).size).toBe(0);
  expect(edited(values, { opinionOn: '2026-03-01' })).toBe('taken');
});

test.each([petition, demand, dispute, leadCase, relief, wish, supervision])(
  'every decision of $title can be named for its correction',
  ({ fields, workflow }) => {
    const decided = new Set(Object.values(workflow?.transitions ?? {}).flatMap(({ decides = [] }) => decides));
    const labels = new Set([...decided].map((fieldId) => fields[fieldId]?.label));
    expect(decided.size).toBeGreaterThan(0);
    expect(labels.size).toBe(decided.size);
  },
);
