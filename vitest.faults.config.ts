import { defineConfig } from 'vitest/config';

/** Processes killed, disks filled, files spoilt: two at a time, each on a folder of its own. */
export default defineConfig({
  test: {
    include: ['tests/faults/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 3_600_000,
    maxWorkers: 2,
  },
});
