import type { Context } from '@fachtag/core/platform/context/types'

/** The calendar day (`YYYY-MM-DD`) in Germany, where the series meet. */
export function today(ctx: Context): string {
  return ctx.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
}
