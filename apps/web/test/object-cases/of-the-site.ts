import { organisationObject } from '#lib/server/workplace/organisations.ts'
import { pageObject } from '#lib/server/workplace/pages.ts'
import { personContactObject } from '#lib/server/workplace/person-contact.ts'
import { personObject } from '#lib/server/workplace/persons.ts'
import { topicObject } from '#lib/server/workplace/topics.ts'
import type { CasePlaces } from './places.ts'
import type { ObjectCase } from './types.ts'

const fightOver = (path: string) => ({ path, mine: { [path]: 'Von mir' }, theirs: { [path]: 'Von ihr' } })

/** What all series share. Its ids mean the same everywhere; only those of nothing mean nothing. */
export function casesOfTheSite({ site: place, ids }: CasePlaces): ObjectCase[] {
  const shared = { place, strangers: [{ ...place, params: { id: 'none' } }] }
  return [
    {
      ...shared,
      name: 'a person',
      form: personObject,
      table: 'persons',
      typed: (letters) => ({
        academicTitle: 'Prof. Dr.',
        name: `Petra Probe${letters.toLowerCase()}`,
        spellings: `P. Probe${letters.toLowerCase()}`,
        'biography.de': 'Leitet das **Amt**',
        'biography.en': 'Heads the office',
        website: 'https://probe.example/',
        seriesId: ids.seriesId,
      }),
      problems: { name: 'required' },
      fight: fightOver('biography.de'),
      apart: { academicTitle: '' },
    },
    {
      ...shared,
      name: 'an organisation',
      form: organisationObject,
      table: 'organisations',
      typed: (letters) => ({
        name: `Amt ${letters}`,
        shortName: letters,
        kind: 'company',
        land: '14',
        country: 'DE',
        website: 'https://amt.example/',
        'description.de': 'Ein *Amt*',
        aliases: `Alt ${letters}\nÄlter ${letters}`,
      }),
      problems: { name: 'required', kind: 'required' },
      fight: fightOver('shortName'),
      apart: { 'description.en': 'An office' },
    },
    {
      ...shared,
      name: 'a topic',
      form: topicObject,
      table: 'topics',
      typed: (letters) => ({
        'name.de': `Thema ${letters}`,
        'name.en': `Topic ${letters}`,
        'description.de': 'Worum es *geht*',
        synonyms: `Stoff ${letters}\nSujet ${letters}`,
      }),
      problems: { 'name.de': 'required' },
      fight: fightOver('description.de'),
      apart: { 'description.en': 'What it is about' },
    },
    {
      place: { ...place, params: { page: 'impressum' } },
      strangers: [],
      name: 'a legal page',
      form: pageObject,
      typed: (letters) => ({
        'title.de': `Impressum ${letters}`,
        'body.de': 'Wer wir **sind**',
        'body.en': 'Who we are',
      }),
      emptied: { 'title.de': '', 'title.en': '' },
      problems: { 'title.de': 'required' },
      fight: fightOver('title.de'),
      apart: { 'body.en': 'Us' },
    },
    {
      place: { ...place, params: { id: ids.personId } },
      strangers: [],
      name: 'how to reach a person',
      form: personContactObject,
      typed: () => ({ email: 'bo@privat.example', phone: '+49 341 123456', note: 'nur\nvormittags' }),
      emptied: { email: 'bo@', phone: '0341 1' },
      problems: { email: 'email', phone: 'phone' },
      fight: fightOver('note'),
      apart: { phone: '+49 341 654321' },
    },
  ]
}
