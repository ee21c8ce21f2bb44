import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../../test/programme.ts'
import type { ProgrammeSession } from '../../types.ts'
import { takeBack } from './rules.ts'

const ida = someAppearance({ id: 'ida' })
const bo = someAppearance({ id: 'bo', replacesId: 'ida' })
const before = someSession({ id: 's', title: 'Alpha', appearances: [ida] })
const after: ProgrammeSession = { ...before, title: 'Beta', appearances: [{ ...ida, state: 'replaced' }, bo] }

describe('taking back', () => {
  test('makes the session what it was', () => {
    expect(takeBack(after, before, after)).toEqual(before)
  })

  test('leaves what somebody has changed since', () => {
    const since = { ...after, title: 'Gamma', startsAt: '2031-11-05T09:00' }
    expect(takeBack(since, before, after)).toEqual({ ...since, appearances: [ida] })
  })

  test('leaves who speaks alone when somebody else stands in by now', () => {
    const again = { ...after, appearances: [...after.appearances, someAppearance({ id: 'eva', replacesId: 'bo' })] }
    expect(takeBack(again, before, after)).toEqual({ ...again, title: 'Alpha' })
  })

  test('is not put off by a name that is written otherwise since', () => {
    const renamed = { ...after, appearances: after.appearances.map((held) => ({ ...held, name: 'Dr. Ida Öhm' })) }
    expect(takeBack(renamed, before, after).appearances).toEqual([ida])
  })

  test('does nothing where nothing is left of it', () => {
    expect(takeBack(before, before, after)).toBe(before)
    expect(takeBack(after, after, after)).toBe(after)
  })

  test('lets a cancelled session take place again', () => {
    const cancelled: ProgrammeSession = { ...before, state: 'cancelled' }
    expect(takeBack(cancelled, before, cancelled)).toEqual(before)
  })
})
