const worker = new Worker(new URL('./bench-worker.ts', import.meta.url), { type: 'module' });
worker.onmessage = (event: MessageEvent<unknown>) => Reflect.set(window, 'benchResult', event.data);
worker.onerror = (event) => Reflect.set(window, 'benchResult', { failure: event.message });
