import { describe, expect, test } from 'vitest';
import { catalogueService } from '../../../../renderer/store/services/catalogue-service.ts';
import type { Draft } from '../../../../renderer/store/store-api.ts';
import type { Reason } from '../../../../shared/history/change.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { contextOf, record } from '../../../shared/ledgers/support.ts';

function service() {
  const written: { drafts: readonly Draft[]; reason: Reason }[] = [];
  const context = contextOf({
    catalogueItem: [
      record('a', { listType: '依法协助', name: '消防安全宣传', version: '2026', effectiveTo: '2026-12-31' }),
      record('b', { listType: '依法协助', name: '消防安全宣传教育', version: '2027', effectiveFrom: '2027-01-01' }),
      record('c', { listType: '依法协助', name: '社会救助协助' }),
    ],
    application: [record('1', { caseNo: 'ZR-2026-0001', itemName: '冬季防火', state: 'ACTIVE', listItem: 'a' })],
  });
  const target = {
    context: () => context,
    write: async (drafts: readonly Draft[], reason: Reason) => {
      written.push({ drafts, reason });
      return { ok: false as const, complaints: [] };
    },
    office: () => '顺河街道',
    takeOut: async () => undefined,
    now: () => '2026-11-23T09:00:00+08:00',
  };
  return { ...catalogueService(target), written };
}

const renamed = {
  id: 'b',
  code: '',
  name: '消防安全宣传教育',
  listType: '依法协助',
  nameBefore: '消防安全宣传',
  changes: ['事项名称：消防安全宣传 → 消防安全宣传教育'],
  pairing: '疑似同一项（相似度 86%）',
  likely: true,
  cases: [{ id: '1', caseNo: 'ZR-2026-0001', itemName: '冬季防火', state: 'ACTIVE', by: '对应条目' }],
};

describe('what the catalogue’s screens are told', () => {
  test('versions of today', () => {
    expect(service().catalogueVersions()).toEqual([
      { label: '2027', items: 1, inForce: 0, from: '2027-01-01' },
      { label: '2026', items: 1, inForce: 1, to: '2026-12-31' },
      { label: '', items: 1, inForce: 1 },
    ]);
  });

  test('two versions side by side', () => {
    expect(service().compareCatalogue({ version: '2026' }, { version: '2027' })).toEqual({
      added: [],
      dropped: [],
      changed: [renamed],
      unchanged: 0,
    });
  });

  test('two days: items of every version that held', () => {
    expect(service().compareCatalogue({ day: '2026-12-31' }, { day: '2027-01-01' })).toEqual({
      added: [],
      dropped: [],
      changed: [renamed],
      unchanged: 1,
    });
  });

  test('the comparison as a file', async () => {
    const { name, bytes } = await service().exportComparison({ version: '2026' }, { day: '2027-01-01' });
    expect(name).toContain('准入清单对照表');
    expect(readWorkbook(bytes, name).sheets.map((sheet) => sheet.name)).toEqual(['准入清单对照表']);
  });
});

test('a copy is one batch that says what it is; a refused one writes nothing', async () => {
  const { copyCatalogueVersion, written } = service();
  await copyCatalogueVersion({ from: '2027', to: '2028', effectiveFrom: '2028-01-01' });
  expect(written.map(({ drafts, reason }) => [drafts.length, reason.text])).toEqual([
    [2, '由版本 2027 复制出版本 2028，2028-01-01 起生效'],
  ]);
  const refused = await copyCatalogueVersion({ from: '2027', to: '2026', effectiveFrom: '2028-01-01' });
  expect(refused.ok ? [] : refused.complaints.map(({ code }) => code)).toEqual(['version/taken']);
  expect(written).toHaveLength(1);
});
