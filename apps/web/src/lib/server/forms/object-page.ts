import { listImages } from '@fachtag/core/modules/editions/images/queries'
import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { leavesOf } from '#lib/form/leaves.ts'
import type { Field, FormState } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { historyPath } from '../changes/views.ts'
import { found } from '../found.ts'
import {
  isNew,
  type ObjectEvent,
  type ObjectForm,
  type ObjectLink,
  type ObjectStep,
  type ObjectUse,
  type Stored,
} from './object-form.ts'
import { receive } from './receive.ts'

/** What `ObjectPage.svelte` shows. */
export type ObjectPageData = {
  readonly title: string
  readonly fields: readonly Field[]
  readonly input: object
  readonly names: Readonly<Record<string, string>>
  readonly revision: number | undefined
  readonly isStored: boolean
  readonly mayRemove: boolean
  readonly isRemoving: boolean
  readonly uses: readonly ObjectUse[]
  readonly badge: Stored['badge']
  readonly links: readonly ObjectLink[]
  readonly steps: readonly ObjectStep[]
  /** What has been done, when the browser comes from there. */
  readonly notice: string | undefined
  readonly submit: string
  readonly multipart: boolean
  /** The pictures that its texts may show, and where they are kept. */
  readonly images: readonly { readonly id: string; readonly name: string }[]
  readonly imagesPath: string | undefined
}

/** What an action gives back for the same page: the form as it was sent, with what there is to say about it. */
export type ObjectReply = FormState & {
  readonly opened?: string | undefined
  readonly revision?: number | undefined
}

function noticeOf({ url, locals }: ObjectEvent): string | undefined {
  const t = messages(locals.locale).workplace.form
  if (url.searchParams.has('gespeichert')) return t.saved
  return url.searchParams.has('erledigt') ? t.done : undefined
}

/** The pictures of the series, for forms that have a text to put them in. */
async function offerImages({ locals, params }: ObjectEvent, fields: readonly Field[]) {
  const hasText = leavesOf(fields, {}).some(({ field }) => field.kind === 'markdown')
  if (!hasText || !locals.scope) return { images: [], imagesPath: undefined }
  const images = await listImages(locals.ctx.db, locals.scope)
  return { images: images.map(({ id, name }) => ({ id, name })), imagesPath: `/organisieren/${params.series}/bilder` }
}

/** The way to who has changed what of it. */
function linkHistory({ params, locals }: ObjectEvent, stored: Stored): ObjectLink[] {
  const path = historyPath(stored.id ?? params.id ?? '')
  return path ? [{ path, name: messages(locals.locale).workplace.form.history }] : []
}

async function show<Input>(form: ObjectForm<Input>, event: ObjectEvent): Promise<{ object: ObjectPageData }> {
  const t = messages(event.locals.locale)
  const texts = form.texts(t)
  const stored = isNew(event) ? null : found(await form.find(event))
  const fields = await form.fields(event, stored)
  const isRemoving = Boolean(stored && form.remove) && event.url.searchParams.has('loeschen')
  const object = {
    title: stored?.title ?? texts.create,
    fields,
    input: stored?.input ?? (await form.fresh?.(event)) ?? {},
    names: stored?.names ?? {},
    revision: stored?.revision,
    isStored: stored !== null,
    mayRemove: form.remove !== undefined,
    isRemoving,
    uses: isRemoving ? ((await form.uses?.(event)) ?? []) : [],
    badge: stored?.badge,
    links: [...(stored?.links ?? []), ...(stored ? linkHistory(event, stored) : [])],
    steps: stored?.steps ?? [],
    notice: noticeOf(event),
    submit: stored ? t.workplace.form.save : (texts.submit ?? t.workplace.form.create),
    multipart: fields.some((field) => field.kind === 'file'),
    ...(await offerImages(event, fields)),
  }
  return { object }
}

async function answer<Input>(
  form: ObjectForm<Input>,
  event: ObjectEvent,
): Promise<ObjectReply | ActionFailure<ObjectReply>> {
  const received = await receive(form, event)
  switch (received.kind) {
    case 'again':
      return received.reply
    case 'refused':
      return fail(received.status, received.reply)
    case 'done': {
      const [path, query] = received.path.split('?')
      const mark = query ? `${query}&${received.mark}` : received.mark
      redirect(303, address(`${path}?${mark}`, event.locals.locale))
    }
  }
}

/** The `load` and the `actions` of a page that shows, saves and deletes one object as `form` declares it. */
export function objectPage<Input>(form: ObjectForm<Input>) {
  return {
    load: (event: ObjectEvent) => show(form, event),
    actions: { default: (event: ObjectEvent) => answer(form, event) },
  }
}
