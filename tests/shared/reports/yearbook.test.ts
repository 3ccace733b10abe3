import { expect, test } from 'vitest';
import { figureText } from '../../../shared/indicators/figure.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import { yearbook } from '../../../shared/reports/yearbook.ts';
import { printedSheet } from '../../../shared/workbook/print/print-pages.ts';
import { contextOf, record } from '../ledgers/support.ts';

const context = contextOf({
  organisation: [
    record('street', { level: '街道', name: '顺河街道' }),
    record('cg', {
      level: '社区',
      name: '晨光社区',
      parent: 'street',
      code: '1',
      households: 2860,
      statOn: '2026-01-01',
    }),
    record('dh', { level: '社区', name: '东湖社区', parent: 'street', code: '2' }),
    record('old', { level: '社区', name: '旧社区', parent: 'street', offFrom: '2025-06-01' }),
    record('yard', { level: '小区', name: '测试小区', parent: 'cg' }),
  ],
  worker: [
    record('w1', { community: 'cg', certificate: '助理社会工作师' }),
    record('w2', { community: 'cg' }),
    record('w3', { community: 'cg', certificate: '社会工作师', leftOn: '2026-05-31' }),
    record('w4', { community: 'cg', onDuty: false }),
  ],
  partyBranch: [
    record('b1', { community: 'cg', members: 12 }),
    record('b2', { community: 'cg', members: 7, endedOn: '2026-02-01' }),
  ],
  volunteerRecord: [
    record('v1', { community: 'cg', on: '2026-03-05', hours: 2.5 }),
    record('v2', { community: 'cg', on: '2025-03-05', hours: 9 }),
  ],
  wish: [record('h1', { community: 'cg', collectedOn: '2026-01-03', checker: '王', doneOn: '2026-01-15' })],
  facility: [
    record('f1', { place: 'yard', checkedOn: '2026-01-09', condition: '完好' }),
    record('f2', { place: 'yard', checkedOn: '2026-01-09', condition: '离线' }),
  ],
  petition: [
    record('p1', { community: 'dh', receivedOn: '2026-02-03' }),
    record('p2', { community: 'dh', receivedOn: '2026-02-04', kind: '检举控告' }),
  ],
  leadCase: [
    record('l1', { community: 'cg', listedOn: '2026-02-01', closedOn: '2026-06-20' }),
    record('l2', { community: 'cg', listedOn: '2026-03-01' }),
    record('l3', { community: 'cg', listedOn: '2025-03-01', closedOn: '2026-01-05' }),
    record('l4', { community: 'cg', listedOn: '2025-03-01', closedOn: '2025-12-31' }),
  ],
  surveyFinding: [
    record('q1', { community: 'cg', foundOn: '2026-05-11', mendedOn: '2026-05-20' }),
    record('q2', { community: 'cg', foundOn: '2026-05-11' }),
    record('q3', { community: 'dh', foundOn: '2026-05-11' }),
  ],
  committeeMember: [
    record('m1', { body: '社区大党委', place: 'cg', from: '2025-01-01' }),
    record('m2', { body: '社区大党委', place: 'cg' }),
    record('m3', { body: '社区大党委', place: 'cg', from: '2024-01-01', to: '2025-12-31' }),
    record('m4', { body: '街道大工委', place: 'street', from: '2025-01-01' }),
  ],
  offer: [
    record('n1', { list: '需求', community: 'cg', publishedOn: '2026-03-01' }),
    record('n2', { list: '需求', community: 'cg', publishedOn: '2026-03-02' }),
    record('n3', { list: '需求', community: 'cg', publishedOn: '2026-03-03', cancelled: true }),
    record('n4', { list: '资源', community: 'dh', publishedOn: '2026-03-01' }),
  ],
  match: [
    record('j1', { need: 'n1', supply: 'n4', claimedOn: '2026-03-05', doneOn: '2026-04-01' }),
    record('j2', { need: 'n2', supply: 'n4', claimedOn: '2026-03-05' }),
  ],
  outreach: [record('o1', { community: 'dh', on: '2026-01-11', items: 4 })],
  survey: [
    record('s1', {
      from: '2026-05-10',
      valid: 69,
      results: [
        { id: '1', item: '社会治安', community: 'cg', satisfied: 36, unsatisfied: 4 },
        { id: '2', item: '社会治安', community: 'dh', satisfied: 20, unsatisfied: 9 },
      ],
    }),
  ],
});

