import { minutesOf } from './grid/layout.ts'
import { stretch } from './grid/steering.ts'
import type { Store } from './store.svelte.ts'

/** Takes a session off the grid. */
export function park(store: Store, id: string): void {
  const session = store.sessions.get(id)
  if (!session || session.startsAt === null) return
  if (store.do([{ kind: 'park', sessionIds: [id] }])) store.say(store.texts.editor.say.parked(session.title))
}

/** Locks a session, or unlocks one that is locked. */
export function toggleLock(store: Store, id: string): void {
  const isLocked = store.locked.has(id)
  const { locked, unlocked } = store.texts.editor.say
  if (store.do([{ kind: isLocked ? 'unlock' : 'lock', sessionIds: [id] }]))
    store.say((isLocked ? unlocked : locked)(store.places.title(id)))
}

/** Makes a session longer or shorter by one step. */
export function resize(store: Store, id: string, direction: 'up' | 'down'): void {
  const session = store.sessions.get(id)
  if (!session) return
  const durationMinutes = stretch(minutesOf(session), direction)
  if (store.do([{ kind: 'resize', sessionId: id, durationMinutes }]))
    store.say(store.texts.editor.say.resized(session.title, durationMinutes))
}

/** Begins a swap: the next session that is chosen is the other one. */
export function beginSwap(store: Store, id: string): void {
  if (!store.mayEdit || !store.sessions.has(id)) return
  store.swapping = id
  store.say(store.texts.editor.say.swapWith(store.places.title(id)))
}

/** Ends a swap with the other session; with the same one nothing happens. */
export function swapWith(store: Store, otherId: string): void {
  const id = store.swapping
  store.swapping = null
  if (id === null || id === otherId) {
    cancelled(store)
    return
  }
  const names = [store.places.title(id), store.places.title(otherId)] as const
  if (store.do([{ kind: 'swap', sessionIds: [id, otherId] }])) store.say(store.texts.editor.say.swapped(...names))
}

export function cancelled(store: Store): void {
  store.say(store.texts.editor.say.cancelled)
}
