import { Worker } from 'node:worker_threads';

/** Node starts no thread from a .ts file: the thread first learns to read them. */
const START = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.scope); });
`;

/** Stands where a browser has `Worker`: runs the program's own worker file, which can be killed at any moment. */
export class ThreadWorker {
  static last: ThreadWorker | undefined;
  readonly #thread: Worker;
  /** Resolves once nothing of it runs any more. */
  readonly ended: Promise<void>;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: (() => void) | undefined;

  constructor(file: URL) {
    ThreadWorker.last = this;
    const scope = new URL('./thread-scope.ts', import.meta.url).href;
    this.#thread = new Worker(START, { eval: true, workerData: { scope, file: new URL(file).href } });
    this.ended = new Promise((resolve) => this.#thread.once('exit', () => resolve()));
    this.#thread.on('message', (data: unknown) => this.onmessage?.({ data }));
    this.#thread.on('error', () => this.onerror?.());
  }

  postMessage(request: unknown, transfer: ArrayBuffer[]): void {
    this.#thread.postMessage(request, transfer);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
