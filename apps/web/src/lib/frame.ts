import type { Series } from '@fachtag/core/modules/editions/series/types'

/** What the header and the footer of a page need to know. */
export type Frame = {
  /** The series that the page belongs to, or the home series, or the only one. */
  readonly series: {
    readonly slug: string
    readonly name: string
    readonly shortName: string | null
    readonly isHome: boolean
  } | null
  readonly hasSeveralSeries: boolean
  /** Path of the newest programme of that series. */
  readonly programme: string | null
}

/** The series that frames a page whose address names `slug` (or none). */
export function chooseFrame(all: readonly Series[], slug: string | undefined): Frame {
  const only = all.length === 1 ? all[0] : undefined
  const series = all.find((one) => one.slug === slug) ?? all.find((one) => one.isHome) ?? only
  return {
    series: series
      ? { slug: series.slug, name: series.name, shortName: series.shortName, isHome: series.isHome }
      : null,
    hasSeveralSeries: all.length > 1,
    programme: null,
  }
}
