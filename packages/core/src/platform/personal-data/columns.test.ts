import { describe, expect, test } from 'vitest'
import { type DatabaseColumn, findGaps } from './columns.ts'
import type { PersonalData } from './types.ts'

const notes: PersonalData = {
  table: 'notes',
  title: { de: 'Notizen', en: 'Notes' },
  owner: { person_id: 'person' },
  erasure: { kind: 'delete' },
  data: 'text about',
  scrubbed: 'text',
  plain: 'id',
}
const columns: DatabaseColumn[] = ['id', 'person_id', 'text', 'about'].map((column) => {
  return { table: 'notes', column, type: 'text' }
})
const and = (table: string, column: string, type = 'text') => [...columns, { table, column, type }]

describe('the declarations of all columns', () => {
  test.each<[string, readonly DatabaseColumn[], string[]]>([
    ['that are there', columns, []],
    ['and a new one', and('notes', 'mood'), ['notes.mood (text) is not declared']],
    ['and a document', and('notes', 'mood', 'jsonb'), ['notes.mood (jsonb) is not declared']],
    ['and a number, an instant', and('notes', 'count', 'integer'), []],
    ['and a table', and('badges', 'name'), ['badges is not declared', 'badges.name (text) is not declared']],
    ['of which one is gone', columns.slice(0, 3), ['notes.about is not there']],
  ])('%s', (_, given, gaps) => expect(findGaps([notes], given)).toEqual(gaps))

  const { title: _, ...untitled } = notes
  const { erasure: __, ...unerased } = notes
  test.each<[PersonalData, string]>([
    [untitled, 'notes has an owner and no title'],
    [unerased, 'notes does not say what erasure does'],
    [{ ...notes, secret: 'id' }, 'notes.id is declared twice'],
  ])('%j', (table, gap) => expect(findGaps([table], columns)).toEqual([gap]))
})
