import { newId } from '@fachtag/core/kernel/ids'
import { findTemplate } from '@fachtag/core/modules/messages/mail/templates/queries'
import { findLetterPlace } from '@fachtag/core/modules/programme/letters/audience/queries'
import { composeLetter } from '@fachtag/core/modules/programme/letters/commands'
import { draftLetter } from '@fachtag/core/modules/programme/letters/queries'
import { type LetterInput, letterInput } from '@fachtag/core/modules/programme/letters/schema'
import { audienceRoles, type LetterDraft, type LetterPlace } from '@fachtag/core/modules/programme/letters/types'
import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { problemsIn } from '#lib/form/problems.ts'
import type { Problems, Values } from '#lib/form/types.ts'
import { toInput, toValues } from '#lib/form/values.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { readSent } from '../forms/sent.ts'
import { allFields, letterFields } from './letter-fields.ts'
import { problemsOfText } from './text-problems.ts'

export type LetterReply = {
  readonly values: Values
  readonly id: string
  readonly problems?: Problems
  readonly draft?: LetterDraft
}

const firstStart = 'letter.free'

/** Whom the letter is for to begin with: as the address says (`ausgabe`, `rolle`), else the people of this edition. */
function audienceOf({ url }: ObjectEvent, { edition, editions }: LetterPlace) {
  const slug = url.searchParams.get('ausgabe')
  const known = editions.find((one) => one.slug === slug) ?? edition
  const roles = url.searchParams.getAll('rolle').filter((role) => audienceRoles.some((one) => one === role))
  return { edition: known.slug, roles }
}

async function load(event: ObjectEvent) {
  const { ctx, locale } = event.locals
  const scope = editionOf(event.locals)
  const place = await findLetterPlace(ctx.db, scope)
  const fields = letterFields(locale, place)
  const { text } = await findTemplate(ctx, scope, firstStart)
  const start = { template: firstStart, ...text, ...audienceOf(event, place) }
  return { fields, values: toValues(allFields(fields), start), id: newId('letter') }
}

type Sent = Awaited<ReturnType<typeof readSent>>

/** What the form holds, for the schema to judge. */
async function readLetter(event: ObjectEvent, sent: Sent) {
  const fields = letterFields(event.locals.locale, await findLetterPlace(event.locals.ctx.db, editionOf(event.locals)))
  const all = allFields(fields)
  const {
    template,
    edition,
    roles,
    lands,
    organisationKinds,
    subject = {},
    body = {},
    replyTo,
  } = toInput(all, sent.values)
  const letter = {
    id: sent.values.id,
    template,
    audience: { edition, roles, lands, organisationKinds },
    text: { subject, body },
    ...(replyTo ? { replyTo } : {}),
  }
  const input = letterInput.safeParse(letter, { reportInput: true })
  if (input.success) return { input: input.data, problems: {} }
  const found = Object.entries(problemsIn(all, input.error))
  const problems = Object.fromEntries(found.map(([path, one]) => [path.replace(/^(audience|text)\./, ''), one]))
  return { input: null, problems }
}

async function startOver(event: ObjectEvent, sent: Sent): Promise<LetterReply> {
  const { text } = await findTemplate(event.locals.ctx, editionOf(event.locals), sent.values.template ?? '')
  const { subject, body } = text
  const own = { 'subject.de': subject.de, 'subject.en': subject.en, 'body.de': body.de, 'body.en': body.en }
  const filled = Object.entries(own).map(([name, value]) => [name, value ?? ''])
  return { id: sent.values.id ?? '', values: { ...sent.values, ...Object.fromEntries(filled) } }
}

async function write(event: ObjectEvent, input: LetterInput, again: LetterReply) {
  const outcome = await composeLetter(event.locals.ctx, editionOf(event.locals), input)
  switch (outcome.kind) {
    case 'wrong':
      return fail(422, { ...again, problems: problemsOfText(outcome.problems) })
    case 'nobody':
      return fail(409, again)
    case 'written':
    case 'known': {
      const { series, edition } = event.params
      redirect(303, address(`/organisieren/${series}/${edition}/post?zustand=review&geschrieben`, event.locals.locale))
    }
  }
}

/** Begins with another text (`start`), shows what the letter would come to (`preview`), or writes it (`write`). */
async function act(event: ObjectEvent): Promise<LetterReply | ActionFailure<LetterReply>> {
  const sent = await readSent(event.request)
  if (sent.wish === 'start') return startOver(event, sent)
  const { input, problems } = await readLetter(event, sent)
  const again = { id: sent.values.id ?? '', values: sent.values }
  if (!input) return fail(422, { ...again, problems })
  const draft = await draftLetter(event.locals.ctx, editionOf(event.locals), input, sent.values.shownTo)
  const reply = { ...again, draft, problems: problemsOfText(draft.problems) }
  if (draft.problems.length > 0) return fail(422, reply)
  return sent.wish === 'write' ? write(event, input, reply) : reply
}

/** The page on which a letter to a group of people is written. */
export const letterPage = { load, actions: { default: act } }
