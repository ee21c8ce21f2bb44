import type { ImportReport } from '@fachtag/core/modules/programme/import/types'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reportLines } from './report.ts'

const none = { added: [], removed: [], changed: [] }
const empty: ImportReport = {
  editionId: 'edi_1',
  dryRun: false,
  changes: { ...none, cancelled: [], reinstated: [], moved: [], tracks: none, rooms: none },
  counts: { added: 0, removed: 0, cancelled: 0, reinstated: 0, moved: 0, changed: 0 },
  people: { added: [], recognisedByName: [], updated: [], renamed: [] },
  release: null,
}
const session = { id: 'ses_1', slug: 'e-akte', reference: '7', title: 'E-Akte' }
const release = {
  id: 'rel_1',
  number: 2,
  name: '2',
  note: null,
  publishedAt: '2031-10-01T08:00:00Z',
  changes: empty.counts,
}
const open = { day: null, startsAt: null, durationMinutes: null, room: null }

beforeEach(() => vi.stubEnv('LC_ALL', 'de_DE.UTF-8'))
afterEach(() => vi.unstubAllEnvs())

const changed = (changes: Partial<ImportReport['changes']>, given: Partial<ImportReport> = {}) =>
  reportLines({ ...empty, ...given, changes: { ...empty.changes, ...changes } })

test('says that nothing changed', () => {
  expect(reportLines(empty)).toEqual(['Am Programm ändert sich nichts.', 'Kein neuer Programmstand.'])
})

test('says the same in English', () => {
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  expect(reportLines({ ...empty, dryRun: true })).toEqual([
    'Nothing changes in the programme.',
    'Dry run: nothing was written.',
  ])
})

test('names what moved, with from and to, and what is open', () => {
  const to = { day: '2031-11-05', startsAt: '2031-11-05T09:00', durationMinutes: 45, room: 'Saal' }
  expect(changed({ moved: [{ ...session, from: open, to }] }, { release })).toEqual([
    'Verschoben: 1',
    '  E-Akte [7]: offen → 2031-11-05 09:00, 45 min, Saal',
    'Veröffentlicht als Programmstand 2.',
  ])
})

test('names the fields that changed, short ones with both values', () => {
  const fields = [{ field: 'title', from: 'Alt', to: 'E-Akte' }, { field: 'abstract' }, { field: 'odd' }]
  expect(changed({ changed: [{ ...session, reference: null, fields }] })[1]).toBe(
    '  E-Akte: Titel „Alt“ → „E-Akte“; Kurztext; odd',
  )
})

test('cuts a long list and says so', () => {
  const lines = changed(
    { added: Array.from({ length: 30 }, () => session) },
    { release: { ...release, name: 'Entwurf' } },
  )
  expect(lines[0]).toBe('Neu: 30')
  expect(lines).toHaveLength(28)
  expect(lines.slice(-2)).toEqual([
    '  … und 5 weitere (alle mit --json)',
    'Veröffentlicht als Programmstand 2 („Entwurf“).',
  ])
})

test('asks to look at people who were recognised by name only', () => {
  const people = { ...empty.people, recognisedByName: ['Ida Öhm'], renamed: [{ from: 'Bo', to: 'Bo Berg' }] }
  expect(reportLines({ ...empty, people }).slice(1, -1)).toEqual([
    'Nur am Namen wiedererkannt, bitte prüfen: 1',
    '  Ida Öhm',
    'Umbenannt: 1',
    '  Bo → Bo Berg',
  ])
})
