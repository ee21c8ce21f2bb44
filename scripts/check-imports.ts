import { posix } from 'node:path'
import { type Check, type Finding, isTest, projectFiles, readProjectFile } from './findings.ts'

/** Modules from left to right: each may import only those before it. */
export const moduleOrder = [
  'messages', 'people', 'editions', 'contributions', 'programme', 'registration', 'invoicing', 'day', 'library', 'exchange',
  'privacy',
] as const // biome-ignore format: the order reads from left to right

/** What a file of another module may be asked for. */
const publicFiles = /\/(types|queries|commands|events|schema|policy|rules|tables|jobs|mails)\.ts$/

/** The layer of a file: a smaller number may be imported by a larger one. */
export function layerOf(file: string): { name: string; rank: number } | undefined {
  const module = /^packages\/core\/src\/modules\/([^/]+)\//.exec(file)?.[1]
  if (module) return { name: module, rank: 20 + (moduleOrder as readonly string[]).indexOf(module) }
  const layers: [RegExp, string, number][] = [
    [/^packages\/planner\//, 'planner', 0],
    [/^packages\/formats\//, 'formats', 0],
    [/^packages\/core\/migrations\//, 'migrations', 0],
    [/^packages\/core\/src\/kernel\//, 'kernel', 1],
    [/^packages\/core\/src\/platform\//, 'platform', 10],
    [/^packages\/core\/src\/app\//, 'app', 40],
    [/^packages\/api\//, 'api', 50],
    [/^apps\/web\//, 'web', 60],
    [/^packages\/cli\//, 'cli', 70],
  ]
  const found = layers.find(([pattern]) => pattern.test(file))
  return found && { name: found[1], rank: found[2] }
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The specifiers that `source` imports, each with its line. */
export function importsOf(source: string): { specifier: string; line: number; isType: boolean }[] {
  return [...source.matchAll(importPattern)].map((match) => ({
    specifier: match[1] ?? match[2] ?? match[3] ?? '',
    line: source.slice(0, match.index).split('\n').length + (match[0].startsWith('\n') ? 1 : 0),
    isType: /^\s*(import|export) type\b/.test(match[0]),
  }))
}

/** The project file that `specifier` means when `file` says it; undefined for a package of somebody else. */
export function resolveImport(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier))
  const own = /^@fachtag\/(core|formats|planner|cli|api)\/(.+)$/.exec(specifier)
  if (own) return `packages/${own[1]}/src/${own[2]}.ts`
  const lib = /^#lib\/(.+)$/.exec(specifier)
  return lib ? `apps/web/src/lib/${lib[1]}` : undefined
}

/** Why `from` may not import `to`; undefined when it may. */
export function judgeImport(from: string, to: string): string | undefined {
  const [source, target] = [layerOf(from), layerOf(to)]
  if (!source || !target || source.name === target.name) return undefined
  if (isTest(from)) return undefined
  if (source.name === 'migrations') return 'a migration imports nothing of ours: it must not change when the code does'
  if (source.name === 'kernel') return 'the kernel imports nothing of ours'
  if (target.name === 'migrations') return 'nobody imports a migration'
  if (target.rank === 0 && source.rank > 0) return undefined
  if (target.rank >= source.rank) return `${source.name} may not import ${target.name}: imports go only to the left`
  if (target.rank >= 20 && target.rank < 40 && !publicFiles.test(to)) return `${to} is not for other modules`
  return undefined
}

function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (node: string, path: string[]): void => {
    if (state.get(node) === 'done') return
    if (state.get(node) === 'open') {
      cycles.push([...path.slice(path.indexOf(node)), node])
      return
    }
    state.set(node, 'open')
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    state.set(node, 'done')
  }
  for (const node of graph.keys()) visit(node, [])
  return cycles
}

export const imports: Check = {
  name: 'imports',
  run: (): Finding[] => {
    const findings: Finding[] = []
    const graph = new Map<string, string[]>()
    for (const file of projectFiles(/^(packages|apps|scripts|bench)\/.*\.(ts|svelte)$/)) {
      const targets: string[] = []
      for (const { specifier, line, isType } of importsOf(readProjectFile(file))) {
        const target = resolveImport(file, specifier)
        if (!target) continue
        const message = judgeImport(file, target)
        if (message) findings.push({ file, line, message })
        if (!isType) targets.push(target)
      }
      graph.set(file, targets)
    }
    return [
      ...findings,
      ...findCycles(graph).map((cycle) => ({ file: cycle[0]!, message: `cycle: ${cycle.join(' → ')}` })),
    ]
  },
}
