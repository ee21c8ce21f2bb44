/** A value in a table; dates are calendar dates at midnight UTC, times of day are on 30 December 1899 (as Excel counts). */
export type Cell = string | number | boolean | Date | null

export type TableRow = {
  /** 1-based line of a CSV file where the row begins, or row of a sheet. */
  readonly line: number
  readonly cells: readonly Cell[]
}

export type TableResult =
  | { readonly kind: 'read'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly line?: number | undefined }

/** More rows than any programme has; keeps a wrong file from filling the memory. */
export const maximumRows = 50_000

/** More columns than any programme has. */
export const maximumColumns = 500
