import { createContext } from '@fachtag/core/app/context'
import { newId } from '@fachtag/core/kernel/ids'
import { scopeOfEdition } from '@fachtag/core/modules/editions/scope/queries'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../../packages/core/test/actors.ts'
import { testDatabase } from '../../../../../../packages/core/test/database.ts'
import {
  addEdition,
  addPerson,
  addSessions,
  addTrackAndRoom,
  type TestEdition,
} from '../../../../../../packages/core/test/programme.ts'
import { answer, type Visitor, visit } from '../../../../test/visit.ts'
import { showHistory } from './history-page.ts'
import { type LogData, showLog } from './log-page.ts'
import { performUndo, showUndo } from './undo-page.ts'
import { performVerification } from './verification.ts'

const { db } = await testDatabase()
const operator = { db, actor: withRole('operator') } satisfies Visitor
let edition: TestEdition
let roomId = ''
let ida = ''

beforeAll(async () => {
  edition = await addEdition(db, 'seiten')
  roomId = (await addTrackAndRoom(db, edition, 'saal')).roomId
  ida = newId('account')
  await db
    .insertInto('accounts')
    .values([
      { id: ida, name: 'Ida Öhm' },
      { id: operator.actor.accountId, name: 'Bela Betrieb' },
    ])
    .execute()
})

const asIda = () => accountWith([{ role: 'series-organiser', seriesId: edition.seriesId }], ida)
const rename = (name: string) =>
  createContext(db, asIda()).transaction((tx) =>
    tx.updateTable('rooms').set({ name }).where('id', '=', roomId).execute(),
  )

async function log(query = '', visitor: Visitor = operator, scoped = true): Promise<LogData> {
  const event = visit(visitor, `/organisieren/reihe-seiten/seiten/protokoll${query}`)
  Object.assign(event.locals, { scope: scoped ? await scopeOfEdition(db, edition.id) : null })
  return (await showLog(event as never)).log
}

async function history(id: string, visitor: Visitor = operator) {
  return (await showHistory(visit(visitor, `/organisieren/verlauf/${id}`, { id }) as never)).history
}

async function undo(form: Record<string, string>, visitor: Visitor = operator) {
  return answer(performUndo(visit(visitor, '/organisieren/rueckgaengig', {}, form) as never).catch((thrown) => thrown))
}

describe('the page of a log', () => {
  test('says who did what to what, in words', async () => {
    await rename('Saal Nord')
    const { changes, place } = await log()
    expect(place).toBe('edition')
    expect(changes[0]).toMatchObject({
      who: 'Ida Öhm',
      entries: [{ title: 'Raum „Saal Nord“', operation: 'update', path: `/organisieren/verlauf/${roomId}` }],
    })
    expect(changes[0]!.entries[0]!.fields).toMatchObject([{ label: 'Name', before: 'saal', after: 'Saal Nord' }])
    expect(changes.at(-1)).toMatchObject({
      who: 'unmittelbar in der Datenbank',
      entries: [{ title: 'Ausgabe „Tagung seiten“' }],
    })
  })

  test('says it in English', async () => {
    const { changes } = await log('', { ...operator, locale: 'en' })
    expect(changes[0]!.entries[0]!.title).toBe('Room “Saal Nord”')
  })

  test('names the whole that a part belongs to', async () => {
    const [session] = await addSessions(db, edition, [
      { title: 'Alpha', personIds: [await addPerson(db, 'bo', 'Bo Berg')] },
    ])
    const titles = (await log(`?objekt=${session}`)).changes.flatMap((change) =>
      change.entries.map((entry) => entry.title),
    )
    expect(titles).toEqual(['Programmpunkt „Alpha“', 'Auftritt „Bo Berg“ bei Programmpunkt „Alpha“'])
  })

  test('leads to the history of what one may see, and to no other', async () => {
    const id = newId('roleGrant')
    const grant = { id, account_id: ida, role: 'editor' as const, series_id: edition.seriesId, edition_id: edition.id }
    await db
      .insertInto('role_grants')
      .values({ ...grant, granted_at: '2031-01-01T00:00:00Z' })
      .execute()
    const pathFor = async (visitor: Visitor) => (await log(`?objekt=${ida}`, visitor)).changes[0]!.entries[0]!.path
    expect(await pathFor(operator)).toBe(`/organisieren/verlauf/${ida}`)
    expect(await pathFor({ db, actor: asIda() })).toBeNull()
  })

  test('offers whom and what to look for, and keeps what was asked', async () => {
    const found = await log(`?wer=${ida}&was=rooms&enthaelt=Nord&von=&bis=Unsinn`)
    expect(found).toMatchObject({
      isFiltered: true,
      asked: { wer: ida, was: 'rooms', enthaelt: 'Nord', bis: 'Unsinn' },
    })
    expect(found.changes).toHaveLength(1)
    expect(found.authors).toContainEqual({ value: ida, label: 'Ida Öhm' })
    expect(found.kinds).toContainEqual({ value: 'rooms', label: 'Raum' })
    expect((await log('?enthaelt=gibt+es+nicht')).changes).toEqual([])
    expect(await log(`?objekt=${roomId}`)).toMatchObject({ objectName: 'Saal Nord' })
  })

  test('leads to earlier changes with the same search', async () => {
    for (let n = 0; n < 31; n++) await rename(`Saal ${n}`)
    const first = await log('?was=rooms')
    expect(first.older).toMatch(/\?was=rooms&vor=chg_/)
    const second = await log(first.older!.slice(first.older!.indexOf('?')))
    expect([first.changes.length, second.changes.length, second.older]).toEqual([30, 3, null])
  })

  test('of the whole site belongs to who runs it', async () => {
    expect((await log('', operator, false)).place).toBe('site')
    await expect(log('', { db, actor: asIda() }, false)).rejects.toThrow('access.denied')
  })
})

