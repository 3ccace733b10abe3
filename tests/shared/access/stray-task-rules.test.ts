import { describe, expect, test } from 'vitest';
import {
  countBySender,
  refuseStrayTask,
  reportStrayTask,
  type StrayAct,
  strayTaskToApplication,
} from '../../../shared/access/stray-task-rules.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { validateValues } from '../../../shared/kit/validate.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { application } from '../../../shared/ledgers/application.ts';
import { strayTask } from '../../../shared/ledgers/stray-task.ts';
import { contextOf, record } from '../ledgers/support.ts';

const SCREENSHOT = { hash: 'a'.repeat(64), name: '群消息.png', size: 20480 };

const ORDER: Values = {
  strayNo: 'XP-2026-0007',
  date: '2026-11-20',
  channel: '微信群',
  sender: 'd1',
  senderPerson: '赵科',
  itemName: '统计行道树数量',
  content: '请各社区今天下班前报行道树棵数',
  dutyComm: '清点并填表',
  targets: ['c1', 'c2'],
  needReport: true,
  listMatch: '清单外临时',
  proof: [SCREENSHOT],
};

const order = (values: Values = {}): LedgerRecord => ({ id: 's7', rev: 'a/7/1', values: { ...ORDER, ...values } });

const context = contextOf({
  department: [record('d1', { name: '区城市管理局' })],
  organisation: [record('c1', { level: '社区', name: '晨光社区' }), record('c2', { level: '社区', name: '东湖社区' })],
  strayTask: [order()],
});

const codes = (act: StrayAct) => ('complaints' in act ? act.complaints.map(({ code }) => code) : []);

describe('T23a 转申请', () => {
  test('the application takes over what was asked, and each names the other, in one batch', () => {
    const act = strayTaskToApplication(order(), context, 'new-1');
    expect(act).toEqual({
      writes: [
        {
          kind: 'create',
          ledger: 'application',
          id: 'new-1',
          values: {
            itemName: '统计行道树数量',
            dutyComm: '清点并填表',
            listMatch: '清单外临时',
            targets: ['c1', 'c2'],
            needReport: true,
            applicant: 'd1',
            inDate: '2026-11-23',
            inChannel: '微信群',
            contact: '赵科',
            attachments: [SCREENSHOT],
            clerk: '测试员',
            strayTask: 's7',
            remark: '由清单外下派登记 XP-2026-0007 转来（2026-11-20 下派）：请各社区今天下班前报行道树棵数',
          },
        },
        {
          kind: 'edit',
          ledger: 'strayTask',
          id: 's7',
          rev: 'a/7/1',
          patch: { action: '转申请', application: 'new-1', answeredOn: '2026-11-23' },
        },
      ],
    });
  });

  test('both records stand as they are written', () => {
    const act = strayTaskToApplication(order(), context, 'new-1');
    const [create, edit] = 'writes' in act ? act.writes : [];
    const created = create?.kind === 'create' ? create.values : {};
    const patched = edit?.kind === 'edit' ? { ...ORDER, ...edit.patch } : {};
    const after = {
      ...context,
      record: (ledger: string, id: string) => (id === 'new-1' ? record(id, created) : context.record(ledger, id)),
    };
    const errors = (values: Values, ledger: typeof application) =>
      validateValues(ledger, values, after).filter(({ severity }) => severity === 'error');
    expect(errors(created, application)).toEqual([]);
    expect(errors(patched, strayTask)).toEqual([]);
  });

  test('without a sender there is no applicant', () => {
    expect(codes(strayTaskToApplication(order({ sender: undefined }), context, 'n'))).toEqual(['stray/applicant']);
  });

  test('what was answered is not answered twice', () => {
    const refused = order({ action: '告知拒绝', answeredOn: '2026-11-21' });
    expect(codes(strayTaskToApplication(refused, context, 'n'))).toEqual(['stray/settled']);
    expect(
      codes(refuseStrayTask(order({ action: '转申请', application: 'a1' }), { on: '2026-11-23' }, '2026-11-23')),
    ).toContain('stray/settled');
    expect(codes(reportStrayTask(order({ action: '已办' }), { on: '2026-11-23' }, '2026-11-23'))).toEqual([
      'stray/settled',
    ]);
  });
});

describe('告知拒绝 and 报区', () => {
  const answered = { on: '2026-11-21', letterNo: '宿豫街函〔2026〕3号', reason: '不在准入清单内' };

  test('are one edit each', () => {
    expect(refuseStrayTask(order(), answered, '2026-11-23')).toEqual({
      writes: [
        {
          kind: 'edit',
          ledger: 'strayTask',
          id: 's7',
          rev: 'a/7/1',
          patch: {
            action: '告知拒绝',
            answeredOn: '2026-11-21',
            letterNo: '宿豫街函〔2026〕3号',
            refusalReason: '不在准入清单内',
          },
        },
      ],
    });
    expect(reportStrayTask(order(), { on: '2026-11-21' }, '2026-11-23')).toMatchObject({
      writes: [{ patch: { action: '报区', answeredOn: '2026-11-21' } }],
    });
  });

  test('a refusal needs its reason; no answer comes before the order or tomorrow', () => {
    expect(codes(refuseStrayTask(order(), { on: '2026-11-21' }, '2026-11-23'))).toEqual(['stray/reason']);
    expect(codes(reportStrayTask(order(), { on: '2026-11-19' }, '2026-11-23'))).toEqual(['stray/before']);
    expect(codes(reportStrayTask(order(), { on: '2026-11-24' }, '2026-11-23'))).toEqual(['stray/answered-future']);
  });
});

test('counted by sender in the period, most first, the nameless too, and every figure names its records', () => {
  const rows = [
    order(),
    order({ sender: 'd2', action: '告知拒绝' }),
    order({ sender: 'd2', action: '转申请' }),
    order({ sender: undefined, date: '2026-11-30', action: '已办' }),
    order({ sender: 'd2', date: '2026-10-31' }),
    order({ sender: 'd2', date: '2026-12-01' }),
  ].map((row, place) => ({ ...row, id: `s${place + 1}` }));
  const counts = countBySender(rows, periodOf('month', '2026-11-23'));
  expect(counts.map(({ sender, total }) => [sender, total.value, total.ids])).toEqual([
    ['d2', 2, ['s2', 's3']],
    ['', 1, ['s4']],
    ['d1', 1, ['s1']],
  ]);
  expect(counts.map(({ actions }) => Object.values(actions).map(({ value }) => value))).toEqual([
    [0, 1, 1, 0, 0],
    [0, 0, 0, 0, 1],
    [1, 0, 0, 0, 0],
  ]);
  expect(counts[0]?.actions.转申请.ids).toEqual(['s3']);
});
