import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { readPublicationStamp } from '../../../platform/database/publication.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { findPublicPerson, listPublicPersons } from '../appearances/queries.ts'
import { publishRelease } from '../release/commands.ts'
import { findSession } from '../sessions/queries.ts'
import { decideOwnConsents, noteConsent } from './commands.ts'
import { listConsentHistory, listOwnConsents, listSpeakerConsents, listSpeakersWithoutConsent } from './queries.ts'
import type { ConsentKind } from './types.ts'

const { db } = await testDatabase()
await db.insertInto('accounts').values({ id: 'acc_1', person_id: null, disabled_at: null }).execute()
let number = 0
let edition: TestEdition
let later: TestEdition
let ida: string
let bo: string

const system = createContext(db, systemActor)
const noon = fixedClock('2031-11-06T12:00:00Z')
const own = (personId: string | null, over: Db = db) =>
  createContext(over, { ...accountWith([]), accountId: 'acc_1', personId, isStrong: false }, noon)

beforeEach(async () => {
  number++
  edition = await addEdition(db, `frueher-${number}`, '2030-11-05')
  later = await addEditionOf(db, edition.seriesId, `spaeter-${number}`, '2031-11-05')
  ida = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  bo = await addPerson(db, `bo-${number}`, 'Bo Berg')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [ida, bo] }])
  await addSessions(db, later, [{ title: 'Beta', personIds: [ida] }])
  for (const { id } of [edition, later]) await publishRelease(system, { editionId: id })
})

const decide = (personId: string, editionId: string, decisions: Partial<Record<ConsentKind, boolean>>) =>
  decideOwnConsents(own(personId), { editionId, decisions })

describe('who decides', () => {
  test('is known with the wording, and every change of mind stays on record', async () => {
    expect(await decide(ida, edition.id, { slides: true, photo: false })).toEqual(['slides', 'photo'])
    expect(await decide(ida, edition.id, { slides: false, photo: false })).toEqual(['slides'])
    const history = await listConsentHistory(db, ida)
    expect(history.map(({ kind, state }) => [kind, state])).toEqual([
      ['slides', 'revoked'],
      ['photo', 'refused'],
      ['slides', 'given'],
    ])
    expect(history[0]).toMatchObject({
      wording: '2026-11',
      via: 'person',
      reason: null,
      decidedAt: '2031-11-06T12:00:00.000Z',
    })
  })

  test('sees every edition they appear in, the newest first', async () => {
    await decide(ida, edition.id, { recording: true })
    const seen = await listOwnConsents(own(ida))
    expect(seen.map((one) => one.edition.id)).toEqual([later.id, edition.id])
    expect(seen[1]?.consents.filter((one) => one.state)).toMatchObject([{ kind: 'recording', state: 'given' }])
    expect(await listOwnConsents(own(null))).toEqual([])
  })

  test('decides for themselves only, and only where they appear', async () => {
    await expect(decide(bo, later.id, { slides: true })).rejects.toThrow('edition.not_found')
    await expect(decideOwnConsents(own(null), { editionId: later.id, decisions: {} })).rejects.toThrow(
      'edition.not_found',
    )
    await expect(decideOwnConsents(system, { editionId: later.id, decisions: {} })).rejects.toThrow('access.denied')
  })

  test('in the same moment twice has decided once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => decide(ida, edition.id, { photo: true })))
    expect(await listConsentHistory(db, ida)).toHaveLength(1)
  })
})

describe('the directory', () => {
  const appearsIn = async () =>
    (await findPublicPerson(db, `ida-${number}`))?.appearances.map((one) => one.edition.id) ?? null

  test('has nothing of the edition for which somebody refuses, and nobody who refuses for all', async () => {
    expect(await appearsIn()).toEqual([later.id, edition.id])
    await decide(ida, edition.id, { directory: false })
    expect(await appearsIn()).toEqual([later.id])
    await decide(ida, later.id, { directory: false })
    expect(await appearsIn()).toBeNull()
    const listed = (await listPublicPersons(db, { size: 1000 })).persons.map((one) => one.slug)
    expect(listed).not.toContain(`ida-${number}`)
    expect(listed).toContain(`bo-${number}`)
  })

  test('keeps the name at the session, and nothing that leads to the person', async () => {
    await decide(ida, edition.id, { directory: false })
    const found = await findSession(db, edition.id, 'alpha')
    const shown = [found?.session, found?.card].map((one) => one?.appearances[0])
    for (const held of shown) expect(held).toMatchObject({ name: 'Ida Öhm', personId: null, personSlug: null })
    expect(found?.session.appearances[1]).toMatchObject({ name: 'Bo Berg', personId: bo })
  })

  test('stays like that with the next publication, and takes back who changes their mind', async () => {
    await decide(ida, edition.id, { directory: false })
    await addSessions(db, edition, [{ title: 'Neu', personIds: [ida] }])
    await publishRelease(system, { editionId: edition.id })
    expect(await appearsIn()).toEqual([later.id])
    await decide(ida, edition.id, { directory: true })
    expect(await appearsIn()).toEqual([later.id, edition.id, edition.id])
  })

  test('changes together with what tells the kept pages, and not when nothing changed', async () => {
    const before = await readPublicationStamp(db)
    await decide(ida, edition.id, { directory: false })
    const after = await readPublicationStamp(db)
    await decide(ida, edition.id, { directory: false })
    expect([after > before, (await readPublicationStamp(db)) === after]).toEqual([true, true])
  })
})

describe('those who organise', () => {
  const organiser = (seriesId = edition.seriesId) => createContext(db, withRole('series-organiser', { seriesId }), noon)
  const note = async (personId: string, isGiven: boolean) =>
    noteConsent(organiser(), await scopeOfEdition(db, edition.id), {
      personId,
      kind: 'slides',
      isGiven,
      reason: 'schriftlich am 3. November',
    })

  test('note what they were told, with where they know it from', async () => {
    expect(await note(bo, true)).toBe(true)
    expect(await note(bo, true)).toBe(false)
    expect(await listConsentHistory(db, bo)).toMatchObject([
      { kind: 'slides', state: 'given', via: 'organiser', reason: 'schriftlich am 3. November' },
    ])
  })

  test('see who has not answered', async () => {
    const scope = await scopeOfEdition(db, edition.id)
    await decide(ida, edition.id, { slides: true, recording: false, photo: true, directory: true })
    await note(bo, false)
    const missing = await listSpeakersWithoutConsent(organiser(), scope)
    expect(missing).toMatchObject([{ personId: bo, name: 'Bo Berg', sessions: ['Alpha'] }])
    expect(missing[0]?.missing).toEqual(['photo', 'recording', 'directory'])
    expect((await listSpeakerConsents(organiser(), scope)).map((one) => one.name)).toEqual(['Bo Berg', 'Ida Öhm'])
  })

  test('of another series learn nothing, and nobody notes for whom does not appear', async () => {
    const scope = await scopeOfEdition(db, edition.id)
    await expect(listSpeakerConsents(organiser('srs_other'), scope)).rejects.toThrow('access.denied')
    const stranger = await addPerson(db, `fremd-${number}`, 'Fremd')
    await expect(note(stranger, true)).rejects.toThrow('person.not_found')
  })

  test('see three people with as many queries as one', async () => {
    const cost = async (id: string) => {
      const scope = await scopeOfEdition(db, id)
      return countQueries(db, (over) => listSpeakerConsents(createContext(over, withRole('operator'), noon), scope))
    }
    expect(await cost(edition.id)).toBe(await cost(later.id))
  })
})
