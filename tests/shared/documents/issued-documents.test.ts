import { describe, expect, test } from 'vitest';
import { documentHash } from '../../../shared/documents/document-text.ts';
import { issueInput } from '../../../shared/documents/issued-documents.ts';
import { refusalLetter } from '../../../shared/documents/templates/refusal-letter.ts';
import type { Entry } from '../../../shared/history/batch.ts';
import { planDrafts } from '../../../shared/history/draft.ts';
import { decodeEntry, encodeBatch } from '../../../shared/history/encode.ts';
import { OfficeState } from '../../../shared/history/office-state.ts';
import { applyBatch } from '../../../shared/history/replay.ts';
import { planUndo } from '../../../shared/history/undo.ts';
import { rowsIn } from '../../../shared/kit/field-values.ts';
import { takeTransition } from '../../../shared/kit/take-transition.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import type { TransitionInput } from '../../../shared/kit/workflow.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { caseOf, reviewContext, TO_DECIDING, walk } from '../access/review/review-support.ts';
import { heading, sampleDocument } from './sample-documents.ts';

const DECIDE: Values = { result: '不予', body: '区联席会议', docNo: '宿豫社准〔2026〕3号', reason: '属于部门自身职责' };
const context = reviewContext('2026-04-30');

/** An office whose one case stands before the board, and a pen that takes acts as batches of the log. */
function office() {
  const state = new OfficeState([application]);
  const start = walk(caseOf(), TO_DECIDING);
  state.apply({ kind: 'create', ledger: 'application', id: start.id, rev: '', values: start.values }, 'A/0/0');
  let sequence = 0;
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `n${ids}`;
  };
  const record = (): LedgerRecord => {
    const found = state.table('application').records.get(start.id);
    if (!found) throw new Error('the case is gone');
    return found;
  };
  const act = (transition: string, input: TransitionInput): Entry[] => {
    const taken = takeTransition(application, record(), transition, input, context, newId);
    if ('complaints' in taken) throw new Error(taken.complaints.map(({ message }) => message).join(' '));
    const { id, rev } = record();
    const planned = planDrafts({ state, context, reason: 'transition', newId, series: '' }, [
      { kind: 'edit', ledger: 'application', id, rev, patch: taken.patch },
    ]);
    if ('complaints' in planned) throw new Error(planned.complaints.map(({ message }) => message).join(' '));
    sequence += 1;
    const entries = encodeBatch({
      frame: {
        chain: 'A',
        sequence,
        lamport: sequence,
        previous: '',
        operator: '测试员',
        at: '2026-04-30T09:00:00+08:00',
        reason: { kind: 'transition', text: transition },
        versions: { application: 1 },
      },
      changes: planned.changes,
      salts: () => '0123456789abcdef0123456789abcdef',
    }).map(({ bytes }) => decodeEntry(bytes));
    expect(applyBatch(state, entries)).toBeUndefined();
    return entries;
  };
  return { state, record, act };
}

function issued(record: LedgerRecord) {
  const model = refusalLetter.build(record, context, heading);
  return issueInput({
    template: 'refusal-letter',
    manner: '已发出',
    on: '2026-04-02',
    docNo: '宿豫街办函〔2026〕12号',
    hash: documentHash(model),
    carries: refusalLetter.carries(record, heading),
  });
}

