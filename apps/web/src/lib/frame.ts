import type { Series } from '@fachtag/core/modules/editions/series/types'

/** What the header of a page needs to know of the series. */
export type FrameSeries = Pick<Series, 'id' | 'slug' | 'name' | 'shortName' | 'isHome'>

/** `series` is the one that the page belongs to, or the home series, or the only one. */
export type Frame = { readonly series: FrameSeries | null; readonly hasSeveralSeries: boolean }

/** The series that frames a page whose address names `slug` (or none). */
export function chooseFrame(all: readonly Series[], slug: string | undefined): Frame {
  const only = all.length === 1 ? all[0] : undefined
  const chosen = all.find((one) => one.slug === slug) ?? all.find((one) => one.isHome) ?? only
  if (!chosen) return { series: null, hasSeveralSeries: all.length > 1 }
  const { id, slug: own, name, shortName, isHome } = chosen
  return { series: { id, slug: own, name, shortName, isHome }, hasSeveralSeries: all.length > 1 }
}
