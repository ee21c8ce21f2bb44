import { expect, test } from 'vitest'
import { DomainError } from '../../kernel/errors.ts'
import type { LogFields } from './fields.ts'
import { createLog } from './log.ts'

function entryOf(fields: LogFields): Record<string, unknown> {
  const lines: string[] = []
  createLog('info', { write: (line) => lines.push(line) }).info('request answered', fields)
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '')
}

test('an entry is one JSON object with time, level, event and the named fields', () => {
  const entry = entryOf({ method: 'GET', path: '/suche', status: 200, milliseconds: 4 })
  expect(entry).toMatchObject({ level: 30, event: 'request answered', method: 'GET', path: '/suche', status: 200 })
  expect(Temporal.Instant.from(String(entry.time))).toBeInstanceOf(Temporal.Instant)
})

test('a field that is not on the list is not written', () => {
  const careless = { status: 200, email: 'erika@example.org', ip: '192.0.2.1' } as LogFields
  expect(JSON.stringify(entryOf(careless))).not.toMatch(/erika|192\.0\.2\.1/)
})

test.each<[string, string]>([
  ['/suche', '/suche'],
  ['/', '/'],
  ['/personen/erika', '/personen/…'],
  ['/erika@example.org', '/…'],
  ['/en/personen/erika', '/en/…'],
])('of the path %s the log says %s', (path, said) => expect(entryOf({ path }).path).toBe(said))

test.each(['/suche?q=Erika', '/einrichten#Erika', '/suche?q=a\nErika', '/personen/Erika', '/Erika Muster'])(
  '%j loses what a reader typed',
  (path) => {
    expect(JSON.stringify(entryOf({ path }))).not.toContain('Erika')
  },
)

test('an error shows where it happened and its code, not its message', () => {
  const error = Object.assign(new Error('invalid input syntax for type integer: "Erika"'), { code: '22P02' })
  const entry = entryOf({ error })
  expect(entry.error).toMatchObject({ name: 'Error', code: '22P02' })
  expect(JSON.stringify(entry)).not.toContain('Erika')
  expect(JSON.stringify(entry)).toContain('log.test.ts')
})

test('an expected error is its code alone', () => {
  expect(entryOf({ error: new DomainError('person.not_found', { name: 'Erika' }) }).error).toEqual({
    name: 'DomainError',
    code: 'person.not_found',
  })
})

test('entries below the level are left out', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line) => lines.push(line) })
  log.info('started')
  log.warn('database connection lost')
  expect(lines.map((line) => JSON.parse(line).event)).toEqual(['database connection lost'])
})
