import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../core/test/database.ts'
import { createProgram } from '../program.ts'
import { createTerminal } from '../terminal/terminal.ts'

const { db, url } = await testDatabase()
let folder: string
let out = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fachtag-register-'))
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  out = ''
})

/** A record of the fixed-width file with made-up content. */
function record(kind: string, key: string, name: string, text: string, population = '', association = ''): string {
  const head = `${kind}20300131${key.padEnd(8)}${association.padEnd(4)}${name.padEnd(50)}${''.padEnd(50)}${text}`
  const counts = population && `${'1200'.padStart(11, '0')}${population.padStart(11, '0')}`
  return `${head.padEnd(128)}${counts}`.padEnd(220)
}

async function importFile(...lines: string[]): Promise<void> {
  await importBytes(Buffer.from(lines.join('\n')))
}

async function importBytes(bytes: Uint8Array): Promise<void> {
  const path = join(folder, 'register.txt')
  await writeFile(path, bytes)
  const terminal = createTerminal(
    false,
    (text) => {
      out += text
    },
    () => {},
  )
  await createProgram(terminal).parseAsync(['node', 'fachtag', 'import', '--register', path])
}

/** The file as the statisticians write it: the encoding of old Windows. */
async function importLegacyFile(...lines: string[]): Promise<void> {
  await importBytes(Buffer.from(lines.join('\n'), 'latin1'))
}

const land = record('10', '14', 'Sachsen', '  ')
const district = record('40', '14713', 'Leipzig, Stadt', '41')
const town = record('60', '14713000', 'Leipzig, Stadt', '61', '620000', '0000')

test('takes the register in and says how large it is', async () => {
  await importFile(land, district, town)
  expect(out).toBe(
    'Register of municipalities as of 2030-01-31: 1 municipalities with 620,000 inhabitants.\n' +
      '3 new, 0 changed, 0 no longer in the register.\n',
  )
  const entries = await db.selectFrom('register_entries').select(['ars', 'name', 'population']).orderBy('ars').execute()
  expect(entries).toEqual([
    { ars: '14', name: 'Sachsen', population: 620_000 },
    { ars: '14713', name: 'Leipzig', population: 620_000 },
    { ars: '147130000000', name: 'Leipzig', population: 620_000 },
  ])
})

test('names file, line and field of what is wrong, and changes nothing', async () => {
  await expect(importFile(land, district, `99${town.slice(2)}`)).rejects.toMatchObject({ code: 'file.broken' })
  expect(out).toMatch(/register\.txt:3: kind /)
  await expect(importFile()).rejects.toMatchObject({ code: 'file.broken' })
  expect(await db.selectFrom('register_entries').select('ars').execute()).toHaveLength(3)
})

test('reads umlauts in the encoding of the office, and says what vanished', async () => {
  const grimma = record('60', '14729160', 'Grimma-Döben, Stadt', '61', '1000', '0160')
  await importLegacyFile(land, record('40', '14729', 'Leipzig', '43'), grimma)
  expect(out).toMatch(/^Register .*: 1 municipalities with 1,000 inhabitants\.\n\d new, \d changed, 2 no longer/)
  const names = await db.selectFrom('register_entries').select('name').where('ars', '=', '147290160160').execute()
  expect(names).toEqual([{ name: 'Grimma-Döben' }])
})

test('refuses an older one, and what is no text', async () => {
  const older = [land, district, town].map((line) => line.replace('20300131', '20290131'))
  await expect(importFile(...older)).rejects.toMatchObject({
    code: 'register.older',
    params: { stored: '2030-01-31', given: '2029-01-31' },
  })
  await expect(importBytes(new Uint8Array([0x31, 0x30, 0x00, 0x0a]))).rejects.toMatchObject({ code: 'file.broken' })
  expect(out).toContain('register.txt:1: The file contains a NUL character')
})
