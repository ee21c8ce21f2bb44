import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { exif, jpeg } from '../../../../test/photographs.ts'
import { bytes, png } from '../../../../test/pictures.ts'
import { addSessions } from '../../../../test/programme.ts'
import { addWorkplaces, hear, whoMay } from '../../../../test/workplaces.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { openFolder } from '../../../platform/files/store.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { addImage, changeImage, removeImage } from './commands.ts'
import { findImage, findImageType, listImages, listImageUses, mapPictures } from './queries.ts'
import { imageForm } from './schema.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, foreign } = places
const system = createContext(db, systemActor)
const folder = await mkdtemp(join(tmpdir(), 'fachtag-images-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const files = openFolder(folder)
const kept = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('img_'))

const form = (more: object = {}) => imageForm.parse({ name: 'Saal', alternative: { de: 'Der große Saal' }, ...more })
async function add(sent: Uint8Array = png(4, 3), scope = own): Promise<string> {
  const added = await addImage(system, files, scope, form(), sent)
  if (added.kind !== 'saved') throw new Error(added.problem)
  return added.id
}

describe('a picture', () => {
  test('is kept without what its camera knew, and described as it was typed', async () => {
    const photograph = jpeg(40, 30, exif(6, 'MM', 'GEHEIM'))
    const given = form({ alternative: { de: 'Podium', en: 'Panel' }, credit: 'Ida Öhm', licence: 'CC BY 4.0' })
    const added = await addImage(system, files, own, given, photograph)
    const { id } = added as { id: string }
    const stored = await files.read(id)
    expect(Buffer.from(stored!).toString('latin1')).not.toContain('GEHEIM')
    expect(await findImage(db, own, id)).toEqual({
      id,
      revision: 1,
      type: 'image/jpeg',
      width: 30,
      height: 40,
      bytes: stored!.length,
      ...given,
    })
    const sha256 = createHash('sha256').update(stored!).digest('hex')
    expect(await db.selectFrom('images').select('sha256').where('id', '=', id).execute()).toEqual([{ sha256 }])
    expect(await findImageType(db, id)).toBe('image/jpeg')
  })

  test.each([
    ['that is none', bytes('<svg/>'), 'unsupported'],
    ['that ends too early', png(4, 3).slice(0, 30), 'damaged'],
    ['that is too large', png(20_000, 20_000), 'too_large'],
  ])('%s leaves nothing behind', async (_, sent, problem) => {
    const before = await kept()
    expect(await addImage(system, files, own, form(), sent)).toEqual({ kind: 'refused', problem })
    expect(await kept()).toEqual(before)
  })

  test('that cannot be recorded leaves no bytes behind', async () => {
    const before = await kept()
    const nowhere = { seriesId: 'srs_none' }
    await expect(addImage(system, files, nowhere, form(), png(4, 3))).rejects.toThrow('foreign key')
    expect(await kept()).toEqual(before)
  })

  test('is described anew wherever it is shown', async () => {
    const id = await add()
    const told = await hear(db, systemActor, (ctx) =>
      changeImage(ctx, own, id, form({ alternative: { en: 'The hall' }, credit: 'Bo Berg' }), 1),
    )
    expect([told.answer, told.touched]).toEqual([{ kind: 'saved' }, 1])
    expect(await mapPictures(db, [id, 'img_none'])).toEqual({
      [id]: { id, width: 4, height: 3, alternative: { en: 'The hall' }, credit: 'Bo Berg', licence: null },
    })
  })

  test('that somebody else has described meanwhile stays as it is', async () => {
    const id = await add()
    await changeImage(system, own, id, form({ name: 'Von ihr' }), 1)
    expect(await changeImage(system, own, id, form({ name: 'Von ihm' }), 1)).toEqual({ kind: 'conflict' })
    expect(await removeImage(system, files, own, id, 1)).toEqual({ kind: 'conflict' })
    expect(await findImage(db, own, id)).toMatchObject({ name: 'Von ihr' })
    expect(await files.read(id)).not.toBeNull()
  })

  test('of another series is neither listed, changed nor deleted', async () => {
    const id = await add()
    expect(await findImage(db, foreign, id)).toBeNull()
    expect(await listImages(db, foreign)).toEqual([])
    await expect(changeImage(system, foreign, id, form())).rejects.toThrow('image.not_found')
    await expect(removeImage(system, files, foreign, id)).rejects.toThrow('image.not_found')
    expect(await files.read(id)).not.toBeNull()
  })

  test('that no text shows goes with its bytes', async () => {
    const id = await add()
    expect(await removeImage(system, files, own, id, 1)).toEqual({ kind: 'removed' })
    expect([await findImage(db, own, id), await files.read(id), await findImageType(db, id)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('is the business of everybody who writes for an edition of the series', async () => {
    const writers = ['programme', 'editor', 'programme of the sister', 'editor of the sister'] as const
    const [programme, editor, ...sisters] = writers
    const may = ['system', 'operator', 'series-organiser', programme, editor, ...sisters]
    expect(await whoMay(db, places, (ctx) => changeImage(ctx, own, 'none', form()))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => removeImage(ctx, files, own, 'none'))).toEqual(may)
    const series = { seriesId: own.seriesId }
    expect(await whoMay(db, places, (ctx) => addImage(ctx, files, series, form(), bytes('none')))).toEqual(may)
  })
})

/** A text of each kind that can show a picture. */
const shownBy: Record<string, (text: string) => Promise<unknown>> = {
  'series: Reihe 2031': (de) =>
    db.updateTable('series').set({ description: { de } }).where('id', '=', own.seriesId).execute(),
  'edition: Tagung 2031': (en) =>
    db.updateTable('editions').set({ description: { en } }).where('id', '=', own.editionId).execute(),
  'edition: Tagung 2032': async (de) => {
    await db
      .insertInto('venues')
      .values({ id: newId('venue'), city: 'Leipzig', directions: { de } })
      .execute()
    const venue_id = db.selectFrom('venues').select('id').limit(1)
    await db.updateTable('editions').set({ venue_id }).where('slug', '=', '2032').execute()
  },
  'news: Meldung': (de) =>
    db
      .insertInto('news')
      .values({ id: newId('news'), series_id: own.seriesId, slug: 'a', title: { de: 'Meldung' }, body: { de } })
      .execute(),
  'recap: Bericht': (de) =>
    db
      .insertInto('recaps')
      .values({
        id: newId('recap'),
        edition_id: own.editionId,
        title: { en: 'Bericht' },
        body: { de: '' },
        conclusion: { de },
      })
      .execute(),
  'session: Vortrag': async (description) => {
    const edition = { id: own.editionId, seriesId: own.seriesId, slug: '2031' }
    const [id] = await addSessions(db, edition, [{ title: 'Vortrag' }])
    await db.updateTable('sessions').set({ description }).where('id', '=', id!).execute()
  },
}

describe('a picture that is shown', () => {
  test.each(Object.entries(shownBy))('by %s stays', async (use, show) => {
    const id = await add()
    await show(`Davor ![](bild:${id}) danach`)
    expect((await listImageUses(db, own, id)).map(({ kind, title }) => `${kind}: ${title}`)).toEqual([use])
    expect(await removeImage(system, files, own, id)).toEqual({ kind: 'in-use' })
    expect(await files.read(id)).not.toBeNull()
  })

  test('by the public programme stays, also when the draft no longer shows it', async () => {
    const id = await add()
    const edition = { id: own.editionId, seriesId: own.seriesId, slug: '2031' }
    const [session] = await addSessions(db, edition, [{ title: 'Öffentlich', abstract: `![](bild:${id})` }])
    await publishRelease(system, { editionId: own.editionId })
    expect(await listImageUses(db, own, id)).toHaveLength(1)
    await db.updateTable('sessions').set({ abstract: 'Ohne Bild' }).where('id', '=', session!).execute()
    expect(await removeImage(system, files, own, id)).toEqual({ kind: 'in-use' })
    await publishRelease(system, { editionId: own.editionId })
    expect(await removeImage(system, files, own, id)).toEqual({ kind: 'removed' })
  })
})

test.each([
  [{ alternative: {} }, 'alternative'],
  [{ alternative: { de: '' } }, 'alternative'],
  [{ name: '' }, 'name'],
])('the form refuses %j', (more, field) => {
  const given = { name: 'Saal', alternative: { de: 'Saal' }, ...more }
  expect(imageForm.safeParse(given).error?.issues[0]?.path).toEqual([field])
})

test('pictures are listed, the newest first, and shown with one query each', async () => {
  const [first, second] = [await add(png(1, 1), foreign), await add(png(2, 2), foreign)]
  expect((await listImages(db, foreign)).map(({ id }) => id)).toEqual([second, first])
  expect(await countQueries(db, (counted) => listImages(counted, foreign))).toBe(1)
  expect(await countQueries(db, (counted) => mapPictures(counted, [first, second]))).toBe(1)
  expect(await countQueries(db, (counted) => mapPictures(counted, []))).toBe(0)
})
