import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** One thing that breaks a rule of the project: where, and what to do about it. */
export type Finding = { readonly file: string; readonly line?: number; readonly message: string }

/** A check: its name, and what it finds. No finding means that the rule holds everywhere. */
export type Check = { readonly name: string; readonly run: () => Finding[] | Promise<Finding[]> }

export const root = new URL('../', import.meta.url).pathname

/** The project's own files as git sees them (tracked, and new ones that are not ignored), relative to the root. */
export function projectFiles(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const deleted = new Set(execFileSync('git', ['ls-files', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\n'))
  return listed
    .split('\n')
    .filter((file) => file && pattern.test(file) && !deleted.has(file))
    .sort()
}

export function readProjectFile(file: string): string {
  return readFileSync(root + file, 'utf8')
}

export const isTest = (file: string): boolean => /\.(test|journey)\.ts$|(^|\/)(test|journeys)\//.test(file)
