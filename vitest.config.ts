import { configDefaults, defineConfig } from 'vitest/config'

const onReferenceData = process.env.FACHTAG_TESTS === 'reference'
const referenceTests = '**/*.reference.test.ts'

export default defineConfig({
  test: {
    // Neither UTC nor a whole hour: code that forgets a time zone fails loudly.
    env: { TZ: 'Asia/Kathmandu' },
    setupFiles: process.env.FACHTAG_CASES ? ['packages/core/test/more-cases.ts'] : [],
    globalSetup: ['packages/core/test/global-setup.ts'],
    include: onReferenceData
      ? [`{packages,apps,scripts,bench}/${referenceTests}`]
      : [
          'packages/**/*.test.ts',
          'scripts/**/*.test.ts',
          'apps/web/{assets,server,src}/**/*.test.ts',
          'bench/**/*.test.ts',
        ],
    exclude: [...configDefaults.exclude, ...(onReferenceData ? [] : [referenceTests])],
    testTimeout: process.env.FACHTAG_CASES ? 3_600_000 : onReferenceData ? 600_000 : 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
