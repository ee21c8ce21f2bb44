import { contactsObject } from '#lib/server/workplace/contacts.ts'
import { imageObject } from '#lib/server/workplace/images.ts'
import { categoriesObject, newsObject } from '#lib/server/workplace/news.ts'
import { newSeriesObject, seriesObject } from '#lib/server/workplace/series.ts'
import { sourceObject } from '#lib/server/workplace/sources.ts'
import { png } from '../../../../packages/core/test/pictures.ts'
import type { CasePlaces } from './places.ts'
import type { AddingCase, ObjectCase } from './types.ts'

const fightOver = (path: string) => ({ path, mine: { [path]: 'Von mir' }, theirs: { [path]: 'Von ihr' } })

/** What is edited in a series. */
export function casesOfSeries({ series: place, elsewhere, ids }: CasePlaces): ObjectCase[] {
  const here = { place, strangers: elsewhere.series }
  return [
    {
      ...here,
      name: 'a news entry of a series',
      form: newsObject,
      table: 'news',
      typed: (letters) => ({
        'title.de': `Nachricht ${letters}`,
        'body.de': 'Aus der *Reihe*',
        editionId: ids.editionId,
        slug: `reihe-${letters.toLowerCase()}`,
      }),
      problems: { 'title.de': 'required' },
      fight: fightOver('body.de'),
      apart: { 'title.en': 'In English' },
    },
    {
      ...here,
      name: 'a source',
      form: sourceObject,
      table: 'sources',
      typed: (letters) => ({
        title: `Bericht ${letters}`,
        publishedOn: '2031-12-01',
        url: 'https://fachtag.example/bericht',
      }),
      problems: { title: 'required' },
      fight: fightOver('title'),
      apart: { publishedOn: '' },
    },
    {
      ...here,
      name: 'a picture',
      form: imageObject,
      table: 'images',
      file: png(4, 3),
      typed: (letters) => ({
        name: `Saal ${letters}`,
        'alternative.de': 'Der große\nSaal',
        'alternative.en': 'The hall',
        credit: 'Ida Öhm',
        licence: 'CC BY 4.0',
      }),
      problems: { name: 'required', 'alternative.de': 'alternative' },
      fight: fightOver('alternative.de'),
      apart: { licence: '' },
    },
    {
      ...here,
      name: 'a series',
      form: seriesObject,
      strangers: [],
      typed: (letters) => ({
        name: `Fachtag ${letters}`,
        shortName: 'FT',
        language: 'en',
        'claim.de': 'Aus der Praxis',
        'claim.en': 'From practice',
        'description.de': 'Über **uns**',
      }),
      emptied: { name: ' ' },
      problems: { name: 'required' },
      fight: fightOver('name'),
      apart: { shortName: 'F' },
    },
    {
      ...here,
      name: 'the contact persons of a series',
      form: contactsObject,
      strangers: [],
      typed: () => ({
        'contacts.count': '2',
        'contacts.0.personId.text': 'Dr. Ida Öhm',
        'contacts.0.function': 'Leitung',
        'contacts.0.email': 'ida@fachtag.example',
        'contacts.0.phone': '+49 341 123456',
        'contacts.0.editionId': ids.editionId,
        'contacts.1.personId.text': 'Bo Berg',
        'contacts.1.function': 'Büro',
      }),
      emptied: { 'contacts.0.personId.text': '', 'contacts.0.phone': '0341 1', 'contacts.0.email': 'ida@' },
      problems: { 'contacts.0.personId': 'required', 'contacts.0.phone': 'phone', 'contacts.0.email': 'email' },
      fight: {
        path: 'contacts',
        mine: { 'contacts.0.function': 'Von mir' },
        theirs: { 'contacts.0.function': 'Von ihr' },
      },
      apart: {},
    },
    {
      ...here,
      name: 'the news categories of a series',
      form: categoriesObject,
      strangers: [],
      typed: () => ({
        'categories.count': '2',
        'categories.0.name.de': 'Programm',
        'categories.0.slug': 'programm',
        'categories.1.name.de': 'Termine',
        'categories.1.name.en': 'Dates',
        'categories.1.slug': 'termine',
      }),
      emptied: { 'categories.0.name.de': '', 'categories.0.name.en': '', 'categories.0.slug': 'Groß' },
      problems: { 'categories.0.name.de': 'required', 'categories.0.slug': 'slug' },
      fight: {
        path: 'categories',
        mine: { 'categories.0.name.de': 'Von mir' },
        theirs: { 'categories.0.name.de': 'Von ihr' },
      },
      apart: {},
    },
  ]
}

/** What adds a series to the installation. */
export function addingSeries({ site }: CasePlaces): AddingCase {
  return {
    name: 'a new series',
    form: newSeriesObject,
    place: site,
    typed: { name: 'Nordlichter', slug: 'nord' },
    goes: '/organisieren/nord?gespeichert',
    problems: { name: 'required', slug: 'slug' },
    taken: { slug: 'taken' },
  }
}
