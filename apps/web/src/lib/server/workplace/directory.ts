import { pageOf } from '#lib/paging.ts'

/** How many entries of the directory stand on one page. */
export const directorySize = 50

/** What the address of a list of the directory asks for: `?q=` and `?seite=`. */
export function readDirectoryPage(url: URL) {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200)
  const { page, offset } = pageOf(url.searchParams.get('seite'), directorySize)
  return { text, page, offset, size: directorySize }
}
