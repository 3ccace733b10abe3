import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import { takeOutRows } from '../../../../renderer/store/export/taking-out.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { catalogueService } from '../../../../renderer/store/services/catalogue-service.ts';
import { collectionService } from '../../../../renderer/store/services/collection-service.ts';
import { formService } from '../../../../renderer/store/services/form-service.ts';
import { indicatorService } from '../../../../renderer/store/services/indicator-session.ts';
import { reportService } from '../../../../renderer/store/services/report-session.ts';
import type { FormBinding } from '../../../../shared/forms/form-binding.ts';
import { readFormLook } from '../../../../shared/forms/form-look.ts';
import { purgeReason } from '../../../../shared/history/purge.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import { Desk, receiptOf } from '../support.ts';

const EDIT = { kind: 'edit', text: '新增申请' } as const;

const [SHEET] = readFormLook(
  new Uint8Array(
    write(utils.book_new(utils.aoa_to_sheet([['联系人'], [''], ['']]), '表'), { type: 'array', bookType: 'xlsx' }),
  ),
);
if (!SHEET) throw new Error('no sheet');

/** A form that lists the cases with whom to ask. */
const LIST: FormBinding = {
  format: 2,
  sheets: [
    {
      sheet: '表',
      mark: [],
      texts: [],
      tables: [
        {
          top: 1,
          bottom: 2,
          lines: { kind: 'records', ledger: 'application' },
          columns: [{ column: 0, value: { kind: 'field', field: 'contact' } }],
        },
      ],
    },
  ],
};

/** A case with a contact person, entered by 王芳, and one without. */
const office = async () => {
  const desk = new Desk();
  const store = await desk.open();
  await store.setOperator('王芳');
  const values = { inDate: '2026-01-05', name: '防汛值守' };
  const { records } = receiptOf(
    await store.write(
      [
        { kind: 'create', ledger: 'application', values: { ...values, contact: '张三丰' } },
        { kind: 'create', ledger: 'application', values },
      ],
      EDIT,
    ),
  );
  return { desk, store, personal: records[0]?.id ?? '', plain: records[1]?.id ?? '' };
};

const lookings = async (store: LedgerStore) =>
  (await store.batches(0, 50)).batches
    .filter(({ reason }) => reason.text.startsWith('查看个人信息'))
    .map(({ operator, at, changes, reason }) => ({ operator, at, changes, ...reason }));

describe('looking at personal data in full', () => {
  test('is in the log with who, which record and when, and names nobody', async () => {
    const { desk, store, personal } = await office();
    await store.setOperator('李敏');
    expect((await store.view('application', personal))?.row.values.contact).toBe('张三丰');
    expect(await lookings(store)).toEqual([
      {
        operator: '李敏',
        at: '2026-01-05T09:41:07+08:00',
        changes: 0,
        kind: 'edit',
        text: '查看个人信息：申请 ZR-2026-0001',
        of: expect.stringContaining(personal),
      },
    ]);
    expect(await lookings(await desk.open())).toHaveLength(1);
  });

  test('is one line an operator, record and day', async () => {
    const { store, personal } = await office();
    await store.setOperator('李敏');
    for (let round = 0; round < 3; round += 1) await store.view('application', personal);
    expect(await lookings(store)).toHaveLength(1);
    await store.setOperator('赵强');
    await store.view('application', personal);
    expect(await lookings(store)).toHaveLength(2);
    await store.setToday('2026-01-06');
    await store.view('application', personal);
    expect(await lookings(store)).toHaveLength(3);
  });

  test('is no line for whoever typed it, nor where there is nothing personal, nor in lists', async () => {
    const { store, personal, plain } = await office();
    await store.view('application', personal);
    await store.setOperator('李敏');
    await store.view('application', plain);
    const { rows } = await store.window({ ledger: 'application' }, 0, 10);
    expect(rows.some(({ values }) => values.contact === '张**')).toBe(true);
    expect(await lookings(store)).toEqual([]);
  });

  test('makes no screen ask again', async () => {
    const { store, personal } = await office();
    await store.setOperator('李敏');
    const heard: string[] = [];
    store.subscribe(({ kind }) => void heard.push(kind));
    await store.view('application', personal);
    expect(heard).not.toContain('changed');
  });

  test('what cannot be recorded is not shown', async () => {
    const { desk, personal } = await office();
    const parts = desk.parts();
    const store = await desk.open(parts);
    await store.setOperator('李敏');
    parts.database.close();
    await expect(store.view('application', personal)).rejects.toThrow();
  });
});

