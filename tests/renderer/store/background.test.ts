import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allAwaited, BackgroundPace, whileAwaited } from '../../../renderer/store/background.ts';
import { breathe } from '../../../renderer/store/slices.ts';
import { withoutPatience } from './without-patience.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Background work of ten pieces that says how many are done. */
function begun() {
  const work = { done: 0 };
  const pace = new BackgroundPace();
  const ended = (async () => {
    for (; work.done < 10; work.done += 1) await pace.rest();
  })();
  return { work, ended };
}

function unanswered() {
  let resolve: (answer: string) => void = () => undefined;
  const answer = new Promise<string>((settle) => {
    resolve = settle;
  });
  return { answer, resolve: (text: string) => resolve(text) };
}

async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await breathe();
}

test('background work stands still while something is awaited, and goes on by itself once that may be drawn', async () => {
  withoutPatience();
  const [first, second] = [unanswered(), unanswered()];
  const imports = [whileAwaited(() => first.answer), whileAwaited(() => second.answer)];
  const { work, ended } = begun();
  await manyTurns();
  expect(work.done).toBe(0);
  first.resolve('looked over');
  await manyTurns();
  expect(work.done).toBe(0);
  second.resolve('written');
  expect(await Promise.all(imports)).toEqual(['looked over', 'written']);
  vi.advanceTimersByTime(799);
  await manyTurns();
  expect(work.done).toBe(0);
  vi.advanceTimersByTime(1);
  await ended;
  expect(work.done).toBe(10);
});

test('what fails is not awaited for ever, and what answers at once not at all', async () => {
  withoutPatience();
  const session = allAwaited({ view: () => 'columns', plan: () => Promise.reject(new Error('cancelled')) });
  expect(session.view()).toBe('columns');
  await expect(session.plan()).rejects.toThrow('cancelled');
  const { work, ended } = begun();
  vi.advanceTimersByTime(800);
  await ended;
  expect(work.done).toBe(10);
});
