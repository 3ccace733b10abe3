import { expect, test } from 'vitest';
import type { LedgerStore } from '../../../../renderer/store/ledger-store.ts';
import { indicatorService } from '../../../../renderer/store/services/indicator-session.ts';
import { reportService } from '../../../../renderer/store/services/report-session.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import { ledgerById, ledgers } from '../../../../shared/ledgers/index.ts';
import { merged, office, packed, write } from './offices.ts';

const JANUARY = periodOf('month', '2026-01-01');
const DEMAND = { receivedAt: '2026-01-04T09:00:00+08:00', category: '求助', content: '路灯不亮' };
const ITEM = '三保障排查';

/** As many demands as are asked for, and as many tasks sent around the admission. */
async function enter(store: LedgerStore, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    await write(store, 'demand', DEMAND);
    await write(store, 'strayTask', { date: '2026-01-04', channel: '电话', itemName: `${ITEM}${each}` });
  }
}

test('in the district indicators and reports count its own records, those of every office, or those of one street', async () => {
  const district = await office('d', '示范区', '区', ledgers);
  await enter(district.store, 1);
  for (const [prefix, name, demands] of [
    ['e', '城东街道', 2],
    ['w', '城西街道', 4],
  ] as const) {
    const street = await office(prefix, name, '街道', ledgers);
    await enter(street.store, demands);
    await merged(district.store, await packed(street.store), name);
  }
  const target = {
    context: () => district.store.contextInView(),
    ledgerById,
    office: () => district.store.office(),
    takeOut: async () => undefined,
    now: () => '2026-01-05T09:41:07+08:00',
  };
  const indicators = indicatorService(target);
  const reports = reportService(target);
  const figures = async (view: string) => {
    await district.store.exchange.setView(view);
    const rows = await indicators.indicatorRows({ ledger: 'demand', period: JANUARY, community: '' });
    const lines = reports.reviewReport('R13', JANUARY).sheets.flatMap((sheet) => sheet.rows);
    const tasks = lines.filter(({ cells }) => cells.some((cell) => String(cell?.value).startsWith(ITEM)));
    return [rows.find(({ id }) => id === 'W2')?.now.denominator, tasks.length];
  };
  const { others } = await district.store.status();
  const idOf = (name: string) => others.find((one) => one.name === name)?.id ?? '';
  expect(await figures('own')).toEqual([1, 1]);
  expect(await figures('all')).toEqual([7, 7]);
  expect(await figures(idOf('城东街道'))).toEqual([2, 2]);
  expect(await figures(idOf('城西街道'))).toEqual([4, 4]);
});
