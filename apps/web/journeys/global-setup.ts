import type { TestProject } from 'vitest/node'
import { type Site, startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: Site
  }
}

/** Starts the site that the journeys share, and gives its address to the tests (`inject('site')`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { site, stop } = await startSite()
  project.provide('site', site)
  return stop
}
