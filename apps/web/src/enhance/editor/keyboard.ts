import { beginSwap, cancelled, park, resize, swapWith, toggleLock } from './acting.ts'
import { cancelCarry, carryLonger, carryOn, carryToDay, pickUp, putDown } from './carrying.ts'
import { directionOf, type Focus, firstOf, lastOf, neighbour } from './grid/steering.ts'
import type { Store } from './store.svelte.ts'

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

function focusOn(store: Store, focus: Focus | null): void {
  if (focus) store.focus = focus
  else store.say(store.texts.editor.say.edge)
}

function turnDay(store: Store, by: 1 | -1): void {
  const { days } = store.state
  const next = days[days.findIndex(({ day }) => day === store.day) + by]
  if (!next) {
    store.say(store.texts.editor.say.edge)
    return
  }
  carryToDay(store, next.day)
  if (store.carry) return
  store.say(store.texts.editor.say.day(next.name))
  store.focus = firstOf(store.layout)
}

function giveUp(store: Store): boolean {
  if (!store.carry && store.swapping === null) return false
  store.swapping = null
  cancelCarry(store)
  cancelled(store)
  return true
}

/** Keys that go with Ctrl, on a Mac with Cmd. */
function onCommand(store: Store, { key, shiftKey }: Key): boolean {
  const letter = key.toLowerCase()
  if (letter !== 'z' && letter !== 'y') return false
  store.step(letter === 'y' || shiftKey ? 'redo' : 'undo')
  return true
}

/** Keys that mean the same wherever the focus is. */
export function onAnyKey(store: Store, event: Key): boolean {
  if (event.ctrlKey || event.metaKey) return onCommand(store, event)
  switch (event.key) {
    case 'Escape':
      return giveUp(store)
    case '?':
      store.dialog = 'keys'
      return true
    case '+':
      store.setZoom(store.zoom + 1)
      return true
    case '-':
    case '−':
      store.setZoom(store.zoom - 1)
      return true
    default:
      return false
  }
}

function onArrow(store: Store, id: string, { key, shiftKey, altKey }: Key): boolean {
  const direction = directionOf(key)
  if (!direction) return false
  const isVertical = direction === 'up' || direction === 'down'
  if (shiftKey && isVertical) {
    if (store.carry) carryLonger(store, direction)
    else resize(store, id, direction)
  } else if (store.carry) carryOn(store, direction, altKey)
  else focusOn(store, neighbour(store.layout, store.focus ?? { id, column: 0 }, direction))
  return true
}

function onLetter(store: Store, id: string, key: string): boolean {
  switch (key.toLowerCase()) {
    case 'p':
      cancelCarry(store)
      park(store, id)
      return true
    case 'l':
      toggleLock(store, id)
      return true
    case 's':
      beginSwap(store, id)
      return true
    default:
      return false
  }
}

/** Keys on a session, in the grid or in the list beside it. Says whether the key meant anything. */
export function onSessionKey(store: Store, id: string, event: Key): boolean {
  if (event.ctrlKey || event.metaKey) return false
  if (onArrow(store, id, event)) return true
  switch (event.key) {
    case 'Enter':
    case ' ':
      if (store.swapping !== null) swapWith(store, id)
      else if (store.carry) putDown(store)
      else pickUp(store, id)
      return true
    case 'Home':
      focusOn(store, firstOf(store.layout))
      return true
    case 'End':
      focusOn(store, lastOf(store.layout))
      return true
    case 'PageUp':
    case 'PageDown':
      turnDay(store, event.key === 'PageDown' ? 1 : -1)
      return true
    default:
      return onLetter(store, id, event.key)
  }
}
