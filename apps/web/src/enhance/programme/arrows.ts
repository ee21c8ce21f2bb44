export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

const steps = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const

export type ArrowKey = keyof typeof steps
export const isArrowKey = (key: string): key is ArrowKey => Object.hasOwn(steps, key)

const middle = (box: Box) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const
const distance = (from: number, to: number, at: number) => (at < from ? from - at : at > to ? at - to : 0)

/**
 * The index of the box that lies next in the direction of `key` from `boxes[current]`: the one that overlaps it across
 * that direction and is nearest along it; where none overlaps, the nearest of all. undefined at the edge.
 */
export function nextBox(boxes: readonly Box[], current: number, key: ArrowKey): number | undefined {
  const here = boxes[current]
  if (!here) return undefined
  const [dx, dy] = steps[key]
  const [x, y] = middle(here)
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [index, box] of boxes.entries()) {
    if (index === current) continue
    const along =
      dx === 1
        ? box.left - here.right
        : dx === -1
          ? here.left - box.right
          : dy === 1
            ? box.top - here.bottom
            : here.top - box.bottom
    if (along < -8) continue
    const across = dx === 0 ? distance(box.left, box.right, x) : distance(box.top, box.bottom, y)
    const cost = along + across * 4
    if (cost < least) [best, least] = [index, cost]
  }
  return best
}

/** Lets the arrow keys walk from session to session as the eye does, in the grid and in the list. */
export function addArrowKeys(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !isArrowKey(event.key)) return
    const items = [...root.querySelectorAll<HTMLElement>('.s')].filter((item) => item.offsetParent !== null)
    const current = items.findIndex((item) => item.contains(document.activeElement))
    const boxes = items.map((item) => item.getBoundingClientRect())
    const next = nextBox(boxes, current, event.key)
    const link = next === undefined ? undefined : items[next]?.querySelector('a')
    if (!link) return
    event.preventDefault()
    link.focus({ preventScroll: true })
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}
