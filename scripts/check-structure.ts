import { type Check, type Finding, projectFiles } from './findings.ts'

/** The files a module or a sub-concern may hold; design.md, section 3. */
const vocabulary = new Set([
  'rules', 'types', 'errors', 'schema', 'policy', 'tables', 'queries', 'commands', 'events', 'jobs', 'mails', 'config',
]) // biome-ignore format: one line reads as one list

const forbidden = /(^|\/)(index|utils?|helpers?|services?|common|shared|misc)(\.[a-z.]+)?(\/|$)/

/** What is wrong with the place or the name of `file`; undefined when nothing is. */
export function judgePlace(file: string): string | undefined {
  if (forbidden.test(file) && !file.endsWith('.md')) {
    return 'names nothing of the field: choose a word from docs/concepts.md'
  }
  const module = /^packages\/core\/src\/modules\/(.+)\/([^/]+)$/.exec(file)
  if (!module) return undefined
  const [, folder = '', name = ''] = module
  if (folder.split('/').length > 3) return 'lies more than one sub-concern deep'
  if (name === 'README.md' || /\.test\.ts$/.test(name) || /\.typ$/.test(name)) return undefined
  const stem = name.replace(/\.ts$/, '')
  return vocabulary.has(stem) ? undefined : `is not one of ${[...vocabulary].join(', ')}`
}

export const structure: Check = {
  name: 'structure',
  run: (): Finding[] =>
    projectFiles(/^(packages|apps|scripts|bench)\/.*\.(ts|svelte|typ)$/).flatMap((file) => {
      const message = judgePlace(file)
      return message ? [{ file, message }] : []
    }),
}
