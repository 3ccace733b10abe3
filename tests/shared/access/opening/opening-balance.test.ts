import { describe, expect, test } from 'vitest';
import {
  asOpeningPlan,
  openingRecord,
  openingTemplate,
  openingWrites,
} from '../../../../shared/access/opening/opening-balance.ts';
import { openingLedger } from '../../../../shared/access/opening/opening-ledger.ts';
import { OPENING_STATES } from '../../../../shared/access/opening/opening-states.ts';
import { phaseOn } from '../../../../shared/access/reports/case-phases.ts';
import { workingDaysTaken } from '../../../../shared/access/reports/case-steps.ts';
import { caseHistories } from '../../../../shared/access/reports/statistics.ts';
import { reviewClocks } from '../../../../shared/access/review/review-clocks.ts';
import { readClocks } from '../../../../shared/deadlines/read-clock.ts';
import { stepsOf } from '../../../../shared/kit/steps.ts';
import { validateValues } from '../../../../shared/kit/validate.ts';
import type { LedgerRecord, Values } from '../../../../shared/kit/values.ts';
import { application } from '../../../../shared/ledgers/application.ts';
import { ledgerById } from '../../../../shared/ledgers/index.ts';
import { findHeader, layOut } from '../../../../shared/workbook/import/header.ts';
import { NO_CHOICES } from '../../../../shared/workbook/import/import-choices.ts';
import { lookupIn } from '../../../../shared/workbook/import/import-lookup.ts';
import { fieldsOf, proposeMapping } from '../../../../shared/workbook/import/mapping.ts';
import { planImport } from '../../../../shared/workbook/import/plan-import.ts';
import { writeWorkbook } from '../../../../shared/workbook/write/write-workbook.ts';
import { contextOf, record } from '../../ledgers/support.ts';
import { openFirst, xlsxOf } from '../../workbook/sample-files.ts';
import { calendar } from '../review/review-support.ts';

const office = {
  department: [record('d1', { name: '区住房和城乡建设局', shortName: '区住建局' }), record('d2', { name: '区民政局' })],
  organisation: [record('c1', { level: '社区', name: '晨光社区' }), record('c2', { level: '社区', name: '东湖社区' })],
};

const contextWith = (applications: readonly LedgerRecord[] = []) => ({
  ...contextOf({ ...office, application: applications }),
  calendar,
});

const HEADER = [
  '责任部门',
  '事项名称',
  '状态',
  '收件日期',
  '准入文号',
  '决定日期',
  '有效期起止',
  '公布日期',
  '协议编号',
  '启动日期',
  '当前环节日期',
  '涉及社区',
];

function planned(rows: readonly (readonly (string | number)[])[], applications: readonly LedgerRecord[] = []) {
  const reader = openFirst(xlsxOf([HEADER, ...rows]));
  const layout = layOut(reader, findHeader(reader, openingLedger));
  const context = contextWith(applications);
  return asOpeningPlan(
    planImport({
      reader,
      layout,
      mapping: proposeMapping(layout, openingLedger),
      ledger: openingLedger,
      ledgerById,
      context,
      lookup: lookupIn(context, ledgerById),
      choices: NO_CHOICES,
    }),
  );
}

const ACTIVE = [
  '区住建局',
  '二次供水设施巡查',
  '实施中',
  '2025-03-03',
  '宿豫社准〔2025〕3号',
  '2025-03-20',
  '2025.4-2027.3',
  '2025-03-25',
  'XY-2025-3',
  '2025-04-01',
  '',
  '晨光、东湖',
];
/** The sheet's line with some cells replaced, by header. */
const line = (cells: { readonly [header: string]: string }) =>
  HEADER.map((header, place) => cells[header] ?? ACTIVE[place] ?? '');

const reasons = (cells: { readonly [header: string]: string }) => {
  const [row] = planned([line(cells)]).rows;
  return row?.complaints.filter(({ severity }) => severity === 'error').map(({ code, field }) => `${code} ${field}`);
};

