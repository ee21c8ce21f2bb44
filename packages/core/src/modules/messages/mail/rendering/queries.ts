import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { MailName } from '../../../../platform/mail/template.ts'
import { findTemplateText } from '../templates/queries.ts'
import type { MailOrder } from '../types.ts'
import { kindsOf, renderMail, type Values } from './rules.ts'
import type { RenderedMail } from './types.ts'

type TextOf<M extends MailName> = (order: MailOrder<M>) => { readonly subject: string; readonly body: string }

/** The text in use of each template in each language that `orders` need. */
async function findTexts<M extends MailName>(
  ctx: Context,
  db: Db,
  orders: readonly MailOrder<M>[],
): Promise<TextOf<M>> {
  const nameOf = ({ template, seriesId, locale }: MailOrder<M>) => JSON.stringify([template, seriesId ?? null, locale])
  const asked = new Map(orders.map((order) => [nameOf(order), order]))
  const found = [...asked].map(async ([name, { template, seriesId = null, locale }]) => {
    return [name, await findTemplateText(db, ctx.mailTemplates[template], template, seriesId, locale)] as const
  })
  const texts = new Map(await Promise.all(found))
  return (order) => texts.get(nameOf(order))!
}

/** The mails that `orders` become, in their order. One query for each template in each language. */
export async function renderMails<M extends MailName>(
  ctx: Context,
  db: Db,
  orders: readonly MailOrder<M>[],
): Promise<RenderedMail[]> {
  const textOf = await findTexts(ctx, db, orders)
  return orders.map((order) =>
    renderMail(textOf(order), kindsOf(ctx.mailTemplates[order.template]), order.values as Values, order.locale),
  )
}
