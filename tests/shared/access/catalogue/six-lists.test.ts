import { describe, expect, test } from 'vitest';
import { matchApplication } from '../../../../shared/access/catalogue/match.ts';
import {
  filterOfList,
  initialOfList,
  ledgerOfList,
  PUBLISHED_LISTS,
} from '../../../../shared/access/catalogue/six-lists.ts';
import { LIST_TYPES } from '../../../../shared/ledgers/catalogue-options.ts';

const printed = (id: string) => {
  const list = PUBLISHED_LISTS.find((one) => one.id === id);
  if (list === undefined) throw new Error(`no list ${id}`);
  const ledger = ledgerOfList(list);
  return ledger.columns.map((field) => (ledger.fields[field] ?? ledger.derived?.fields[field])?.label);
};

test('六张清单 and the certificates that must not be issued, then the street’s three', () => {
  expect(PUBLISHED_LISTS.map(({ title, group, value }) => [group, title, value])).toEqual([
    ['six', '依法自治', '依法履职'],
    ['six', '依法协助', '依法协助'],
    ['six', '工作负面', '负面'],
    ['six', '依法出具证明', '可出具'],
    ['six', '不应出具证明', '不应出具'],
    ['six', '管理服务', '管理服务'],
    ['six', '小微权力', '小微权力'],
    ['street', '基本履职', '基本履职'],
    ['street', '配合履职', '配合履职'],
    ['street', '上级部门收回', '收回'],
  ]);
});

test('every list type has its list, and every list’s value is one its field knows', () => {
  const types = PUBLISHED_LISTS.filter(({ field }) => field === 'listType').map(({ value }) => value);
  expect([...types].sort()).toEqual(LIST_TYPES.map(({ value }) => value).sort());
  for (const { ledger, field, value } of PUBLISHED_LISTS) {
    expect(ledger.fields[field]?.options?.map((option) => option.value)).toContain(value);
  }
});

/** What the screen adds to the printed columns. */
const HOLDS = ['参与比对', '效力', '生效日期', '失效日期', '版本'];

describe('columns as they are printed', () => {
  test.each([
    ['配合履职', ['事项名称', '对应上级部门', '上级部门职责', '街道配合职责', ...HOLDS]],
    ['收回', ['事项名称', '承接部门', '工作方式', ...HOLDS]],
    ['可出具', ['事项名称', '办理用途', '开具单位', '政策法规依据', '备注']],
    ['依法协助', ['条目编号', '事项名称', '事项分类', '责任部门', '法律法规依据', '社区承担职责', '频次', ...HOLDS]],
  ])('%s', (id, labels) => {
    expect(printed(id)).toEqual(labels);
  });

  test('the declared ledger keeps its own words', () => {
    const [own] = PUBLISHED_LISTS;
    expect(own?.ledger.fields.leadDept?.label).toBe('主责部门');
  });
});

test('a list filters its own rows and starts its own records', () => {
  const certificates = PUBLISHED_LISTS.find(({ id }) => id === '不应出具');
  if (certificates === undefined) throw new Error('no list');
  expect(filterOfList(certificates)).toEqual({ field: 'kind', is: ['不应出具'] });
  expect(initialOfList(certificates)).toEqual({ kind: '不应出具' });
});

test('what stands only on the community’s own lists is for a human to weigh', () => {
  const entry = { id: 'x', listType: '小微权力', name: '低保对象民主评议' };
  const match = matchApplication({ itemName: '低保对象民主评议' }, [entry]);
  expect(match.result).toBe('待人工判断');
  expect(match.why).toContain('该条目列在社区小微权力清单，写的是社区自己的服务或权力，不等于部门可以交办');
});