describe('taking back', () => {
  test('is offered for the last change, shown before, and leads back to where one was', async () => {
    await rename('Vorher')
    await rename('Nachher')
    const { changes, name } = await history(roomId)
    expect([name, changes[0]!.undoPath !== null, changes[1]!.undoPath]).toEqual(['Nachher', true, null])
    const url = new URL(changes[0]!.undoPath!, 'https://x.invalid')
    const shown = await showUndo(visit(operator, url.pathname + url.search) as never)
    expect(shown).toMatchObject({ back: `/organisieren/verlauf/${roomId}`, change: { id: changes[0]!.id } })
    const done = await undo({ aenderung: shown.change.id, zurueck: shown.back })
    expect(done).toMatchObject({ status: 303, location: `/organisieren/verlauf/${roomId}` })
    expect((await history(roomId)).changes[0]).toMatchObject({
      undoes: true,
      entries: [{ fields: [{ after: 'Vorher' }] }],
    })
  })

  test('says who was faster', async () => {
    await rename('Eins')
    const { changes } = await history(roomId)
    await rename('Zwei')
    const refused = await undo({ aenderung: changes[0]!.id, zurueck: '/organisieren' })
    expect(refused).toMatchObject({ status: 409, data: { problem: expect.stringContaining('Ida Öhm') } })
  })

  test('leads nowhere else, and tells strangers nothing', async () => {
    await rename('Drei')
    const { changes } = await history(roomId)
    const stranger = { db, actor: withRole('series-organiser', { seriesId: newId('series') }) }
    await expect(showUndo(visit(stranger, `/x?aenderung=${changes[0]!.id}`) as never)).rejects.toThrow(
      'change.not_found',
    )
    await expect(history(roomId, stranger)).rejects.toThrow('change.not_found')
    expect((await undo({ aenderung: changes[0]!.id, zurueck: '' }, stranger)).code).toBe('change.not_found')
    expect(await undo({ aenderung: changes[0]!.id, zurueck: '//evil.example' })).toMatchObject({
      location: '/organisieren',
    })
  })
})

test('whether the log is whole can be asked, against a hash that was noted', async () => {
  const check = (erwartet: string) =>
    performVerification(visit(operator, '/organisieren/protokoll', {}, { erwartet }) as never)
  const { verification } = await check('')
  expect(verification.problem).toBeNull()
  expect((await check(` ${verification.head!.hash} `)).verification.problem).toBeNull()
  expect(await check('ab')).toMatchObject({ expected: 'ab', verification: { problem: { kind: 'cut' } } })
  await expect(performVerification(visit({ db }, '/x', {}, {}) as never)).rejects.toThrow('access.denied')
})
