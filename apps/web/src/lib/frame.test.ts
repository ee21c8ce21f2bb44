import type { Series } from '@fachtag/core/modules/editions/series/types'
import { expect, test } from 'vitest'
import { chooseFrame } from './frame.ts'

const series = (slug: string, isHome = false): Series => ({
  id: `srs_${slug}`,
  slug,
  name: slug,
  shortName: null,
  claim: {},
  description: {},
  language: 'de',
  isHome,
})
const [home, other, third] = [series('heim', true), series('andere'), series('dritte')]

test.each([
  [[], undefined, undefined, []],
  [[other], undefined, 'andere', []],
  [[other, third], undefined, undefined, ['andere', 'dritte']],
  [[home, other], undefined, 'heim', ['andere']],
  [[home, other], 'andere', 'andere', ['heim']],
  [[home, other], 'unbekannt', 'heim', ['andere']],
  [[other, third], 'unbekannt', undefined, ['andere', 'dritte']],
])('of %j, asked for %s', (all, slug, expected, others) => {
  const frame = chooseFrame(all, slug)
  expect([frame.series?.slug, frame.others.map((one) => one.slug)]).toEqual([expected, others])
})
