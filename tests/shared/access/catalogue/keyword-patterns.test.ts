import { describe, expect, test } from 'vitest';
import { keywordHit, keywordPatterns } from '../../../../shared/access/catalogue/keyword-patterns.ts';

describe('keyword patterns', () => {
  test('read alternatives, joined words and excluded words', () => {
    expect(keywordPatterns('招商+线索、拆违-宣传-劝导，创收')).toEqual([
      { all: ['招商', '线索'], none: [] },
      { all: ['拆违'], none: ['宣传', '劝导'] },
      { all: ['创收'], none: [] },
    ]);
  });

  test('say which words hit', () => {
    expect(keywordHit(keywordPatterns('招商+线索'), '报送 线索，重点招商')).toEqual(['招商', '线索']);
    expect(keywordHit(keywordPatterns('招商+线索'), '重点招商')).toBeUndefined();
    expect(keywordHit(keywordPatterns('拆违-宣传'), '拆违宣传')).toBeUndefined();
  });

  test('an empty list or a lone exclusion hits nothing', () => {
    expect(keywordPatterns('、 、-宣传')).toEqual([]);
    expect(keywordHit([], '招商')).toBeUndefined();
  });
});
