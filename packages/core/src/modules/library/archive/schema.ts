import { z } from 'zod'
import { line, localizedText, slug, webAddress } from '../../../kernel/input.ts'
import { contactInput } from '../../editions/contacts/schema.ts'
import { newsCategoryInput, newsInput } from '../../editions/news/schema.ts'
import { pageInput } from '../../editions/pages/schema.ts'
import { seriesInput } from '../../editions/series/schema.ts'
import { sourceInput } from '../../editions/sources/schema.ts'
import { topicInput } from '../../editions/topics/schema.ts'
import { organisationInput } from '../../people/organisations/schema.ts'
import { archivedEdition } from './editions/schema.ts'

const archivedContact = contactInput
  .omit({ personId: true, organisationId: true, editionId: true, sourceId: true })
  .extend({ person: slug, organisation: slug.optional(), edition: slug.optional(), source: slug.optional() })

/** `series.yaml`: the series with its contact persons and news categories. */
const archivedSeries = seriesInput.extend({
  contacts: z.array(archivedContact).default([]),
  newsCategories: z.array(newsCategoryInput).default([]),
})

const archivedPerson = z.strictObject({
  slug,
  /** Given name first, academic titles before it. */
  name: line(200),
  /** Other spellings under which the person is met. */
  aliases: z.array(line(200)).default([]),
  biography: localizedText.default({}),
  website: webAddress.optional(),
})

const archivedSource = sourceInput.omit({ publisherId: true }).extend({ publisher: slug.optional() })

const archivedNews = newsInput.omit({ editionId: true, sourceId: true }).extend({
  edition: slug.optional(),
  source: slug.optional(),
  visibility: z.enum(['draft', 'public']).default('public'),
})

/** The files of an archive beside `editions/`, and what stands in each. */
export const archiveFiles = {
  series: archivedSeries,
  sources: z.array(archivedSource).default([]),
  organisations: z.array(organisationInput).default([]),
  people: z.array(archivedPerson).default([]),
  topics: z.array(topicInput).default([]),
  news: z.array(archivedNews).default([]),
  pages: z.array(pageInput).default([]),
} as const

/** A whole series as readable data: what a folder of YAML files holds. Things name each other by slug. */
export const archiveSchema = z.strictObject({ ...archiveFiles, editions: z.array(archivedEdition).default([]) })

export type Archive = z.output<typeof archiveSchema>
/** An archive as a person writes it, with everything left out that has a default. */
export type ArchiveInput = z.input<typeof archiveSchema>
