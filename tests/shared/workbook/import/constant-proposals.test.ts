import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../../shared/kit/ledger.ts';
import { catalogueItem } from '../../../../shared/ledgers/catalogue-item.ts';
import { demand } from '../../../../shared/ledgers/demand.ts';
import { dispute } from '../../../../shared/ledgers/dispute.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { petition } from '../../../../shared/ledgers/petition.ts';
import { proposeConstants } from '../../../../shared/workbook/import/constant-proposals.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { lookupIn } from '../../../../shared/workbook/import/import-lookup.ts';
import { proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { openFirst, xlsxOf } from '../sample-files.ts';
import { officeOf } from '../sample-office.ts';

type Rows = Parameters<typeof xlsxOf>[0];

/** What is proposed for a sheet of a file, by field. */
function proposed(ledger: Ledger, rows: Rows, fileName = '8月.xlsx', sheetName?: string) {
  const opened = openFirst(xlsxOf(rows));
  const reader = sheetName === undefined ? opened : { ...opened, sheet: { ...opened.sheet, name: sheetName } };
  const layout = layOut(reader, findHeader(reader, ledger));
  const mapping = proposeMapping(layout, ledger);
  const context = officeOf();
  const lookup = lookupIn(context, ledgerById);
  const all = proposeConstants({ reader, layout, mapping, ledger, fileName, today: '2026-11-23', lookup });
  return Object.fromEntries(all.map(({ field, value, why }) => [field, [value, why]]));
}

const DEMANDS: Rows = [
  ['接收时间', '诉求内容', '诉求人'],
  ['2026-08-20', '路灯不亮', '王某'],
];

describe('whose rows they are', () => {
  test.each([
    ['晨光社区2026年8月诉求台账.xlsx', '文件名写明“晨光社区2026年8月诉求台账”'],
    ['8月晨光社区.xlsx', '文件名写明“8月晨光社区”'],
    ['诉求-晨光-8月.xlsx', '文件名写明“晨光”'],
  ])('the file name %s mentions the community', (fileName, why) => {
    expect(proposed(demand, DEMANDS, fileName).community).toEqual(['晨光', why]);
  });

  test('a title mentions it', () => {
    const rows = [['晨光社区2026年8月群众诉求台账'], ...DEMANDS];
    expect(proposed(demand, rows).community).toEqual(['晨光', '表内标题写明“晨光社区2026年8月群众诉求台账”']);
  });

  test('of a workbook with a sheet a community the sheet’s name says it', () => {
    expect(proposed(demand, DEMANDS, '诉求.xlsx', '东湖社区').community).toEqual(['东湖', '工作表名写明“东湖社区”']);
  });

  test('who filled it in goes before whom it is sent to', () => {
    const rows = [['报送：东湖社区', '填报单位：晨光社区'], ...DEMANDS];
    expect(proposed(demand, rows).community).toEqual(['晨光', '表内标题写明“晨光社区”']);
  });

  test('where the file’s name contradicts the sheet the clerk is asked', () => {
    const rows = [['填报单位：东湖社区'], ...DEMANDS];
    expect(proposed(demand, rows, '诉求-晨光社区.xlsx').community).toEqual([
      undefined,
      '表内标题写明“东湖社区”，文件名写明“晨光社区”，两处不同，请选定',
    ]);
  });

  test.each([
    [
      '填报单位：晨光社区',
      '东湖社区诉求台账',
      '表内标题写明“晨光社区”，表内标题写明“东湖社区诉求台账”，两处不同，请选定',
    ],
    ['晨光社区、东湖社区诉求', '', '表内标题写明“晨光社区、东湖社区诉求”，不止一个，请选定'],
  ])('two communities above the table, %s and %s: the clerk is asked', (one, other, why) => {
    expect(proposed(demand, [[one], [other], ...DEMANDS]).community).toEqual([undefined, why]);
  });

  test.each([
    ['晨光社区_东湖社区.xlsx', '文件名写明“晨光社区”，文件名写明“东湖社区”，两处不同，请选定'],
    ['晨光社区_东湖社区居民诉求.xlsx', '文件名写明“晨光社区”，文件名写明“晨光社区_东湖社区居民诉求”，两处不同，请选定'],
  ])('so it is with the file name %s', (fileName, why) => {
    expect(proposed(demand, DEMANDS, fileName).community).toEqual([undefined, why]);
  });

  test.each(['报送：东湖社区', '报送单位：东湖社区', '抄送：东湖社区居委会'])(
    'nobody’s rows are told by %s',
    (line) => {
      expect(proposed(demand, [[line], ...DEMANDS]).community).toBe(undefined);
      expect(proposed(demand, [[`填报单位：晨光社区　${line}`], ...DEMANDS]).community).toEqual([
        '晨光',
        '表内标题写明“晨光社区”',
      ]);
    },
  );
});

describe('today for a missing key day', () => {
  const disputes = (header: string, day: string | number): Rows => [
    ['序号', header, '社区', '当事人甲'],
    [1, day, '晨光', '王某'],
  ];

  test.each(['日期', '时间', '调处时间'])('is not proposed while a column %s of days is not read', (header) => {
    expect(proposed(dispute, disputes(header, '2026-08-20')).foundOn).toBe(undefined);
  });

  test('is proposed where no column holds days', () => {
    expect(proposed(dispute, disputes('情况', '已联系')).foundOn).toEqual([
      '2026-11-23',
      '表中没有这一列，建议填今天，可修改',
    ]);
  });

  test('goes behind the day that a line above states; the day it is handed in is none', () => {
    const under = (line: string) => proposed(dispute, [[line], ...disputes('情况', '已联系')]).foundOn;
    expect(under('排查时间：2026年9月28日　排查人：李敏')).toEqual([
      '2026-09-28',
      '表内标题写明“排查时间：2026年9月28日”',
    ]);
    expect(under('上报时间：2026年9月30日')).toContain('2026-11-23');
    expect(under('排查时间：九月')).toContain('2026-11-23');
    expect(under('排查时间：2026年9月1日至9月30日')).toContain('2026-11-23');
    expect(under('排查时间：2026年9月1日 — 30日')).toContain('2026-11-23');
  });

  test.each(['登记时间', '发生时间', '上报时间'])('a column %s is the day a dispute was found', (header) => {
    const reader = openFirst(xlsxOf(disputes(header, '2026-08-20')));
    const { columns } = proposeMapping(layOut(reader, findHeader(reader, dispute)), dispute);
    expect(columns[1]).toMatchObject({ target: { kind: 'field', field: 'foundOn' }, sure: true });
  });

  test.each(['来信时间', '来访时间'])('a column %s is the day a petition came', (header) => {
    const reader = openFirst(
      xlsxOf([
        [header, '信访人', '信访事项'],
        ['2026-08-20', '王某', '噪声'],
      ]),
    );
    const { columns } = proposeMapping(layOut(reader, findHeader(reader, petition)), petition);
    expect(columns[0]).toMatchObject({ target: { kind: 'field', field: 'receivedOn' }, sure: true });
  });
});

describe('a choice that a title names', () => {
  const rows: Rows = [
    ['排查日期', '社区', '当事人甲'],
    ['2026-08-20', '晨光', '王某'],
  ];

  test('is not made out of parts of two words', () => {
    expect(proposed(dispute, [['示例街道矛盾纠纷化解中心台账'], ...rows]).outcome).toBe(undefined);
    expect(proposed(dispute, [['示例街道矛盾纠纷调解中心台账'], ...rows]).outcome).toBe(undefined);
  });

  test('is not proposed where the title names others besides', () => {
    expect(proposed(dispute, [['物业纠纷及其他矛盾台账'], ...rows]).kind).toBe(undefined);
    expect(proposed(dispute, [['物业纠纷台账'], ...rows]).kind).toEqual(['物业', '表内标题写明“物业”']);
  });
});

describe('the year a sheet is of', () => {
  const rows: Rows = [
    ['事项名称', '主责部门'],
    ['安全宣传', '区应急局'],
  ];

  test('is stated by its title', () => {
    expect(proposed(catalogueItem, [['2026年履职事项清单'], ...rows]).version).toEqual(['2026', '表内标题写明“2026”']);
  });

  test('is asked for where the sheet’s name is left over from another', () => {
    expect(proposed(catalogueItem, [['2026年履职事项清单'], ...rows], '2026年清单.xlsx', '2025年').version).toEqual([
      undefined,
      '工作表名写明“2025”，表内标题写明“2026”，文件名写明“2026”，两处不同，请选定',
    ]);
  });
});

test('a list named otherwise by the sheet and by the file is asked for', () => {
  const rows: Rows = [
    ['事项名称', '主责部门'],
    ['安全宣传', '区应急局'],
  ];
  expect(proposed(catalogueItem, rows, '配合履职事项清单.xlsx', '基本履职事项清单').listType).toEqual([
    undefined,
    '工作表名写明“基本履职”，文件名写明“配合履职”，两处不同，请选定',
  ]);
});
