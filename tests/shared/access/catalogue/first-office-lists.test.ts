import { describe, expect, test } from 'vitest';
import { readCommunities, readDepartments } from '../../../../shared/access/catalogue/first-office-lists.ts';

const messages = ({ complaints }: { readonly complaints: readonly { readonly message: string }[] }) =>
  complaints.map(({ message }) => message);

describe('communities', () => {
  test('a pasted sheet: header and numbers left out, kind and households known by what they are', () => {
    const pasted = '序号\t社区名称\t户数\t类型\r\n1\t晨光社区\t1,260\t社区\r\n2\t柳林村\t830户\t行政村\r\n';
    expect(readCommunities(pasted)).toEqual({
      rows: [
        { name: '晨光社区', shortName: '晨光', aliases: '晨光社区居委会', communityKind: '社区', households: 1260 },
        { name: '柳林村', communityKind: '村', households: 830 },
      ],
      complaints: [],
    });
  });

  test('typed lines: commas of either width, blank lines passed over', () => {
    const { rows } = readCommunities('晨光社区，涉农社区，900\n\n  东湖社区, 社区\n');
    expect(rows.map(({ name, communityKind, households }) => [name, communityKind, households])).toEqual([
      ['晨光社区', '涉农社区', 900],
      ['东湖社区', '社区', undefined],
    ]);
  });

  test('a name of one character is not cut down to that character', () => {
    expect(readCommunities('东社区').rows).toEqual([{ name: '东社区' }]);
    expect(readCommunities('晨光社区居民委员会').rows[0]).toMatchObject({
      shortName: '晨光',
      aliases: '晨光社区、晨光社区居委会',
    });
  });

  test('a name given twice and a word that is neither kind nor number are refused by line', () => {
    const read = readCommunities('晨光社区\n东湖社区，大型\n晨光社区，800');
    expect(read.rows.map(({ name }) => name)).toEqual(['晨光社区']);
    expect(messages(read)).toEqual([
      '第 2 行“东湖社区”后面的“大型”既不是社区类型（社区、涉农社区、村），也不是户数',
      '第 3 行“晨光社区”和第 1 行重复，请删去一行',
    ]);
  });
});

describe('departments', () => {
  test('full name, short name, level; 区 where none is given', () => {
    expect(readDepartments('区住房和城乡建设局，区住建局\n市民政局\t市级\n党政办，街道').rows).toEqual([
      { name: '区住房和城乡建设局', shortName: '区住建局', level: '区' },
      { name: '市民政局', level: '市' },
      { name: '党政办', level: '街道内设' },
    ]);
  });

  test('a short name that is another full name is refused: a sheet could mean either', () => {
    expect(messages(readDepartments('区民政局\n区民政和社会保障局，区民政局'))).toEqual([
      '第 2 行“区民政和社会保障局”和第 1 行重复，请删去一行',
    ]);
  });

  test('a third name is no level', () => {
    expect(messages(readDepartments('区住房和城乡建设局，区住建局，国'))).toEqual([
      '第 1 行“区住房和城乡建设局”后面的“国”不是层级（省、市、区、街道内设）',
    ]);
  });

  test('a short name equal to the full name is one name', () => {
    expect(readDepartments('区民政局，区民政局').rows).toHaveLength(1);
  });
});
