import { error } from '@sveltejs/kit'

/** `value`, or the page that says that there is nothing at this address. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) error(404)
  return value
}