describe('a paper that left the house', () => {
  test('leaves a row with its number, its hash and what it carries', () => {
    const { record, act } = office();
    act('decide', { on: '2026-03-27', values: DECIDE });
    act('issueDocument', issued(record()));
    const [row, ...others] = rowsIn(record().values, 'documents');
    expect(others).toEqual([]);
    const [decision] = rowsIn(record().values, 'decisions');
    expect(row).toMatchObject({
      template: 'refusal-letter',
      docNo: '宿豫街办函〔2026〕12号',
      manner: '已发出',
      issuedOn: '2026-04-02',
      by: '测试员',
    });
    expect(String(row?.carries).split(' ')).toContain(decision?.id);
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rowsIn(record().values, 'steps').at(-1)).toMatchObject({
      document: '宿豫街办函〔2026〕12号',
      note: '《清单外事项告知（拒绝）函》已发出',
    });
    expect(record().values.state).toBe('REJECTED');
  });

  test('locks the decision it prints, and the record of itself', () => {
    const { state, record, act } = office();
    const decided = act('decide', { on: '2026-03-27', values: DECIDE });
    expect(planUndo(state, decided).blocked).toEqual([]);
    const sent = act('issueDocument', issued(record()));
    const plan = planUndo(state, decided);
    expect(plan.changes).toEqual([]);
    expect(plan.blocked.map(({ why }) => why)).toEqual([
      '《清单外事项告知（拒绝）函》宿豫街办函〔2026〕12号已打印送达，只能更正',
    ]);
    expect(planUndo(state, sent).blocked.map(({ why }) => why)).toEqual(['文书已打印送达，登记不能撤销']);
  });

  test('keeps its case out of the trash, like an undo of its creation', () => {
    const { state, record, act } = office();
    const deleting = () => {
      const { id, rev } = record();
      const setting = { state, context, reason: 'delete' as const, newId: () => 'x', series: '' };
      return planDrafts(setting, [{ kind: 'delete', ledger: 'application', id, rev }]);
    };
    act('decide', { on: '2026-03-27', values: DECIDE });
    expect(deleting()).toHaveProperty('changes');
    act('issueDocument', issued(record()));
    const refused = deleting();
    expect('complaints' in refused && refused.complaints.map(({ code }) => code)).toEqual(['record/locked']);
    expect('complaints' in refused && refused.complaints[0]?.message).toContain(
      '不能删除：《清单外事项告知（拒绝）函》宿豫街办函〔2026〕12号已打印送达，只能更正。没有删除任何记录。',
    );
  });

  test('leaves open what came after it: a correction is taken back as before', () => {
    const { state, record, act } = office();
    act('decide', { on: '2026-03-27', values: DECIDE });
    act('issueDocument', issued(record()));
    const correction = { subject: '文号误写', decisionNo: '宿豫社准〔2026〕4号', reason: '笔误', docNo: '更1' };
    const corrected = act('correct', { on: '2026-04-03', values: correction });
    const plan = planUndo(state, corrected);
    expect(plan.blocked).toEqual([]);
    expect(plan.changes).toHaveLength(1);
  });
});

describe('the number of a paper', () => {
  const rejected = () => {
    const { record, act } = office();
    act('decide', { on: '2026-03-27', values: DECIDE });
    return record();
  };
  const codesOf = (record: LedgerRecord, docNo: string, others: readonly LedgerRecord[] = []) => {
    const input = issued(record);
    const taken = takeTransition(
      application,
      record,
      'issueDocument',
      { ...input, values: { ...input.values, docNo } },
      { ...context, records: (ledger) => (ledger === 'application' ? [record, ...others] : []) },
      () => 'x',
    );
    return 'complaints' in taken ? taken.complaints.map(({ code }) => code) : [];
  };

  test('is refused where it is ill written, of another year, or on another case', () => {
    const record = rejected();
    expect(codesOf(record, '宿豫街办函[2026]12号')).toEqual(['document/number-form']);
    expect(codesOf(record, '宿豫街办函〔2025〕12号')).toEqual(['document/number-year']);
    const other = { ...caseOf({ exits: [{ id: 'x', docNo: '宿豫街办函〔2026〕12号' }] }), id: 'case-2' };
    expect(codesOf(record, '宿豫街办函〔2026〕12号', [other])).toEqual(['document/number-used']);
    expect(codesOf(record, '宿豫街办函〔2026〕13号', [other])).toEqual([]);
  });

  test('may be used again for the same paper: first printed, then sent', () => {
    const { record, act } = office();
    act('decide', { on: '2026-03-27', values: DECIDE });
    act('issueDocument', issued(record()));
    expect(codesOf(record(), '宿豫街办函〔2026〕12号')).toEqual([]);
  });
});

test('the hash is that of the words', () => {
  const model = sampleDocument('refusal-letter');
  expect(documentHash(sampleDocument('refusal-letter'))).toBe(documentHash(model));
  expect(documentHash({ ...model, blocks: model.blocks.slice(1) })).not.toBe(documentHash(model));
});
