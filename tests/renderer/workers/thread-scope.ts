// What a module worker finds in a browser, on a thread of Node: whoever starts it names the program's worker file.
import { parentPort, workerData } from 'node:worker_threads';

const scope: { onmessage?: (event: { data: unknown }) => void } = {};
Object.assign(globalThis, {
  self: Object.assign(scope, {
    postMessage: (message: unknown, { transfer = [] }: { transfer?: ArrayBuffer[] } = {}) =>
      parentPort?.postMessage(message, transfer),
  }),
});
await import(workerData.file);
parentPort?.on('message', (data: unknown) => scope.onmessage?.({ data }));
