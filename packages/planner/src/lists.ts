/** Lists of whole numbers laid end to end: list `i` is `items[start[i]] … items[start[i + 1] - 1]`. */
export type Lists = { readonly start: Int32Array; readonly items: Int32Array }

/** The same lists end to end. */
export function toLists(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1)
  for (let i = 0; i < lists.length; i++) start[i + 1] = start[i]! + lists[i]!.length
  const items = new Int32Array(start.at(-1)!)
  lists.forEach((list, i) => {
    items.set(list, start[i]!)
  })
  return { start, items }
}
