import { createContext } from '@fachtag/core/app/context'
import { systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { saveEdition } from '@fachtag/core/modules/editions/commands'
import { saveContacts } from '@fachtag/core/modules/editions/contacts/commands'
import { saveNews, saveNewsCategories } from '@fachtag/core/modules/editions/news/commands'
import { newsInput } from '@fachtag/core/modules/editions/news/schema'
import { editionInput } from '@fachtag/core/modules/editions/schema'
import { saveSeries } from '@fachtag/core/modules/editions/series/commands'
import { seriesInput } from '@fachtag/core/modules/editions/series/schema'
import { saveTopics } from '@fachtag/core/modules/editions/topics/commands'
import { topicInput } from '@fachtag/core/modules/editions/topics/schema'
import { reindexAll } from '@fachtag/core/modules/library/search/commands'
import { ensurePersons } from '@fachtag/core/modules/people/persons/commands'
import { publishRelease } from '@fachtag/core/modules/programme/release/commands'
import type { Db } from '@fachtag/core/platform/database/tables'
import { addSessions, addTrackAndRoom } from '../../../packages/core/test/programme.ts'

const venue = { name: 'Kongresshalle', street: 'Am Markt 1', city: 'Leipzig' }

/**
 * A series `fachtag` with a held edition 2030 without a programme, an edition 2031 on 5 November with one, and an edition 2032
 * that is not public; a contact person, news, a topic. It all was written down on 1 October 2031.
 */
export async function addSmallSeries(db: Db, { isHome = false } = {}) {
  const ctx = createContext(db, systemActor, fixedClock('2031-10-01T10:00:00Z'))
  const seriesId = await saveSeries(ctx, seriesInput.parse({ slug: 'fachtag', name: 'Fachtag', isHome }))
  const edition = (slug: string, more: object) =>
    saveEdition(ctx, seriesId, editionInput.parse({ slug, name: `Fachtag ${slug}`, visibility: 'public', ...more }))
  await edition('2030', { state: 'held', date: { startsOn: '2030-11-01', precision: 'month' } })
  const id = await edition('2031', { state: 'planned', date: { startsOn: '2031-11-05' }, venue })
  await edition('2032', { state: 'planned', visibility: 'draft', date: { startsOn: '2032-11-03' } })

  const [ida, bo] = await db.transaction().execute((tx) =>
    ensurePersons(tx, seriesId, [
      { name: 'Dr. Ida Öhm', source: 'test' },
      { name: 'Bo Berg', source: 'test' },
    ]),
  )
  await saveContacts(ctx, seriesId, [
    { personId: bo!.id, function: 'Büro', email: 'bo@fachtag.example', phone: '+49 341 123456' },
  ])
  await saveTopics(ctx, [topicInput.parse({ slug: 'e-akte', name: { de: 'E-Akte', en: 'Electronic files' } })])
  await saveNewsCategories(ctx, seriesId, [{ slug: 'programm', name: { de: 'Programm', en: 'Programme' } }])
  await saveNews(
    ctx,
    seriesId,
    ['Das Programm steht', 'Die Anmeldung ist offen'].map((title, i) =>
      newsInput.parse({
        slug: `meldung-${i + 1}`,
        title: { de: title },
        summary: i === 0 ? { de: 'Vierzig Vorträge & mehr' } : {},
        ...(i === 0 ? { category: 'programm' } : {}),
        publishedOn: `2031-10-0${i + 1}`,
        visibility: 'public',
      }),
    ),
  )

  const testEdition = { id, seriesId, slug: '2031' }
  const a = await addTrackAndRoom(db, testEdition, 'verwaltung')
  const on = (time: string) => ({ day: '2031-11-05', startsAt: `2031-11-05T${time}`, durationMinutes: 45 })
  await addSessions(db, testEdition, [
    { title: 'E-Akte im Landkreis', slug: 'e-akte', ...a, ...on('10:00'), personIds: [ida!.id] },
    { title: 'Cloud', slug: 'cloud', ...on('10:30'), personIds: [ida!.id] },
    { title: 'Ohne Tag', slug: 'ohne-tag' },
  ])
  await publishRelease(ctx, { editionId: id })
  await db.transaction().execute(reindexAll)
  const contact = await db.selectFrom('contacts').select('id').executeTakeFirstOrThrow()
  return { seriesId, editionId: id, contactId: contact.id }
}
