import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import { stepMinutes } from './grid/geometry.ts'
import { minutesOf } from './grid/layout.ts'
import { type Direction, firstFree, steer, stretch } from './grid/steering.ts'
import type { Target } from './grid/types.ts'
import type { Store } from './store.svelte.ts'

/** The move that puts a session where it was carried to. */
export function placeAt(store: Store, id: string, target: Target): boolean {
  const session = store.sessions.get(id)
  if (!session) return false
  const { day, start, minutes, roomId } = target
  const isLonger = minutes !== minutesOf(session)
  const place = { kind: 'place', sessionId: id, day, startsAt: wallTimeOf(start), roomId } as const
  return store.do([isLonger ? { ...place, durationMinutes: minutes } : place])
}

/** "Saal 2, 10:15 Uhr". */
export function tellTarget(store: Store, { day, start, roomId }: Target): string {
  return store.places.where({ day, startsAt: wallTimeOf(start), roomId })
}

/** Takes a session up, to be carried with the arrow keys. */
export function pickUp(store: Store, id: string): void {
  const session = store.sessions.get(id)
  if (!session || !store.mayEdit) return
  if (store.locked.has(id)) {
    store.say(store.texts.editor.notice.locked(store.texts.warnings.quoted(session.title)))
    return
  }
  store.select(id)
  const target = store.targetOf(session) ?? firstFree(store.layout, minutesOf(session))
  store.carry = { id, target, warnings: store.consider(id, target) }
  store.say(store.texts.editor.say.picked(session.title))
}

function carryTo(store: Store, id: string, target: Target): void {
  const warnings = store.consider(id, target)
  store.carry = { id, target, warnings }
  const where = `${tellTarget(store, target)}, ${store.places.times(wallTimeOf(target.start), target.minutes)}`
  store.say(store.texts.editor.say.over(where, store.tellWarnings(warnings, { id, target })))
}

/** Carries on to the next place in a direction. */
export function carryOn(store: Store, direction: Direction, isFine: boolean): void {
  if (!store.carry?.target) return
  carryTo(store, store.carry.id, steer(store.layout, store.carry.target, direction, isFine))
}

/** Makes what is carried longer or shorter. */
export function carryLonger(store: Store, direction: 'up' | 'down'): void {
  if (!store.carry?.target) return
  const { id, target } = store.carry
  carryTo(store, id, { ...target, minutes: stretch(target.minutes, direction) })
}

/** Carries to another day, at the same hour. */
export function carryToDay(store: Store, day: string): void {
  store.day = day
  if (!store.carry?.target) return
  const { id, target } = store.carry
  const start = target.start + wallMinutes(`${day}T00:00`) - wallMinutes(`${target.day}T00:00`)
  carryTo(store, id, { ...target, day, start: Math.round(start / stepMinutes) * stepMinutes })
}

/** Puts down what is carried. */
export function putDown(store: Store): void {
  if (!store.carry?.target) return
  const { id, target } = store.carry
  cancelCarry(store)
  const where = tellTarget(store, target)
  if (placeAt(store, id, target)) store.say(store.texts.editor.say.dropped(store.places.title(id), where))
  store.select(id)
}

/** Nothing is carried any more, and nothing was moved. */
export function cancelCarry(store: Store): void {
  store.carry = null
  store.settle()
}
