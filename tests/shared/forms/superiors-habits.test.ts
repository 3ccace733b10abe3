import { describe, expect, test } from 'vitest';
import { formContext } from './form-office.ts';
import { merged, september } from './september-form.ts';
import { plain, ruled } from './several-tables-form.ts';

describe('habits of superiors’ forms', () => {
  test('序号 counts on by formulas: they stay, and go along into rows put in', () => {
    const { row, formulas } = september([
      plain('12345热线'),
      ruled('序号', '社区', '派遣数', '办结数'),
      ruled(1, '晨光社区', null, null),
      ruled('=A3+1', '东湖社区', null, null),
      ruled('=A4+1', '文昌社区', null, null),
      ruled('合计', null, '=SUM(C3:C5)', '=SUM(D3:D5)'),
    ]);
    expect([2, 5, 6].map(row)).toEqual(['1 晨光社区 8 6', ' 桃园社区 4 3', ' 新河社区 2 1']);
    expect(formulas).toEqual(['A4=A3+1', 'A5=A4+1', 'A6=A5+1', 'A7=A6+1', 'C8=SUM(C3:C7)', 'D8=SUM(D3:D7)']);
  });

  test('columns merged in pairs from the headings down are filled once each', () => {
    const pairs = (at: number) => [merged(at, 0, at, 1), merged(at, 2, at, 3)];
    const { row } = september(
      [
        plain('12345热线'),
        ruled('单位', null, '派遣数', null, '办结数'),
        ruled('晨光社区', null, null, null, null),
        ruled('东湖社区', null, null, null, null),
      ],
      [1, 2, 3].flatMap(pairs),
    );
    expect([2, 3].map(row)).toEqual(['晨光社区  8  6', '东湖社区  4  4']);
  });

  test('rows are kinds with merged groups before them', () => {
    const { row, formulas } = september(
      [
        plain('矛盾纠纷'),
        ruled('类别', '纠纷类型', '纠纷总数', '化解数', '未化解数'),
        ruled('家庭类', '婚姻家庭', null, null, null),
        ruled(null, '邻里', null, null, null),
        ruled('经济类', '物业', null, null, null),
        ruled(null, '劳资', null, null, null),
        ruled(null, '其他', null, null, null),
        ruled('合计', null, '=SUM(C3:C7)', '=SUM(D3:D7)', null),
      ],
      [merged(2, 0, 3, 0), merged(4, 0, 6, 0), merged(7, 0, 7, 1)],
    );
    // 其他: 合同, 损害赔偿, 消费 (未化解), 其他 and one without a kind.
    expect([2, 3, 4, 5, 6].map(row)).toEqual([
      '家庭类 婚姻家庭 2 1 1',
      ' 邻里 2 1 1',
      '经济类 物业 3 2 1',
      ' 劳资 2 1 1',
      ' 其他 5 4 1',
    ]);
    expect(formulas).toEqual(['C8=SUM(C3:C7)', 'D8=SUM(D3:D7)']);
  });

  test.each([
    ['填报单位（盖章）：____________', '填报单位（盖章）：顺河街道'],
    [
      '填报单位：              填表人：          填报日期：    年  月  日',
      '填报单位：顺河街道      填表人：李敏      填报日期：2026年10月8日',
    ],
    ['统计月份：    年  月    填报日期：    年  月  日', '统计月份：2026年9月    填报日期：2026年10月8日'],
    ['填报日期（    年  月  日）', '填报日期（2026年10月8日）'],
    ['统计时间：2026年8月1日至2026年8月31日', '统计时间：2026年9月1日至2026年9月30日'],
    [
      '统计时间：    年  月  日—    年  月  日    填报日期：    年  月  日',
      '统计时间：2026年9月1日至2026年9月30日    填报日期：2026年10月8日',
    ],
    ['统计时间：2026年8月31日', '统计时间：2026年8月31日'],
    ['（截至2026年8月31日）', '（截至2026年9月30日）'],
    ['（2026年8月31日）', '（2026年8月31日）'],
    ['年    月    日', '2026年10月8日'],
    ['说明：请于2026年1月10日前报送。', '说明：请于2026年1月10日前报送。'],
  ])('%s', (written, filled) => {
    const { row } = september([
      plain('12345热线'),
      plain(written),
      ruled('单位', '派遣数', '办结数'),
      ruled('晨光社区', null, null),
    ]);
    expect(row(1).trim()).toBe(filled);
  });

  test('a total that adds row by row is named where rows are put in; one over a range grows', () => {
    const { formulas, notes } = september([
      plain('12345热线'),
      ruled('单位', '派遣数', '办结数', '退单'),
      ruled('全街道合计', '=B4+B5', '=SUM(C4:C5)', null),
      ruled('晨光社区', null, null, null),
      ruled('东湖社区', null, null, null),
      ruled('领导签字', null, null, null),
    ]);
    expect(formulas).toEqual(['B3=B4+B5', 'C3=SUM(C4:C8)']);
    expect(notes).toEqual([
      '表样里没有桃园社区、文昌社区、新河社区，本期有数，已加在后面',
      '表样 B3 的公式是一行一行加的，加进去的行没有算在内，请核对后改好这几处合计',
      'D 列的合计表样没有公式，由程序把各行相加（标有 ∑），请核对',
    ]);
  });

  test('a name in several rows is about what its section or group says; without that it is left', () => {
    const line = (name: string | null) => ruled(name, null, null, null);
    const sections = september(
      [
        plain('矛盾纠纷'),
        ruled('社区', '纠纷总数', '化解数', '未化解数'),
        line('一、邻里纠纷'),
        line('晨光社区'),
        line('文昌社区'),
        line('二、物业'),
        line('晨光社区'),
        line('桃园社区'),
        line('合计'),
      ],
      [merged(2, 0, 2, 3)],
    );
    // 晨光 has one of 邻里 and one of 物业 among five disputes, 桃园 two of 物业 among three.
    expect([3, 4, 6, 7, 8].map(sections.row)).toEqual([
      '晨光社区 1 1 0',
      '文昌社区 1 0 1',
      '晨光社区 1 0 1',
      '桃园社区 2 2 0',
      '合计 5 3 2',
    ]);
    expect(sections.notes[0]).toBe('表样里没有东湖社区、新河社区，本期有数，不知道加在哪一段，没有加');
    const groups = september(
      [
        plain('矛盾纠纷'),
        ruled('片区', '社区', '纠纷总数', '化解数', '未化解数'),
        ruled('东片', '晨光社区', null, null, null),
        ruled(null, '东湖社区', null, null, null),
        ruled('西片', '晨光社区', null, null, null),
      ],
      [merged(2, 0, 3, 0)],
    );
    expect([2, 3, 4].map(groups.row)).toEqual(['东片 晨光社区   ', ' 东湖社区 3 2 1', '西片 晨光社区   ']);
    expect(groups.notes[0]).toBe('表样里晨光社区各有几行，不知道每行各填什么，这几行没有填，请手工填写');
  });

  test('months and years over columns are no period to be filled in; a sentence below the rows stays as it is', () => {
    const { row } = september([
      plain('2025年12345热线（8月）'),
      ruled('单位', '8月', '9月', '派遣数', '办结数'),
      ruled('晨光社区', null, null, null, null),
      ruled('东湖社区', null, null, null, null),
      plain('数据来源：2025年统计公报；2026年1月10日前报送'),
      plain('2026年8月31日'),
    ]);
    expect([0, 1, 2, 7, 8].map(row).map((text) => text.trim())).toEqual([
      '2026年12345热线（9月）',
      '单位 8月 9月 派遣数 办结数',
      '晨光社区   8 6',
      '数据来源：2025年统计公报；2026年1月10日前报送',
      '2026年10月8日',
    ]);
  });

  test('headings nobody ruled over rows that are', () => {
    const { row } = september([
      plain('矛盾纠纷明细'),
      plain('序号', '社区', '当事人', '纠纷类型'),
      ruled(null, null, null, null),
      ruled(null, null, null, null),
    ]);
    expect([2, 14].map(row)).toEqual(['1 晨光社区 甲某 婚姻家庭', '13 桃园社区 甲某 物业']);
  });

  test('what names a 小区 is its community’s, in figures and in lists; a row put in has the whole name', () => {
    const unit = (id: string, level: string, parent: string) => ({
      id,
      rev: 'a/1/1',
      values: { level, name: id, parent },
    });
    const short = { id: '东湖社区', rev: 'a/1/1', values: { level: '社区', name: '东湖社区', shortName: '东湖' } };
    const base = formContext({
      organisation: [short, unit('阳光花园', '小区', '东湖社区'), unit('第一网格', '网格', '阳光花园')],
      facility: ['东湖社区', '阳光花园', '第一网格'].map((place, at) => ({
        id: `f${at}`,
        rev: 'a/1/1',
        values: { no: String(at), kind: '球机', place, checkedOn: '2026-09-01' },
      })),
    });
    const office = { ...base, nameOf: (_: string, id: string) => (id === '东湖社区' ? '东湖' : id) };
    const counted = september(
      [plain('技防设施汇总'), ruled('社区', '点位数', '期末点位数'), ruled(null, null, null)],
      [],
      office,
    );
    expect(counted.row(2)).toBe('东湖社区 3 3');
    const list = september(
      [plain('技防设施明细'), ruled('序号', '社区', '设备类型', '设备状态'), ruled(null, null, null, null)],
      [],
      office,
    );
    expect([2, 3, 4].map(list.row)).toEqual(['1 东湖 球机 ', '2 东湖 球机 ', '3 东湖 球机 ']);
  });

  test('rows with 0 where figures go, and 序号 written as text, under two lines of headings', () => {
    const { row } = september(
      [
        plain('12345热线'),
        ruled('序号', '单位', '工单', null),
        ruled(null, null, '派遣数', '办结数'),
        ruled('一', '晨光社区', 0, 0),
        ruled('二', '东湖社区', null, null),
      ],
      [merged(1, 0, 2, 0), merged(1, 1, 2, 1), merged(1, 2, 1, 3)],
    );
    expect([3, 4].map(row)).toEqual(['一 晨光社区 8 6', '二 东湖社区 4 4']);
  });

  test('合计 may be a heading too', () => {
    const { row } = september([
      plain('矛盾纠纷'),
      ruled('社区', '合计', '化解数', '未化解数'),
      ruled('晨光社区', null, null, null),
      ruled('东湖社区', null, null, null),
    ]);
    expect([1, 2, 3].map(row)).toEqual(['社区 合计 化解数 未化解数', '晨光社区 5 3 2', '东湖社区 3 2 1']);
  });

  test('a name stays in its row where one before it is left free', () => {
    const { row } = september([
      plain('12345热线'),
      ruled('单位', '派遣数', '办结数'),
      ruled('晨光社区', null, null),
      ruled(null, null, null),
      ruled('文昌社区', null, null),
    ]);
    expect([2, 3, 4, 5].map(row)).toEqual(['晨光社区 8 6', '  ', '文昌社区 4 4', '东湖社区 4 4']);
  });

  test.each([
    ['numbers', ['甲', 1, 2]],
    ['words', ['栏次', '1', '2=1-3']],
  ] as const)('a line that numbers the columns in %s is no heading', (_, line) => {
    const { row } = september([
      plain('12345热线'),
      ruled('单位', '派遣数', '办结数'),
      ruled(...line),
      ruled('晨光社区', null, null),
      ruled('东湖社区', null, null),
    ]);
    expect([2, 3, 4].map(row)).toEqual([line.join(' '), '晨光社区 8 6', '东湖社区 4 4']);
  });

  test('nor is an example above the rows of a list', () => {
    const { row } = september([
      plain('社区工作者名册'),
      ruled('序号', '姓名', '性别', '工作单位'),
      ruled('示例', '张三', '女', '某社区'),
      ruled(1, null, null, null),
    ]);
    expect([2, 3].map(row)).toEqual(['示例 张三 女 某社区', '1 李四 男 晨光社区']);
  });
});
