import { describe, expect, test } from 'vitest';
import { savedWords } from '../../../../renderer/app/frame/saved-words.ts';
import type { StoreStatus } from '../../../../renderer/store/store-api.ts';

const status: StoreStatus = {
  office: '顺河街道',
  chain: 'c',
  counts: {},
  series: '',
  others: [],
  view: 'own',
  isEmpty: false,
  damaged: 0,
  journalBehind: 0,
  journalAhead: 0,
};
const at = '2026-11-23T09:41:07.120+08:00';

describe('savedWords', () => {
  test('says 已保存 alone only where both copies are written', () => {
    expect(savedWords({ ...status, lastSaved: { at, durability: 'both' } })).toEqual({
      text: '已保存 09:41:07',
      isWarning: false,
    });
    expect(savedWords({ ...status, lastSaved: { at, durability: 'oneCopy' } }).text).toBe(
      '已保存 09:41:07 · 仅一份副本',
    );
  });

  test('warns while the second copy lacks anything, whatever was saved last', () => {
    expect(savedWords({ ...status, lastSaved: { at, durability: 'journalPending' } }).isWarning).toBe(true);
    const behind = savedWords({ ...status, journalBehind: 3, lastSaved: { at, durability: 'both' } });
    expect(behind).toEqual({ text: '副本未写（3 批），正在重试', isWarning: true });
  });

  test('claims nothing before the first save', () => {
    expect(savedWords(status).text).not.toContain('已保存');
  });
});
