import { describe, expect, test } from 'vitest';
import { DACHUAN_SCORING, scorePetitions } from '../../../shared/indicators/petition-scoring.ts';
import { periodOf } from '../../../shared/kit/period.ts';
import type { LedgerRecord, Values } from '../../../shared/kit/values.ts';
import { petitionScore } from '../../../shared/reports/petition-score.ts';
import { ROUTE_6 } from '../rules/petition-support.ts';
import { contextOn, recordOf } from '../rules/rules-support.ts';

const MARCH = periodOf('month', '2026-03-01');
const YEAR = periodOf('year', '2026-03-01');

const many = (count: number, values: Values, name: string): LedgerRecord[] =>
  Array.from({ length: count }, (_, place) => recordOf(values, `${name}${place}`));

const petition = { petitioner: '某', kind: '申诉求决', source: '直接提出', receivedOn: '2026-03-02' };
const answered = { ...petition, acceptedOn: '2026-03-02', notifiedOn: '2026-03-02', route: ROUTE_6 };

/** March: 18 of 20 told in time, 9 of 10 answered in time, 12 to be asked of whom 9 took part and 8 are satisfied. */
const OFFICE = {
  petition: [
    ...many(18, { ...petition, notifiedOn: '2026-03-10' }, 'told'),
    ...many(2, petition, 'never'),
    ...many(9, { ...answered, receivedOn: '2026-01-10', acceptedOn: '2026-01-10', opinionOn: '2026-02-11' }, 'in'),
    ...many(1, { ...answered, receivedOn: '2026-01-10', acceptedOn: '2026-01-10', opinionOn: '2026-04-11' }, 'late'),
    ...many(8, { ...petition, receivedOn: '2025-12-01', opinionOn: '2026-03-20', satisfaction: '满意' }, 's'),
    ...many(1, { ...petition, receivedOn: '2025-12-01', opinionOn: '2026-03-20', satisfaction: '不满意' }, 'u'),
    ...many(3, { ...petition, receivedOn: '2025-12-01', opinionOn: '2026-03-20' }, 'silent'),
    ...many(1, { ...petition, receivedOn: '2026-02-03', notifiedOn: '2026-02-03', repeat: true }, 'feb'),
    ...many(3, { ...petition, notifiedOn: '2026-03-10', repeat: true, receptionLeader: '赵某某' }, 'repeat'),
  ],
  leadCase: [
    ...many(5, { cause: '案', leader: '某', listedOn: '2025-11-01', closedOn: '2026-03-20' }, 'settled'),
    ...many(2, { cause: '案', leader: '某', listedOn: '2025-11-01', approvedOn: '2025-11-02' }, 'open'),
  ],
  meeting: [
    ...many(2, { topics: '信访', heldOn: '2026-03-05', onPetitions: true }, 'm'),
    ...many(1, { topics: '党建', heldOn: '2026-03-06' }, 'other'),
  ],
};

const asked = (records: typeof OFFICE | Record<string, never>, period = MARCH) => ({
  period,
  context: contextOn('2026-07-01', { records }),
});

const scores = (records: typeof OFFICE | Record<string, never>, period = MARCH) =>
  scorePetitions(DACHUAN_SCORING, asked(records, period)).map(
    ({ rule, score, why }) => `${rule.title} ${score ?? '—'}/${rule.points}：${why}`,
  );

describe('达川区细则', () => {
  test('every point of a month is explained', () => {
    expect(scores(OFFICE)).toEqual([
      '信访事项及时受理率 4.57/5：21/23 = 91.3%，× 5 分',
      '信访事项按期答复率 9/10：9/10 = 90.0%，× 10 分',
      '重复信访治理 8/10：2026年3月 3 件，比上月 1 件多 2 件，共扣 2 分',
      '参评群众满意率 8.89/10：8/9 = 88.9%，× 10 分',
      '群众参评率 3.75/5：9/12 = 75.0%，× 5 分',
      '专题研究信访工作 2/6：议事会议记录里研究信访的会议 2 次，每次 1 分',
      '领导接访包案 3/4：有接访领导的信访件 3 件；包案化解率 5/7 = 71.4%，低于 85%，扣 1 分',
    ]);
  });

  test('repetitions cost by the month over a year, and never more than the item is worth', () => {
    const [, , year] = scorePetitions(DACHUAN_SCORING, asked(OFFICE, YEAR));
    expect([year?.score, year?.why]).toEqual([
      7,
      '2026年2月 1 件，比上月 0 件多 1 件；2026年3月 3 件，比上月 1 件多 2 件，共扣 3 分',
    ]);
    const flood = { ...OFFICE, petition: many(30, { ...petition, repeat: true }, 'r') };
    expect(scorePetitions(DACHUAN_SCORING, asked(flood))[2]?.score).toBe(0);
  });

  test('six meetings are the most', () => {
    const busy = { ...OFFICE, meeting: many(9, { topics: '信访', heldOn: '2026-03-05', onPetitions: true }, 'm') };
    expect(scorePetitions(DACHUAN_SCORING, asked(busy))[5]?.score).toBe(6);
  });

  test('85 % is enough; no lead case and no reception on record cost two each', () => {
    const leadCase = [
      ...many(17, { cause: '案', leader: '某', listedOn: '2025-11-01', closedOn: '2026-03-20' }, 'settled'),
      ...many(3, { cause: '案', leader: '某', listedOn: '2025-11-01' }, 'open'),
    ];
    expect(scorePetitions(DACHUAN_SCORING, asked({ ...OFFICE, leadCase }))[6]?.score).toBe(4);
    const none = scores({}).at(-1);
    expect(none).toBe('领导接访包案 0/4：没有登记接访领导的信访件，扣 2 分；本期没有领导包案，扣 2 分');
  });

  test('where there is nothing to judge the item is neither won nor lost', () => {
    expect(scores({})[0]).toBe('信访事项及时受理率 —/5：本期没有可计的件数，不得分也不扣分');
  });
});

test('the sheet says it is an example, adds up what could be judged, and every score opens its records', () => {
  const request = { ...asked(OFFICE), office: '示例街道', signatures: { filledOn: '2026-07-01' } };
  const { model, cells } = petitionScore(request);
  const [sheet] = model.sheets;
  const texts = sheet?.rows.map((row) => row.cells.map((cell) => cell?.value)) ?? [];
  expect(texts[0]?.[0]).toBe('信访考核得分表（示例：达川区细则）（2026年3月）');
  const total = texts.find((row) => row[0] === '合计');
  expect([total?.[2], total?.[3]]).toEqual(['50 分', 39.21]);
  expect(cells.find(({ figure }) => figure.value === 9)?.figure.ids).toHaveLength(10);
});
