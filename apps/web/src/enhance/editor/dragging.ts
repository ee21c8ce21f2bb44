import { wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import { park } from './acting.ts'
import { placeAt, tellTarget } from './carrying.ts'
import { boxOf, columnAt, edgeSpeed, minuteAt, snap, snapLength } from './grid/geometry.ts'
import { minutesOf } from './grid/layout.ts'
import type { Target } from './grid/types.ts'
import type { Store } from './store.svelte.ts'

/** The parts of the page that take part in dragging. */
export type Stage = {
  /** All of the editor: where dragging can begin. */
  readonly root: HTMLElement
  /** The window of the grid, which scrolls. */
  readonly frame: HTMLElement
  /** The part of it that sessions lie in. */
  readonly body: HTMLElement
  /** What hangs at the pointer. */
  readonly ghost: HTMLElement
  /** Where a session would come to lie. */
  readonly mark: HTMLElement
}

type Grip = 'move' | 'resize'
type Point = { readonly x: number; readonly y: number }
type Drag = {
  readonly id: string
  readonly grip: Grip
  readonly pointerId: number
  readonly minutes: number
  /** From the upper left corner of the session to the pointer, in pixels. */
  readonly held: Point
  readonly start: number
  readonly element: HTMLElement
}
type Press = { readonly drag: Drag; readonly at: Point; readonly timer?: ReturnType<typeof setTimeout> }

const slack = { mouse: 4, touch: 10 } as const
const holdMilliseconds = 350

/**
 * Drags sessions with a mouse, a pen, or a finger that was held still for a moment. In each frame nothing is drawn but the
 * ghost, which is only moved; the place below it and its warnings are worked out when they are others than in the frame before.
 */
export class Dragging {
  readonly #store: Store
  readonly #stage: Stage
  #press: Press | undefined
  #drag: Drag | undefined
  #pointer: Point = { x: 0, y: 0 }
  #target: Target | 'list' | null = null
  #frame = 0

  constructor(store: Store, stage: Stage) {
    this.#store = store
    this.#stage = stage
    const { root } = stage
    root.addEventListener('pointerdown', (event) => this.#down(event))
    root.addEventListener('pointermove', (event) => this.#move(event))
    root.addEventListener('pointerup', (event) => this.#up(event))
    root.addEventListener('pointercancel', () => this.cancel())
    // A finger that drags must not scroll; whether it drags is known too late for a passive listener.
    root.addEventListener('touchmove', (event) => this.#drag && event.preventDefault(), { passive: false })
    root.addEventListener('contextmenu', (event) => this.#press && event.preventDefault())
    addEventListener('keydown', (event) => this.#key(event), { capture: true })
  }

  /** Nothing is dragged any more, and nothing was moved. */
  cancel(): void {
    const wasDragging = this.#drag !== undefined
    this.#end()
    if (wasDragging) this.#store.say(this.#store.texts.editor.say.cancelled)
  }

  #down(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary || !this.#store.mayEdit || this.#drag) return
    const element = (event.target as Element).closest<HTMLElement>('[data-session]')
    const id = element?.dataset.session
    const session = id === undefined ? undefined : this.#store.sessions.get(id)
    if (!element || !session || this.#store.swapping !== null || this.#store.locked.has(session.id)) return
    const box = element.getBoundingClientRect()
    const at = { x: event.clientX, y: event.clientY }
    const isInGrid = this.#stage.body.contains(element)
    const grip = isInGrid && (event.target as Element).closest('[data-grip]') ? 'resize' : 'move'
    const held = isInGrid ? { x: at.x - box.left, y: at.y - box.top } : { x: 24, y: 12 }
    const start = this.#store.targetOf(session)?.start ?? 0
    const { pointerId } = event
    const drag = { id: session.id, grip, pointerId, minutes: minutesOf(session), held, start, element } as const
    const isTouch = event.pointerType === 'touch'
    this.#press = isTouch ? { drag, at, timer: setTimeout(() => this.#begin(drag), holdMilliseconds) } : { drag, at }
    this.#pointer = at
  }

  #move(event: PointerEvent): void {
    const at = { x: event.clientX, y: event.clientY }
    if (this.#drag?.pointerId === event.pointerId) this.#pointer = at
    else if (this.#press?.drag.pointerId === event.pointerId) this.#stir(this.#press, at)
  }

  /** A mouse that moves drags; a finger that moves before it was held scrolls. */
  #stir({ drag, at, timer }: Press, to: Point): void {
    const way = Math.hypot(to.x - at.x, to.y - at.y)
    this.#pointer = to
    if (timer !== undefined) {
      if (way > slack.touch) this.#end()
    } else if (way > slack.mouse) this.#begin(drag)
  }

  #begin(drag: Drag): void {
    const { root, ghost } = this.#stage
    this.#press = undefined
    this.#drag = drag
    root.setPointerCapture(drag.pointerId)
    root.classList.add(`is-${drag.grip === 'move' ? 'dragging' : 'resizing'}`)
    drag.element.classList.add('is-carried')
    ghost.querySelector('[data-title]')!.textContent = this.#store.places.title(drag.id)
    ghost.hidden = false
    this.#frame = requestAnimationFrame(() => this.#draw())
  }

  #draw(): void {
    if (!this.#drag) return
    const { ghost } = this.#stage
    const { x, y } = this.#pointer
    this.#scroll()
    ghost.style.transform = `translate3d(${x + 14}px, ${y + 14}px, 0)`
    const target = this.#find(this.#drag)
    if (!isSame(target, this.#target)) this.#show(this.#drag, target)
    this.#frame = requestAnimationFrame(() => this.#draw())
  }

  #scroll(): void {
    const { frame } = this.#stage
    const box = frame.getBoundingClientRect()
    const { x, y } = this.#pointer
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return
    const [across, down] = [edgeSpeed(x, box.left, box.right), edgeSpeed(y, box.top, box.bottom)]
    if (across !== 0 || down !== 0) frame.scrollBy(across, down)
  }

  /** The place under the pointer. Outside of the grid there is none, except for the list beside it. */
  #find({ grip, start, held, minutes }: Drag): Target | 'list' | null {
    const { layout, scale } = this.#store
    const { frame, body } = this.#stage
    const { x, y } = this.#pointer
    const window = frame.getBoundingClientRect()
    if (x < window.left || x > window.right || y < window.top || y > window.bottom)
      return grip === 'move' && this.#isOverList() ? 'list' : null
    const origin = body.getBoundingClientRect()
    const pointer = minuteAt(y - origin.top, layout.axis, scale)
    const column = columnAt(x - origin.left, layout.columns.length, scale)
    const { day } = layout
    if (grip === 'resize') {
      const block = layout.blocks.find((one) => one.session.id === this.#drag?.id)
      const own = layout.slots.filter((slot) => slot.column === (block?.column ?? column))
      const roomId = block?.session.roomId ?? null
      return { day, start, roomId, minutes: snapLength(start, pointer, own) }
    }
    const slots = layout.slots.filter((slot) => slot.column === column)
    const begins = minuteAt(y - origin.top - held.y, layout.axis, scale)
    const first = Math.max(layout.axis.from, snap(begins, pointer, slots))
    return { day, start: first, roomId: layout.columns[column]?.roomId ?? null, minutes }
  }

  #isOverList(): boolean {
    const below = document.elementFromPoint(this.#pointer.x, this.#pointer.y)
    return below?.closest('[data-list]') !== null
  }

  #show({ id }: Drag, target: Target | 'list' | null): void {
    const { mark, ghost, root } = this.#stage
    const store = this.#store
    this.#target = target
    root.classList.toggle('is-over-list', target === 'list')
    mark.hidden = target === null || target === 'list'
    const note = ghost.querySelector<HTMLElement>('[data-note]')!
    if (target === null || target === 'list') {
      note.textContent = target === 'list' ? store.texts.editor.selection.park : ''
      return
    }
    const column = store.columns.findIndex((one) => one.roomId === target.roomId)
    const box = boxOf({ start: target.start, end: target.start + target.minutes, column }, store.layout, store.scale)
    mark.style.transform = `translate(${box.left}px, ${box.top}px)`
    mark.style.width = `${box.width}px`
    mark.style.height = `${box.height}px`
    const warnings = store.consider(id, target)
    mark.dataset.severity = warnings[0]?.severity ?? 'none'
    const times = store.places.times(wallTimeOf(target.start), target.minutes)
    note.textContent = `${tellTarget(store, target)} (${times}). ${store.tellWarnings(warnings, { id, target })}`
  }

  #up(event: PointerEvent): void {
    const drag = this.#drag
    const target = drag?.pointerId === event.pointerId ? this.#find(drag) : null
    this.#end()
    if (!drag) return
    if (target === 'list') park(this.#store, drag.id)
    else if (target === null) this.#store.say(this.#store.texts.editor.say.cancelled)
    else this.#drop(drag, target)
    swallowClick()
  }

  #drop({ id, grip }: Drag, target: Target): void {
    const store = this.#store
    const { minutes } = target
    if (grip === 'resize') {
      if (store.do([{ kind: 'resize', sessionId: id, durationMinutes: minutes }]))
        store.say(store.texts.editor.say.resized(store.places.title(id), minutes))
    } else if (placeAt(store, id, target))
      store.say(store.texts.editor.say.dropped(store.places.title(id), tellTarget(store, target)))
    store.select(id)
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#drag) return
    event.preventDefault()
    event.stopPropagation()
    this.cancel()
  }

  #end(): void {
    const { root, ghost, mark } = this.#stage
    clearTimeout(this.#press?.timer)
    cancelAnimationFrame(this.#frame)
    if (this.#drag) {
      this.#drag.element.classList.remove('is-carried')
      if (root.hasPointerCapture(this.#drag.pointerId)) root.releasePointerCapture(this.#drag.pointerId)
    }
    root.classList.remove('is-dragging', 'is-resizing', 'is-over-list')
    this.#press = undefined
    this.#drag = undefined
    this.#target = null
    ghost.hidden = true
    mark.hidden = true
    this.#store.settle()
  }
}

function isSame(a: Target | 'list' | null, b: Target | 'list' | null): boolean {
  if (a === null || b === null || a === 'list' || b === 'list') return a === b
  return a.day === b.day && a.start === b.start && a.minutes === b.minutes && a.roomId === b.roomId
}

/** The click that a browser sends after a drag would only repeat what was just done. */
function swallowClick(): void {
  const swallow = (click: Event) => click.stopPropagation()
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}
