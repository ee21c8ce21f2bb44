import { expect, test } from 'vitest'
import type { Passage, PlaceholderKind } from '../../../../platform/mail/template.ts'
import { joint } from '../literal/rules.ts'
import { renderMail } from '../rendering/rules.ts'
import { writePassages } from './rules.ts'

const kinds = new Map<string, PlaceholderKind>([['list', 'passages']])
const render = (body: string, list: readonly Passage[]) => renderMail({ subject: 'x', body }, kinds, { list }, 'de')
const link = 'https://fachtag.example/a'

test('lines stand one below the other, passages apart, and a link at the end of its line', () => {
  const passages: Passage[] = [
    [{ parts: [{ words: '„' }, { text: 'Öhm' }, { words: '“' }] }, { parts: [{ words: 'Mehr:' }], link }],
    [{ parts: [], link }],
  ]
  expect(writePassages(passages)).toEqual({ text: `„Öhm“\nMehr: ${link}\n\n${link}`, links: [link, link] })
})

test('what somebody wrote completes no address that our words begin, and has none of its own', () => {
  const { text, links } = writePassages([[{ parts: [{ words: 'https://' }, { text: 'boese.example/{list}' }] }]])
  expect(text).toBe(`https://${joint}boese.${joint}example/${joint}{list}`)
  expect(links).toEqual([])
})

test.each(['javascript:alert(1)', 'https://x y', 'https://ö.example', '/pfad'])('%s is no link', (wrong) => {
  expect(() => writePassages([[{ parts: [], link: wrong }]])).toThrow('a link in a mail')
})

test('the gap around passages closes when there are none', () => {
  expect(render('Vorher\n\n{list}\n\nNachher', []).body).toBe('Vorher\n\nNachher\n')
  expect(render('{list}\n\n{list}\n\nNachher', []).body).toBe('Nachher\n')
  expect(render('Vorher\n\n{list}\n\nNachher', [[{ parts: [{ words: 'Da' }] }]]).body).toBe('Vorher\n\nDa\n\nNachher\n')
  expect(render('Siehe {list}, bitte', []).body).toBe('Siehe , bitte\n')
})

test('passages are given as such, and nothing else is', () => {
  expect(() => renderMail({ subject: 'x', body: '{list}' }, kinds, { list: 'Text' }, 'de')).toThrow('passages')
})

test('the links of passages are those of the mail', () => {
  expect(render(`{list}\n\n{list}`, [[{ parts: [], link }]]).links).toEqual([link])
})
