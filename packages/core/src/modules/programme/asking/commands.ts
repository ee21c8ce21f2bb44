import { sql } from 'kysely'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { sendMail } from '../../messages/mail/commands.ts'
import { addAccount } from '../../people/accounts/commands.ts'

/** What became of asking: how many mails wait in the outbox, and whom we have no address of. */
export type AskOutcome = { readonly asked: number; readonly withoutAddress: readonly string[] }

/** Whom a question goes to, and where they answer it. */
export type Asking = {
  readonly template: 'consent.ask' | 'logistics.ask'
  readonly people: readonly { readonly personId: string; readonly name: string }[]
  /** The page on which it is answered, from the slash. */
  readonly path: string
}

type Reachable = { personId: string; address: string; accountId: string | null; isTaken: boolean }

async function findAddresses(tx: Transaction, personIds: readonly string[]): Promise<Map<string, Reachable>> {
  const { rows } = await sql<Reachable>`
    select persons.id as "personId", coalesce(own.address, person_contacts.email) as address, accounts.id as "accountId",
      exists (select from account_addresses taken where taken.folded = lower(person_contacts.email)) as "isTaken"
    from persons
    left join accounts on accounts.person_id = persons.id and accounts.disabled_at is null
    left join account_addresses own on own.account_id = accounts.id
    left join person_contacts on person_contacts.person_id = persons.id
    where persons.id = any(${personIds}) and coalesce(own.address, person_contacts.email) is not null`.execute(tx)
  return new Map(rows.map((row) => [row.personId, row]))
}

async function readEditionName(tx: Transaction, editionId: string): Promise<string> {
  const row = await tx.selectFrom('editions').select('name').where('id', '=', editionId).executeTakeFirstOrThrow()
  return row.name
}

/**
 * Writes a mail to each of `people` who can be reached, once a day at most. The mails wait in the outbox. Who has no account
 * gets one for the address that we have, so that they can sign in and answer. Says nothing about whether that is allowed.
 */
export async function askPeople(
  ctx: Context,
  tx: Transaction,
  scope: EditionScope,
  { template, people, path }: Asking,
): Promise<AskOutcome> {
  const reachable = await findAddresses(
    tx,
    people.map((one) => one.personId),
  )
  const edition = await readEditionName(tx, scope.editionId)
  const today = ctx.now().toString().slice(0, 10)
  const given = new Set<string>()
  let asked = 0
  for (const { personId, name } of people) {
    const to = reachable.get(personId)
    if (!to) continue
    if (!to.accountId && !to.isTaken && !given.has(to.address.toLowerCase())) {
      await addAccount(ctx, tx, { personId, address: to.address })
      given.add(to.address.toLowerCase())
    }
    const sent = await sendMail(ctx, tx, {
      template,
      to: { address: to.address, name },
      locale: 'de',
      values: { name, edition, link: ctx.mailer.origin + path },
      key: `${template.split('.')[0]}:${scope.editionId}:${personId}:${today}`,
      ...scope,
      personId,
    })
    if (sent.kind === 'taken') asked++
  }
  return { asked, withoutAddress: people.filter((one) => !reachable.has(one.personId)).map((one) => one.name) }
}
