import { differencesOf, mergeVersions } from '#lib/form/conflict.ts'
import { problemsIn } from '#lib/form/problems.ts'
import { type LookUp, resolveReferences } from '#lib/form/references.ts'
import { changeRows, dropBlankRows } from '#lib/form/rows.ts'
import type { Field, FormState, Values } from '#lib/form/types.ts'
import { toInput, toValues } from '#lib/form/values.ts'
import { found } from '../found.ts'
import { lastChange } from './last-change.ts'
import { lookUpNames } from './look-up.ts'
import { changeMarkdown } from './markdown.ts'
import { isNew, type ObjectEvent, type ObjectForm, type Stored } from './object-form.ts'
import { readSent, type Sent } from './sent.ts'

type Reply = FormState & { readonly opened?: string | undefined; readonly revision?: number | undefined }

/** What became of a form that was sent. `again`: nothing was saved, the form comes back as somebody wished. */
export type Received =
  | { readonly kind: 'done'; readonly path: string; readonly mark: 'gespeichert' | 'geloescht' | 'erledigt' }
  | { readonly kind: 'again'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly status: 409 | 422; readonly reply: Reply }

type Work<Input> = {
  readonly form: ObjectForm<Input>
  readonly event: ObjectEvent
  readonly fields: readonly Field[]
  readonly sent: Sent
}

function replyOf({ sent }: Work<unknown>, state: FormState, revision = sent.revision): Reply {
  return { opened: sent.opened, revision, ...state }
}

/** Shows both versions; where they differ only in what the sender changed, there is nothing to choose and it is saved. */
async function settleConflict<Input>(work: Work<Input>, values: Values, mayRetry: boolean): Promise<Received> {
  const { form, event, fields, sent } = work
  const stored = found(await form.find(event))
  const theirs = toValues(fields, stored.input, stored.names)
  const differences = differencesOf(fields, values, theirs, sent.opened)
  if (mayRetry && differences.every((one) => one.changedBy === 'me')) {
    return saveValues(work, values, stored.revision, false)
  }
  const { by, at } = await lastChange(event.locals, stored.id ?? event.params.id)
  const conflict = { revision: stored.revision ?? 0, differences, by, at }
  return { kind: 'refused', status: 409, reply: replyOf(work, { values, conflict }) }
}

async function saveValues<Input>(
  work: Work<Input>,
  values: Values,
  revision: number | undefined,
  mayRetry = true,
): Promise<Received> {
  const { form, event, fields, sent } = work
  const input = form.schema.safeParse(toInput(fields, values), { reportInput: true })
  if (!input.success) {
    const reply = replyOf(work, { values, problems: problemsIn(fields, input.error) })
    return { kind: 'refused', status: 422, reply }
  }
  const saved = await form.save(event, input.data, revision, sent.file)
  switch (saved.kind) {
    case 'saved':
      return { kind: 'done', path: saved.path, mark: 'gespeichert' }
    case 'refused':
      return { kind: 'refused', status: 422, reply: replyOf(work, { values, problems: saved.problems }) }
    case 'conflict':
      return settleConflict(work, values, mayRetry)
  }
}

async function save<Input>(work: Work<Input>, sentValues: Values, revision: number | undefined): Promise<Received> {
  const { event, fields } = work
  const lookUp: LookUp = (wanted) => lookUpNames(event.locals.ctx, wanted)
  const { values, problems, candidates } = await resolveReferences(fields, dropBlankRows(fields, sentValues), lookUp)
  if (Object.keys(problems).length > 0) {
    return { kind: 'refused', status: 422, reply: replyOf(work, { values, problems, candidates }) }
  }
  return saveValues(work, values, revision)
}

/** Saves the versions that somebody has chosen, if what they chose from is still what is stored. */
async function settle<Input>(work: Work<Input>, stored: Stored, choice: string): Promise<Received> {
  const { fields, sent } = work
  if (stored.revision !== sent.revision) return settleConflict(work, sent.values, false)
  const taken = choice === 'mine' ? new Set<string>() : sent.taken
  const theirs = toValues(fields, stored.input, stored.names)
  return save(work, mergeVersions(fields, sent.values, theirs, taken), stored.revision)
}

async function remove<Input>(work: Work<Input>): Promise<Received> {
  const { form, event, sent } = work
  const removed = await form.remove?.(event, sent.revision)
  if (removed?.kind === 'removed') return { kind: 'done', path: removed.path, mark: 'geloescht' }
  // Changed or needed meanwhile: the same page says so, when it is asked for again.
  return { kind: 'done', path: `${event.url.pathname.replace(/^\/en(?=\/)/, '')}?loeschen`, mark: 'erledigt' }
}

async function take<Input>(work: Work<Input>, step: string): Promise<Received> {
  const { form, event, fields, sent } = work
  const stored = found(await form.find(event))
  const isOffered = stored.steps?.some((one) => one.name === step)
  const taken = isOffered ? await form.take?.(event, step, sent.revision) : undefined
  if (taken?.kind === 'saved') return { kind: 'done', path: taken.path, mark: 'erledigt' }
  const values = toValues(fields, stored.input, stored.names)
  const problems = taken?.kind === 'refused' ? taken.problems : {}
  return { kind: 'refused', status: 409, reply: replyOf(work, { values, problems }, stored.revision) }
}

/** Reads a form that was sent for an object and does what it asks for. */
export async function receive<Input>(form: ObjectForm<Input>, event: ObjectEvent): Promise<Received> {
  const stored = isNew(event) ? null : found(await form.find(event))
  const fields = await form.fields(event, stored)
  const sent = await readSent(event.request)
  const work = { form, event, fields, sent }
  const [wish = '', ...rest] = sent.wish.split(':')
  const detail = rest.join(':')
  const rows = changeRows(fields, sent.values, sent.wish)
  if (rows) return { kind: 'again', reply: replyOf(work, rows) }
  if (wish === 'preview' || wish === 'image') {
    return { kind: 'again', reply: replyOf(work, await changeMarkdown(event, sent, wish, detail)) }
  }
  if (wish === 'step' && stored) return take(work, detail)
  if (wish === 'delete' && stored) return remove(work)
  if (wish === 'settle' && stored) return settle(work, stored, detail)
  return save(work, sent.values, sent.revision)
}
