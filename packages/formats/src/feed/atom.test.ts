import { describe, expect, test } from 'vitest'
import { childOf, childrenOf, parseXml, type XmlElement } from '../xml/tree.ts'
import { type Feed, writeFeed } from './atom.ts'

const feed: Feed = {
  id: 'https://fachtag.example/reihe/aktuelles.atom',
  title: 'Aktuelles & Neues',
  language: 'de',
  selfUrl: 'https://fachtag.example/reihe/aktuelles.atom?a=1&b=2',
  pageUrl: 'https://fachtag.example/reihe/aktuelles',
  author: { name: 'Tagungsbüro' },
  entries: [
    {
      id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      title: '<b>Kein Markup</b>',
      url: 'https://fachtag.example/reihe/aktuelles/eins',
      updatedAt: '2030-02-01T10:00:00+01:00',
      publishedAt: '2030-01-31T23:00:00Z',
      html: '<p>Text mit <em>Betonung</em> ]]> & mehr</p>',
      summary: 'Kurz',
      categories: ['Termine', '"Zitat"'],
    },
    { id: 'urn:x:2', title: 'Älter', url: 'https://fachtag.example/2', updatedAt: '2030-01-15T00:00:00Z' },
  ],
}

function read(text: string): XmlElement {
  const result = parseXml(text)
  if (result.kind === 'refused') throw new Error(result.message)
  return result.root
}

describe('writeFeed', () => {
  test('has what RFC 4287 demands of a feed and its entries', () => {
    const root = read(writeFeed(feed))
    expect([root.name, root.attributes.xmlns, root.attributes['xml:lang']]).toEqual([
      'feed',
      'http://www.w3.org/2005/Atom',
      'de',
    ])
    for (const element of [root, ...childrenOf(root, 'entry')]) {
      for (const name of ['id', 'title', 'updated']) expect(childrenOf(element, name)).toHaveLength(1)
    }
    expect(childOf(childOf(root, 'author'), 'name')?.text).toBe('Tagungsbüro')
    expect(childrenOf(root, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['self', feed.selfUrl],
      ['alternate', feed.pageUrl],
    ])
  })

  test('keeps titles as text and HTML as escaped HTML', () => {
    const entry = childOf(read(writeFeed(feed)), 'entry')
    expect(childOf(entry, 'title')?.text).toBe('<b>Kein Markup</b>')
    expect(childOf(entry, 'content')).toMatchObject({
      attributes: { type: 'html' },
      text: feed.entries[0]?.html,
      children: [],
    })
    expect(childrenOf(entry, 'category').map(({ attributes }) => attributes.term)).toEqual(['Termine', '"Zitat"'])
  })

  test('is as new as its newest entry, in UTC', () => {
    expect(childOf(read(writeFeed(feed)), 'updated')?.text).toBe('2030-02-01T09:00:00Z')
    expect(childOf(read(writeFeed({ ...feed, entries: [] })), 'updated')?.text).toBe('1970-01-01T00:00:00Z')
    expect(childOf(read(writeFeed({ ...feed, updatedAt: '2031-01-01T00:00Z' })), 'updated')?.text).toBe(
      '2031-01-01T00:00:00Z',
    )
  })

  test('leaves out characters that XML cannot hold', () => {
    expect(childOf(read(writeFeed({ ...feed, title: 'a\u0000\u0007\ufffe\ud800b' })), 'title')?.text).toBe('a\ufffdb')
  })
})
