import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { findMentions } from '../../../platform/personal-data/erase.ts'
import { listOwnRows } from '../../../platform/personal-data/own-rows.ts'
import { personalData } from '../register/rules.ts'
import { findSubject } from '../subject/queries.ts'
import type { KnownSubject } from '../subject/types.ts'
import type { OwnChange, OwnData } from './types.ts'

/** Only what is theirs of the entries of others: an entry that they made about somebody else is told without its content. */
async function listChanges(db: Db, subject: KnownSubject): Promise<OwnChange[]> {
  const owned = personalData.filter((one) => one.owner).map((one) => one.table)
  const marks = [...subject.personIds, ...subject.accountIds].map((id) => `%"${id}"%`)
  const actors = subject.accountIds
  const { rows } = await sql<OwnChange>`
    with told as (select changes.at, changes.actor, change_rows.*,
        table_name = any(${owned}) and concat(key, before, after) like any(${marks}) as is_theirs
      from change_rows join changes on changes.id = change_rows.change_id)
    select at, actor = any(${actors}) as "isByThem", table_name as "table", operation,
      case when is_theirs then before end as before, case when is_theirs then after end as after
    from told where is_theirs or actor = any(${actors}) order by at, id`.execute(db)
  return rows
}

async function readData(db: Db, subject: KnownSubject, now: Temporal.Instant): Promise<OwnData> {
  const [tables, changes, mentions] = await Promise.all([
    listOwnRows(db, personalData, subject),
    listChanges(db, subject),
    findMentions(db, personalData, subject.hasNamesake ? subject.addresses : [...subject.names, ...subject.addresses]),
  ])
  return { name: subject.name, readAt: now.toString(), tables, changes, mentions }
}

/** Everything that is stored about who acts, without what only they may know (keys, hashes of links). Throws `access.denied`. */
export async function readOwnData(ctx: Context): Promise<OwnData> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : ''
  ctx.authorize('privacy.read_own', { accountId })
  const subject = await findSubject(ctx.db, { accountId })
  if (!subject) throw new DomainError('access.denied', { permission: 'privacy.read_own' })
  return readData(ctx.db, subject, ctx.now())
}
