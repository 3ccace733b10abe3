import { describe, expect, test } from 'vitest';
import { utils, write } from 'xlsx';
import type { ImportSession } from '../../../../renderer/store/import/import-api.ts';
import { openImportSession } from '../../../../renderer/store/import/import-session.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { readWorkbook } from '../../../../shared/workbook/read/read-workbook.ts';
import { contextOf } from '../../../shared/ledgers/support.ts';

type SheetOf = {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly merges?: readonly string[];
};

function workbookOf(sheets: readonly SheetOf[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

function open(
  ledgerId: string,
  sheets: readonly SheetOf[],
  fileName = '清单.xlsx',
  stored: readonly LedgerRecord[] = [],
): Promise<ImportSession> {
  const context = contextOf({ [ledgerId]: stored });
  const target = {
    ledgerById,
    context: () => context,
    write: () => Promise.reject(new Error('nothing is written here')),
    newId: () => 'new',
    changedSinceImport: async () => new Map(),
    stamp: () => '',
  };
  return openImportSession(target, readWorkbook(workbookOf(sheets), fileName), ledgerId, fileName);
}

const fates = async (session: ImportSession) => {
  const { rows } = await session.planWindow('all', 0, 100);
  return rows.map((row) => [row.status, row.values] as const);
};

const targetsOf = (session: ImportSession) =>
  session.view().columns.map(({ header, target }) => [header, 'field' in target ? target.field : target.kind]);

describe('the street’s three lists, one a sheet, as 编办 prints them', () => {
  const TITLE = '顺河街道履行职责事项清单（2026年版）';
  const three: readonly SheetOf[] = [
    {
      name: '基本履职事项清单',
      rows: [
        [TITLE, ''],
        ['一、基本履职事项清单（共3项）', ''],
        ['序号', '事项名称'],
        ['一、党的建设（2项）', ''],
        [1, '落实党建工作责任制'],
        ['', '加强社区党组织建设'],
        ['二、平安法治（1项）', ''],
        [5, '开展法治宣传教育'],
      ],
      merges: ['A1:B1', 'A2:B2', 'A4:B4', 'A7:B7'],
    },
    {
      name: '配合履职事项清单',
      rows: [
        [TITLE, '', '', '', ''],
        ['序号', '事项名称', '对应上级部门', '上级部门职责', '街道配合职责'],
        [1, '二次供水设施巡查', '区住建局、区水务局', '负责监督检查', '发现问题及时上报'],
      ],
      merges: ['A1:E1'],
    },
    {
      name: '上级部门收回事项清单',
      rows: [
        [TITLE, '', '', ''],
        ['序号', '事项名称', '承接部门', '工作方式'],
        [1, '企业安全生产执法检查', '区应急管理局', '区应急管理局负责开展检查'],
      ],
      merges: ['A1:D1'],
    },
  ];

  test('基本履职: list and year from sheet and title; group titles and a missing number make no item and lose none', async () => {
    const session = await open('catalogueItem', three);
    expect(session.view().header).toEqual({ top: 2, bottom: 2 });
    expect(session.view().constants).toEqual({ listType: '基本履职', version: '2026' });
    expect(session.view().proposed.map(({ field, why }) => [field, why])).toEqual([
      ['listType', '工作表名写明“基本履职”'],
      ['version', '表内标题写明“2026”'],
    ]);
    expect(session.leftOutWindow(0, 9).rows.map(({ place, reason }) => [place.row, reason])).toEqual([
      [3, '分组标题行'],
      [6, '分组标题行'],
    ]);
    const common = { listType: '基本履职', version: '2026' };
    expect(await fates(session)).toEqual([
      ['new', { ...common, name: '落实党建工作责任制' }],
      ['new', { ...common, name: '加强社区党组织建设' }],
      ['new', { ...common, name: '开展法治宣传教育' }],
    ]);
  });

  test('配合履职 and 收回 with their own columns', async () => {
    const session = await open('catalogueItem', three);
    await session.chooseSheet(1);
    expect(await fates(session)).toEqual([
      [
        'new',
        {
          listType: '配合履职',
          version: '2026',
          name: '二次供水设施巡查',
          leadDept: '区住建局、区水务局',
          dutyDept: '负责监督检查',
          dutyStreet: '发现问题及时上报',
        },
      ],
    ]);
    await session.chooseSheet(2);
    expect(await fates(session)).toEqual([
      [
        'new',
        {
          listType: '收回',
          version: '2026',
          name: '企业安全生产执法检查',
          takeoverDept: '区应急管理局',
          workMode: '区应急管理局负责开展检查',
        },
      ],
    ]);
  });

  test('next year’s list is new; this year’s a second time is not', async () => {
    const stored: readonly LedgerRecord[] = [
      { id: 'a', rev: 'a/1/0', values: { listType: '基本履职', version: '2026', name: '开展法治宣传教育' } },
      { id: 'b', rev: 'a/1/0', values: { listType: '基本履职', version: '2025', name: '落实党建工作责任制' } },
    ];
    const statuses = (await fates(await open('catalogueItem', three, '清单.xlsx', stored))).map(([status]) => status);
    expect(statuses).toEqual(['new', 'new', 'unchanged']);
  });
});

describe('the one sheet of the import template', () => {
  const header = [
    '类别',
    '事项类型',
    '序号',
    '事项名称',
    '关联单位',
    '来源镇街',
    '上级部门职责',
    '镇街配合职责',
    '工作方式',
  ];
  const rows = [
    ['履职事项汇总表', '', '', '', '', '', '', '', ''],
    header,
    ['基本履职', '党的建设', 1, '落实党建工作责任制', '', '顺河街道', '', '', ''],
    ['', '', 3, '加强社区党组织建设', '', '顺河街道', '', '', ''],
    ['配合履职', '城乡建设', 1, '二次供水设施巡查', '区住建局', '顺河街道', '监督检查', '发现上报', ''],
    ['上级部门收回', '应急管理', 1, '企业安全生产检查', '区应急管理局', '顺河街道', '', '', '区局自行检查'],
  ];
  const merges = ['A1:I1', 'A3:A4', 'B3:B4'];
  const expected: readonly Values[] = [
    { listType: '基本履职', domain: '党的建设', name: '落实党建工作责任制', sourceStreet: '顺河街道' },
    { listType: '基本履职', domain: '党的建设', name: '加强社区党组织建设', sourceStreet: '顺河街道' },
    {
      listType: '配合履职',
      domain: '城乡建设',
      name: '二次供水设施巡查',
      leadDept: '区住建局',
      sourceStreet: '顺河街道',
      dutyDept: '监督检查',
      dutyStreet: '发现上报',
    },
    {
      listType: '收回',
      domain: '应急管理',
      name: '企业安全生产检查',
      leadDept: '区应急管理局',
      sourceStreet: '顺河街道',
      workMode: '区局自行检查',
    },
  ];

  test('类别 says the list, 事项类型 the field of work; merged cells count for every row', async () => {
    const session = await open('catalogueItem', [{ name: 'Sheet1', rows, merges }]);
    expect(targetsOf(session)).toEqual([
      ['类别', 'listType'],
      ['事项类型', 'domain'],
      ['序号', 'ignore'],
      ['事项名称', 'name'],
      ['关联单位', 'leadDept'],
      ['来源镇街', 'sourceStreet'],
      ['上级部门职责', 'dutyDept'],
      ['镇街配合职责', 'dutyStreet'],
      ['工作方式', 'workMode'],
    ]);
    expect(await fates(session)).toEqual(expected.map((values) => ['new', values]));
  });

  test('the other way round the values still find their fields', async () => {
    const turned = rows.map(([first = '', second = '', ...rest], row) =>
      row < 2 ? [first, second, ...rest] : [second, first, ...rest],
    );
    const session = await open('catalogueItem', [{ name: 'Sheet1', rows: turned, merges }]);
    expect(await fates(session)).toEqual(expected.map((values) => ['new', values]));
  });

  test('a list nobody knows holds its row back and says why', async () => {
    const odd = [...rows, ['赋权事项', '综合执法', 1, '占道经营处罚', '区城管局', '顺河街道', '', '', '']];
    const session = await open('catalogueItem', [{ name: 'Sheet1', rows: odd, merges }]);
    const [last] = (await session.planWindow('all', 4, 1)).rows;
    expect([last?.status, last?.reason.includes('清单类型')]).toEqual(['heldBack', true]);
  });
});

test('a department’s 社区工作事项 sheet: the list from its title, the fields of a community item', async () => {
  const session = await open(
    'catalogueItem',
    [
      {
        name: 'Sheet1',
        rows: [
          ['社区依法协助政府工作事项清单', '', '', '', ''],
          ['填报单位：区卫健局', '', '', '', ''],
          ['序号', '事项名称', '类别', '法律法规依据', '社区承担职责'],
          [1, '艾滋病防治宣传', '公共服务', '艾滋病防治条例 第六条', '协助宣传'],
          ['合计', '1项', '', '', ''],
        ],
        merges: ['A1:E1', 'A2:E2'],
      },
    ],
    '区卫健局2026年报送.xlsx',
  );
  expect(await fates(session)).toEqual([
    [
      'new',
      {
        listType: '依法协助',
        version: '2026',
        name: '艾滋病防治宣传',
        category: '公共服务',
        basis: '艾滋病防治条例 第六条',
        dutyStreet: '协助宣传',
      },
    ],
  ]);
});

describe('certificates', () => {
  const rows = (title: string) => [
    [title, '', '', '', ''],
    ['序号', '事项名称', '办理用途', '开具单位', '政策法规依据'],
    [1, '居住证明', '子女入学', '社区居委会', '居住证暂行条例'],
  ];

  test.each([
    ['社区依法出具证明事项清单', '可出具'],
    ['不应由居委会出具的证明事项清单（第一批）', '不应出具'],
    ['社区不可出具证明事项清单', '不应出具'],
    ['出具意见和盖章事项保留清单', '可出具'],
    ['出具证明和盖章事项取消清单', '不应出具'],
  ])('%s → %s', async (title, kind) => {
    const session = await open('certificateItem', [{ name: 'Sheet1', rows: rows(title), merges: ['A1:E1'] }]);
    expect(await fates(session)).toEqual([
      ['new', { kind, name: '居住证明', purpose: '子女入学', issuer: '社区居委会', basis: '居住证暂行条例' }],
    ]);
  });

  test('a title that names both says neither: the clerk chooses', async () => {
    const title = '可出具与不应出具证明事项清单';
    const session = await open('certificateItem', [{ name: 'Sheet1', rows: rows(title), merges: ['A1:E1'] }]);
    expect(session.view().missingKeys).toEqual(['kind']);
    await session.setConstant('kind', '可出具');
    expect(await session.plan()).toMatchObject({ willCreate: 1 });
  });
});
