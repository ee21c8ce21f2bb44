/** `ids` after the one in `wish` (`up:<id>` or `down:<id>`) has changed places with its neighbour; as they are for any other wish. */
export function moveInOrder(ids: readonly string[], wish: string): readonly string[] {
  const [direction, id = ''] = wish.split(':')
  const at = ids.indexOf(id) - (direction === 'up' ? 1 : 0)
  const [first, second] = [ids[at], ids[at + 1]]
  const isWish = direction === 'up' || direction === 'down'
  return isWish && first && second ? ids.toSpliced(at, 2, second, first) : ids
}
