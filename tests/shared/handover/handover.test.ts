import { describe, expect, test } from 'vitest';
import { documentTemplate } from '../../../shared/documents/document-templates.ts';
import { documentText } from '../../../shared/documents/document-text.ts';
import { handedOverCount } from '../../../shared/handover/handed-over-count.ts';
import { clerksInHand, handoverDrafts, handoverItems } from '../../../shared/handover/plan-handover.ts';
import { yearCounts } from '../../../shared/handover/year-counts.ts';
import { rowsIn } from '../../../shared/kit/field-values.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { demand } from '../../../shared/ledgers/demand.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { contextOf, record } from '../ledgers/support.ts';

const SECRET: Values = {
  petitionNo: 'XF-2026-0002',
  petitioner: '张三丰',
  kind: '检举控告',
  receivedOn: '2026-11-20',
  clerk: '李敏',
};

const CONTEXT = contextOf({
  demand: [
    record('d1', {
      demandNo: 'SQ-2026-0001',
      receivedAt: '2026-11-02T09:00:00+08:00',
      content: '电梯停运',
      handler: '李敏',
      state: 'ASSIGNED',
    }),
    record('d2', {
      demandNo: 'SQ-2026-0002',
      receivedAt: '2026-11-03T09:00:00+08:00',
      content: '漏水',
      handler: '李敏',
      state: 'ARCHIVED',
      closedOn: '2026-11-05',
    }),
    record('d3', {
      demandNo: 'SQ-2026-0003',
      receivedAt: '2026-11-03T09:00:00+08:00',
      content: '噪音',
      handler: '王芳',
      state: 'ASSIGNED',
    }),
  ],
  petition: [
    record('p1', {
      petitionNo: 'XF-2026-0001',
      petitioner: '王小明',
      matter: '王小明反映漏水',
      receivedOn: '2026-11-20',
      clerk: '李敏',
    }),
    record('p2', SECRET),
  ],
});

const ENTRY = { from: '李敏', to: '王芳', on: '2026-11-23', witness: '赵建国', reason: '调岗' };

describe('handing over', () => {
  test('takes the open cases of one clerk in every ledger, and names no resident', () => {
    expect(clerksInHand(ledgers, CONTEXT)).toEqual([
      { clerk: '李敏', count: 3 },
      { clerk: '王芳', count: 1 },
    ]);
    expect(handoverItems(ledgers, '李敏', CONTEXT).map(({ number, matter }) => `${number} ${matter}`)).toEqual([
      'SQ-2026-0001 电梯停运',
      'XF-2026-0001 王**反映漏水',
      'XF-2026-0002 （受限内容）',
    ]);
  });

  test('takes along the households that are paid, which are looked at again', () => {
    const relief = [
      record('j1', {
        reliefNo: 'JZ-2026-0001',
        head: '吴某某',
        clerk: '李敏',
        confirmedOn: '2026-01-20',
        recheckOn: '2027-01-20',
      }),
      record('j2', {
        reliefNo: 'JZ-2026-0002',
        head: '郑某',
        clerk: '李敏',
        confirmedOn: '2026-01-20',
        stoppedOn: '2026-05-01',
      }),
    ];
    const items = handoverItems(ledgers, '李敏', contextOf({ relief }));
    expect(items.map(({ number, state, dueOn }) => [number, state, dueOn])).toEqual([
      ['JZ-2026-0001', '确认', '2027-01-20'],
    ]);
  });

  test('is one batch: its record and every case, by the rev that was looked at', () => {
    const drafts = handoverDrafts(ledgers, handoverItems(ledgers, '李敏', CONTEXT), ENTRY);
    expect(drafts.map(({ kind, ledger }) => `${kind} ${ledger}`)).toEqual([
      'create handover',
      'edit demand',
      'edit petition',
      'edit petition',
    ]);
    expect(drafts[1]).toEqual({ kind: 'edit', ledger: 'demand', id: 'd1', rev: 'a/1/1', patch: { handler: '王芳' } });
    expect(drafts[2]).toMatchObject({ id: 'p1', patch: { clerk: '王芳' } });
  });

  test('keeps accusations out of the open list: one line says how many, what it stands for is kept beside', () => {
    const second = record('p3', { ...SECRET, petitionNo: 'XF-2026-0003' });
    const context = {
      ...CONTEXT,
      records: (ledger: string) => [...CONTEXT.records(ledger), ...(ledger === 'petition' ? [second] : [])],
    };
    const [first] = handoverDrafts(ledgers, handoverItems(ledgers, '李敏', context), ENTRY);
    if (first?.kind !== 'create') throw new Error('no record');
    expect(rowsIn(first.values, 'items')).toEqual([
      expect.objectContaining({ number: 'SQ-2026-0001' }),
      expect.objectContaining({ number: 'XF-2026-0001' }),
      { id: '', matter: '受限内容 2 件', record: 'petition/p2,petition/p3' },
    ]);
    expect(handedOverCount(first.values)).toBe(4);
  });

  test('leaves a list to sign: every case once, and three signatures', () => {
    const [first] = handoverDrafts(ledgers, handoverItems(ledgers, '李敏', CONTEXT), ENTRY);
    if (first?.kind !== 'create') throw new Error('no record');
    const one = record('h', { ...first.values, handoverNo: 'YJ-2026-0001' });
    const heading = { office: '示例街道办事处', on: '2026-11-23', district: '', board: '' };
    const model = documentTemplate('handover', 'handover-list')?.build(one, CONTEXT, heading);
    const text = model ? documentText(model) : '';
    expect(text).toContain('李敏将下列在办事项 3 件一次性移交给王芳（调岗）');
    expect(text).toContain('1\t诉求与工单\tSQ-2026-0001\t电梯停运\t承办中');
    expect(text).toContain('移交人 李敏（签字）：\t接收人 王芳（签字）：\t监交人 赵建国（签字）：');
  });
});

describe('a year of a ledger', () => {
  const at = (id: string, receivedAt: string, closedOn?: string) =>
    record(id, {
      receivedAt: `${receivedAt}T09:00:00+08:00`,
      state: closedOn ? 'CLOSED' : 'ASSIGNED',
      ...(closedOn ? { closedOn } : {}),
    });

  test('counts what came, what was closed, and what carries over', () => {
    const records = [
      at('a', '2024-12-30', '2025-01-02'),
      at('b', '2025-03-01', '2025-03-05'),
      at('c', '2025-12-20', '2026-01-04'),
      at('d', '2025-12-30'),
      at('e', '2026-01-02', '2026-01-03'),
    ];
    expect(yearCounts(demand, records, '2025')).toEqual({
      received: ['b', 'c', 'd'],
      closed: ['a', 'b'],
      carried: ['c', 'd'],
    });
  });
});
