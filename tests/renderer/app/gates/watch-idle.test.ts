import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchIdle } from '../../../../renderer/app/gates/watch-idle.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-01-05T09:00:00+08:00') }));
afterEach(() => void vi.useRealTimers());

const watched = (minutes: number) => {
  const window = new EventTarget();
  const lock = vi.fn();
  const end = watchIdle(window, minutes, lock);
  return { lock, end, touch: (sign: string) => window.dispatchEvent(new Event(sign)) };
};

describe('the watch over an idle program', () => {
  test('locks once the minutes are over, no second earlier', () => {
    const { lock } = watched(10);
    vi.advanceTimersByTime(10 * MINUTE - 1);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(lock).toHaveBeenCalledOnce();
  });

  test.each(['pointerdown', 'pointermove', 'keydown', 'wheel'])('begins anew with every %s', (sign) => {
    const { lock, touch } = watched(10);
    for (let round = 0; round < 3; round += 1) {
      vi.advanceTimersByTime(9 * MINUTE);
      touch(sign);
    }
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * MINUTE);
    expect(lock).toHaveBeenCalledOnce();
  });

  test('locks a PC that slept at the first touch, before the timer had its turn', () => {
    const { lock, touch } = watched(10);
    vi.setSystemTime(new Date('2026-01-05T12:00:00+08:00'));
    touch('pointermove');
    expect(lock).toHaveBeenCalledOnce();
  });

  test('ends with whoever began it', () => {
    const { lock, end, touch } = watched(10);
    end();
    vi.advanceTimersByTime(60 * MINUTE);
    touch('keydown');
    expect(lock).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
