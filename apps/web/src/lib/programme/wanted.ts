import type { ColumnKind } from '@fachtag/core/modules/programme/grid/types'
import type { ProgrammeOverview } from '@fachtag/core/modules/programme/overview/types'
import type { SessionFilter } from '@fachtag/core/modules/programme/sessions/types'
import { type SessionType, sessionTypes } from '@fachtag/core/modules/programme/types'

/** What a reader narrows the programme down to, as the address says it. */
export type Wanted = {
  readonly track?: string | undefined
  readonly room?: string | undefined
  readonly topic?: string | undefined
  readonly type?: SessionType | undefined
  readonly language?: string | undefined
  /** Only what runs now or begins soon. */
  readonly isNow: boolean
  readonly columns?: ColumnKind | undefined
}

/** The names of the parameters that change which sessions a programme page shows, or how. */
export const wantedParameters = ['reihe', 'raum', 'thema', 'art', 'sprache', 'spalten'] as const

const columnNames = { reihen: 'track', raeume: 'room' } as const

/** Reads what is wanted from the query of an address. Empty values, and kinds that do not exist, are no wish. */
export function readWanted(query: URLSearchParams): Wanted {
  const value = (name: (typeof wantedParameters)[number]) => query.get(name) || undefined
  const columns = value('spalten')
  return {
    track: value('reihe'),
    room: value('raum'),
    topic: value('thema'),
    type: sessionTypes.find((type) => type === value('art')),
    language: value('sprache'),
    isNow: query.has('jetzt'),
    columns: columns === 'reihen' || columns === 'raeume' ? columnNames[columns] : undefined,
  }
}

/** The query, with its `?`, that `readWanted` reads back; '' for no wish. */
export function writeWanted(wanted: Wanted): string {
  const query = new URLSearchParams()
  if (wanted.track) query.set('reihe', wanted.track)
  if (wanted.room) query.set('raum', wanted.room)
  if (wanted.topic) query.set('thema', wanted.topic)
  if (wanted.type) query.set('art', wanted.type)
  if (wanted.language) query.set('sprache', wanted.language)
  if (wanted.columns) query.set('spalten', wanted.columns === 'track' ? 'reihen' : 'raeume')
  if (wanted.isNow) query.set('jetzt', '1')
  return query.size > 0 ? `?${query}` : ''
}

/** Whether anything is left out; the choice of columns leaves nothing out. */
export function isNarrowed(wanted: Wanted): boolean {
  return writeWanted({ ...wanted, columns: undefined }) !== ''
}

/** What the query of the programme module understands. A topic that does not exist matches nothing. */
export function toFilter(wanted: Wanted, topics: ProgrammeOverview['topics']): SessionFilter {
  const topic = topics.find((one) => one.slug === wanted.topic)
  return {
    ...(wanted.track && { tracks: [wanted.track] }),
    ...(wanted.room && { rooms: [wanted.room] }),
    ...(wanted.topic && { topicIds: [topic?.id ?? ''] }),
    ...(wanted.type && { types: [wanted.type] }),
    ...(wanted.language && { languages: [wanted.language] }),
  }
}
