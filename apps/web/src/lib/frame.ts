import type { Series } from '@fachtag/core/modules/editions/series/types'

/** What the header of a page needs to know of the series. */
export type FrameSeries = Pick<Series, 'id' | 'slug' | 'name' | 'shortName' | 'isHome'>

/** `series` is the one that the page belongs to, or the home series, or the only one; `others` are all but that one. */
export type Frame = { readonly series: FrameSeries | null; readonly others: readonly FrameSeries[] }

const brief = ({ id, slug, name, shortName, isHome }: Series): FrameSeries => ({ id, slug, name, shortName, isHome })

/** The series that frames a page whose address names `slug` (or none). */
export function chooseFrame(all: readonly Series[], slug: string | undefined): Frame {
  const only = all.length === 1 ? all[0] : undefined
  const chosen = all.find((one) => one.slug === slug) ?? all.find((one) => one.isHome) ?? only
  return { series: chosen ? brief(chosen) : null, others: all.filter((one) => one !== chosen).map(brief) }
}
