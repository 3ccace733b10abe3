import { describe, expect, test } from 'vitest';
import { read, utils } from 'xlsx';
import { indicatorService } from '../../../../renderer/store/services/indicator-session.ts';
import { periodOf } from '../../../../shared/kit/period.ts';
import type { LedgerRecord } from '../../../../shared/kit/values.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { WORKER_PARAMETERS } from '../../../../shared/ledgers/worker-parameters.ts';
import { contextOn, recordOf } from '../../../shared/rules/rules-support.ts';

const APRIL = periodOf('month', '2022-04-01');
const QUESTION = { ledger: 'demand', period: APRIL, community: '' };

const slip = (id: string, community: string, closedOn?: string, receivedAt = '2022-04-11T09:00:00+08:00') =>
  recordOf({ receivedAt, category: '求助', content: '路灯不亮', community, ...(closedOn ? { closedOn } : {}) }, id);

const RECORDS: { readonly [ledger: string]: readonly LedgerRecord[] } = {
  organisation: [
    recordOf({ level: '街道', name: '示例街道' }, 'street'),
    ...['chenguang', 'donghu'].map((id) => recordOf({ level: '社区', name: id }, id)),
  ],
  demand: [
    slip('a', 'chenguang', '2022-04-14'),
    slip('b', 'chenguang', '2022-04-20'),
    slip('c', 'donghu'),
    slip('march', 'donghu', '2022-03-02', '2022-03-01T09:00:00+08:00'),
  ],
};

const service = indicatorService({
  context: () => contextOn('2022-05-06', { records: RECORDS }),
  ledgerById,
  office: () => '示例街道办事处',
  takeOut: async () => undefined,
  now: () => '2022-05-06T09:00:00+08:00',
});

test('each indicator with its figure, the period before beside, and counts instead of ids', async () => {
  const rows = await service.indicatorRows(QUESTION);
  const onTime = rows.find(({ id }) => id === 'W2');
  expect(onTime).toMatchObject({
    title: '按时结案率',
    now: { numerator: 1, denominator: 3, records: 3, hits: 1, excluded: [] },
    before: { numerator: 1, denominator: 1 },
  });
  expect(onTime?.now).not.toHaveProperty('ids');
});

test('one community, and every community beside the other in the order of the tree', async () => {
  const rows = await service.indicatorRows({ ...QUESTION, community: 'donghu' });
  expect(rows.find(({ id }) => id === 'W1')?.now).toMatchObject({ numerator: 0, denominator: 1 });
  const each = await service.communityFigures('demand', APRIL);
  expect(each.map(({ community, figures }) => [community, figures[0]?.numerator, figures[0]?.denominator])).toEqual([
    ['chenguang', 2, 2],
    ['donghu', 0, 1],
  ]);
});

test('every number opens its records', async () => {
  expect(await service.figureRecords('W2', QUESTION, 'all')).toEqual(['a', 'b', 'c']);
  expect(await service.figureRecords('W2', QUESTION, 'hits')).toEqual(['a']);
  expect(await service.figureRecords('W2', { ...QUESTION, community: 'donghu' }, 'all')).toEqual(['c']);
  expect(await service.figureRecords('W2', QUESTION, 'out0')).toEqual([]);
  expect(await service.figureRecords('gone', QUESTION, 'all')).toEqual([]);
});

test('goes out as a table with numerator, denominator, basis and source', async () => {
  const { name, bytes } = await service.exportIndicators(QUESTION);
  expect(name).toContain('指标_2022年4月');
  const sheet = read(bytes).Sheets.指标;
  const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: false });
  expect(rows.find((row) => row[1] === 'W2 按时结案率')?.slice(2, 6)).toEqual(['33.3%', '1', '3', '100.0%']);
});

test('an indicator that asks for more than records is asked about the community alone: posts of one, not of all', async () => {
  const parameters = WORKER_PARAMETERS.map((values, place) => recordOf(values, `p${place}`));
  const records: { readonly [ledger: string]: readonly LedgerRecord[] } = {
    organisation: ['chenguang', 'donghu'].map((id) => recordOf({ level: '社区', name: id, residents: 5_000 }, id)),
    worker: [recordOf({ name: '周芳', community: 'donghu' }, 'w')],
    parameter: parameters,
  };
  const parameter = (group: string, key: string) => {
    const row = parameters.find(({ values }) => values.group === group && values.key === key);
    return typeof row?.values.value === 'string' ? row.values.value : undefined;
  };
  const workers = indicatorService({
    context: () => ({ ...contextOn('2022-05-06', { records }), parameter }),
    ledgerById,
    office: () => '示例街道',
    takeOut: async () => undefined,
    now: () => '2022-05-06T09:00:00+08:00',
  });
  const question = { ledger: 'worker', period: APRIL, community: '' };
  const staffing = async (community: string) =>
    (await workers.indicatorRows({ ...question, community })).find(({ id }) => id === 'R1')?.now;
  expect(await staffing('')).toMatchObject({ numerator: 1, denominator: 18 });
  expect(await staffing('donghu')).toMatchObject({ numerator: 1, denominator: 9 });
  expect(await staffing('chenguang')).toMatchObject({ numerator: 0, denominator: 9 });
});

describe('communities by the tree', () => {
  const unit = (id: string, level: string, parent?: string, offFrom?: string) =>
    recordOf({ level, name: id, ...(parent ? { parent } : {}), ...(offFrom ? { offFrom } : {}) }, id);
  const camera = (id: string, place: string) => recordOf({ place, checkedOn: '2022-04-10', condition: '完好' }, id);
  const records: { readonly [ledger: string]: readonly LedgerRecord[] } = {
    organisation: [
      unit('street', '街道'),
      unit('chenguang', '社区', 'street'),
      unit('old', '社区', 'street', '2021-01-01'),
      unit('yard', '小区', 'chenguang'),
      unit('grid', '网格', 'yard'),
    ],
    facility: [camera('own', 'chenguang'), camera('inYard', 'yard'), camera('inGrid', 'grid')],
  };
  const places = indicatorService({
    context: () => contextOn('2022-05-06', { records }),
    ledgerById,
    office: () => '示例街道办事处',
    takeOut: async () => undefined,
    now: () => '2022-05-06T09:00:00+08:00',
  });
  const question = { ledger: 'facility', period: APRIL, community: 'chenguang' };

  test('what stands in a compound or a grid counts in their community', async () => {
    expect(await places.figureRecords('G1', question, 'all')).toEqual(['own', 'inYard', 'inGrid']);
    const [line] = await places.communityFigures('facility', APRIL);
    expect(line?.figures[0]).toMatchObject({ numerator: 3, denominator: 3 });
  });

  test('a community withdrawn before the end of the period has no line', async () => {
    const lines = await places.communityFigures('facility', APRIL);
    expect(lines.map(({ community }) => community)).toEqual(['chenguang']);
  });
});
