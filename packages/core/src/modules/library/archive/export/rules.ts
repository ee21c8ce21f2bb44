/** `row` without what is null or undefined: what is not known is not written. */
export function present<R extends object>(row: R): { [K in keyof R]: Exclude<R[K], null> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof R]: Exclude<R[K], null>
  }
}
