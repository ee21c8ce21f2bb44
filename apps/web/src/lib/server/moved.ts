import type { Locale } from '@fachtag/core/kernel/localized-text'
import { error, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'

/** A page about something that may have become part of something else. */
type Place<T> = {
  /** German address of all pages of its kind. */
  readonly path: string
  readonly slug: string
  readonly locale: Locale
  find(slug: string): Promise<T | null>
  /** Where it is to be found now, if anywhere. */
  findSuccessor(slug: string): Promise<string | null>
}

/** What is at this address; leads on to what it became part of, as far as that may be seen; else there is nothing here. */
export async function foundOrMoved<T>({ path, slug, locale, find, findSuccessor }: Place<T>): Promise<T> {
  const value = await find(slug)
  if (value !== null) return value
  const successor = await findSuccessor(slug)
  if (successor !== null && (await find(successor)) !== null) redirect(308, address(`${path}/${successor}`, locale))
  error(404)
}
