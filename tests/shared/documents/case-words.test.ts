import { expect, test } from 'vitest';
import { committeeOf, committeesOf } from '../../../shared/documents/case-words.ts';

test('a community speaks through its residents’ committee, a village through its villagers’ committee', () => {
  expect(committeeOf('晨光社区')).toBe('晨光社区居民委员会');
  expect(committeeOf('柳林村')).toBe('柳林村村民委员会');
  expect(committeeOf('柳林村村民委员会')).toBe('柳林村村民委员会');
});

test('several in one address share the name of their kind; kinds are not mixed under one', () => {
  expect(committeesOf(['晨光社区', '东湖社区'])).toBe('晨光社区、东湖社区居民委员会');
  expect(committeesOf(['晨光社区', '柳林村'])).toBe('晨光社区居民委员会、柳林村村民委员会');
  expect(committeesOf(['柳林村', '河口村'])).toBe('柳林村、河口村村民委员会');
});
