import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          testTimeout: 60_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/lab/**', 'tests/package/**', 'node_modules/**'],
        },
      },
      { extends: true, test: { name: 'package', include: ['tests/package/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Node 20 has WebSocket behind this flag only; later versions take the flag and have it anyway.
          execArgv: ['--experimental-websocket'],
        },
      },
      {
        extends: true,
        test: {
          name: 'lab',
          include: ['tests/lab/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // Each stack is visited by a browser of its own: most of a visit is waiting.
          maxConcurrency: 2,
        },
      },
    ],
  },
});
