import type { Field, Leaf, RowsField, Values } from './types.ts'

/** Where the number of rows of a repeated field is written in the form. */
export const countOf = (path: string): string => `${path}.count`

/** How many rows a repeated field has in `values`; never more than 500. */
export function countRows(values: Values, path: string): number {
  const count = Number(values[countOf(path)] ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, 500) : 0
}

const joined = (prefix: string, name: string) => (prefix ? `${prefix}.${name}` : name)

function leavesOfRows(field: RowsField, values: Values, path: string): Leaf[] {
  return Array.from({ length: countRows(values, path) }, (_, index) =>
    leavesOf(field.fields, values, `${path}.${index}`, `${field.label} ${index + 1}: `),
  ).flat()
}

/** Every single field of a form as it stands with `values`: groups and rows opened, two for each text in two languages. */
export function leavesOf(fields: readonly Field[], values: Values, prefix = '', context = ''): Leaf[] {
  return fields.flatMap((field): Leaf[] => {
    const path = joined(prefix, field.name)
    const label = `${context}${field.label}`
    switch (field.kind) {
      case 'group':
        return leavesOf(field.fields, values, path, `${label}: `)
      case 'rows':
        return leavesOfRows(field, values, path)
      case 'localized':
        return (['de', 'en'] as const).map((lang) => ({
          path: `${path}.${lang}`,
          field: { ...field, kind: field.as ?? 'text', lang },
          label: lang === 'de' ? label : `${label} (EN)`,
        }))
      default:
        return [{ path, field, label }]
    }
  })
}

/** The fields by their path, for what has to be said about them. Rows and groups themselves too. */
export function labelsOf(fields: readonly Field[], values: Values): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {}
  for (const field of fields) labels[field.name] = field.label
  for (const leaf of leavesOf(fields, values)) labels[leaf.path] = leaf.label
  return labels
}
