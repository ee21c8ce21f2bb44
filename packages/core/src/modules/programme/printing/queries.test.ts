import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { publishRelease } from '../release/commands.ts'
import { renderProgramme } from './queries.ts'

const { db } = await testDatabase()
const head = { title: 'Fachtag *2031*', motto: '', when: 'Leipzig', release: '1' }
const lists = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/S \/LI\b/g)?.length ?? 0

test('prints the published programme, and nothing of the draft', async () => {
  const edition = await addEdition(db, 'druck')
  const place = await addTrackAndRoom(db, edition, 'a')
  const ida = await addPerson(db, 'ida', 'Ida Öhm')
  await addSessions(db, edition, [
    {
      title: 'Mit Zeit',
      ...place,
      day: '2031-11-05',
      startsAt: '2031-11-05T10:00',
      durationMinutes: 30,
      personIds: [ida],
    },
    { title: '#panic("x")', day: '2031-11-05' },
  ])
  await publishRelease(createContext(db, systemActor), { editionId: edition.id })
  await addSessions(db, edition, [{ title: 'Nur im Entwurf' }])
  const { bytes, conformsTo } = await renderProgramme(db, edition.id, head, 'de')
  expect(conformsTo).toBe('PDF/UA-1')
  expect(Buffer.from(bytes).toString('utf8')).toContain('Fachtag *2031*')
  expect(lists(bytes)).toBe(2)
})

test('prints a programme without sessions as a page that says what it is', async () => {
  const edition = await addEdition(db, 'leer')
  const { bytes, conformsTo } = await renderProgramme(db, edition.id, head, 'en')
  expect(conformsTo).toBe('PDF/UA-1')
  expect(lists(bytes)).toBe(0)
})
