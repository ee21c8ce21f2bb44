import { isTest, projectFiles, readProjectFile } from './findings.ts'
import { markdownTable, referencePage } from './markdown-table.ts'

/** The codes of the DomainErrors that a source throws. */
export function codesIn(source: string): string[] {
  return [...source.matchAll(/new DomainError\(\s*'([a-z_.-]+)'/g)].map((match) => match[1]!)
}

/** The page on error codes and the files that throw them. */
export function errorsPage(): string {
  const thrown = new Map<string, Set<string>>()
  for (const file of projectFiles(/^(packages|apps)\/.*\.ts$/).filter((name) => !isTest(name))) {
    for (const code of codesIn(readProjectFile(file))) thrown.set(code, (thrown.get(code) ?? new Set()).add(file))
  }
  const rows = [...thrown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, files]) => [`\`${code}\``, [...files].join(', ')])
  return referencePage('Error codes', 'every `new DomainError(…)`', markdownTable(['code', 'thrown in'], rows))
}
