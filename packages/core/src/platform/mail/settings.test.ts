import { describe, expect, test } from 'vitest'
import { readSettings } from '../config/read.ts'
import { openMailer, originOf } from './open.ts'
import { readSender } from './sender.ts'
import { readMailServer } from './server-address.ts'

describe('the address of a mail server', () => {
  const login = { user: 'fach tag', password: 'p@ss:wört' }

  test.each<[string, object]>([
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, encryption: 'starttls', login: null }],
    ['smtp://mail.example.org:25', { port: 25, encryption: 'starttls' }],
    ['smtps://mail.example.org/', { port: 465, encryption: 'implicit' }],
    ['smtps://mail.example.org:8465', { port: 8465, encryption: 'implicit' }],
    ['smtp://127.0.0.1', { host: '127.0.0.1', port: 25, encryption: 'none' }],
    ['smtp://localhost:1025', { port: 1025, encryption: 'none' }],
    ['smtp://[::1]', { host: '::1', port: 25, encryption: 'none' }],
    ['smtp://relay.intern?tls=no', { host: 'relay.intern', port: 25, encryption: 'none' }],
    ['smtp://fach%20tag:p%40ss%3Aw%C3%B6rt@mail.example.org', { encryption: 'starttls', login }],
    ['smtps://fach%20tag:p%40ss%3Aw%C3%B6rt@mail.example.org', { encryption: 'implicit', login }],
    ['smtp://fach%20tag:p%40ss%3Aw%C3%B6rt@localhost', { encryption: 'none', login }],
  ])('%s', (text, server) => expect(readMailServer(text)).toMatchObject(server))

  test.each([
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://user:password@relay.intern?tls=no',
    'smtps://mail.example.org?tls=no',
    'smtp://mail.example.org?tls=maybe',
    'smtp://mail.example.org/path',
    'smtp://mail.example.org#x',
    'smtp://user:%zz@mail.example.org',
  ])('%s is none', (text) => expect(readMailServer(text)).toBeUndefined())
})

test.each([
  ['fachtag@example.org', { name: null, address: 'fachtag@example.org' }],
  ['IT-Fachtag <fachtag@example.org>', { name: 'IT-Fachtag', address: 'fachtag@example.org' }],
  ['"Büro, IT-Fachtag" <fachtag@example.org>', { name: 'Büro, IT-Fachtag', address: 'fachtag@example.org' }],
  ['<fachtag@example.org>', { name: null, address: 'fachtag@example.org' }],
  ['IT-Fachtag', undefined],
  ['a@b.example <fachtag@example.org>', undefined],
  ['IT-Fachtag <fachtag>', undefined],
  ['a <b@c.example>, d <e@f.example>', undefined],
])('mail comes from %s', (text, sender) => expect(readSender(text)).toEqual(sender))

describe('what the settings make of mail', () => {
  const settings = (env: NodeJS.ProcessEnv) => readSettings({ ORIGIN: 'https://fachtag.example', ...env })
  const from = { MAIL_FROM: 'fachtag@example.org' }
  // No mailer speaks to the database before it delivers something.
  const db = undefined as never

  test.each<[NodeJS.ProcessEnv, boolean, string]>([
    [{}, false, 'none'],
    [from, false, 'none'],
    [{ ...from, SMTP_URL: 'smtp://mail.example.org' }, false, 'smtp'],
    [{ ...from, SMTP_URL: 'smtp://mail.example.org' }, true, 'mailbox'],
    [{}, true, 'mailbox'],
  ])('%j, shown: %s → %s', (env, isShown, kind) => {
    expect(openMailer(settings(env), db, isShown)).toMatchObject({ kind, origin: 'https://fachtag.example' })
  })

  test('a server without a sender is refused at the start', () => {
    expect(() => openMailer(settings({ SMTP_URL: 'smtp://mail.example.org' }), db, false)).toThrow('mail.no_sender')
  })

  test('a password never shows in what is said about a setting', () => {
    const wrong = () => settings({ SMTP_URL: 'smtp://user:geheim@relay.intern?tls=no' })
    expect(wrong).toThrow('SMTP_URL')
    expect(wrong).not.toThrow('geheim')
  })

  test('without mail to send, sending is a fault', async () => {
    await expect(openMailer(settings({}), db, false).deliver(undefined as never)).rejects.toThrow('sends no mail')
  })
})

test.each([
  [{ origin: 'https://fachtag.example', host: '0.0.0.0', port: 80 }, 'https://fachtag.example'],
  [{ origin: null, host: '127.0.0.1', port: 3000 }, 'http://127.0.0.1:3000'],
  [{ origin: null, host: '::1', port: 3000 }, 'http://[::1]:3000'],
])('links of %j begin with %s', (settings, origin) => expect(originOf(settings)).toBe(origin))
