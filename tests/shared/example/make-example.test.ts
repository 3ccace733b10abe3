import { describe, expect, test } from 'vitest';
import { Chance } from '../../../shared/example/chance.ts';
import { EXAMPLE_RECIPES } from '../../../shared/example/example-recipes.ts';
import { inventedAdult } from '../../../shared/example/invented-people.ts';
import { type ExampleBatch, makeExample, NOT_INVENTED } from '../../../shared/example/make-example.ts';
import { residentIdFlaw } from '../../../shared/kit/resident-id.ts';
import type { Values } from '../../../shared/kit/values.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { survey } from '../../../shared/ledgers/survey.ts';
import { contextOn } from '../rules/rules-support.ts';

const TODAY = '2026-01-05';

const batches: readonly ExampleBatch[] = [...makeExample(ledgers, TODAY)];

const rowsOf = (ledger: string): readonly Values[] =>
  batches.flatMap(({ drafts }) =>
    drafts.flatMap((draft) => (draft.kind === 'create' && draft.ledger === ledger ? [draft.values] : [])),
  );

const sum = (rows: readonly Values[], field: string): number =>
  rows.reduce((total, values) => total + Number(values[field]), 0);

describe('the example office', () => {
  test('is as large as a real one: 12 communities, 57 compounds, 175,000 residents, 8,263 party members', () => {
    const units = rowsOf('organisation');
    const communities = units.filter(({ level }) => level === '社区');
    expect(communities.length).toBe(12);
    expect(new Set(units.filter(({ level }) => level === '小区').map(({ name }) => name)).size).toBe(57);
    expect(sum(communities, 'residents')).toBe(175_000);
    expect(sum(communities, 'partyMembers')).toBe(8_263);
    const [street = {}] = units.filter(({ level }) => level === '街道');
    for (const field of ['residents', 'households', 'floating'])
      expect(street[field], field).toBe(sum(communities, field));
    expect(communities.every(({ statOn, source }) => statOn !== undefined && source !== undefined)).toBe(true);
  });

  test('has rows in every ledger; next to none of a recipe are refused by the ledger’s own rules', () => {
    for (const { id } of ledgers.filter(({ id }) => !NOT_INVENTED.includes(id)))
      expect(rowsOf(id).length, id).toBeGreaterThan(0);
    for (const { ledger, count } of EXAMPLE_RECIPES)
      expect(rowsOf(ledger).length, ledger).toBeGreaterThan(count * 0.95);
  });

  test('has a reason for discontent where somebody was discontented, and nowhere else', () => {
    const answered = rowsOf('demand').filter(({ satisfaction }) => satisfaction !== undefined);
    const isTold = ({ unsatisfiedReason }: Values) => unsatisfiedReason !== undefined;
    expect(answered.filter(isTold).length).toBeGreaterThan(0);
    expect(answered.filter((row) => isTold(row) && row.satisfaction !== '不满意')).toEqual([]);
  });

  test('shows a survey with options of its own beside the usual ones: 114 content of 144 who answered', () => {
    const [own = {}, ...usual] = rowsOf('survey');
    const counted = survey.derived?.compute({ id: 's', rev: 'a/1/0', values: own }, contextOn(TODAY, {}));
    expect(counted).toEqual({ satisfaction: 79.2, weighed: 78.8 });
    expect(usual).toHaveLength(4);
  });

  test('is the same for the same day, and nothing in it lies after that day', () => {
    const again = makeExample(ledgers, TODAY);
    for (const batch of batches.slice(0, 4)) expect(again.next().value).toEqual(batch);
    const demands = rowsOf('demand').map(({ receivedAt }) => String(receivedAt).slice(0, 10));
    expect(demands.every((on) => on <= TODAY && on >= '2024-01-06')).toBe(true);
  });

  test('holds cases at every stage: long closed, in hand, just come', () => {
    const states = (ledger: string) => new Set(rowsOf(ledger).map(({ state }) => state));
    for (const state of ['ARCHIVED', 'ACTIVE', 'REJECTED', 'RECEIVED']) expect(states('application')).toContain(state);
    for (const state of ['ARCHIVED', 'VISITED', 'CONTACTED']) expect(states('demand')).toContain(state);
    expect(states('petition')).toContain('CLOSED');
  });
});

describe('invented people', () => {
  test('carry sound numbers of a province that does not exist, and phones of a block nobody has', () => {
    const chance = new Chance(1);
    for (let at = 0; at < 200; at += 1) {
      const { idNo, phone, sex } = inventedAdult(chance);
      expect(residentIdFlaw(idNo)).toBeUndefined();
      expect(idNo.startsWith('990101')).toBe(true);
      expect(Number(idNo[16]) % 2 === 1 ? '男' : '女').toBe(sex);
      expect(phone).toMatch(/^1990000\d{4}$/);
    }
  });
});

describe('chance', () => {
  test('keeps to weights and bounds', () => {
    const chance = new Chance(7);
    const drawn = Array.from({ length: 4_000 }, () =>
      chance.weighted([
        ['a', 3],
        ['b', 1],
        ['c', 0],
      ]),
    );
    expect(drawn.filter((one) => one === 'a').length / drawn.length).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('c');
    const numbers = Array.from({ length: 500 }, () => chance.between(2, 4));
    expect([...new Set(numbers)].sort()).toEqual([2, 3, 4]);
    const some = chance.some(['x', 'y', 'z'], 2);
    expect(some.length).toBe(2);
    expect(['xy', 'xz', 'yz']).toContain(some.join(''));
  });
});
