import { describe, expect, test } from 'vitest'
import { hasLeft, isHere, Presence, presenceInterval } from './presence.ts'

const topic = 'programme edi_1'

describe('who is at a topic', () => {
  test('is who said so, in the order of their ids', () => {
    const presence = new Presence()
    expect(presence.hear(isHere(topic, 'acc_2', 1_000))).toBe(topic)
    presence.hear(isHere(topic, 'acc_1', 1_000))
    presence.hear(isHere('programme edi_2', 'acc_3', 1_000))
    expect(presence.at(topic, 1_000)).toEqual(['acc_1', 'acc_2'])
  })

  test('is nobody who has left', () => {
    const presence = new Presence()
    presence.hear(isHere(topic, 'acc_1', 1_000))
    expect(presence.hear(hasLeft(topic, 'acc_1'))).toBe(topic)
    expect(presence.at(topic, 1_000)).toEqual([])
    presence.hear(hasLeft(topic, 'acc_1'))
    expect(presence.at(topic, 1_000)).toEqual([])
  })

  test('is nobody who has said nothing for long, and still who was late once', () => {
    const presence = new Presence()
    presence.hear(isHere(topic, 'acc_1', 1))
    expect(presence.at(topic, 2 * presenceInterval)).toEqual(['acc_1'])
    expect(presence.at(topic, 3 * presenceInterval)).toEqual([])
  })

  test.each([[topic], ['@'], ['programme @'], ['programme @ acc_1'], ['']])('%j says nothing about that', (said) => {
    expect(new Presence().hear({ topic: said, stamp: 1 })).toBeNull()
  })
})
