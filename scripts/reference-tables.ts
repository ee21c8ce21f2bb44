import { projectFiles, readProjectFile } from './findings.ts'
import { referencePage } from './markdown-table.ts'

/** The `create table` statements of a migration, with the indentation of the source taken away. */
export function tablesIn(migration: string): { name: string; sql: string }[] {
  return [...migration.matchAll(/`(create table (\w+) \([\s\S]*?\n\s*\))`/g)].map((match) => ({
    name: match[2]!,
    sql: match[1]!.replace(/^ {4}/gm, '  ').replace(/\n\s*\)$/, '\n)'),
  }))
}

/** The page on the tables, in the order in which the migrations make them. */
export function tablesPage(): string {
  const sections = projectFiles(/^packages\/core\/migrations\/.*\.ts$/).flatMap((file) =>
    tablesIn(readProjectFile(file)).map(({ name, sql }) => `## ${name}\n\n\`\`\`sql\n${sql}\n\`\`\``),
  )
  return referencePage('Tables', 'packages/core/migrations', sections.join('\n\n'))
}
