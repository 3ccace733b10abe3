import { describe, expect, test } from 'vitest';
import { FindEverywhere } from '../../../../renderer/store/query/find-everywhere.ts';
import { SearchIndex } from '../../../../renderer/store/query/search-index.ts';
import type { Draft, Marked } from '../../../../renderer/store/store-api.ts';
import { StoreCore } from '../../../../renderer/store/store-core.ts';
import { Desk, receiptOf } from '../support.ts';

const CREATE = { kind: 'create', text: '登记' } as const;

const aCase = (name: string, more: Record<string, string> = {}): Draft => ({
  kind: 'create',
  ledger: 'application',
  values: { inDate: '2026-01-05', name, ...more },
});

async function filled(more: readonly Draft[] = []) {
  const store = await new Desk().open();
  const drafts: readonly Draft[] = [
    { kind: 'create', ledger: 'department', id: 'd1', values: { name: '区住建局' } },
    aCase('文艺活动', { applicant: 'd1', contact: '张三丰' }),
    aCase('安全巡查', { contact: '李四' }),
    ...more,
  ];
  receiptOf(await store.write(drafts, { kind: 'import', text: '导入' }));
  return store;
}

const words = ({ before, hit, after }: Marked) => `${before}[${hit}]${after}`;

describe('find everywhere', () => {
  test('groups by ledger; a row says its number, its name, and where else the word stands', async () => {
    const store = await filled();
    const groups = await store.everywhere.find('住建');
    expect(groups.map(({ ledger, total }) => [ledger, total])).toEqual([
      ['application', 1],
      ['department', 1],
    ]);
    const row = groups[0]?.rows[0];
    expect(row?.number).toBe('ZR-2026-0001');
    expect(row && words(row.title)).toBe('[]文艺活动');
    expect(row?.parts.map(({ label, text }) => `${label} ${words(text)}`)).toEqual(['申请部门 区[住建]局']);
  });

  test('initials find and are marked in the words; personal data is found and stays in stars', async () => {
    const store = await filled();
    const [byName] = await store.everywhere.find('wyhd');
    expect(byName?.rows.map(({ title }) => words(title))).toEqual(['[文艺活动]']);
    const [byPerson] = await store.everywhere.find('三丰');
    expect(byPerson?.rows[0]?.parts.map(({ label, text }) => `${label} ${words(text)}`)).toEqual(['联系人 张[**]']);
  });

  test('every word must be there, in whatever field', async () => {
    const store = await filled();
    expect(await store.everywhere.find('文艺 张三丰')).toMatchObject([{ ledger: 'application', total: 1 }]);
    expect(await store.everywhere.find('文艺 李四')).toEqual([]);
    expect(await store.everywhere.find('  ')).toEqual([]);
  });

  test('what is called so comes first, then the latest; the rest is counted', async () => {
    const later = Array.from({ length: 7 }, (_, place) => aCase(`事项${place}`, { contact: '文艺' }));
    const store = await filled(later);
    const [found] = await store.everywhere.find('文艺');
    expect(found?.total).toBe(8);
    expect(found?.rows.map(({ title }) => words(title))).toEqual([
      '[文艺]活动',
      '[]事项6',
      '[]事项5',
      '[]事项4',
      '[]事项3',
    ]);
  });

  test('a deleted record is not found, a changed one by its new words only', async () => {
    const store = await filled();
    await store.everywhere.prepare();
    const id = (await store.everywhere.find('安全'))[0]?.rows[0]?.id ?? '';
    const rev = (await store.view('application', id))?.row.rev ?? '';
    receiptOf(
      await store.write([{ kind: 'edit', ledger: 'application', id, rev, patch: { name: '消防演练' } }], {
        kind: 'edit',
        text: '改',
      }),
    );
    expect(await store.everywhere.find('安全')).toEqual([]);
    const now = (await store.view('application', id))?.row.rev ?? '';
    receiptOf(await store.write([{ kind: 'delete', ledger: 'application', id, rev: now }], CREATE));
    expect(await store.everywhere.find('消防')).toEqual([]);
  });

  test('of letters typed faster than they are answered only the last is looked for', async () => {
    const core = new StoreCore(new Desk().parts());
    const looked = new Set<string>();
    class Watched extends SearchIndex {
      override holding(...given: Parameters<SearchIndex['holding']>) {
        looked.add(given[1].join(' '));
        return super.holding(...given);
      }
    }
    const everywhere = new FindEverywhere(core, new Watched(core));
    const answers = ['文', '文艺', '文艺活', '文艺活动'].map((text) => everywhere.find(text));
    await Promise.all(answers);
    expect([...looked]).toEqual(['文艺活动']);
  });
});
