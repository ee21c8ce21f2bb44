import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { generateAssets } from './assets/generate.ts'

await generateAssets(import.meta.dirname)

export default defineConfig({
  // The core runs from its sources, in the same instance as the command line that starts the server.
  ssr: { external: ['@fachtag/core', '@fachtag/formats'] },
  plugins: [
    sveltekit({
      adapter: adapter({ envPrefix: 'FACHTAG_WEB_' }),
      paths: { relative: false },
    }),
  ],
})
