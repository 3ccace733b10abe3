import { defineConfig } from 'vitest/config';

/** Suites that start other programs (an office suite, electron-builder, a killed shell): minutes, not seconds. */
export default defineConfig({
  test: {
    include: ['tests/{slow,pack}/**/*.test.ts'],
    environment: 'node',
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
