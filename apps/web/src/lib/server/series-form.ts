import type { SeriesDetail } from '@fachtag/core/modules/editions/series/types'
import { bothLanguages, type Values } from './form.ts'

/** The form of a series as it stands before anybody has typed. A new one is meant for the front page while that has none. */
export function seriesValues(series: SeriesDetail | null, hasHome: boolean): Values {
  const contact = series?.contacts[0]
  return {
    name: series?.name ?? '',
    slug: series?.slug ?? '',
    shortName: series?.shortName ?? '',
    claim: series?.claim.de ?? '',
    claimEnglish: series?.claim.en ?? '',
    description: series?.description.de ?? '',
    descriptionEnglish: series?.description.en ?? '',
    isHome: (series?.isHome ?? !hasHome) ? 'on' : '',
    contactName: contact ? [contact.academicTitle, contact.name].filter(Boolean).join(' ') : '',
    contactFunction: contact?.function ?? '',
    contactEmail: contact?.email ?? '',
    contactPhone: contact?.phone ?? '',
  }
}

const given = (text: string | undefined) => text?.trim() || undefined

/** What the form of a series holds, for the schema to judge. Without any entry about a contact person there is none. */
export function toSeriesProfile(values: Values, slug: string | undefined): object {
  const contact = {
    name: values.contactName ?? '',
    function: given(values.contactFunction),
    email: given(values.contactEmail),
    phone: given(values.contactPhone),
  }
  const hasContact = Object.values(contact).some((value) => given(value))
  return {
    slug: slug ?? values.slug?.trim() ?? '',
    name: values.name ?? '',
    shortName: given(values.shortName),
    claim: bothLanguages(values.claim, values.claimEnglish),
    description: bothLanguages(values.description, values.descriptionEnglish),
    isHome: values.isHome === 'on',
    ...(hasContact ? { contact } : {}),
  }
}
