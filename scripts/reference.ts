import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type Check, type Finding, root } from './findings.ts'
import { accessPage } from './reference-access.ts'
import { errorsPage } from './reference-errors.ts'
import { permissionsPage } from './reference-permissions.ts'
import { routesPage } from './reference-routes.ts'
import { settingsPage } from './reference-settings.ts'
import { tablesPage } from './reference-tables.ts'

const folder = 'docs/reference'

/** Every generated page: its file name and how its text is made from the code. */
const pages = {
  'settings.md': settingsPage,
  'permissions.md': permissionsPage,
  'access.md': accessPage,
  'routes.md': routesPage,
  'errors.md': errorsPage,
  'tables.md': tablesPage,
} satisfies Record<string, () => string>

function current(name: string): string | undefined {
  try {
    return readFileSync(`${root}${folder}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}

/** The pages in `docs/reference` say what the code says. */
export const reference: Check = {
  name: 'reference',
  run: (): Finding[] =>
    Object.entries(pages).flatMap(([name, make]) =>
      current(name) === make() ? [] : [{ file: `${folder}/${name}`, message: 'is out of date: npm run reference' }],
    ),
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(`${root}${folder}`, { recursive: true })
  for (const [name, make] of Object.entries(pages)) writeFileSync(`${root}${folder}/${name}`, make())
  console.log(`${Object.keys(pages).length} pages written to ${folder}`)
}
