import { readdir } from 'node:fs/promises'
import { isReservedEditionSlug } from '@fachtag/core/modules/editions/rules'
import { isReservedSlug } from '@fachtag/core/modules/editions/series/rules'
import { nextEditionInput } from '@fachtag/core/modules/programme/next-edition/schema'
import { expect, test } from 'vitest'

/** The fixed names of the pages below a folder of the routes. */
async function pagesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(new URL(folder, import.meta.url), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return names.filter((name) => /^[a-z-]+$/.test(name))
}

test.each([
  ['a series', '.', isReservedSlug],
  ['a series in the workplace', './organisieren', isReservedSlug],
  ['an edition', './[series]', isReservedEditionSlug],
  ['an edition in the workplace', './organisieren/[series]', isReservedEditionSlug],
])('no page stands where %s may have its address', async (_, folder, isReserved) => {
  const pages = await pagesBelow(folder)
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.filter((name) => !isReserved(name))).toEqual([])
})

test('the next edition of a series does not live at the address of a page either', () => {
  const input = { fromEditionId: 'edi_1', name: 'Die nächste', slug: 'aktuelles' }
  expect(nextEditionInput.safeParse(input).error?.issues[0]?.path).toEqual(['slug'])
  expect(nextEditionInput.safeParse({ ...input, slug: '2032' }).success).toBe(true)
})
