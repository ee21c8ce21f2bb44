import { type Check, type Finding, projectFiles, readProjectFile } from './findings.ts'

const maxServerLines = 30

/** What in the server code of a page belongs into the core. Empty when the page is thin. */
export function judgePage(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const lines = code.split('\n').filter((line) => line.trim() && !/^\s*import\b|^} from /.test(line)).length
  const found: string[] = []
  if (lines > maxServerLines) found.push(`has ${lines} lines of server code, ${maxServerLines} are the limit`)
  if (/\b(selectFrom|insertInto|updateTable|deleteFrom)\b|from 'kysely'|\bsql`/.test(code)) {
    found.push('speaks to the database itself: call a query or a command')
  }
  return found
}

export const pages: Check = {
  name: 'thin pages',
  run: (): Finding[] =>
    projectFiles(/^apps\/web\/src\/routes\/.*\+(page|layout)?\.?(server)?\.ts$/).flatMap((file) =>
      judgePage(readProjectFile(file)).map((message) => ({ file, message })),
    ),
}
