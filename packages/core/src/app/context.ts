import type { Actor } from '../kernel/actor.ts'
import { type Clock, systemClock } from '../kernel/clock.ts'
import { DomainError } from '../kernel/errors.ts'
import type { Context, EventName, Events, Permission, Permissions, Proof } from '../platform/context/types.ts'
import { nameActor } from '../platform/database/changes.ts'
import type { Db, Transaction } from '../platform/database/tables.ts'
import { type Mailer, noMailer } from '../platform/mail/mailer.ts'
import type { Enqueue } from '../platform/queue/request.ts'
import { react } from './events.ts'
import { mails } from './mails.ts'
import { isAllowed } from './permissions.ts'

const noQueue: Enqueue = async () => {}

/**
 * A context for `actor` on `db`. With `tx`, every transaction it opens is that one. `enqueue` takes the jobs that are asked
 * for, as the queue of `openApp` does; without it they are dropped: for tests and tools that are not about them. Without
 * `mailer` mail stays in the outbox.
 */
export function createContext(
  db: Db,
  actor: Actor,
  now: Clock = systemClock,
  enqueue: Enqueue = noQueue,
  mailer: Mailer = noMailer(),
  tx?: Transaction,
): Context {
  const context: Context = {
    actor,
    db: tx ?? db,
    now,
    authorize<P extends Permission>(permission: P, target: Permissions[P]): Proof<P> {
      if (!isAllowed(actor, permission, target)) throw new DomainError('access.denied', { permission })
      return { target } as Proof<P>
    },
    may: (permission, target) => isAllowed(actor, permission, target),
    transaction: (work) =>
      tx
        ? work(tx)
        : db.transaction().execute(async (opened) => {
            await nameActor(opened, actor.kind === 'account' ? actor.accountId : actor.kind)
            return work(opened)
          }),
    in: (running) => createContext(db, actor, now, enqueue, mailer, running),
    enqueue,
    mailer,
    mailTemplates: mails,
    publish: <E extends EventName>(running: Transaction, event: E, payload: Events[E]) =>
      react(context.in(running), running, event, payload),
  }
  return context
}
