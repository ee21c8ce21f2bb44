import { describe, expect, it } from 'vitest'
import { largestSize, makeLargeEdition } from './large-edition.ts'

describe('makeLargeEdition', () => {
  const edition = makeLargeEdition()

  it('has the size that was asked for', () => {
    expect(edition.sessions).toHaveLength(largestSize.sessions)
    expect(edition.rooms).toHaveLength(largestSize.rooms)
    expect(new Set(edition.sessions.map((session) => session.day)).size).toBe(largestSize.days)
    expect(makeLargeEdition({ days: 1, rooms: 3, sessions: 12 }).sessions).toHaveLength(12)
  })

  it('is the same in every run', () => {
    expect(makeLargeEdition()).toEqual(edition)
  })

  it('has names that are unique where they identify something', () => {
    for (const names of [
      edition.rooms.map((room) => room.name),
      edition.tracks.map((track) => track.name),
      edition.sessions.map((session) => session.reference),
    ]) {
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('keeps to a grid of five minutes, within the day, and never puts two sessions into a room at once', () => {
    const taken = new Set<string>()
    for (const { start, durationMinutes, room } of edition.sessions) {
      const from = Number(start!.slice(11, 13)) * 60 + Number(start!.slice(14, 16))
      expect(from % 5).toBe(0)
      expect(from + durationMinutes!).toBeLessThan(24 * 60)
      for (let minute = from; minute < from + durationMinutes!; minute += 5) {
        const key = `${start!.slice(0, 10)} ${room} ${minute}`
        expect(taken.has(key)).toBe(false)
        taken.add(key)
      }
    }
  })
})
