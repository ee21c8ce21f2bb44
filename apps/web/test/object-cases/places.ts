import type { SeriesScope } from '@fachtag/core/kernel/scope'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { ensureOrganisations } from '@fachtag/core/modules/people/organisations/commands'
import type { Db } from '@fachtag/core/platform/database/tables'
import { withRole } from '../../../../packages/core/test/actors.ts'
import { addEdition, addEditionOf } from '../../../../packages/core/test/programme.ts'
import { addSmallSeries } from '../small-series.ts'
import type { Place } from '../workplace.ts'

/** Where the objects of the table are: an edition, its series and the installation, and where they are not. */
export type CasePlaces = {
  readonly db: Db
  readonly edition: Place
  readonly series: Place
  readonly site: Place
  readonly elsewhere: { readonly edition: readonly Place[]; readonly series: readonly Place[] }
  /** Ids of what the small series has. */
  readonly ids: Readonly<
    Record<'seriesId' | 'editionId' | 'roomId' | 'trackId' | 'sessionId' | 'topicId' | 'personId' | 'speakerId', string>
  >
}

/** The small series with who organises it, a sister edition, and an edition of another series whose organiser is the same. */
export async function addCasePlaces(db: Db): Promise<CasePlaces> {
  const { seriesId, editionId } = await addSmallSeries(db)
  const sister = await addEditionOf(db, seriesId, '2034', '2034-11-01')
  const other = await addEdition(db, 'fremd')
  const [own, near, far] = await Promise.all([editionId, sister.id, other.id].map((id) => scopeOfEdition(db, id)))
  await db.transaction().execute((tx) => ensureOrganisations(tx, ['Stadt Musterhausen']))
  const actor = withRole('series-organiser', { seriesId })
  const operator = withRole('operator')
  const ofSeries = (scope: SeriesScope, series: string): Place => ({ db, actor: operator, scope, params: { series } })
  const idIn = async (table: 'rooms' | 'tracks' | 'sessions' | 'topics' | 'persons') =>
    (await db.selectFrom(table).select('id').orderBy('slug').limit(1).executeTakeFirstOrThrow()).id
  const [roomId, trackId, sessionId, topicId, personId] = [
    await idIn('rooms'),
    await idIn('tracks'),
    await idIn('sessions'),
    await idIn('topics'),
    await idIn('persons'),
  ]
  const speaker = db.selectFrom('appearances').select('person_id').where('session_id', '=', sessionId)
  const speakerId = (await speaker.executeTakeFirstOrThrow()).person_id ?? ''
  return {
    db,
    edition: { db, actor, scope: own!, params: { series: 'fachtag', edition: '2031' } },
    series: { ...ofSeries({ seriesId }, 'fachtag'), actor },
    site: { db, actor: operator, scope: null, params: {} },
    elsewhere: {
      edition: [
        { db, actor: operator, scope: near!, params: { series: 'fachtag', edition: '2034' } },
        { db, actor: operator, scope: far!, params: { series: 'reihe-fremd', edition: 'fremd' } },
      ],
      series: [ofSeries({ seriesId: other.seriesId }, 'reihe-fremd')],
    },
    ids: { seriesId, editionId, roomId, trackId, sessionId, topicId, personId, speakerId },
  }
}