test('the columns an opening sheet has are found by their names', () => {
  const reader = openFirst(xlsxOf([HEADER, ACTIVE]));
  const layout = layOut(reader, findHeader(reader, openingLedger));
  expect(proposeMapping(layout, openingLedger).columns.map(({ target }) => fieldsOf(target).join('+'))).toEqual([
    'applicant',
    'itemName',
    'openingState',
    'inDate',
    'decisionNo',
    'decideDate',
    'validFrom+validTo',
    'publishedOn',
    'agreementNo',
    'startedOn',
    'stateSince',
    'targets',
  ]);
});

describe('an item admitted before the program', () => {
  const plan = planned([ACTIVE]);
  const [write] = openingWrites(plan);
  const values: Values = write?.kind === 'create' ? write.values : {};
  const stored: LedgerRecord = { id: 'a1', rev: 'a/1/1', values };

  test('comes in with its state, papers and steps, marked 存量', () => {
    expect(plan.rows.map(({ status }) => status)).toEqual(['new']);
    expect(values).toEqual({
      applicant: 'd1',
      itemName: '二次供水设施巡查',
      inDate: '2025-03-03',
      targets: ['c1', 'c2'],
      stock: true,
      state: 'ACTIVE',
      decisions: [
        {
          id: '',
          kind: '审定',
          result: '准予',
          docNo: '宿豫社准〔2025〕3号',
          decideDate: '2025-03-20',
          validFrom: '2025-04-01',
          validTo: '2027-03-31',
          round: 1,
        },
      ],
      publications: [{ id: '', publishedOn: '2025-03-25' }],
      agreements: [{ id: '', agreementNo: 'XY-2025-3' }],
      steps: [
        { id: '', transition: 'receive', from: 'DRAFT', to: 'RECEIVED', on: '2025-03-03', note: '存量导入' },
        { id: '', transition: 'decide', from: 'DECIDING', to: 'APPROVED', on: '2025-03-20', note: '存量导入' },
        { id: '', transition: 'publish', from: 'APPROVED', to: 'PUBLISHED', on: '2025-03-25', note: '存量导入' },
        { id: '', transition: 'start', from: 'PUBLISHED', to: 'ACTIVE', on: '2025-04-01', note: '存量导入' },
      ],
    });
    const errors = validateValues(application, values, contextWith()).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  test('counts as R7 counts: in hand until decided, valid from its publication', () => {
    const [history] = caseHistories([stored]);
    expect(history?.events).toEqual([
      { event: 'applied', on: '2025-03-03' },
      { event: 'approved', on: '2025-03-20' },
      { event: 'published', on: '2025-03-25' },
    ]);
    const phases = ['2025-03-02', '2025-03-19', '2025-03-20', '2025-03-25', '2026-11-23'];
    expect(phases.map((day) => history && phaseOn(history, day))).toEqual([
      'none',
      'inHand',
      'unpublished',
      'valid',
      'valid',
    ]);
    // 2025-03-03 to 2025-03-20: thirteen working days.
    expect(workingDaysTaken('2025-03-03', stepsOf(stored), calendar)).toBe(13);
  });

  test('no limit is judged by days nobody registered', () => {
    expect(readClocks(reviewClocks, stored, contextWith())).toEqual([]);
  });

  test('a listed item comes in by 备案, valid from that day', () => {
    const listed = openingRecord({
      applicant: 'd2',
      itemName: '社会救助协助',
      openingState: 'PUBLISHED',
      decisionKind: '备案',
      decisionNo: '备〔2025〕1号',
      decideDate: '2025-01-10',
      validFrom: '2025-01-10',
      validTo: '2027-01-09',
    });
    expect(listed.inDate).toBe('2025-01-10');
    const [history] = caseHistories([{ id: 'a2', rev: '', values: listed }]);
    expect(history?.events.map(({ event }) => event)).toEqual(['applied', 'listed']);
  });
});

describe('a running case', () => {
  test('its clock runs on from the day it entered its state', () => {
    const [write] = openingWrites(
      planned([
        line({
          状态: '征求意见',
          收件日期: '2026-11-16',
          准入文号: '',
          决定日期: '',
          有效期起止: '',
          公布日期: '',
          协议编号: '',
          启动日期: '',
          当前环节日期: '2026-11-18',
        }),
      ]),
    );
    const values: Values = write?.kind === 'create' ? write.values : {};
    expect(values.state).toBe('COMM_OPINION');
    const clocks = readClocks(application.clocks, { id: 'a3', rev: '', values }, contextWith());
    expect(clocks.map(({ clock, dueOn, left }) => [clock, dueOn, left])).toEqual([['D4', '2026-11-25', 2]]);
  });

  test.each(Object.entries(OPENING_STATES))(
    '%s: with what it needs, no error stands against it',
    (state, { needs }) => {
      const days: Values = {
        inDate: '2025-01-06',
        districtOn: '2025-01-10',
        decideDate: '2025-01-20',
        publishedOn: '2025-01-21',
        agreedOn: '2025-01-22',
        startedOn: '2025-02-05',
        stateSince: '2025-03-03',
        decisionNo: '1号',
        agreementNo: 'XY-1',
        validFrom: '2025-02-01',
        validTo: '2027-01-31',
      };
      const given = Object.fromEntries(needs.map((field) => [field, days[field]]));
      const values: Values = { applicant: 'd1', itemName: '甲', inDate: '2025-01-06', openingState: state, ...given };
      const errors = validateValues(openingLedger, values, contextWith()).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
      const record = openingRecord(values);
      expect(stepsOf({ id: '', rev: '', values: record }).at(-1)?.to).toBe(state);
      const missing = { ...values, [needs.at(-1) ?? '']: undefined };
      expect(openingLedger.check(missing, contextWith()).map(({ code }) => code)).toContain('opening/missing');
    },
  );
});

describe('held back by name and rule', () => {
  test.each([
    ['an unknown state', { 状态: '搁置' }, ['choice/unknown openingState']],
    ['a closed case is no stock', { 状态: '已退出' }, ['choice/unknown openingState']],
    ['a decision without number', { 准入文号: '' }, ['opening/decision-number decisionNo']],
    ['published before it was decided', { 公布日期: '2025-03-19' }, ['opening/order publishedOn']],
    ['decided before it came in', { 收件日期: '2025-03-21' }, ['opening/order decideDate']],
    ['started tomorrow', { 启动日期: '2026-11-24' }, ['opening/future startedOn']],
    [
      'a decision on a case that is still asked about',
      { 状态: '公布', 启动日期: '2025-04-01' },
      ['opening/ahead startedOn'],
    ],
    ['over before it was decided', { 有效期起止: '2024.1-2024.12' }, ['opening/validity validTo']],
    ['no start', { 启动日期: '' }, ['opening/missing startedOn']],
  ])('%s', (_name, cells, codes) => expect(reasons(cells)).toEqual(codes));

  test('what is expired comes in with a warning, a missing 收件日期 is told', () => {
    const [row] = planned([line({ 有效期起止: '2025.4-2026.3', 收件日期: '' })]).rows;
    expect(row?.status).toBe('new');
    expect(row?.complaints.map(({ code }) => code)).toEqual(['opening/expired', 'opening/received']);
  });
});

test('what is registered already is never changed by an opening import', () => {
  const [write] = openingWrites(planned([ACTIVE]));
  const values: Values = write?.kind === 'create' ? { ...write.values, caseNo: 'ZR-2025-0001' } : {};
  const again = planned([ACTIVE], [{ id: 'a1', rev: 'a/1/1', values }]);
  expect(again.rows.map(({ status, action }) => [status, action])).toEqual([['suspectedDuplicate', 'skip']]);
  const update = { ...again, rows: again.rows.map((row) => ({ ...row, action: 'update' as const })) };
  expect(asOpeningPlan(update)).toMatchObject({
    rows: [{ action: 'skip', status: 'heldBack' }],
    counts: { heldBack: 1 },
  });
  expect(openingWrites(asOpeningPlan(update))).toEqual([]);
});

test('the blank sheet is read without a hand: every column finds its field', () => {
  const model = openingTemplate('顺河街道办事处', '王敏', '2026-11-23');
  expect(model.sheets.map(({ name }) => name)).toEqual(['存量准入事项', '填写说明']);
  const reader = openFirst(writeWorkbook(model));
  const layout = layOut(reader, findHeader(reader, openingLedger));
  const mapped = proposeMapping(layout, openingLedger).columns.map(({ target }) => fieldsOf(target).join('+'));
  expect(mapped).toEqual(openingLedger.columns);
});
