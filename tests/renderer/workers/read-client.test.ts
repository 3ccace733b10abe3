import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readInWorker } from '../../../renderer/workers/read-client.ts';

/** A worker that answers when told to, or never. */
class StillWorker {
  static last: StillWorker | undefined;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: (() => void) | undefined;
  readonly asked: unknown[] = [];
  terminated = 0;

  constructor() {
    StillWorker.last = this;
  }

  postMessage(request: unknown): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.terminated += 1;
  }
}

const file = () => ({ name: '九月.xlsx', bytes: new ArrayBuffer(4) });

/** A reading under way: its worker, and how it ends — the code it is refused with, or what was read. */
function begun(signal?: AbortSignal) {
  const ending = readInWorker(file(), signal).catch((thrown: { code: string }) => thrown.code);
  const worker = StillWorker.last;
  if (!worker) throw new Error('no worker was started');
  return { worker, ending };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', StillWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a file that is not read after 60 seconds is given up, and its worker killed', async () => {
  const { worker, ending } = begun();
  vi.advanceTimersByTime(59_999);
  await Promise.resolve();
  expect(worker.terminated).toBe(0);
  vi.advanceTimersByTime(1);
  expect(await ending).toBe('import/took-too-long');
  expect(worker.terminated).toBe(1);
});

test('a reading that is cancelled ends at once, and its worker with it', async () => {
  const cancel = new AbortController();
  const { worker, ending } = begun(cancel.signal);
  cancel.abort();
  expect(await ending).toBe('import/cancelled');
  expect(worker.terminated).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('one that was cancelled before it began hands the file to nobody', async () => {
  const { worker, ending } = begun(AbortSignal.abort());
  expect(await ending).toBe('import/cancelled');
  expect(worker.asked).toEqual([]);
  expect(worker.terminated).toBe(1);
});

test('the worker’s own refusal, its crash and its answer end it the same way', async () => {
  const refused = begun();
  refused.worker.onmessage?.({ data: { ok: false, code: 'import/damaged', message: '' } });
  expect(await refused.ending).toBe('import/damaged');
  const crashed = begun();
  crashed.worker.onerror?.();
  expect(await crashed.ending).toBe('import/unreadable');
  const read = begun();
  read.worker.onmessage?.({ data: { ok: true, made: 'sha256:1' } });
  expect(await read.ending).toEqual({ port: expect.any(MessagePort), hash: 'sha256:1' });
  for (const { worker } of [refused, crashed, read]) expect(worker.terminated).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});
