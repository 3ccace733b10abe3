import { defineConfig } from 'vitest/config';

/** Suites that start other programs (an office suite, a database, electron-builder): minutes, not seconds. */
export default defineConfig({
  test: {
    include: ['tests/{slow,tables,pack}/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
