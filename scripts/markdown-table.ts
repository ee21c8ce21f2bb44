/** A Markdown table; pipes and line breaks in cells are kept from breaking it. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

/** A generated page: its title, a sentence on what it is made from, and its body. */
export function referencePage(title: string, madeFrom: string, body: string): string {
  return `# ${title}\n\nMade by \`npm run reference\` from ${madeFrom}. Do not edit.\n\n${body}\n`
}
