/** The page (from 1) that `text` of an address asks for, and how many entries of `size` come before it. Nonsense is page 1. */
export function pageOf(text: string | null, size: number): { page: number; offset: number } {
  const page = /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : 1
  return { page, offset: (page - 1) * size }
}

/** The pages to offer: first, last, and those next to `page`; null stands for a gap. */
export function pagesToOffer(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const offered = [...new Set(near)].sort((a, b) => a - b)
  return offered.flatMap((one, i) => (i > 0 && one - (offered[i - 1] ?? 0) > 1 ? [null, one] : [one]))
}