const bookOf = (year: string, of = context) =>
  yearbook({
    context: of,
    period: periodOf('year', `${year}-06-01`),
    office: '顺河街道办事处',
    signatures: { filledOn: '2026-11-23' },
  });

const book = bookOf('2026');

/** What stands beside a title on a community's page. */
function told(sheet: number, title: string, { model, cells: traces } = book): string {
  const page = model.sheets[sheet];
  for (const [row, { cells }] of (page?.rows ?? []).entries()) {
    const column = cells.findIndex((cell) => cell?.value === title);
    if (column === -1) continue;
    const traced = traces.find((one) => one.sheet === sheet && one.row === row && one.column === column + 1);
    return traced ? figureText(traced.figure) : JSON.stringify(cells[column + 1]?.value);
  }
  throw new Error(title);
}

test('what was answered in the community alone; a rate over fewer than 30 answers says so on the page', () => {
  expect(told(0, '民意访评满意率')).toBe('90.0%');
  expect(told(1, '民意访评满意率')).toBe('"69.0%（n<30）"');
});

test('a page for every community in use, and each is one sheet of paper', () => {
  expect(book.model.sheets.map((sheet) => printedSheet(sheet).pages.length)).toEqual([1, 1]);
  expect(book.model.sheets.map(({ name }) => name)).toEqual(['晨光社区', '东湖社区']);
});

test('from all ledgers, its compounds counted in, the year by each ledger’s own day', () => {
  expect(told(0, '户数')).toBe('2,860');
  expect(told(0, '小区（院落）')).toBe('1');
  expect(told(0, '统计日期')).toBe('{"day":"2026-01-01"}');
  expect(told(0, '在岗社区工作者')).toBe('2');
  expect(told(0, '户数/社区工作者')).toBe('1,430.0');
  expect(told(0, '持社工证人数')).toBe('1');
  expect(told(0, '支部和党小组')).toBe('1');
  expect(told(0, '支部党员')).toBe('12');
  expect(told(0, '志愿服务小时')).toBe('2.5');
  expect(told(0, '实现心愿')).toBe('1');
  expect(told(0, '微心愿实现率')).toBe('100.0%');
  expect(told(0, '监控完好率（按台数）')).toBe('50.0%');
  expect(told(1, '宣传信息（条）')).toBe('4');
});

test('old cases led, answers mended, needs met where they are, and who sits in the committee', () => {
  expect(told(0, '列入领导包案')).toBe('2');
  expect(told(0, '化解领导包案')).toBe('2');
  expect(told(0, '测评反映问题')).toBe('2');
  expect(told(0, '完成测评整改')).toBe('1');
  expect(told(0, '大党委成员')).toBe('2');
  expect(told(0, '发布需求')).toBe('2');
  expect(told(0, '完成供需对接')).toBe('1');
  // What helped stands with whoever needed it.
  expect(told(1, '完成供需对接')).toBe('0');
});

test('accusations are not in what leaves the house, whoever prints it', () => {
  expect(told(1, '收到信访（不含检举控告）')).toBe('1');
});

test('nothing to divide by is —, and an undated community says so', () => {
  expect(told(1, '户数/社区工作者')).toBe('—');
  expect(told(1, '统计日期')).toBe('"未写明"');
});

test('what began after the year is not told of it', () => {
  const late = contextOf({
    organisation: [record('cg', { level: '社区', name: '晨光社区' })],
    partyBranch: [
      record('b1', { community: 'cg', members: 12, setOn: '2025-12-31' }),
      record('b2', { community: 'cg', members: 7, setOn: '2026-01-01' }),
    ],
    doubleRegistration: [record('r1', { community: 'cg', reportedOn: '2026-01-03' })],
    pairing: [record('j1', { community: 'cg', pairedOn: '2026-03-01' })],
    socialOrganisation: [record('s1', { community: 'cg', setOn: '2026-01-15' })],
    facility: [record('f1', { place: 'cg', installedOn: '2026-02-01', condition: '完好' })],
  });
  const titles = ['支部和党小组', '支部党员', '报到单位和党员', '机关结对', '社区社会组织', '技防点位'];
  expect(titles.map((title) => told(0, title, bookOf('2025', late)))).toEqual(['1', '12', '0', '0', '0', '0']);
  expect(titles.map((title) => told(0, title, bookOf('2026', late)))).toEqual(['2', '19', '1', '1', '1', '1']);
});
