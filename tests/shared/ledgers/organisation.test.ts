import { describe, expect, test } from 'vitest';
import { validateValues } from '../../../shared/kit/validate.ts';
import { organisation } from '../../../shared/ledgers/organisation.ts';
import { codesOf, contextOf, record } from './support.ts';

const units = [
  record('q', { level: '区', name: '测试区' }),
  record('j', { level: '街道', name: '示例街道', parent: 'q' }),
  record('s', { level: '社区', name: '晨光社区', parent: 'j' }),
  record('x', { level: '小区', name: '测试小区', parent: 's' }),
];
const context = contextOf({ organisation: units });

describe('组织架构', () => {
  test('a parent stands at a higher level; levels between may be left out', () => {
    expect(codesOf(organisation, { level: '网格', name: '一网格', parent: 's' }, context)).toEqual([]);
    expect(codesOf(organisation, { level: '楼栋', name: '3号楼', parent: 'x' }, context)).toEqual([]);
    expect(codesOf(organisation, { level: '社区', name: '东湖社区', parent: 'x' }, context)).toEqual([
      'organisation/parent-level',
    ]);
    expect(codesOf(organisation, { level: '社区', name: '东湖社区', parent: 's' }, context)).toEqual([
      'organisation/parent-level',
    ]);
    expect(codesOf(organisation, { level: '区', name: '另一区', parent: 'q' }, context)).toEqual([
      'organisation/parent-level',
    ]);
  });

  test('a unit cannot come to stand above itself, and a circle already stored ends the walk', () => {
    // The street is given its own compound as parent while its level is being changed to 单元.
    expect(codesOf(organisation, { level: '单元', name: '示例街道', parent: 'x' }, context, 'j')).toEqual([
      'organisation/circle',
    ]);
    const torn = contextOf({
      organisation: [
        record('a', { level: '社区', name: '甲', parent: 'b' }),
        record('b', { level: '小区', name: '乙', parent: 'a' }),
      ],
    });
    expect(codesOf(organisation, { level: '单元', name: '丙', parent: 'a' }, torn)).toEqual(['organisation/circle']);
  });

  test('code lengths are warned about, never refused; 500 and above are real', () => {
    const code = (level: string, digits: string) => codesOf(organisation, { level, name: '某', code: digits }, context);
    expect(code('社区', '321311001001')).toEqual([]);
    expect(code('社区', '654203500500')).toEqual([]);
    expect(code('社区', '32131100101')).toEqual(['organisation/code']);
    expect(code('街道', '321311001')).toEqual([]);
    expect(code('街道', '321311001000')).toEqual([]);
    expect(code('街道', '321311001001')).toEqual(['organisation/code']);
    expect(code('区', '321311')).toEqual([]);
    expect(code('网格', '321311001001-01')).toEqual([]);
  });

  test('grid size is measured against the parameters, and 专属 grids are not', () => {
    const parameters = contextOf({
      parameter: [
        record('1', { group: '配备标准', key: '网格户数下限', value: '300' }),
        record('2', { group: '配备标准', key: '网格户数上限', value: '500' }),
      ],
    });
    const grid = (households: number, more = {}) =>
      codesOf(organisation, { level: '网格', name: '某', households, ...more }, parameters);
    expect(grid(300)).toEqual([]);
    expect(grid(500)).toEqual([]);
    expect(grid(299)).toEqual(['organisation/households']);
    expect(grid(501)).toEqual(['organisation/households']);
    expect(grid(20, { gridType: '专属网格' })).toEqual([]);
    expect(codesOf(organisation, { level: '网格', name: '某', households: 20 }, context)).toEqual([]);
  });

  test('level and name are the key; an end before its start is refused', () => {
    const complaints = validateValues(organisation, { onFrom: '2026-02-01', offFrom: '2026-01-31' }, context);
    const errors = complaints.filter((complaint) => complaint.severity === 'error');
    expect(errors.map((complaint) => [complaint.code, complaint.field])).toEqual([
      ['field/key', 'level'],
      ['field/key', 'name'],
      ['field/not-before', 'offFrom'],
    ]);
  });
});
