import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { fakeMailer } from '../../../../test/mails.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { hashAddress } from '../../messages/mail/addresses/rules.ts'
import { publishRelease } from '../release/commands.ts'
import { previewPublishing } from '../release/preview/queries.ts'
import { previewNotices } from './queries.ts'
import type { NoticeWish } from './types.ts'

const { db } = await testDatabase()
const asked: string[] = []
const clock = fixedClock('2031-10-01T08:00:00Z')
const mailer = fakeMailer(() => ({ kind: 'sent', reply: null }))
const ctx = createContext(db, systemActor, clock, async (_tx, job) => void asked.push(job.name), mailer)
const day = '2031-11-05'
const told: NoticeWish = { leftOut: [], isHeldBack: false }
let count = 0
let edition: TestEdition
let scope: EditionScope
let people: string[]
let sessions: string[]

const reachable = (personId: string, email: string | null, phone: string | null = null) =>
  db
    .insertInto('person_contacts')
    .values({ person_id: personId, email, phone, updated_at: clock().toString() })
    .execute()

/** Ida has an address, Bo none but a telephone, Eva's is dead. All are at Alpha, Ida at Beta, too. */
beforeEach(async () => {
  await db.deleteFrom('mails').execute()
  edition = await addEdition(db, `bescheid-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  const { roomId } = await addTrackAndRoom(db, edition, 'saal')
  people = await Promise.all(
    ['Ida Öhm', 'Bo Berg', 'Eva Ey'].map((name) => addPerson(db, `${name.slice(0, 2).toLowerCase()}-${count}`, name)),
  )
  await reachable(people[0]!, 'ida@rathaus.example')
  await reachable(people[1]!, null, '0345 1234')
  await reachable(people[2]!, `eva${count}@rathaus.example`)
  const dead = { address_hash: hashAddress(`eva${count}@rathaus.example`), bounced_at: clock().toString(), reply: null }
  await db.insertInto('bounced_addresses').values(dead).execute()
  const at = (time: string) => ({ roomId, day, startsAt: `${day}T${time}`, durationMinutes: 45 })
  sessions = await addSessions(db, edition, [
    { title: 'Alpha', ...at('09:00'), personIds: people },
    { title: 'Beta', ...at('10:00'), personIds: [people[0]!] },
    { title: 'Gamma', ...at('11:00') },
  ])
  await publishRelease(ctx, { editionId: edition.id })
  asked.length = 0
})

async function move(id: string, time: string): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ starts_at: `${day}T${time}` })
    .where('id', '=', id)
    .execute()
}
const stored = () => db.selectFrom('mails').selectAll().orderBy('name').execute()

describe('publishing', () => {
  test('tells everybody once, whatever changes for them, and says whom to call', async () => {
    await move(sessions[0]!, '13:00')
    await move(sessions[1]!, '14:00')
    const outcome = await publishRelease(ctx, { editionId: edition.id, notices: { ...told, line: 'Danke!' } })
    expect(outcome).toMatchObject({
      told: {
        count: 1,
        unreached: [
          { name: 'Bo Berg', phone: '0345 1234', reason: 'no-address' },
          { name: 'Eva Ey', reason: 'bounced' },
        ],
      },
    })
    const [mail, ...others] = await stored()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      template: 'notice.changes',
      address: 'ida@rathaus.example',
      person_id: people[0],
      edition_id: edition.id,
      subject: `Tagung bescheid-${count}: Änderung im Programm, die Sie betrifft`,
      state: 'queued',
    })
    const home = `https://fachtag.example/reihe-bescheid-${count}/bescheid-${count}`
    expect(mail?.body).toBe(`Guten Tag Ida Öhm,

im Programm von Tagung bescheid-${count} hat sich etwas geändert, das Sie betrifft:

„Alpha“
Neu: Mittwoch, 5. November 2031, 13:00 bis 13:45 Uhr, saal
Bisher: Mittwoch, 5. November 2031, 9:00 bis 9:45 Uhr, saal
${home}/programm/beitrag/alpha

„Beta“
Neu: Mittwoch, 5. November 2031, 14:00 bis 14:45 Uhr, saal
Bisher: Mittwoch, 5. November 2031, 10:00 bis 10:45 Uhr, saal
${home}/programm/beitrag/beta

Danke!

Ihre Termine als Kalender, der jede Änderung übernimmt:
https://fachtag.example/personen/id-${count}.ics

Passt das nicht? Dann sagen Sie uns bitte bald Bescheid.

Freundliche Grüße
Ihr Organisationsteam
`)
    expect(asked).toContain('messages.deliver-mails')
  })

  test('tells nobody who is left out, and nobody at all where nothing is said', async () => {
    await move(sessions[0]!, '13:00')
    await publishRelease(ctx, { editionId: edition.id, notices: { ...told, leftOut: [people[0]!] } })
    await move(sessions[0]!, '15:00')
    expect(await publishRelease(ctx, { editionId: edition.id })).toMatchObject({ told: null })
    expect(await stored()).toEqual([])
  })

  test('keeps the mails back when asked to', async () => {
    await move(sessions[0]!, '13:00')
    await publishRelease(ctx, { editionId: edition.id, notices: { ...told, isHeldBack: true } })
    expect(await stored()).toMatchObject([{ state: 'review', next_attempt_at: null }])
    expect(asked).not.toContain('messages.deliver-mails')
  })

  test('writes no mail when it comes to nothing', async () => {
    await move(sessions[0]!, '13:00')
    const failing = ctx.transaction(async (tx) => {
      await publishRelease(ctx.in(tx), { editionId: edition.id, notices: told })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await stored()).toEqual([])
  })

  test('writes in the words of the organisers where they have some', async () => {
    await db
      .insertInto('mail_templates')
      .values({
        id: `mtp_${count}`,
        series_id: edition.seriesId,
        template: 'notice.changes',
        subject: JSON.stringify({ de: 'Neues für {name}' }),
        body: JSON.stringify({ de: 'Moin!\n\n{changes}' }),
        updated_at: clock().toString(),
      })
      .execute()
    await move(sessions[1]!, '14:00')
    await publishRelease(ctx, { editionId: edition.id, notices: told })
    expect(await stored()).toMatchObject([
      { subject: 'Neues für Ida Öhm', body: expect.stringMatching(/^Moin!\n\n„Beta“/) },
    ])
  })
})

