import { logisticsObject } from '#lib/server/workplace/logistics.ts'
import { needsObject } from '#lib/server/workplace/needs.ts'
import { paceObject } from '#lib/server/workplace/pace.ts'
import type { CasePlaces } from './places.ts'
import type { ObjectCase } from './types.ts'

/** What organisers know of an edition beyond its programme. */
export function casesOfCircumstances({ edition: place, elsewhere, ids }: CasePlaces): ObjectCase[] {
  const within = (params: Readonly<Record<string, string>>) => ({
    place: { ...place, params: { ...place.params, ...params } },
    strangers: elsewhere.edition.map((one) => ({ ...one, params: { ...one.params, ...params } })),
  })
  return [
    {
      ...within({ person: ids.speakerId }),
      name: 'how somebody comes',
      form: logisticsObject,
      typed: (letters) => ({
        presence: 'partly',
        'windows.count': '2',
        'windows.0.day': '2031-11-05',
        'windows.0.from': '09:00',
        'windows.0.until': '12:30',
        'windows.1.day': '2031-11-06',
        'arrival.on': '2031-11-04',
        'arrival.at': '18:20',
        'arrival.travel': 'train',
        'arrival.pickUp': `Bahnsteig ${letters}`,
        'arrival.stay': 'Hotel am Markt',
        'needs.own-laptop': 'on',
        'needs.step-free': 'on',
        needsNote: 'Rampe,\nbitte',
      }),
      emptied: { presence: '' },
      problems: { presence: 'required' },
      fight: { path: 'arrival.stay', mine: { 'arrival.stay': 'Von mir' }, theirs: { 'arrival.stay': 'Von ihr' } },
      apart: { needsNote: 'Anders' },
    },
    {
      ...within({ id: ids.sessionId }),
      name: 'what a session needs',
      form: needsObject,
      typed: () => ({ expectedCount: '80', 'equipment.projector': 'on' }),
      emptied: { expectedCount: 'viele' },
      problems: { expectedCount: 'number' },
      fight: { path: 'expectedCount', mine: { expectedCount: '90' }, theirs: { expectedCount: '100' } },
      apart: { 'equipment.sound': 'on' },
    },
    {
      place,
      strangers: [],
      name: 'the pace of an edition',
      form: paceObject,
      typed: () => ({
        dayBegins: '09:00',
        dayEnds: '17:30',
        changeMinutes: '10',
        breakMinutes: '15',
        stretchMinutes: '120',
      }),
      emptied: { changeMinutes: '', dayEnds: '08:00' },
      problems: { changeMinutes: 'required' },
      fight: { path: 'dayEnds', mine: { dayEnds: '18:00' }, theirs: { dayEnds: '19:00' } },
      apart: { changeMinutes: '12' },
    },
  ]
}
