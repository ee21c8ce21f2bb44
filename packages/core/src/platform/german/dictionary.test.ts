import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { indivisibleWords, simpleNouns } from './lexicon.ts'
import { stem } from './stem.ts'

const { db } = await testDatabase()

const endings = [
  '', 'e', 'en', 'er', 'ern', 'es', 's', 'n', 'st', 'est', 'ung', 'ungen', 'end', 'ig', 'ige', 'igkeit', 'ik', 'isch', 'ischen', 'lich',
  'lichkeit', 'keit', 'heit', 'heiten', 'erheit', 'enlich', 'nis', 'nisse', 'nissen',
] // biome-ignore format: a list of endings
const words = [...simpleNouns, ...indivisibleWords].flatMap((word) => endings.map((ending) => word + ending))

/** Where version 3 of the algorithm, and our rules for -em and -ierung, decide otherwise than the version in older PostgreSQL. */
const isDecidedOtherwise = (word: string): boolean =>
  // An ending -ierung may lose more endings of its own before it is met.
  /ier(?:ung|end)|em(?:s|e|en|er|es|ern)?$|(?:erin|erinnen|lns?)$|et(?:$|e|s|n|er|lich|ung|ig|ik|isch|heit|keit)|ln|[aou]e/.test(
    word,
  ) || /(?:et|erin|erinn)[a-z]{0,4}$/.test(word)

async function stemsOfPostgres(): Promise<string[]> {
  const found = await sql<{ stem: string }>`select coalesce((ts_lexize('german_stem', word))[1], '') as stem
    from unnest(${words}::text[]) with ordinality as w(word, place) order by place`.execute(db)
  return found.rows.map((row) => row.stem)
}

describe('the stemmer and german_stem of PostgreSQL', () => {
  test('agree on thousands of words, but for the rules that differ between versions', async () => {
    const theirs = await stemsOfPostgres()
    // german_stem answers nothing for its stop words.
    const compared = words
      .map((word, i) => [word, theirs[i]!] as const)
      .filter(([word, stemmed]) => stemmed && !isDecidedOtherwise(word))
    expect(compared.length).toBeGreaterThan(25_000)
    expect(compared.filter(([word, stemmed]) => stem(word) !== stemmed)).toEqual([])
  })
})
