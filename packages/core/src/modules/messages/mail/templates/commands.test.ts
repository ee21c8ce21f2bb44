import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition } from '../../../../../test/programme.ts'
import { madeUpScope } from '../../../../../test/scopes.ts'
import { createContext } from '../../../../app/context.ts'
import { mails } from '../../../../app/mails.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { kindsOf } from '../rendering/rules.ts'
import { resetTemplate, saveTemplate } from './commands.ts'
import { findTemplate, findTemplateText, isRewritable, listTemplates } from './queries.ts'
import { judgeText } from './rules.ts'

const { db } = await testDatabase()
const { id: editionId, seriesId } = await addEdition(db, '2031')
const other = await addEdition(db, 'andere')
const scope = { seriesId }
const clock = fixedClock('2031-10-01T12:00:00Z')
const organiser = createContext(db, withRole('series-organiser', scope), clock)
const programme = createContext(db, withRole('programme', { seriesId, editionId }), clock)
const name = 'letter.save_the_date'
const text = { subject: { de: 'Neu: {edition}', en: 'New: {edition}' }, body: { de: 'Hallo {name}', en: 'Hi {name}' } }
const used = (series: string | null, locale: 'de' | 'en' = 'de') =>
  findTemplateText(db, mails[name], name, series, locale)

beforeEach(async () => {
  await db.deleteFrom('mail_templates').execute()
})

describe('a text of the series', () => {
  test('takes the place of the built-in one, for this series only', async () => {
    expect(await saveTemplate(organiser, scope, name, { text })).toEqual({ kind: 'saved', revision: 1 })
    expect(await used(seriesId)).toEqual({ subject: 'Neu: {edition}', body: 'Hallo {name}' })
    expect(await used(seriesId, 'en')).toEqual({ subject: 'New: {edition}', body: 'Hi {name}' })
    expect((await used(other.seriesId)).body).toBe(mails[name].body.de)
    expect((await used(null)).body).toBe(mails[name].body.de)
    expect(await findTemplate(organiser, scope, name)).toMatchObject({ isOwn: true, text, revision: 1 })
    const listed = await listTemplates(organiser, scope)
    expect(listed.filter((one) => one.isOwn).map((one) => one.name)).toEqual([name])
  })

  test('in German alone leaves English as it is built in', async () => {
    const german = { subject: { de: 'Neu', en: '' }, body: { de: 'Hallo {name}', en: '' } }
    expect(await saveTemplate(organiser, scope, name, { text: german })).toMatchObject({ kind: 'saved' })
    expect((await used(seriesId)).subject).toBe('Neu')
    expect((await used(seriesId, 'en')).subject).toBe(mails[name].subject.en)
  })

  test('goes back to the built-in one', async () => {
    await saveTemplate(organiser, scope, name, { text })
    await resetTemplate(organiser, scope, name)
    expect(await findTemplate(organiser, scope, name)).toMatchObject({ isOwn: false, revision: 0 })
    expect((await used(seriesId)).body).toBe(mails[name].body.de)
  })

  test('that is wrong is not kept, and what is wrong is said', async () => {
    const wrong = { ...text, body: { de: '{constructor}', en: 'Hi' } }
    expect(await saveTemplate(organiser, scope, name, { text: wrong })).toMatchObject({
      kind: 'wrong',
      problems: [{ field: 'body', locale: 'de', problem: 'placeholder', found: '{constructor}' }],
    })
    expect((await findTemplate(organiser, scope, name)).isOwn).toBe(false)
  })

  test('that somebody else saved meanwhile is shown, not lost', async () => {
    await saveTemplate(organiser, scope, name, { text, expectedRevision: 0 })
    const mine = { ...text, body: { de: 'Meins', en: 'Mine' } }
    const outcome = await saveTemplate(organiser, scope, name, { text: mine, expectedRevision: 0 })
    expect(outcome).toMatchObject({ kind: 'conflict', stored: { text, revision: 1 } })
    expect(await saveTemplate(organiser, scope, name, { text: mine, expectedRevision: 1 })).toEqual({
      kind: 'saved',
      revision: 2,
    })
  })

  test('saved by two at once is lost by neither', async () => {
    const both = await Promise.all(
      [0, 1].map(() => saveTemplate(organiser, scope, name, { text, expectedRevision: 0 })),
    )
    expect(both.map((one) => one.kind).sort()).toEqual(['conflict', 'saved'])
  })
})

describe('who may', () => {
  test('rewrite: organisers of the series; read: also who makes the programme of an edition', async () => {
    expect(() => saveTemplate(programme, scope, name, { text })).toThrow('access.denied')
    await expect(resetTemplate(programme, scope, name)).rejects.toThrow('access.denied')
    expect(() => saveTemplate(organiser, { seriesId: other.seriesId }, name, { text })).toThrow('access.denied')
    await expect(listTemplates(programme, scope)).rejects.toThrow('access.denied')
    expect(await listTemplates(programme, madeUpScope(seriesId, editionId))).not.toEqual([])
  })

  test.each(['account.sign_in', 'mail.test', 'unbekannt', '__proto__', 'constructor'])(
    'nobody rewrites %s',
    async (wrong) => {
      await expect(saveTemplate(organiser, scope, wrong, { text })).rejects.toThrow('mail_template.not_found')
      await expect(findTemplate(organiser, scope, wrong)).rejects.toThrow('mail_template.not_found')
    },
  )
})

describe.each(Object.entries(mails))('the built-in text of %s', (_, template) => {
  test('is one that may be saved', () => {
    expect(judgeText({ subject: template.subject, body: template.body }, kindsOf(template))).toEqual([])
  })

  test('keeps to itself what lets somebody in', () => {
    if (!template.isSecret) return
    const inSubject = Object.keys(template.placeholders).filter((one) => template.subject.de.includes(`{${one}}`))
    const secret = inSubject.filter((one) => ['code', 'link'].includes(template.placeholders[one]!.kind))
    expect([isRewritable(template), secret]).toEqual([false, []])
  })
})
