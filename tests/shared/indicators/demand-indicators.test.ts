import { describe, expect, test } from 'vitest';
import { demandIndicators } from '../../../shared/indicators/demand-indicators.ts';
import { type Figure, figureText } from '../../../shared/indicators/figure.ts';
import { indicatorById } from '../../../shared/indicators/indicator-list.ts';
import { nextPeriod, periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const APRIL = periodOf('month', '2022-04-01');

/** So many slips alike, received on a day of April 2022. */
function slips(count: number, values: Values, name = 's'): LedgerRecord[] {
  return Array.from({ length: count }, (_, place) =>
    recordOf(
      {
        receivedAt: '2022-04-11T09:00:00+08:00',
        source: '12345热线',
        category: '求助',
        content: '路灯不亮',
        ...values,
      },
      `${name}${place}`,
    ),
  );
}

/** Three working days from 2022-04-11 end on 04-14. */
const IN_TIME = { closedOn: '2022-04-14' };
const LATE = { closedOn: '2022-04-15' };

function measure(
  id: string,
  records: readonly LedgerRecord[],
  today = '2022-05-06',
  period = APRIL,
  parameters: { readonly [name: string]: string } = {},
): Figure {
  const indicator = indicatorById(id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator.measure({ records, period, context: contextOn(today, { parameters }) });
}

const inNumbers = (figure: Figure) => `${figure.numerator}/${figure.denominator} = ${figureText(figure)}`;

test('every indicator says its basis and source, and marks what no source gives a formula for', () => {
  expect(demandIndicators.map(({ id, title, inferred }) => `${id} ${title}${inferred ? '（推定）' : ''}`)).toEqual([
    'W1 结案率',
    'W2 按时结案率',
    'W3 不满意率',
    'W4 解决率',
    'W5 回访核实率（推定）',
    'W6 响应率（推定）',
    'W7 群众回复率（推定）',
    'W8 退单率（推定）',
  ]);
  expect(demandIndicators.every(({ basis, source }) => basis !== '' && source !== '')).toBe(true);
});

describe('宁国市 2022-04', () => {
  const all = [...slips(597, IN_TIME, 'in'), ...slips(4, LATE, 'late')];

  test('601 slips, all closed, four of them late', () => {
    expect(inNumbers(measure('W1', all))).toBe('601/601 = 100.0%');
    expect(inNumbers(measure('W2', all))).toBe('597/601 = 99.3%');
  });

  test.each([
    // 住建局: 99 slips, 87 of the hotline, 12 of 政民互动; 8 unsatisfied.
    [87, 12, 8, '9'],
    [70, 0, 6, '9'],
    [66, 6, 5, '8'],
    [66, 18, 3, '5'],
    [39, 3, 5, '13'],
  ])('of %i closed hotline slips (%i others) %i unsatisfied are %s%%', (hotline, others, unsatisfied, percent) => {
    const rows = [
      ...slips(unsatisfied, { ...IN_TIME, satisfaction: '不满意' }, 'u'),
      ...slips(hotline - unsatisfied, { ...IN_TIME, satisfaction: '满意' }, 'h'),
      ...slips(others, { ...IN_TIME, source: '政民互动' }, 'o'),
      ...slips(2, { source: '12345热线' }, 'open'),
    ];
    const figure = measure('W3', rows);
    expect([figure.numerator, figure.denominator]).toEqual([unsatisfied, hotline]);
    expect(((figure.value ?? 0) * 100).toFixed(0)).toBe(percent);
  });

  test('what is not to be evaluated is out on both sides, and named', () => {
    const rows = [
      ...slips(1, { ...IN_TIME, satisfaction: '不满意', inEvaluation: false }, 'x'),
      ...slips(1, { ...IN_TIME, satisfaction: '不满意' }, 'u'),
      ...slips(1, IN_TIME, 'h'),
    ];
    expect(measure('W3', rows)).toMatchObject({
      numerator: 1,
      denominator: 2,
      hits: ['u0'],
      excluded: [{ why: '不纳入评价', ids: ['x0'] }],
    });
  });
});

test('未到期 counts in W1 unless the office leaves it out by its rule of counting; the basis says which', () => {
  // Three working days from Thursday 04-28 end on Tuesday 05-03: 2022 has no holidays here.
  const all = [
    ...slips(597, IN_TIME, 'in'),
    ...slips(4, LATE, 'late'),
    ...slips(2, { receivedAt: '2022-04-28T09:00:00+08:00' }, 'open'),
    ...slips(1, {}, 'over'),
    ...slips(1, { returned: true }, 'back'),
  ];
  const on = (today: string, parameters = {}) => measure('W1', all, today, APRIL, parameters);
  const leftOut = { '计算规则 结案率不计未到期': '是' };
  const basis = '本期接收的工单中已办结（按时加超时）的件数 ÷ 派遣总数；退单不计；';

  expect(on('2022-05-03')).toMatchObject({ basis: `${basis}未到期未办结的计入派遣总数` });
  expect(inNumbers(on('2022-05-03'))).toBe('601/604 = 99.5%');
  const without = on('2022-05-03', leftOut);
  expect(inNumbers(without)).toBe('601/602 = 99.8%');
  expect(without).toMatchObject({
    basis: `${basis}还在办理时限内、没有办结的也不计`,
    excluded: [
      { why: '已退单', ids: ['back0'] },
      { why: '还在办理时限内、没有办结', ids: ['open0', 'open1'] },
    ],
  });
  // The day after their last one they count, closed or not.
  expect(inNumbers(on('2022-05-04', leftOut))).toBe('601/604 = 99.5%');
});

test('closed within a granted extension is in time; what was refused one is late by its own limit', () => {
  const all = [
    ...slips(1, { ...LATE, extensionStatus: '已批准', extendedTo: '2022-04-15' }, 'granted'),
    ...slips(1, { ...LATE, extensionStatus: '被退回', extensionAskedTo: '2022-04-15' }, 'refused'),
  ];
  expect(measure('W2', all)).toMatchObject({ numerator: 1, denominator: 2, hits: ['granted0'] });
});

describe('handled anew', () => {
  // Three working days from 2022-04-11 end on 04-14: the first round was a day late and found wanting, the second was neither.
  const first = { id: 'r1', round: 1, closedOn: '2022-04-15', satisfaction: '不满意', reopenedOn: '2022-04-18' };
  const again = { rounds: [first], closedOn: '2022-04-19', satisfaction: '满意' };

  test('a late, unsatisfied first round is not made good by a second', () => {
    const all = slips(1, again);
    expect(inNumbers(measure('W1', all))).toBe('1/1 = 100.0%');
    expect(inNumbers(measure('W2', all))).toBe('0/1 = 0.0%');
    expect(inNumbers(measure('W3', all))).toBe('1/1 = 100.0%');
  });

  test('while the second round runs, the first counts as unsatisfied already', () => {
    const open = slips(1, { rounds: [first] });
    expect(inNumbers(measure('W1', open))).toBe('0/1 = 0.0%');
    expect(inNumbers(measure('W3', open))).toBe('1/1 = 100.0%');
  });
});

describe('丰城市 2025-05', () => {
  const MAY = periodOf('month', '2025-05-01');
  const may = { receivedAt: '2025-05-12T09:00:00+08:00', category: '咨询' };
  const solved = slips(3112, { ...may, closedOn: '2025-05-14', outcome: '已解决' }, 'solved');
  const unsolved = slips(344, { ...may, closedOn: '2025-05-14', outcome: '解释说明' }, 'told');
  // Received on Friday 05-30; three working days end on 06-05, over the Dragon Boat Festival.
  const notDue = slips(200, { ...may, receivedAt: '2025-05-30T09:00:00+08:00' }, 'later');

  test('3112 of 3456 are solved; the 200 within their limit stay out and are named', () => {
    const figure = measure('W4', [...solved, ...unsolved, ...notDue], '2025-06-03', MAY);
    expect([figure.numerator, figure.denominator, ((figure.value ?? 0) * 100).toFixed(2)]).toEqual([
      3112,
      3456,
      '90.05',
    ]);
    expect(figure.excluded?.map(({ why, ids }) => [why, ids.length])).toEqual([['未到期，结转下期', 200]]);
  });

  test('each counts once: closed in June they are June’s, whenever May is counted again', () => {
    const closed = notDue.map(({ id, values }) =>
      recordOf({ ...values, closedOn: '2025-06-04', outcome: '已解决' }, id),
    );
    const all = [...solved, ...unsolved, ...closed];
    const [mayAgain, june] = [MAY, nextPeriod(MAY)].map((period) => measure('W4', all, '2025-07-01', period));
    expect([mayAgain?.numerator, mayAgain?.denominator]).toEqual([3112, 3456]);
    expect([june?.numerator, june?.denominator]).toEqual([200, 200]);
  });

  test('overdue and still open they are answered for without an answer', () => {
    const june = measure('W4', notDue, '2025-07-01', nextPeriod(MAY));
    expect([june.numerator, june.denominator]).toEqual([0, 200]);
  });
});

describe('the inferred ones', () => {
  test('a returned slip is out of the dispatched and in 退单率', () => {
    const rows = [...slips(1, { returned: true, returnedOn: '2022-04-12' }, 'r'), ...slips(3, IN_TIME, 's')];
    expect(inNumbers(measure('W8', rows))).toBe('1/4 = 25.0%');
    expect(measure('W1', rows)).toMatchObject({ denominator: 3, excluded: [{ why: '已退单', ids: ['r0'] }] });
  });

  const HANDLED = { steps: [{ id: 's', transition: 'assign', from: 'RECEIVED', to: 'ASSIGNED', on: '2022-04-11' }] };

  test('responded within a working day; who cannot be called, is still to be called, or was called nobody knows when stays out', () => {
    const rows = [
      ...slips(1, { ...IN_TIME, contactedOn: '2022-04-12' }, 'next'),
      ...slips(1, { ...IN_TIME, contactedOn: '2022-04-13' }, 'late'),
      ...slips(1, { ...IN_TIME, ...HANDLED }, 'never'),
      ...slips(1, IN_TIME, 'unknown'),
      ...slips(1, { ...IN_TIME, anonymous: true }, 'nobody'),
      ...slips(1, { receivedAt: '2022-04-29T16:00:00+08:00' }, 'waits'),
    ];
    expect(measure('W6', rows, '2022-04-29')).toMatchObject({
      numerator: 1,
      denominator: 3,
      hits: ['next0'],
      excluded: [
        { why: '匿名，无从联系', ids: ['nobody0'] },
        { why: '未到联系时限', ids: ['waits0'] },
        { why: '没有联系日期', ids: ['unknown0'] },
      ],
    });
    expect(measure('W6', slips(1, {}), '2022-04-29')).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('answered; what is still within its limit, and a sheet that tells no day of the answer, stay out', () => {
    const rows = [
      ...slips(1, { ...IN_TIME, repliedOn: '2022-04-14' }, 'told'),
      ...slips(2, { ...IN_TIME, ...HANDLED }, 'untold'),
      ...slips(1, {}, 'overdue'),
      ...slips(1, IN_TIME, 'sheet'),
      ...slips(1, { receivedAt: '2022-04-29T16:00:00+08:00' }, 'waits'),
    ];
    const figure = measure('W7', rows, '2022-04-29');
    expect(inNumbers(figure)).toBe('1/4 = 25.0%');
    expect(figure.excluded).toEqual([
      { why: '还在办理时限内', ids: ['waits0'] },
      { why: '没有答复日期', ids: ['sheet0'] },
    ]);
  });

  test('found true when called back', () => {
    const rows = [
      ...slips(1, { ...IN_TIME, verified: true }, 'a'),
      ...slips(1, { ...IN_TIME, verified: false }, 'b'),
      ...slips(2, IN_TIME, 'c'),
    ];
    expect(inNumbers(measure('W5', rows))).toBe('1/2 = 50.0%');
  });

  test('nothing received: there is no rate, not a full one', () => {
    for (const { id } of demandIndicators) expect(figureText(measure(id, []))).toBe('—');
  });
});
