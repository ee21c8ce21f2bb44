import { expect, test } from 'vitest'
import { judgeFailure, replyLine, type SmtpFailure } from './failure.ts'

const reply = (responseCode: number, command: string, text = 'no'): SmtpFailure => ({
  code: 'EPROTOCOL',
  command,
  responseCode,
  response: `${responseCode} ${text}`,
})
const later = (problem: string, isForAll: boolean) => ({ kind: 'later', problem, isForAll })

test.each<[SmtpFailure, boolean, object]>([
  [reply(550, 'RCPT TO', '5.1.1 unknown'), false, { kind: 'bounced', reply: '550 5.1.1 unknown' }],
  [reply(550, 'RCPT TO'), false, { kind: 'bounced' }],
  [reply(550, 'RCPT TO', '5.7.1 blocked'), false, { kind: 'refused', problem: 'refused' }],
  [reply(450, 'RCPT TO'), false, later('busy', false)],
  [reply(452, 'MAIL FROM'), false, later('busy', true)],
  [reply(553, 'MAIL FROM'), false, { kind: 'refused' }],
  [reply(535, 'AUTH PLAIN'), false, later('login', true)],
  [reply(454, 'AUTH LOGIN'), false, later('login', true)],
  [reply(554, 'CONN'), false, later('busy', true)],
  [reply(421, 'EHLO'), false, later('busy', true)],
  // An answer is an answer, also after everything was handed over.
  [reply(451, 'DATA'), true, later('busy', false)],
  [reply(554, 'DATA'), true, { kind: 'refused' }],
  [{ code: 'ETIMEDOUT', command: 'CONN' }, false, later('timeout', true)],
  [{ code: 'ETIMEDOUT', command: 'CONN' }, true, { kind: 'unknown', problem: 'timeout' }],
  [{ code: 'ECONNECTION', command: 'CONN' }, true, { kind: 'unknown', problem: 'interrupted' }],
  [{ code: 'ESOCKET', command: 'CONN' }, false, later('unreachable', true)],
  [{ code: 'EDNS' }, false, later('unreachable', true)],
  [{ code: 'ETLS', command: 'STARTTLS' }, false, later('tls', true)],
  [{ code: 'EMESSAGE', command: 'MAIL FROM' }, false, { kind: 'refused' }],
  [{}, false, later('unreachable', true)],
])('%j, handed over: %s', (failure, isHandedOver, delivery) => {
  expect(judgeFailure(failure, isHandedOver)).toMatchObject(delivery)
})

test.each([
  ['550-5.1.1 The account\r\n550 5.1.1 does not exist', '550-5.1.1 The account 550 5.1.1 does not exist'],
  ['250 ok\u0000\u2028\u202e!', '250 ok !'],
  ['x'.repeat(1_000), 'x'.repeat(300)],
  ['  \r\n', null],
  [undefined, null],
])('what a server says fits into one line', (response, line) => expect(replyLine(response)).toBe(line))
