import { expect, test } from 'vitest';
import { bodiesOf, notesOf } from '../../../../renderer/pages/organisation/unit-words.ts';
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
