import { runtime } from '@fachtag/core/app/runtime'
import { publicActor } from '@fachtag/core/kernel/actor'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { nameAccounts } from '@fachtag/core/modules/people/accounts/names/queries'
import { editingTopic, readLastEdit } from '@fachtag/core/modules/programme/journal/queries'
import { variantTopic } from '@fachtag/core/modules/programme/variants/queries'
import { announce, type LiveMessage } from '@fachtag/core/platform/database/live'
import { hasLeft, isHere, presenceInterval } from '@fachtag/core/platform/live/presence'
import { error, type RequestEvent } from '@sveltejs/kit'
import type { Colleague } from '#lib/programme-editor/types.ts'
import { findSignedIn } from '../sign-in.ts'
import { StreamCount } from './stream-count.ts'

/** More than anybody has windows; and what one process should hold open at once. */
const count = new StreamCount({ perAccount: 12, inAll: 1_000 })

/** Whoever has not taken this many messages is not there any more, or cannot follow. */
const mostUnread = 200

type Asking = Pick<RequestEvent, 'cookies' | 'url'>
type Looking = {
  readonly scope: EditionScope
  readonly accountId: string
  readonly mayEdit: boolean
  /** The variant that is looked at; null: the draft. */
  readonly variantId: string | null
}

function say(message: LiveMessage): void {
  const { db, log } = runtime()
  const failed = (cause: unknown) => log.warn('nobody could be told who edits', { error: cause })
  db.transaction()
    .execute((tx) => announce(tx, message))
    .catch(failed)
}

/** Whether the one who asks may still see the programme: they may have signed out, or lost their role. */
async function maySee(asking: Asking, { scope, accountId }: Looking): Promise<boolean> {
  const actor = await findSignedIn(runtime().ctx(publicActor), asking)
  if (actor?.kind !== 'account' || actor.accountId !== accountId) return false
  return runtime().ctx(actor).may('programme.view', scope)
}

async function readColleagues({ scope, accountId }: Looking): Promise<Colleague[]> {
  const { live, db } = runtime()
  const ids = live.whoIsAt(editingTopic(scope.editionId), Date.now()).filter((id) => id !== accountId)
  const names = await nameAccounts(db, ids)
  return ids.map((id) => ({ id, name: names.get(id) ?? null }))
}

/** One open stream: what it is told it passes on as server-sent events, until it is closed from either side. */
class EditStream {
  readonly #asking: Asking
  readonly #looking: Looking
  readonly #topic: string
  readonly #text = new TextEncoder()
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #cleanUp: ((() => void) | false)[] = []

  constructor(asking: Asking, looking: Looking) {
    this.#asking = asking
    this.#looking = looking
    this.#topic = editingTopic(looking.scope.editionId)
  }

  open(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller
    const { accountId, mayEdit, variantId } = this.#looking
    const timer = setInterval(() => this.#guard(this.#beat()), presenceInterval)
    this.#cleanUp = [
      () => clearInterval(timer),
      count.add(accountId),
      runtime().live.follow(this.#topic, {
        heard: (number) => variantId === null && this.#send('edit', { number }),
        present: () => this.#guard(this.#tellColleagues()),
        missed: () => this.#guard(this.#tellLast()),
        ended: () => this.close(),
      }),
      variantId !== null &&
        runtime().live.follow(variantTopic(this.#looking.scope.editionId, variantId), {
          heard: (number) => this.#send('edit', { number }),
          present: () => {},
          missed: () => {},
          ended: () => {},
        }),
      () => mayEdit && count.of(accountId) === 0 && say(hasLeft(this.#topic, accountId)),
    ]
    if (mayEdit) say(isHere(this.#topic, accountId, Date.now()))
    this.#guard(this.#tellLast())
    this.#guard(this.#tellColleagues())
  }

  /** May be called twice. */
  close(): void {
    for (const undo of this.#cleanUp.splice(0)) if (undo) undo()
    try {
      this.#controller?.close()
    } catch {
      // The other side was faster.
    }
    this.#controller = undefined
  }

  /** A stream whose questions cannot be answered ends: the browser opens another. */
  #guard(work: Promise<void>): void {
    work.catch(() => this.close())
  }

  async #beat(): Promise<void> {
    const { accountId, mayEdit } = this.#looking
    if (!(await maySee(this.#asking, this.#looking))) return this.close()
    this.#write(': \n\n')
    if (mayEdit) say(isHere(this.#topic, accountId, Date.now()))
  }

  async #tellLast(): Promise<void> {
    const { scope, variantId } = this.#looking
    // What a variant has come to is read with it.
    this.#send('edit', { number: variantId === null ? await readLastEdit(runtime().db, scope.editionId) : 0 })
  }

  async #tellColleagues(): Promise<void> {
    this.#send('editors', await readColleagues(this.#looking))
  }

  #send(name: string, data: unknown): void {
    this.#write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  #write(text: string): void {
    if (!this.#controller) return
    if ((this.#controller.desiredSize ?? 0) < -mostUnread) this.close()
    else this.#controller.enqueue(this.#text.encode(text))
  }
}

/**
 * Tells of every edit of the draft by number, or of every change of a variant by revision, as soon as it is stored, by any process, and of who else edits. Ends when the
 * process ends, the one who asks may no longer see the programme, or does not read. 429 and 503: too many are open.
 */
export function streamEdits(event: RequestEvent, scope: EditionScope, variantId: string | null = null): Response {
  const { ctx } = event.locals
  if (ctx.actor.kind !== 'account') error(403)
  const { accountId } = ctx.actor
  const full = count.isFull(accountId)
  if (full) error(full === 'account' ? 429 : 503)
  const stream = new EditStream(event, { scope, accountId, mayEdit: ctx.may('programme.edit', scope), variantId })
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => stream.open(controller),
    cancel: () => stream.close(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' } })
}
