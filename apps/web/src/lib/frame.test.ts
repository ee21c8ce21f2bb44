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
  [[], undefined, undefined, false],
  [[other], undefined, 'andere', false],
  [[other, third], undefined, undefined, true],
  [[home, other], undefined, 'heim', true],
  [[home, other], 'andere', 'andere', true],
  [[home, other], 'unbekannt', 'heim', true],
  [[other, third], 'unbekannt', undefined, true],
])('of %j, asked for %s', (all, slug, expected, several) => {
  const frame = chooseFrame(all, slug)
  expect([frame.series?.slug, frame.hasSeveralSeries]).toEqual([expected, several])
})
