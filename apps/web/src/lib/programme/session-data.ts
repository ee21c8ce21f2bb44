import type { EditionDetail } from '@fachtag/core/modules/editions/types'
import type { PublicSession } from '@fachtag/core/modules/programme/sessions/types'
import { eventData, type LinkedData } from '@fachtag/formats/linked-data/schema-org'
import { excerpt } from '#lib/markdown.ts'

/** The schema.org description of a session; what is unknown is absent. `url` is its absolute address. */
export function sessionData(
  { session, card }: PublicSession,
  edition: EditionDetail,
  topics: readonly string[],
  url: string,
): LinkedData {
  const present = session.appearances.filter((one) => one.state === 'planned')
  const isRemote = present.some((one) => one.mode === 'remote')
  return {
    '@context': 'https://schema.org',
    ...eventData({
      name: session.title,
      url,
      description: excerpt(session.abstract || session.description) || undefined,
      start: card.startsAt ?? card.day ?? undefined,
      end: card.endsAt ?? undefined,
      timeZone: edition.timeZone,
      place: edition.venue
        ? {
            name: [card.room?.name, edition.venue.name ?? edition.venue.city].filter(Boolean).join(', '),
            street: edition.venue.street ?? undefined,
            postCode: edition.venue.postcode ?? undefined,
            city: edition.venue.city,
            country: edition.venue.country,
          }
        : undefined,
      attendance: isRemote ? 'mixed' : 'on-site',
      isCancelled: session.state === 'cancelled',
      language: session.language,
      performers: present
        .filter((one) => one.name !== null)
        .map((one) => ({
          name: one.name ?? '',
          function: one.function ?? undefined,
          organisation: one.organisationName ?? undefined,
        })),
      topics,
    }),
  }
}
