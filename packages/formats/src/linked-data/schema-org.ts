/** An object of schema.org's vocabulary as JSON-LD; absent properties are left out when it is written. */
export type LinkedData = { readonly '@type': string; readonly [property: string]: unknown }

export type LinkedPerson = {
  readonly name: string
  readonly url?: string | undefined
  readonly function?: string | undefined
  readonly organisation?: string | undefined
  readonly description?: string | undefined
}

export type LinkedOrganisation = {
  readonly name: string
  readonly url?: string | undefined
  readonly address?: string | undefined
}

export type LinkedPlace = {
  readonly name: string
  readonly street?: string | undefined
  readonly postCode?: string | undefined
  readonly city?: string | undefined
  /** ISO 3166-1, two letters. */
  readonly country?: string | undefined
}

export type LinkedEvent = {
  readonly name: string
  readonly url?: string | undefined
  /** Plain text. */
  readonly description?: string | undefined
  /** Wall time `YYYY-MM-DDTHH:mm` in `timeZone`, or a date `YYYY-MM-DD`. */
  readonly start?: string | undefined
  readonly end?: string | undefined
  readonly timeZone: string
  readonly place?: LinkedPlace | undefined
  /** On site when absent. */
  readonly attendance?: 'on-site' | 'online' | 'mixed' | undefined
  readonly isCancelled?: boolean | undefined
  /** BCP 47. */
  readonly language?: string | undefined
  readonly image?: string | undefined
  readonly performers?: readonly LinkedPerson[] | undefined
  readonly organisers?: readonly LinkedOrganisation[] | undefined
  readonly topics?: readonly string[] | undefined
  readonly subEvents?: readonly LinkedEvent[] | undefined
}

/** A conference or one session of it (https://schema.org/Event). */
export function eventData(event: LinkedEvent): LinkedData {
  const mode = { 'on-site': 'Offline', online: 'Online', mixed: 'Mixed' }[event.attendance ?? 'on-site']
  return {
    '@type': 'Event',
    name: event.name,
    url: event.url,
    description: event.description,
    startDate: moment(event.start, event.timeZone),
    endDate: moment(event.end, event.timeZone),
    eventStatus: `https://schema.org/${event.isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    inLanguage: event.language,
    image: event.image,
    location: event.place && placeData(event.place),
    performer: list(event.performers, personData),
    organizer: list(event.organisers, organisationData),
    keywords: list(event.topics, (topic) => topic),
    subEvent: list(event.subEvents, eventData),
  }
}

/** A conference as an institution with its editions (https://schema.org/EventSeries). */
export function eventSeriesData(series: {
  readonly name: string
  readonly url?: string | undefined
  readonly description?: string | undefined
  readonly organisers?: readonly LinkedOrganisation[] | undefined
  readonly editions?: readonly LinkedEvent[] | undefined
}): LinkedData {
  return {
    '@type': 'EventSeries',
    name: series.name,
    url: series.url,
    description: series.description,
    organizer: list(series.organisers, organisationData),
    subEvent: list(series.editions, eventData),
  }
}

/** https://schema.org/Person */
export function personData(person: LinkedPerson): LinkedData {
  return {
    '@type': 'Person',
    name: person.name,
    url: person.url,
    jobTitle: person.function,
    description: person.description,
    worksFor: person.organisation ? organisationData({ name: person.organisation }) : undefined,
  }
}

/** https://schema.org/Organization */
export function organisationData(organisation: LinkedOrganisation): LinkedData {
  return { '@type': 'Organization', ...organisation }
}

function placeData({ name, street, postCode, city, country }: LinkedPlace): LinkedData {
  const parts = { streetAddress: street, postalCode: postCode, addressLocality: city, addressCountry: country }
  const isKnown = Object.values(parts).some((part) => part !== undefined)
  return { '@type': 'Place', name, address: isKnown ? { '@type': 'PostalAddress', ...parts } : undefined }
}

function list<T, R>(items: readonly T[] | undefined, map: (item: T) => R): R[] | undefined {
  return items && items.length > 0 ? items.map((item) => map(item)) : undefined
}

/** A wall time gets the offset that its zone has then; a date stays a date. */
function moment(time: string | undefined, timeZone: string): string | undefined {
  if (!time?.includes('T')) return time
  const zoned = Temporal.PlainDateTime.from(time).toZonedDateTime(timeZone)
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' })
}
