import { newToken } from '@fachtag/core/kernel/tokens'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { addSmallSeries } from '../../test/small-series.ts'
import { visit } from '../../test/visit.ts'
import { POST } from './[series]/[edition]/merkliste/zaehlen/+server.ts'

const { db } = await testDatabase()
await addSmallSeries(db)
const here = { series: 'fachtag', edition: '2031' }
const lists = () => db.selectFrom('bookmark_lists').select('session_ids').execute()

async function send(body: string, params = here, address = '192.0.2.1') {
  const event = visit({ db, address }, '/fachtag/2031/merkliste/zaehlen', params)
  const request = new Request(event.url, { method: 'POST', body })
  return (await POST({ ...event, request } as never)) as Response
}

beforeEach(async () => {
  await db.deleteFrom('bookmark_lists').execute()
})

describe('a selection that is sent to be counted', () => {
  test('is counted, and forgotten when it is empty', async () => {
    const token = newToken()
    expect(await (await send(JSON.stringify({ token, slugs: ['e-akte'] }))).json()).toEqual({ kind: 'counted' })
    expect(await lists()).toHaveLength(1)
    expect(await (await send(JSON.stringify({ token, slugs: [] }))).json()).toEqual({ kind: 'forgotten' })
    expect(await lists()).toEqual([])
  })

  test.each([
    ['no JSON', 'x'],
    ['no token', '{"slugs":["e-akte"]}'],
    ['a token that is none', '{"token":"ida","slugs":["e-akte"]}'],
    ['a name beside it', `{"token":"${newToken()}","slugs":[],"name":"Ida"}`],
    ['more than anybody marks', JSON.stringify({ token: newToken(), slugs: Array(201).fill('e-akte') })],
  ])('as %s is refused', async (_, body) => {
    await expect(send(body)).rejects.toMatchObject({ status: 400 })
    expect(await lists()).toEqual([])
  })

  test.each([
    ['not public', '2032'],
    ['not there', '1999'],
  ])('for an edition that is %s finds nothing', async (_, edition) => {
    const body = JSON.stringify({ token: newToken(), slugs: ['e-akte'] })
    await expect(send(body, { ...here, edition })).rejects.toMatchObject({ status: 404 })
  })

  test('is refused when one address sends thousands', async () => {
    const many = Array.from({ length: 3_001 }, () => send('x', here, '192.0.2.7').catch(({ status }) => status))
    expect(new Set((await Promise.all(many)).slice(0, 3_000))).toEqual(new Set([400]))
    await expect(send('x', here, '192.0.2.7')).rejects.toMatchObject({ status: 429 })
  })
})
