import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Neither UTC nor a whole hour: code that forgets a time zone fails loudly.
    env: { TZ: 'Asia/Kathmandu' },
    globalSetup: ['packages/core/test/global-setup.ts'],
    include: [
      'packages/**/*.test.ts',
      'scripts/**/*.test.ts',
      'apps/web/{server,src}/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
