/** The members of a circle among pairs [earlier, later], the first one again at the end; undefined when there is none. */
export function findCircle<T>(pairs: readonly (readonly [T, T])[]): T[] | undefined {
  const after = new Map<T, T[]>()
  for (const [earlier, later] of pairs) {
    const known = after.get(earlier)
    if (known) known.push(later)
    else after.set(earlier, [later])
  }
  const done = new Set<T>()
  for (const root of after.keys()) {
    const path: T[] = []
    const onPath = new Set<T>()
    const pending: { member: T; depth: number }[] = [{ member: root, depth: 0 }]
    while (pending.length > 0) {
      const { member, depth } = pending.pop()!
      for (const left of path.splice(depth)) {
        onPath.delete(left)
        done.add(left)
      }
      if (onPath.has(member)) return [...path.slice(path.indexOf(member)), member]
      if (done.has(member)) continue
      path.push(member)
      onPath.add(member)
      for (const next of after.get(member) ?? []) pending.push({ member: next, depth: depth + 1 })
    }
    for (const left of path) done.add(left)
  }
  return undefined
}
