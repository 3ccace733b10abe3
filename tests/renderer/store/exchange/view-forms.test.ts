import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { formService } from '../../../../renderer/store/services/form-service.ts';
import type { FormBinding } from '../../../../shared/forms/form-binding.ts';
import { readFormLook } from '../../../../shared/forms/form-look.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../../shared/ledgers/index.ts';
import { fillForm } from '../../../../shared/workbook/fill/fill-form.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { plain, sheetOf } from '../../../shared/forms/several-tables-form.ts';
import { readBack, rowTexts } from '../../../shared/workbook/fill/package-support.ts';
import { merged, office, packed, write } from './offices.ts';

const JANUARY = periodOf('month', '2026-01-01');

const ruled = (...cells: readonly (string | null)[]) => ({ ruled: true, cells });

const DEPARTMENTS = writeWorkbook({
  sheets: [
    sheetOf('表', [
      plain('清单外下派情况统计表（    月）'),
      ruled('序号', '责任部门', '清单外下派数'),
      ruled('1', null, null),
      ruled('2', null, null),
      plain(null, '填表人：'),
      plain(null),
    ]),
  ],
});

const BY_DEPARTMENT: FormBinding = {
  format: 2,
  sheets: [
    {
      sheet: '表',
      mark: [],
      texts: [],
      tables: [
        {
          top: 2,
          bottom: 3,
          lines: { kind: 'departments' },
          columns: [
            { column: 1, value: { kind: 'name' } },
            { column: 2, value: { kind: 'figure', figure: { indicator: 'R7.strays' } } },
          ],
        },
      ],
    },
  ],
};

/** As a district's 民政局 sends it: one community of each street, and room for more. */
const COMMUNITIES = writeWorkbook({
  sheets: [
    sheetOf('表', [
      plain('困难救助情况统计表（    月）'),
      ruled('社区', '救助户数', '救助金额（元）'),
      ruled('晨光社区', null, null),
      ruled('东湖社区', null, null),
      ruled(null, null, null),
    ]),
  ],
});

/** The rows of a form below its headings once it is filled, as proposed or as bound, in the order of their words. */
async function filled(store: LedgerStore, blank: Uint8Array, bound?: FormBinding): Promise<readonly string[]> {
  const forms = formService({
    context: () => store.contextInView(),
    office: () => store.office(),
    ledgers,
    ledgerById,
    takeOut: async () => undefined,
  });
  const sheets = readFormLook(blank);
  const binding = bound ?? forms.proposeForm(sheets).binding;
  const { fillings } = await forms.planForm('表', binding, sheets, JANUARY);
  const reader = readBack(fillForm(blank, fillings).bytes, '表');
  return [2, 3, 4, 5].map((row) => rowTexts(reader, row).slice(0, 3).join(' ')).toSorted();
}

/** A street with its communities, and what they granted: day and fen. */
async function street(
  prefix: string,
  name: string,
  granted: { readonly [community: string]: readonly (readonly [acceptedOn: string, amount: number])[] },
) {
  const { store } = await office(prefix, name, '街道', ledgers);
  for (const [called, rows] of Object.entries(granted)) {
    const community = await write(store, 'organisation', { level: '社区', name: called });
    for (const [place, [acceptedOn, amount]] of rows.entries()) {
      await write(store, 'relief', { acceptedOn, community, kind: '低保', head: `${called}${place}`, amount });
    }
  }
  return store;
}

test('a superior’s form is filled over the records of all streets together, or of one alone', async () => {
  const district = await office('d', '示范区', '区', ledgers);
  const streets = {
    城东街道: await street('e', '城东街道', {
      晨光社区: [
        ['2026-01-01', 80000],
        ['2026-01-31', 120050],
        ['2025-12-31', 99900],
      ],
      文昌社区: [['2026-01-15', 50000]],
    }),
    城西街道: await street('w', '城西街道', {
      东湖社区: [['2026-01-09', 30000]],
      文昌社区: [
        ['2026-01-15', 10000],
        ['2026-01-16', 20000],
      ],
    }),
  };
  for (const [name, store] of Object.entries(streets)) await merged(district.store, await packed(store), name);
  const inView = async (view: string) => {
    const { others } = await district.store.status();
    await district.store.exchange.setView(others.find(({ name }) => name === view)?.id ?? view);
    return filled(district.store, COMMUNITIES);
  };
  // 晨光 80000 + 120050 fen without that of December; 文昌 of the west 10000 + 20000, another community than the east's.
  expect(await inView('all')).toEqual([
    '东湖社区 1 300',
    '城东街道文昌社区 1 500',
    '城西街道文昌社区 2 300',
    '晨光社区 2 2000.5',
  ]);
  expect(await inView('城东街道')).toEqual(['  ', '东湖社区  ', '文昌社区 1 500', '晨光社区 2 2000.5']);
});

test('a department that each street has among its own is one row, counted over both', async () => {
  const district = await office('d', '示范区', '区', ledgers);
  for (const [prefix, name, count] of [
    ['e', '城东街道', 1],
    ['w', '城西街道', 2],
  ] as const) {
    const { store } = await office(prefix, name, '街道', ledgers);
    const sender = await write(store, 'department', { name: '区民政局' });
    for (let each = 0; each < count; each += 1) {
      await write(store, 'strayTask', { date: '2026-01-04', channel: '电话', itemName: `排查${each}`, sender });
    }
    await merged(district.store, await packed(store), name);
  }
  await district.store.exchange.setView('all');
  expect(await filled(district.store, DEPARTMENTS, BY_DEPARTMENT)).toEqual(['  ', ' 填表人： ', '1 区民政局 3', '2  ']);
});
