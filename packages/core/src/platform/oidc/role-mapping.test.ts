import { expect, test } from 'vitest'
import { readIssuer, readRoleMapping } from './role-mapping.ts'

test('each entry names a value of the claim, a role and its place', () => {
  expect(readRoleMapping('admins=operator, it=series-organiser:it-fachtag,cn=a=b=finance:it-fachtag/2031')).toEqual([
    { value: 'admins', role: 'operator', series: null, edition: null },
    { value: 'it', role: 'series-organiser', series: 'it-fachtag', edition: null },
    { value: 'cn=a=b', role: 'finance', series: 'it-fachtag', edition: '2031' },
  ])
})

test.each([
  '',
  'admins',
  '=operator',
  'admins=',
  'admins=king',
  'admins=operator:it-fachtag',
  'it=series-organiser',
  'it=series-organiser:it-fachtag/2031',
  'it=finance:it-fachtag',
  'it=finance:it-fachtag/',
  'it=finance:IT/2031',
  'it=finance:it-fachtag/2031/x',
  'admins=operator,',
])('%j is refused', (text) => expect(readRoleMapping(text)).toBeUndefined())

test.each([
  ['https://login.stadt.de', true],
  ['https://login.stadt.de/realms/stadt', true],
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000/oidc', true],
  ['http://[::1]:4000', true],
  ['http://login.stadt.de', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://10.0.0.1', false],
  ['ftp://login.stadt.de', false],
  ['https://user@login.stadt.de', false],
  ['https://login.stadt.de?x', false],
  ['login.stadt.de', false],
])('%j can be an issuer: %s', (text, can) => expect(readIssuer(text)).toBe(can ? text : undefined))
