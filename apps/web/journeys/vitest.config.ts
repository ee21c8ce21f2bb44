import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    env: { TZ: 'Asia/Kathmandu' },
    globalSetup: ['global-setup.ts'],
    include: ['*.test.ts'],
    // All walk through one running site; what one changes the next would meet half done.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
