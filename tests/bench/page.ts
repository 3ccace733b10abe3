const reader = new URLSearchParams(location.search).get('read');
const worker =
  reader === null
    ? new Worker(new URL('./bench-worker.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('./read-bench-worker.ts', import.meta.url), { type: 'module' });
worker.onmessage = (event: MessageEvent<unknown>) => Reflect.set(window, 'benchResult', event.data);
worker.onerror = (event) => Reflect.set(window, 'benchResult', { failure: event.message });
if (reader !== null) worker.postMessage({ reader });
