import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { archiveLines } from './archive-report.ts'

beforeEach(() => vi.stubEnv('LC_ALL', 'de_DE.UTF-8'))
afterEach(() => vi.unstubAllEnvs())

const changes = [
  { change: 'added', kind: 'session', key: '2024/e-akte' },
  { change: 'changed', kind: 'person', key: 'ida' },
  { change: 'removed', kind: 'news', key: 'alt' },
] as const

test('says that nothing changes', () => expect(archiveLines({ kind: 'unchanged' })).toEqual(['Es ändert sich nichts.']))

test.each([
  ['imported', '3 Änderungen geschrieben.'],
  ['planned', 'Probelauf: nichts wurde geschrieben.'],
] as const)('names what is %s', (kind, end) => {
  expect(archiveLines({ kind, changes })).toEqual(['+ Programmpunkt 2024/e-akte', '~ Person ida', '- Meldung alt', end])
})

test('speaks English', () => {
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  expect(archiveLines({ kind: 'planned', changes })[1]).toBe('~ person ida')
})
