import { expect, test } from 'vitest'
import { readContributorFilter } from './contributor-filter.ts'

test.each([
  ['', {}],
  ['rolle=moderator&fehlt=any&teilnahme=remote', { role: 'moderator', lack: 'any', mode: 'remote' }],
  ['fehlt=consents', { lack: 'consents' }],
  ['rolle=king&fehlt=luck&teilnahme=telepathy', {}],
])('%s asks for %j', (query, filter) => expect(readContributorFilter(new URLSearchParams(query))).toEqual(filter))
