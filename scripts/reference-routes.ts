import { projectFiles, readProjectFile } from './findings.ts'
import { markdownTable, referencePage } from './markdown-table.ts'

type Route = { readonly path: string; readonly methods: Set<string> }

const methodPattern = /export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE|actions)\b/g

/** The methods that a route file answers: a page answers GET, and POST when it has actions. */
export function methodsOf(file: string, source: string): string[] {
  const declared = [...source.matchAll(methodPattern)].map((match) => (match[1] === 'actions' ? 'POST' : match[1]!))
  return file.endsWith('+page.svelte') ? ['GET'] : declared
}

/** The address that a route file stands for; groups in parentheses are not part of it. */
export function pathOf(file: string): string {
  const path = file
    .replace(/^apps\/web\/src\/routes/, '')
    .replace(/\/\+[^/]+$/, '')
    .replace(/\/\([^/)]+\)/g, '')
  return path || '/'
}

/** Every route of the web application with the methods it answers, sorted by address. */
export function listRoutes(): { path: string; methods: string[] }[] {
  const routes = new Map<string, Route>()
  for (const file of projectFiles(/^apps\/web\/src\/routes\/.*\+(page\.svelte|page\.server\.ts|server\.ts)$/)) {
    const path = pathOf(file)
    const route = routes.get(path) ?? { path, methods: new Set() }
    for (const method of methodsOf(file, readProjectFile(file))) route.methods.add(method)
    routes.set(path, route)
  }
  return [...routes.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, methods }) => ({ path, methods: [...methods].sort() }))
}

/** The page on the addresses that the web application answers. */
export function routesPage(): string {
  const rows = listRoutes().map(({ path, methods }) => [`\`${path}\``, methods.join(', ')])
  const words = 'English pages have the same addresses under `/en`.'
  return referencePage('Routes', 'apps/web/src/routes', `${markdownTable(['address', 'methods'], rows)}\n\n${words}`)
}
