import { describe, expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { documentService } from '../../../../renderer/store/services/document-service.ts';
import { ISSUE, issueInput } from '../../../../shared/documents/issued-documents.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { Desk, receiptOf, refusalOf } from '../support.ts';

const ANSWER = { action: '告知拒绝', answeredOn: '2026-01-04', refusalReason: '属于部门职责' };

/** A stray task that was refused on paper. The desk's day is 2026-01-05. */
async function refusedTask() {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  const write = async (ledger: string, values: { readonly [field: string]: string }) =>
    receiptOf(await store.write([{ kind: 'create', ledger, values }], { kind: 'create', text: '新增' })).records[0]
      ?.id ?? '';
  await write('parameter', { group: '规则', key: '发文代字', value: '顺河街办', from: '2024-01-01' });
  const sender = await write('department', { name: '示例区统计局' });
  const id = await write('strayTask', { date: '2026-01-02', channel: '微信群', sender, itemName: '统计行道树数量' });
  const answered = await edit(store, id, ANSWER);
  const service = documentService(store);
  const letter = () => service.caseDocument('strayTask', id, { template: 'refusal-letter' });
  const issue = async () => {
    const { made, rev } = await letter();
    if (!made.ok) throw new Error('not made');
    const { on, hash, carries, number } = made;
    const input = issueInput({ template: 'refusal-letter', manner: '已发出', on, hash, carries, docNo: number ?? '' });
    return store.transition({ ledger: 'strayTask', id, rev, transition: ISSUE, input });
  };
  return { store, id, answered: receiptOf(answered).batch, letter, issue };
}

async function edit(store: LedgerStore, id: string, patch: { readonly [field: string]: string }) {
  const rev = (await store.view('strayTask', id))?.row.rev ?? '';
  return store.write([{ kind: 'edit', ledger: 'strayTask', id, rev, patch }], { kind: 'edit', text: '清单外下派' });
}

describe('the letter that refuses a stray task', () => {
  test('is dated by the answer and takes the next number', async () => {
    const { letter } = await refusedTask();
    const shown = await letter();
    expect(shown).toMatchObject({ caseNo: 'XP-2026-0001', caseName: '统计行道树数量', numbered: true });
    expect(shown.made).toMatchObject({ ok: true, on: '2026-01-04', number: '顺河街办函〔2026〕1号' });
  });

  test('once issued locks the answer against undo and the task against deletion, and cannot be struck out itself', async () => {
    const { store, id, answered, issue } = await refusedTask();
    expect((await store.planUndo(answered)).blocked).toEqual([]);
    const issued = receiptOf(await issue());
    expect((await store.planUndo(answered)).blocked.map(({ why }) => why)).toEqual([
      '《清单外事项告知（拒绝）函》顺河街办函〔2026〕1号已打印送达，只能更正',
    ]);
    expect((await store.planUndo(issued.batch)).blocked.map(({ why }) => why)).toEqual([
      '文书已打印送达，登记不能撤销',
    ]);
    const rev = (await store.view('strayTask', id))?.row.rev ?? '';
    const deleted = await store.write([{ kind: 'delete', ledger: 'strayTask', id, rev }], { kind: 'delete', text: '' });
    expect(refusalOf(deleted)).toEqual(['record/locked']);
  });

  test('carries its number over to the task: nothing is wanted any more', async () => {
    const { store, id, issue } = await refusedTask();
    const codes = async () => (await store.view('strayTask', id))?.complaints.map(({ code }) => code) ?? [];
    expect(await codes()).toContain('stray/letter');
    await issue();
    expect(await codes()).not.toContain('stray/letter');
  });

  test('is not issued on a day that has not come, or before the task came', async () => {
    const { store, id, letter } = await refusedTask();
    const { rev } = await letter();
    const on = (day: string) =>
      store.transition({
        ledger: 'strayTask',
        id,
        rev,
        transition: ISSUE,
        input: issueInput({ template: 'refusal-letter', manner: '已打印', on: day, hash: 'h', carries: [] }),
      });
    expect(refusalOf(await on('2026-01-06'))).toEqual(['transition/future']);
    expect(refusalOf(await on('2026-01-01'))).toEqual(['transition/before-start']);
  });

  test('passes over the number on a paper of a petition its operator may not see', async () => {
    const { store, id, letter, issue } = await refusedTask();
    const secret = {
      petitioner: '王某',
      receivedOn: '2026-01-02',
      kind: '检举控告',
      opinionNo: '顺河街办函〔2026〕1号',
    };
    receiptOf(
      await store.write([{ kind: 'create', ledger: 'petition', values: secret }], { kind: 'create', text: '' }),
    );
    expect(store.context().records('petition')).toEqual([]);
    const { made, rev } = await letter();
    expect(made).toMatchObject({ ok: true, number: '顺河街办函〔2026〕2号' });
    const taken = issueInput({
      template: 'refusal-letter',
      manner: '已打印',
      on: '2026-01-05',
      hash: 'h',
      carries: [],
      docNo: '顺河街办函〔2026〕1号',
    });
    const refused = await store.transition({ ledger: 'strayTask', id, rev, transition: ISSUE, input: taken });
    expect(refusalOf(refused)).toEqual(['document/number-used']);
    receiptOf(await issue());
  });
});
