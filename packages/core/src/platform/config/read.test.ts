import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../kernel/errors.ts'
import { readSettings } from './read.ts'
import { settings } from './settings.ts'

function namesOfError(env: NodeJS.ProcessEnv): unknown {
  try {
    readSettings(env)
  } catch (error) {
    return error instanceof DomainError && error.code === 'settings.invalid' ? error.params.names : error
  }
  return 'nothing wrong'
}

describe('settings', () => {
  test('an empty environment gives the documented defaults', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      origin: null,
      data: resolve('data'),
      databaseUrl: null,
      databaseConnections: 10,
      mailServer: null,
      mailFrom: null,
      oidcIssuer: null,
      oidcClientId: null,
      oidcClientSecret: null,
      oidcName: null,
      oidcRoleClaim: null,
      oidcRoles: null,
      trustProxy: 0,
      migrate: true,
      worker: true,
      logLevel: 'info',
    })
  })

  test.each([
    [{ PORT: '0' }, 'port', 0],
    [{ PORT: ' 8080 ' }, 'port', 8080],
    [{ PORT: '' }, 'port', 3000],
    [{ HOST: '::1' }, 'host', '::1'],
    [{ ORIGIN: 'https://fachtag.example.org/' }, 'origin', 'https://fachtag.example.org'],
    [{ FACHTAG_WORKER: 'nein' }, 'worker', false],
    [{ LOG_LEVEL: 'WARN' }, 'logLevel', 'warn'],
    [{ TRUST_PROXY: '2' }, 'trustProxy', 2],
    [
      { DATABASE_URL: 'postgresql:///fachtag?host=/run/postgresql' },
      'databaseUrl',
      'postgresql:///fachtag?host=/run/postgresql',
    ],
  ] as const)('%o gives %s %s', (env, name, value) => {
    expect(readSettings(env)[name]).toBe(value)
  })

  test.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '3000x' }, 'PORT'],
    [{ HOST: 'http://localhost' }, 'HOST'],
    [{ ORIGIN: 'fachtag.example.org' }, 'ORIGIN'],
    [{ ORIGIN: 'https://example.org/fachtag' }, 'ORIGIN'],
    [{ ORIGIN: 'ftp://example.org' }, 'ORIGIN'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
    [{ DATABASE_CONNECTIONS: '1' }, 'DATABASE_CONNECTIONS'],
    [{ FACHTAG_MIGRATE: 'perhaps' }, 'FACHTAG_MIGRATE'],
    [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
    [{ OIDC_ISSUER: 'http://login.example.org' }, 'OIDC_ISSUER'],
    [{ OIDC_ROLES: 'admins=king' }, 'OIDC_ROLES'],
    [{ OIDC_NAME: 'a\nb' }, 'OIDC_NAME'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ PORT: 'x', LOG_LEVEL: 'loud' }, 'PORT, LOG_LEVEL'],
  ])('%o is refused and named', (env, names) => {
    expect(namesOfError(env)).toBe(names)
  })

  test('an error never repeats a value, which may be a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://root:secret@host' })).not.toThrow(/secret/)
  })

  test('every setting is explained in both languages and has a variable of its own', () => {
    const all = Object.values(settings)
    expect(new Set(all.map((setting) => setting.env)).size).toBe(all.length)
    for (const { meaning, expects } of all) {
      expect([meaning.de, meaning.en, expects.de, expects.en].every(Boolean)).toBe(true)
    }
  })
})
