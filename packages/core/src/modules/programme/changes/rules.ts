import { isDeepStrictEqual } from 'node:util'
import type { Programme } from '../types.ts'
import type { EntryChange, FieldChange, ListChanges, ProgrammeChanges } from './types.ts'

type Entry = { readonly id: string }

function fieldsThatDiffer(a: Entry, b: Entry): Record<string, FieldChange> {
  const [from, to] = [a as unknown as Record<string, unknown>, b as unknown as Record<string, unknown>]
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  const fields: Record<string, FieldChange> = {}
  for (const name of names) {
    if (!isDeepStrictEqual(from[name], to[name])) fields[name] = { from: from[name], to: to[name] }
  }
  return fields
}

function byId<T extends Entry>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

function diffList<T extends Entry>(a: readonly T[], b: readonly T[]): ListChanges<T> {
  const [before, after] = [byId(a), byId(b)]
  const changed: EntryChange[] = []
  for (const entry of b) {
    const former = before.get(entry.id)
    if (!former) continue
    const fields = fieldsThatDiffer(former, entry)
    if (Object.keys(fields).length > 0) changed.push({ id: entry.id, fields })
  }
  return {
    added: b.filter((entry) => !before.has(entry.id)),
    removed: a.filter((entry) => !after.has(entry.id)),
    changed,
  }
}

function applyFields<T extends Entry>(entry: T, change: EntryChange | undefined): T {
  if (!change) return entry
  const next: Record<string, unknown> = { ...entry }
  for (const [name, { to }] of Object.entries(change.fields)) {
    if (to === undefined) delete next[name]
    else next[name] = to
  }
  return next as T
}

function applyList<T extends Entry>(list: readonly T[], changes: ListChanges<T>): T[] {
  const gone = new Set(changes.removed.map((entry) => entry.id))
  const changed = byId(changes.changed)
  const kept = list.filter((entry) => !gone.has(entry.id))
  return [...kept.map((entry) => applyFields(entry, changed.get(entry.id))), ...changes.added]
}

/** What turns `a` into `b`, complete: every entry that came, went or differs, with every field. Blind to the order of the lists. */
export function diffProgrammes(a: Programme, b: Programme): ProgrammeChanges {
  return {
    timeZone: a.timeZone === b.timeZone ? null : { from: a.timeZone, to: b.timeZone },
    tracks: diffList(a.tracks, b.tracks),
    rooms: diffList(a.rooms, b.rooms),
    sessions: diffList(a.sessions, b.sessions),
  }
}

/** The programme that `changes`, taken from `diffProgrammes(a, b)`, make of `a`: `b`, up to the order of its lists. */
export function applyChanges(a: Programme, changes: ProgrammeChanges): Programme {
  return {
    timeZone: changes.timeZone ? String(changes.timeZone.to) : a.timeZone,
    tracks: applyList(a.tracks, changes.tracks),
    rooms: applyList(a.rooms, changes.rooms),
    sessions: applyList(a.sessions, changes.sessions),
  }
}

/** Whether nothing at all changed. */
export function isUnchanged(changes: ProgrammeChanges): boolean {
  const lists = [changes.tracks, changes.rooms, changes.sessions]
  return (
    changes.timeZone === null &&
    lists.every((list) => list.added.length + list.removed.length + list.changed.length === 0)
  )
}

/** The programme before anything was in it; what the first release is compared with. */
export function emptyProgramme(timeZone: string): Programme {
  return { timeZone, tracks: [], rooms: [], sessions: [] }
}
