import type { Locale } from '@fachtag/core/kernel/localized-text'

/** The language that an address asks for. */
export function localeOf(pathname: string): Locale {
  return pathname === '/en' || pathname.startsWith('/en/') ? 'en' : 'de'
}

/** `pathname` without the language prefix: `/en/themen` → `/themen`, `/en` → `/`. */
export function withoutLocale(pathname: string): string {
  return localeOf(pathname) === 'en' ? pathname.slice(3) || '/' : pathname
}

/** The address of a German `path` (with query, if any) in `locale`: `/themen` → `/en/themen`. */
export function address(path: string, locale: Locale): string {
  if (locale === 'de') return path
  return path === '/' ? '/en' : `/en${path}`
}
