import { describe, expect, test } from 'vitest';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { proposeFillDown } from '../../../../shared/workbook/import/fill-down.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { missingKeys, proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { HOUSING, openFirst, openFixture, POLICE, xlsxOf } from '../sample-files.ts';
import { task } from '../sample-ledger.ts';

function mapped(rows: Parameters<typeof xlsxOf>[0]) {
  const reader = openFirst(xlsxOf(rows));
  const layout = layOut(reader, findHeader(reader, task));
  return { reader, layout, mapping: proposeMapping(layout, task) };
}

test('a department’s form: words, units, two fields from one cell, and what has no place', () => {
  const reader = openFixture(HOUSING);
  const mapping = proposeMapping(layOut(reader, findHeader(reader, task)), task);
  expect(mapping.columns.map((column) => [column.header, column.target])).toEqual([
    ['序号', { kind: 'ignore' }],
    ['事项名称', { kind: 'field', field: 'name' }],
    ['主管部门', { kind: 'field', field: 'applicant' }],
    ['设定依据', { kind: 'ignore' }],
    ['社区配合职责', { kind: 'ignore' }],
    ['类别', { kind: 'byValue', fields: ['category', 'kind'] }],
    ['频次', { kind: 'ignore' }],
    ['经费（万元）', { kind: 'field', field: 'funds' }],
    ['经费渠道', { kind: 'ignore' }],
    ['起止时间', { kind: 'period', from: 'startDate', to: 'endDate' }],
    ['涉及社区', { kind: 'field', field: 'targets' }],
  ]);
  expect(mapping.columns[7]?.unit).toBe('万元');
  expect(mapping.columns[0]?.why).toBe('行号，不导入');
  expect(mapping.columns[9]?.why).toBe('一格两项：拆成「开始日期」和「结束日期」');
  expect(missingKeys(mapping, task)).toEqual(['inDate']);
});

test('the same blank form has the same fingerprint, whoever filled it in', () => {
  const [housing, police] = [HOUSING, POLICE].map((name) => {
    const reader = openFixture(name);
    return proposeMapping(layOut(reader, findHeader(reader, task)), task).fingerprint;
  });
  expect(housing).toBe(police);
  expect(
    mapped([
      ['事项名称', '主管部门'],
      ['甲', '乙'],
    ]).mapping.fingerprint,
  ).not.toBe(housing);
});

describe('targets', () => {
  test('a column of its own goes before a shared word', () => {
    const { mapping } = mapped([
      ['事项名称', '类别', '准入类型', '收件日期'],
      ['甲', '其他', '统计调查', '2026-1-1'],
    ]);
    expect(mapping.columns.map((column) => column.target)).toEqual([
      { kind: 'field', field: 'name' },
      { kind: 'field', field: 'category' },
      { kind: 'field', field: 'kind' },
      { kind: 'field', field: 'inDate' },
    ]);
  });

  test('the own number finds records; decisions are never written; a second column of a field is not used', () => {
    const { mapping } = mapped([
      ['编号', '事项名称', '任务名称', '审定结果', '申请单位'],
      ['SX-2026-001', '甲', '乙', '同意', '丙'],
    ]);
    expect(mapping.columns.map((column) => [column.target.kind, column.why])).toEqual([
      ['identity', '本台账自己的编号，用来找到已有记录'],
      ['field', '列名相同'],
      ['ignore', '「事项名称」已由另一列对应'],
      ['ignore', '「审定结果」由程序或办理环节填写，不从表格导入'],
      ['field', '列名相同'],
    ]);
  });

  test('a word that is only alike is a proposal to be checked', () => {
    const { mapping } = mapped([
      ['拟进社区事项名称', '主管部门', '备注'],
      ['甲', '乙', '丙'],
    ]);
    expect(mapping.columns[0]).toMatchObject({ target: { kind: 'field', field: 'name' }, sure: false });
  });
});

describe('proposals', () => {
  test('two words for one field are that field; words in brackets are a proposal', () => {
    const { mapping } = mapped([
      ['事项名称/任务名称', '主管部门', '收件日期', '村（社区）', '备注/社区'],
      ['宣传', '区住建局', '2026-1-5', '晨光社区', ''],
    ]);
    expect(mapping.columns.map(({ target, sure }) => [target.kind === 'field' ? target.field : '', sure])).toEqual([
      ['name', true],
      ['applicant', true],
      ['inDate', true],
      ['community', false],
      ['', false],
    ]);
  });

  test.each(['负责人（电话）', '物业（联系电话）', '下次（日期）'])(
    '%s is not the resident’s, nor the day at hand',
    (header) => {
      const reader = openFirst(
        xlsxOf([
          ['诉求人', '诉求内容', '接收时间', header],
          ['李军', '路灯不亮', '2026-9-1', '15400001164'],
        ]),
      );
      const { columns } = proposeMapping(layOut(reader, findHeader(reader, demand)), demand);
      expect(columns[3]?.target).toEqual({ kind: 'ignore' });
    },
  );

  test('a department written once is proposed for the blank cells below, with how many', () => {
    const reader = openFixture(HOUSING);
    const layout = layOut(reader, findHeader(reader, task));
    expect(proposeFillDown(reader, layout, proposeMapping(layout, task), task)).toEqual([
      { column: 2, header: '主管部门', field: 'applicant', blanks: 9, names: ['区住建局'] },
    ]);
  });
});
