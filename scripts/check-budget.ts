import ts from 'typescript'
import { type Check, type Finding, isTest, projectFiles, readProjectFile } from './findings.ts'

/** Lines. From the better half of the codebases this project learns from. */
export const budget = { fileMedian: 60, fileP90: 200, fileMax: 400, functionP90: 45, functionMax: 80 } as const

/** The value below which a share of `values` lies (nearest rank); 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

export type MeasuredFunction = { readonly name: string; readonly line: number; readonly lines: number }

/** Every function with a block body in a TypeScript source, with its length in lines. */
export function measureFunctions(file: string, source: string): MeasuredFunction[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const found: MeasuredFunction[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body)) {
      const start = tree.getLineAndCharacterOfPosition(node.getStart()).line
      const end = tree.getLineAndCharacterOfPosition(node.end).line
      const name =
        node.name?.getText() ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'function')
      found.push({ name, line: start + 1, lines: end - start + 1 })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

const countLines = (source: string): number => source.split('\n').length - (source.endsWith('\n') ? 1 : 0)

function judgeFiles(lengths: ReadonlyMap<string, number>): Finding[] {
  const all = [...lengths.values()]
  const findings: Finding[] = []
  for (const [file, lines] of lengths) {
    if (lines > budget.fileMax) findings.push({ file, message: `has ${lines} lines, ${budget.fileMax} are the limit` })
  }
  const [median, p90] = [percentile(all, 0.5), percentile(all, 0.9)]
  if (median > budget.fileMedian)
    findings.push({ file: '.', message: `files: median ${median} > ${budget.fileMedian}` })
  if (p90 > budget.fileP90) findings.push({ file: '.', message: `files: p90 ${p90} > ${budget.fileP90}` })
  return findings
}

function judgeFunctions(files: readonly string[]): Finding[] {
  const findings: Finding[] = []
  const lengths: number[] = []
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    for (const { name, line, lines } of measureFunctions(file, readProjectFile(file))) {
      lengths.push(lines)
      if (lines > budget.functionMax) {
        findings.push({ file, line, message: `${name} has ${lines} lines, ${budget.functionMax} are the limit` })
      }
    }
  }
  const p90 = percentile(lengths, 0.9)
  if (p90 > budget.functionP90) findings.push({ file: '.', message: `functions: p90 ${p90} > ${budget.functionP90}` })
  return findings
}

/** Lines of code: without blank lines and comments, which say how much was explained and not how much must be tested. */
export function countCode(source: string): number {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').split('\n')
  return code.filter((line) => line.trim() && !line.trim().startsWith('//')).length
}

/** Files that decide nothing: shapes, message catalogues, and the benchmarks, which are measurements themselves. */
const declares = /\/(types|tables)\.ts$|\/messages\/(de|en)(\/[\w-]+)?\.ts$|\/terminal\/sentences\.ts$|^bench\//

function judgeTests(files: readonly string[]): Finding[] {
  const sum = (some: readonly string[]): number => some.reduce((n, file) => n + countCode(readProjectFile(file)), 0)
  const typescript = files.filter((file) => file.endsWith('.ts') && !file.includes('/migrations/'))
  const tests = sum(typescript.filter(isTest))
  const source = sum(typescript.filter((file) => !isTest(file) && !declares.test(file)))
  return tests < source ? [{ file: '.', message: `${tests} lines of tests for ${source} lines of source` }] : []
}

export const sizes: Check = {
  name: 'size budget',
  run: (): Finding[] => {
    const files = projectFiles(/^(packages|apps|scripts|bench)\/.*\.(ts|svelte)$/)
    const sources = files.filter((file) => !isTest(file) && !file.includes('/migrations/'))
    const lengths = new Map(sources.map((file) => [file, countLines(readProjectFile(file))]))
    return [...judgeFiles(lengths), ...judgeFunctions(sources), ...judgeTests(files)]
  },
}
