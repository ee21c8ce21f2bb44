import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { patternOf, wordsInJson } from './words.ts'

const { db } = await testDatabase()
const finds = async (words: string[], text: string) => {
  const { rows } = await sql<{ found: boolean }>`select ${text} ~* ${patternOf(words)} as found`.execute(db)
  return rows[0]?.found
}

test.each<[string, string, boolean]>([
  ['Ida Öhm', 'Es sprach Ida Öhm.', true],
  ['Ida Öhm', 'ida  öhm', true],
  ['Ida Öhm', 'Frida Öhm', false],
  ['Ida Öhm', 'Ida Öhmichen', false],
  ['Ida Öhm', '(Ida Öhm)', true],
  ['a.b+c@example.org', 'an a.b+c@example.org gesandt', true],
  ['a.b@example.org', 'axb@example.org', false],
  ['(.*)', 'irgendwas', false],
  ['x|y', 'y', false],
])('%j in %j: %s', async (word, text, found) => expect(await finds([word], text)).toBe(found))

test('words are found within JSON as they are written there', async () => {
  const word = 'Ida "Idchen" Öhm'
  const json = JSON.stringify({ de: `Mit ${word}` })
  expect(await finds(wordsInJson([word]), json)).toBe(true)
  expect(await finds([word], json)).toBe(false)
})

test('nothing to look for is no pattern', () => {
  expect(patternOf([])).toBeUndefined()
  expect(patternOf([' ', ''])).toBeUndefined()
})
