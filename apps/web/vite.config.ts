import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { generateAssets } from './assets/generate.ts'

await generateAssets(import.meta.dirname)

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ envPrefix: 'FACHTAG_WEB_' }),
      paths: { relative: false },
    }),
  ],
  environments: {
    ssr: {
      build: {
        rolldownOptions: {
          // The core runs from its sources, the same modules that the command line has loaded.
          external: [/^@fachtag\/(core|formats)\//],
          output: {
            // Together, because each chunk has a style sheet of its own: one request instead of ten small ones.
            codeSplitting: { groups: [{ name: 'components', test: /src\/lib\/components\/\w+\.svelte/ }] },
          },
        },
      },
    },
  },
})
