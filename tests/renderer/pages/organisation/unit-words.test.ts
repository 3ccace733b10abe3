import { expect, test } from 'vitest';
import { bodiesOf, countedBy, floatingCountedBy, notesOf } from '../../../../renderer/pages/organisation/unit-words.ts';
import type { UnitLine } from '../../../../shared/indicators/unit-holdings.ts';
import type { Values } from '../../../../shared/kit/values.ts';

const line = (id: string, values: Values, more: Partial<UnitLine> = {}): UnitLine => ({
  id,
  name: id,
  level: '社区',
  depth: 0,
  isWithdrawn: false,
  above: [],
  hasChildren: false,
  code: '',
  values,
  warnings: [],
  holdings: {},
  ...more,
});

test('一委一居一站一办: what is lacking, and nothing where nobody has said', () => {
  const all = { hasPartyCommittee: true, hasResidentsCommittee: true, hasServiceStation: true, hasOffice: true };
  expect(bodiesOf(line('晨光', all))).toBe('齐全');
  expect(bodiesOf(line('晨光', { ...all, hasOffice: false }))).toBe('缺 办');
  expect(bodiesOf(line('晨光', {}))).toBe('');
  expect(bodiesOf(line('小区', all, { level: '小区' }))).toBe('');
});

test('withdrawn units, re-issued codes and undated figures are said', () => {
  const old = line('旧社区', { offFrom: '2026-05-01', replacedBy: '新社区' }, { code: '321', isWithdrawn: true });
  const fresh = line('新社区', { households: 2860 }, { code: '321' });
  expect(notesOf(old, [old, fresh])).toEqual(['2026-05-01 起停用', '并入新社区']);
  expect(notesOf(fresh, [old, fresh])).toEqual(['代码曾用于旧社区', '户数人口没有写统计日期']);
});

test('流动人口 is counted on a day of its own, by others', () => {
  const values = { households: 2860, statOn: '2026-01-01', source: '社区摸底', floating: 620 };
  const undated = line('晨光', values);
  const dated = line('晨光', { ...values, floatingOn: '2026-03-31', floatingSource: '派出所登记' });
  expect(notesOf(undated, [undated])).toEqual(['流动人口没有写统计日期']);
  expect(notesOf(dated, [dated])).toEqual([]);
  expect(countedBy(dated)).toBe('2026-01-01 社区摸底');
  expect(floatingCountedBy(dated)).toBe('2026-03-31 派出所登记');
});
