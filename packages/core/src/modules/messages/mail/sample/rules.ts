import type { Locale } from '../../../../kernel/localized-text.ts'
import type { MailTemplate, Placeholder, PlaceholderKind } from '../../../../platform/mail/template.ts'
import type { Value, Values } from '../rendering/rules.ts'

/** What a preview is filled with where nothing real is known. */
export type SampleGround = { readonly origin: string; readonly now: Temporal.Instant; readonly locale: Locale }

type Sample = (placeholder: Placeholder, ground: SampleGround) => Value

const described: Sample = ({ means }, { locale }) => `[${means[locale]}]`

const samples: Readonly<Record<PlaceholderKind, Sample>> = {
  text: described,
  lines: described,
  link: (_, { origin }) => origin,
  code: () => 'ABCD-1234',
  date: (_, { now }) => now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString(),
  moment: (_, { now }) => now.toString(),
  number: () => 3,
  passages: ({ means }, { locale }) => [[{ parts: [{ words: `[${means[locale]}]` }] }]],
}

/** Values for a preview of a mail: those that are `known`, and for the rest something that shows what will stand there. */
export function sampleValues(
  { placeholders }: Pick<MailTemplate, 'placeholders'>,
  known: Values,
  ground: SampleGround,
): Values {
  const fill = (name: string, placeholder: Placeholder) =>
    Object.hasOwn(known, name) ? known[name]! : samples[placeholder.kind](placeholder, ground)
  return Object.fromEntries(Object.entries(placeholders).map(([name, one]) => [name, fill(name, one)]))
}
