import { describe, expect, test } from 'vitest';
import { openImportSession } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { roundDrafts, roundsOf } from '../../../../shared/collection/rounds.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { ledgers } from '../../../../shared/ledgers/index.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import type { WorkbookModel } from '../../../../shared/workbook/sheet-model.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { blankOf, SEPTEMBER, typedInto } from '../../../shared/workbook/collected-sheets.ts';
import { Desk, receiptOf } from '../support.ts';

const ROWS = [
  { 接收时间: '2026-09-03', 诉求内容: '路灯不亮' },
  { 接收时间: '2026-09-05', 诉求内容: '=井盖破损' },
];

/** A street that asked two communities for their demands of September. */
async function asked(): Promise<{ store: LedgerStore; chenguang: string; donghu: string }> {
  const desk = new Desk();
  desk.ledgers = ledgers;
  const store = await desk.open();
  await store.setToday('2026-10-08');
  await store.setOperator('李敏');
  const create = async (name: string): Promise<string> => {
    const draft = { kind: 'create', ledger: 'organisation', values: { level: '社区', name } } as const;
    return receiptOf(await store.write([draft], { kind: 'create', text: '登记' })).records[0]?.id ?? '';
  };
  const [chenguang, donghu] = [await create('晨光社区'), await create('东湖社区')];
  const drafts = roundDrafts({ ledger: demand, period: SEPTEMBER, units: [chenguang, donghu] });
  receiptOf(await store.write(drafts, { kind: 'create', text: '发起收表' }));
  return { store, chenguang, donghu };
}

function sessionOf(store: LedgerStore, model: WorkbookModel, name: string) {
  let last = 0;
  const newId = () => {
    last += 1;
    return `${name}${last}`;
  };
  const { ledgerById, context, write, changedSinceImport, stamp } = store;
  const target = { ledgerById, context, write, changedSinceImport, stamp, newId };
  return openImportSession(target, readWorkbook(writeWorkbook(model), name), 'demand', name);
}

const board = (store: LedgerStore) => {
  const { records, nameOf } = store.context();
  return roundsOf(records('collection'), '2026-10-08').flatMap(({ lines }) =>
    lines.map(({ unit, standing, record }) => [nameOf('organisation', unit), standing, record.values.rows]),
  );
};

describe('a collected sheet', () => {
  test('asks nothing, takes the community from its mark, and is on the board in the same batch', async () => {
    const { store, chenguang } = await asked();
    const model = typedInto(blankOf(demand, { unit: { id: chenguang, name: '晨光社区' } }), ROWS);
    const session = await sessionOf(store, model, '随便什么名字.xlsx');
    const view = session.view();
    expect(view.collected).toEqual({ period: '2026年9月', unit: '晨光社区' });
    expect(view.missingKeys).toEqual([]);
    expect(view.columns.every(({ sure }) => sure)).toBe(true);
    expect(view.constants.community).toBe(chenguang);
    expect(await session.plan()).toMatchObject({ willCreate: 2, willSkip: 0 });

    const receipt = receiptOf(await session.execute());
    expect(
      store
        .context()
        .records('demand')
        .map(({ values }) => [values.content, values.community]),
    ).toEqual([
      ['路灯不亮', chenguang],
      ['=井盖破损', chenguang],
    ]);
    expect(board(store)).toEqual([
      ['晨光社区', '已交', 2],
      ['东湖社区', '未交', undefined],
    ]);

    receiptOf(await store.undo(receipt.batch));
    expect(board(store)[0]).toEqual(['晨光社区', '未交', undefined]);
    expect(store.context().records('demand')).toEqual([]);
  });

  test('one for all: the communities its rows name have handed in', async () => {
    const { store } = await asked();
    const model = typedInto(blankOf(demand, { shared: true }), [{ ...ROWS[0], 所属社区: '东湖社区' }]);
    const session = await sessionOf(store, model, '共用.xlsx');
    receiptOf(await session.execute());
    expect(board(store)[1]).toEqual(['东湖社区', '已交', 1]);
  });

  test('on another PC the community is known by its name', async () => {
    const { store, donghu } = await asked();
    const model = typedInto(blankOf(demand, { unit: { id: '别处', name: '东湖社区' } }), ROWS);
    const session = await sessionOf(store, model, '东湖.xlsx');
    expect(session.view().constants.community).toBe(donghu);
    receiptOf(await session.execute());
    expect(board(store)[1]).toEqual(['东湖社区', '已交', 2]);
  });
});
