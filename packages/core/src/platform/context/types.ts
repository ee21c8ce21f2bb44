import type { Actor } from '../../kernel/actor.ts'
import type { Db, Transaction } from '../database/tables.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { MailName, MailTemplate } from '../mail/template.ts'
import type { Enqueue } from '../queue/request.ts'

/** Permission → what it is asked about. Modules add theirs in `policy.ts` by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Permissions {}
export type Permission = keyof Permissions

/** Fact → its payload. Modules add theirs in `events.ts` by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Events {}
export type EventName = keyof Events

declare const proven: unique symbol

/** Proof that the actor may do `P` to `target`. Only `Context.authorize` makes one. */
export type Proof<P extends Permission> = { readonly target: Permissions[P]; readonly [proven]: P }

/** Everything a command needs from outside: who acts, when, and the doors to the database. */
export interface Context {
  readonly actor: Actor
  readonly db: Db
  now(): Temporal.Instant
  /** Throws `access.denied` unless the permission table allows the actor this. */
  authorize<P extends Permission>(permission: P, target: Permissions[P]): Proof<P>
  /** Whether `authorize` would not throw: for what is shown, never in its place. */
  may<P extends Permission>(permission: P, target: Permissions[P]): boolean
  /** Runs `work` in one transaction, or joins the one this context is bound to. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** This context bound to a running transaction, for a command called from a command. */
  in(tx: Transaction): Context
  /** Asks for a job of `app/jobs.ts`: it is done after `tx` has committed, and never when `tx` rolls back. */
  readonly enqueue: Enqueue
  /** How mail leaves this installation, and where its links lead. Mails are written with `sendMail`. */
  readonly mailer: Mailer
  /** The built-in text of every mail: `app/mails.ts`. */
  readonly mailTemplates: Readonly<Record<MailName, MailTemplate>>
  /** States a fact. What must hold reacts within `tx`; what takes long is enqueued through `tx`. */
  publish<E extends EventName>(tx: Transaction, event: E, payload: Events[E]): Promise<void>
}
