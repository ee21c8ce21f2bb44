import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Device } from '@fachtag/core/modules/people/accounts/sign-ins/types'
import { messages } from './messages/messages.ts'

/** A device in plain words: "Firefox unter Windows". */
export function deviceText({ browser, system }: Device, locale: Locale): string {
  const t = messages(locale).account.devices
  return t.on(t.browsers[browser], t.systems[system])
}