describe('taking out', () => {
  test('is in the log before anything leaves, with how many records of what', async () => {
    const { store } = await office();
    await takeOutRows(store, { ledger: 'application' }, '导出内部版（未脱敏）');
    await store.takeOut('另存附件', { of: 'a1' });
    const { batches } = await store.batches(0, 2);
    expect(batches.map(({ operator, changes, reason }) => [operator, changes, reason.text, reason.of])).toEqual([
      ['王芳', 0, '另存附件', 'a1'],
      ['王芳', 0, '导出内部版（未脱敏）：准入申请，2 条', undefined],
    ]);
  });

  test('passes for nothing that the log means something by', async () => {
    const { store } = await office();
    const { of = '' } = purgeReason(1, '本人申请');
    await expect(store.takeOut('打印', { of })).rejects.toMatchObject({ code: 'take-out/not-noted' });
    expect((await store.batches(0, 1)).batches[0]?.reason.text).toBe('新增申请');
  });

  test('is said once a day where the page asks again whenever something changes', async () => {
    const { store } = await office();
    const said = async () =>
      (await store.batches(0, 50)).batches.filter(({ reason }) => reason.text === '填报名单').length;
    for (let round = 0; round < 3; round += 1) await store.takeOut('填报名单', { once: true });
    expect(await said()).toBe(1);
    await store.setOperator('李敏');
    await store.takeOut('填报名单', { once: true });
    await store.setToday('2026-01-06');
    await store.takeOut('填报名单', { once: true });
    expect(await said()).toBe(3);
  });

  test('does not happen where it cannot be recorded, by whatever way', async () => {
    const { desk } = await office();
    const parts = desk.parts();
    const store = await desk.open(parts);
    await store.setOperator('李敏');
    parts.database.close();
    const refused = { code: 'take-out/not-noted' };
    await expect(store.takeOut('打印')).rejects.toMatchObject(refused);
    await expect(takeOutRows(store, { ledger: 'application' }, '导出公开版')).rejects.toMatchObject(refused);
    await expect(store.exportLog('')).rejects.toMatchObject(refused);
    const target = {
      context: store.context,
      office: store.office,
      now: () => '2026-01-05T09:41:07+08:00',
      ledgerById: store.ledgerById,
      write: store.write,
      ledgers: desk.ledgers,
      takeOut: store.takeOut,
    };
    const period = periodOf('month', '2026-01-01');
    const request = { ledger: 'application', period, units: [], columns: 'usual' } as const;
    const ways: { readonly [way: string]: () => Promise<unknown> } = {
      comparison: () => catalogueService(target).exportComparison({ version: '' }, { version: '' }),
      report: () => reportService(target).exportReport('R7', period),
      indicators: () => indicatorService(target).exportIndicators({ ledger: 'application', period, community: '' }),
      blankForm: () => collectionService(target).blankForm(request),
      blankForms: () => collectionService(target).blankForms(request),
      list: () => formService(target).planForm('名单', LIST, [SHEET], period),
    };
    for (const [way, take] of Object.entries(ways)) await expect(take(), way).rejects.toMatchObject(refused);
  });

  test('a form s list of records is said before the page has it, counts alone are not', async () => {
    const { store, desk } = await office();
    const forms = formService({
      context: store.context,
      office: store.office,
      ledgerById: store.ledgerById,
      ledgers: desk.ledgers,
      takeOut: store.takeOut,
    });
    const period = periodOf('month', '2026-01-01');
    const latest = async () => (await store.batches(0, 1)).batches[0]?.reason.text;
    const [sheet] = LIST.sheets;
    if (!sheet) throw new Error('no sheet');
    await forms.planForm('名单', { ...LIST, sheets: [{ ...sheet, tables: [] }] }, [SHEET], period);
    expect(await latest()).toBe('新增申请');
    const plan = await forms.planForm('名单', LIST, [SHEET], period);
    expect(plan.fillings[0]?.cells.map(({ content }) => content)).toContainEqual({ kind: 'text', text: '张三丰' });
    expect(await latest()).toBe('填报名单“名单”（2026年1月）：准入申请，2 条');
  });
});
