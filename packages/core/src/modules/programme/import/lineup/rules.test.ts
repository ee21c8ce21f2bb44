import { describe, expect, test } from 'vitest'
import { someAppearance } from '../../../../../test/programme.ts'
import { foldOrganisationName } from '../../../people/organisations/rules.ts'
import type { ProgrammeAppearance } from '../../types.ts'
import { mergeLineup, personKey } from './rules.ts'

const names = ['ida', 'bo', 'eva']
const people = new Map(
  names.map((name) => [
    personKey({ name }),
    { id: `per_${name}`, slug: name, name, match: 'reference' as const, formerName: null },
  ]),
)
const city = { id: 'org_1', slug: 'musterstadt', name: 'Stadt Musterstadt' }
const organisations = new Map([[foldOrganisationName('Stadt Musterstadt'), city]])

const ida = someAppearance({ id: 'ida', function: 'Leitung', organisationName: 'Amt', role: 'moderator' })
const bo = someAppearance({ id: 'bo' })
const merge = (stored: readonly ProgrammeAppearance[], said: readonly { name: string }[]) =>
  mergeLineup(stored, said, { people, organisations, newId: (kind) => `new ${kind}` })
const ids = (appearances: readonly ProgrammeAppearance[]) => appearances.map((one) => one.personId ?? one.id)

describe('mergeLineup', () => {
  test('nothing new changes nothing', () => {
    expect(merge([ida, bo], [{ name: 'ida' }, { name: 'bo' }])).toEqual([ida, bo])
  })

  test('follows the order of the file, adds and lets go', () => {
    const merged = merge([ida, bo], [{ name: 'eva' }, { name: 'bo' }])
    expect(ids(merged)).toEqual(['per_eva', 'per_bo'])
    expect(merged[1]).toEqual(bo)
  })

  test('takes what the file says and keeps what it is silent about', () => {
    const said = [{ name: 'ida', mode: 'remote' as const, organisation: 'Stadt Musterstadt' }]
    expect(merge([ida], said)).toEqual([
      { ...ida, mode: 'remote', organisationId: 'org_1', organisationSlug: 'musterstadt', organisationName: city.name },
    ])
  })

  test('an organisation without a page stays a name', () => {
    const [one] = merge([], [{ name: 'bo', organisation: 'Verein X' } as { name: string }])
    expect(one).toMatchObject({ organisationId: null, organisationName: 'Verein X' })
  })

  test('somebody named twice appears once', () => {
    expect(ids(merge([], [{ name: 'bo' }, { name: 'bo' }]))).toEqual(['per_bo'])
  })

  test('keeps whom a file cannot name, where they stood', () => {
    const replaced = someAppearance({ id: 'eva', state: 'replaced' })
    const office = someAppearance({ id: 'amt', personId: null, name: null, organisationName: 'Amt' })
    expect(ids(merge([replaced, ida, office, bo], [{ name: 'ida' }, { name: 'bo' }]))).toEqual([
      'per_eva',
      'per_ida',
      'amt',
      'per_bo',
    ])
    expect(ids(merge([ida, office], [{ name: 'bo' }]))).toEqual(['amt', 'per_bo'])
  })
})