describe('the preview', () => {
  const preview = async () => previewNotices(ctx, scope, (await previewPublishing(db, scope)).impact)

  test('is what is sent', async () => {
    await move(sessions[0]!, '13:00')
    const { notices, unreached } = await preview()
    expect(unreached.map(({ name }) => name)).toEqual(['Bo Berg', 'Eva Ey'])
    await publishRelease(ctx, { editionId: edition.id, notices: told })
    const mails = (await stored()).map(({ address, subject, body, links }) => [address, { subject, body, links }])
    expect(notices.map(({ address, mail }) => [address, mail])).toEqual(mails)
  })

  test('asks no more for three than for one', async () => {
    await move(sessions[1]!, '14:00')
    const count = async () => {
      const { impact } = await previewPublishing(db, scope)
      return countQueries(db, (counted) => previewNotices(createContext(counted, systemActor, clock), scope, impact))
    }
    const one = await count()
    await move(sessions[0]!, '13:00')
    expect(await count()).toBe(one)
  })

  test('finds whoever has an account, and speaks to other countries in English', async () => {
    const [ida, bo, eva] = people
    await db
      .insertInto('accounts')
      .values({ id: `acc_${count}`, person_id: bo! })
      .execute()
    await db
      .insertInto('account_addresses')
      .values({
        account_id: `acc_${count}`,
        address: `bo${count}@x.example`,
        folded: `bo${count}@x.example`,
        verified_at: clock().toString(),
      })
      .execute()
    await db
      .insertInto('organisations')
      .values({
        id: `org_${count}`,
        slug: `org-${count}`,
        name: 'Gemeente',
        kind: 'municipality',
        country: 'NL',
      } as never)
      .execute()
    await db
      .updateTable('appearances')
      .set({ organisation_id: `org_${count}` })
      .where('person_id', '=', bo!)
      .execute()
    await db.deleteFrom('bounced_addresses').execute()
    await move(sessions[0]!, '13:00')
    const { notices } = await preview()
    expect(notices.map(({ personId, locale }) => [personId, locale])).toEqual([
      [bo, 'en'],
      [eva, 'de'],
      [ida, 'de'],
    ])
    expect(notices[0]?.mail.body).toMatch(/^Hello Bo Berg,/)
    expect(notices[0]?.mail.body).toContain('13:00 to 13:45 (local time)')
    expect(notices[0]?.mail.links[0]).toContain('/en/reihe-')
  })

  test('is for those who may send mail', async () => {
    const helper = createContext(db, withRole('helper', scope), clock)
    const { impact } = await previewPublishing(db, scope)
    await expect(previewNotices(helper, scope, impact)).rejects.toThrow('access.denied')
  })
})
