import { describe, expect, test } from 'vitest';
import { WORKER_PARAMETERS } from '../../../shared/ledgers/worker-parameters.ts';
import { establishmentRule } from '../../../shared/rules/establishment.ts';
import { contextOf, record } from '../ledgers/support.ts';

const ON = '2026-06-30';

/** The shipped parameters, the way of counting chosen. */
function ruleOf(way: string) {
  const rows = WORKER_PARAMETERS.map((values, place) =>
    record(`p${place}`, values.key === '社区工作者配备办法' ? { ...values, value: way } : values),
  );
  const rule = establishmentRule(contextOf({ parameter: rows }), ON);
  if ('why' in rule) throw new Error(rule.why);
  return rule;
}

describe('应配 by residents', () => {
  const { postsOf, words } = ruleOf('每万常住人口');

  test('175,000 residents at 18 for ten thousand are 315', () => {
    expect(postsOf({ residents: 175_000 })).toEqual({ posts: 315 });
    expect(words).toBe('每万常住人口 18 名，不足一名的按一名');
  });

  test('a begun post is a post; without a count there is none', () => {
    expect(postsOf({ residents: 7_400 })).toEqual({ posts: 14 });
    expect(postsOf({ households: 2_860 })).toEqual({ why: '没有填写常住人口' });
  });
});

test('应配 by households: 2,860 at 350 each are 9', () => {
  expect(ruleOf('按户数').postsOf({ households: 2_860 })).toEqual({ posts: 9 });
});

describe('应配 by the steps of 太原', () => {
  const { postsOf } = ruleOf('户数档次');

  test.each([
    [0, 3],
    [2_000, 3],
    [2_001, 4],
    [3_000, 4],
    [4_000, 5],
    [5_000, 6],
    [5_001, 7],
    [5_500, 7],
    [5_501, 8],
    [7_000, 10],
  ])('%i households: %i', (households, posts) => {
    expect(postsOf({ households })).toEqual({ posts });
  });
});

describe('without a parameter for the day', () => {
  test('there is no rule, and it says which one is missing', () => {
    expect(establishmentRule(contextOf(), ON)).toEqual({
      why: '2026-06-30 没有有效的规则“社区工作者配备办法”，请在基础参数里补',
    });
    const chosen = record('p', { group: '规则', key: '社区工作者配备办法', value: '每万常住人口' });
    expect(establishmentRule(contextOf({ parameter: [chosen] }), ON)).toEqual({
      why: '2026-06-30 没有有效的配备标准“每万常住人口”，请在基础参数里补',
    });
  });

  test('a way nobody knows is said', () => {
    const chosen = record('p', { group: '规则', key: '社区工作者配备办法', value: '看情况' });
    expect(establishmentRule(contextOf({ parameter: [chosen] }), ON)).toMatchObject({
      why: expect.stringContaining('没有“看情况”这种配备办法'),
    });
  });
});
