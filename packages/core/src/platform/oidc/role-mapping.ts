import { type RoleName, roleNames } from '../../kernel/actor.ts'
import { slugPattern } from '../../kernel/slug.ts'

/** Whom the provider says this of (`value` of the role claim) has this role there. */
export type MappedRole = {
  readonly value: string
  readonly role: RoleName
  readonly series: string | null
  readonly edition: string | null
}

const isSlug = (text: string | undefined) => text !== undefined && slugPattern.test(text)

/** How many parts the place of a role has: none for the installation, a series, a series and an edition. */
function partsOf(role: RoleName): number {
  if (role === 'operator') return 0
  return role === 'series-organiser' ? 1 : 2
}

function readEntry(entry: string): MappedRole | undefined {
  const separator = entry.lastIndexOf('=')
  const value = entry.slice(0, separator).trim()
  const [name = '', place = ''] = entry
    .slice(separator + 1)
    .trim()
    .split(':')
  const role = roleNames.find((one) => one === name)
  const parts = place === '' ? [] : place.split('/')
  if (separator < 1 || !value || !role || parts.length !== partsOf(role) || !parts.every(isSlug)) return undefined
  return { value, role, series: parts[0] ?? null, edition: parts[1] ?? null }
}

/**
 * Reads `value=role[:series[/edition]]`, separated by commas: `fachtag-admins=operator,it=series-organiser:it-fachtag`.
 * Undefined when any part of it is something else.
 */
export function readRoleMapping(text: string): readonly MappedRole[] | undefined {
  const entries = text.split(',').map(readEntry)
  return entries.every((entry) => entry !== undefined) ? entries : undefined
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** The address of an identity provider: encrypted, except on this machine. */
export function readIssuer(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || url.search || url.hash || url.username) return undefined
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname))
  return isSafe ? text : undefined
}
