import { describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { bytes, chunk, png } from '../../../../test/pictures.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { readPublicationStamp } from '../../../platform/database/publication.ts'
import type { FileStore } from '../../../platform/files/store.ts'
import { addImage, changeImage, removeImage } from './commands.ts'
import { findImage, findImageType, listImages, listImageUses, mapPictures } from './queries.ts'
import { imageForm } from './schema.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'bilder')
const scope = { seriesId: edition.seriesId }
const foreign = { seriesId: (await addEdition(db, 'fremd')).seriesId }
const ctx = createContext(db, systemActor)

function memory(): FileStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    save: async (name, content) => void kept.set(name, content),
    read: async (name) => (kept.get(name) as Uint8Array<ArrayBuffer>) ?? null,
    remove: async (name) => void kept.delete(name),
  }
}
const files = memory()
const form = (more: object = {}) => imageForm.parse({ name: 'Saal', alternative: { de: 'Der Saal' }, ...more })

async function add(): Promise<string> {
  const added = await addImage(ctx, files, scope, form(), png(4, 3))
  if (added.kind === 'refused') throw new Error(added.problem)
  return added.id
}

describe('a picture', () => {
  test('is kept without what it tells of its maker, with its measures', async () => {
    const sent = png(4, 3, chunk('tEXt', bytes('Author\0Ida')))
    const added = await addImage(ctx, files, scope, form({ credit: 'Ida Öhm', licence: 'CC BY 4.0' }), sent)
    const id = added.kind === 'saved' ? added.id : ''
    expect(files.kept.get(id)).toEqual(png(4, 3))
    const image = { type: 'image/png', width: 4, height: 3, bytes: png(4, 3).length, credit: 'Ida Öhm' }
    expect(await findImage(db, scope, id)).toMatchObject(image)
    expect(await findImageType(db, id)).toBe('image/png')
    expect((await mapPictures(db, [id, 'img_unknown']))[id]).toMatchObject({ alternative: { de: 'Der Saal' } })
  })

  test('that is none is not kept', async () => {
    const before = files.kept.size
    expect(await addImage(ctx, files, scope, form(), bytes('<svg/>'))).toEqual({
      kind: 'refused',
      problem: 'unsupported',
    })
    expect(files.kept.size).toBe(before)
  })

  test('whose record cannot be written leaves no bytes behind', async () => {
    const before = files.kept.size
    await expect(addImage(ctx, files, { seriesId: 'srs_x' }, form(), png(4, 3))).rejects.toThrow()
    expect(files.kept.size).toBe(before)
  })

  test('whose bytes cannot be kept has no record', async () => {
    const full = { ...memory(), save: () => Promise.reject(new Error('no space left')) }
    const before = (await listImages(db, scope)).length
    await expect(addImage(ctx, full, scope, form(), png(4, 3))).rejects.toThrow('no space left')
    expect(await listImages(db, scope)).toHaveLength(before)
  })

  test('is described anew wherever it is shown', async () => {
    const id = await add()
    const before = await readPublicationStamp(db)
    expect(await changeImage(ctx, scope, id, form({ alternative: { en: 'The hall' } }), 1)).toEqual({ kind: 'saved' })
    expect((await mapPictures(db, [id]))[id]?.alternative).toEqual({ en: 'The hall' })
    expect(await readPublicationStamp(db)).toBe(before + 1)
    expect(await changeImage(ctx, scope, id, form(), 1)).toEqual({ kind: 'conflict' })
  })

  test('without a description cannot even be stored by hand', async () => {
    const row = {
      id: newId('image'),
      series_id: scope.seriesId,
      name: 'x',
      media_type: 'image/png' as const,
      sha256: 'x',
    }
    const measures = { width: 1, height: 1, bytes: 1 }
    for (const alternative of [{}, { de: '' }])
      await expect(
        db
          .insertInto('images')
          .values({ ...row, ...measures, alternative })
          .execute(),
      ).rejects.toThrow('check')
  })

  test('of another series is not there', async () => {
    const id = await add()
    expect(await findImage(db, foreign, id)).toBeNull()
    await expect(changeImage(ctx, foreign, id, form())).rejects.toThrow('image.not_found')
    await expect(removeImage(ctx, files, foreign, id)).rejects.toThrow('image.not_found')
    expect(files.kept.has(id)).toBe(true)
  })

  test('goes with its bytes once no text shows it', async () => {
    const id = await add()
    const text = { de: `![](bild:${id})` }
    const about = { edition_id: edition.id, title: { de: 'Rückblick' }, body: text }
    await db
      .insertInto('recaps')
      .values({ id: 'rec_1', ...about })
      .execute()
    await db.updateTable('editions').set({ description: text }).where('id', '=', edition.id).execute()
    await addSessions(db, edition, [{ title: 'Mit Bild', abstract: text.de }])
    expect((await listImageUses(db, scope, id)).map(({ kind, title }) => [kind, title])).toEqual([
      ['edition', 'Tagung bilder'],
      ['recap', 'Rückblick'],
      ['session', 'Mit Bild'],
    ])
    expect(await removeImage(ctx, files, scope, id)).toEqual({ kind: 'in-use' })
    await db.deleteFrom('recaps').execute()
    await db.deleteFrom('sessions').execute()
    await db.updateTable('editions').set({ description: {} }).where('id', '=', edition.id).execute()
    expect(await removeImage(ctx, files, scope, id, 7)).toEqual({ kind: 'conflict' })
    expect(await removeImage(ctx, files, scope, id, 1)).toEqual({ kind: 'removed' })
    expect([files.kept.has(id), await findImageType(db, id)]).toEqual([false, null])
  })
})

test('who writes for one edition may add pictures to its series; others may not', async () => {
  const editor = createContext(db, withRole('editor', { seriesId: scope.seriesId, editionId: edition.id }))
  expect((await addImage(editor, files, scope, form(), png(4, 3))).kind).toBe('saved')
  await expect(addImage(editor, files, foreign, form(), png(4, 3))).rejects.toThrow('access.denied')
  const helper = createContext(db, withRole('helper', scope))
  await expect(addImage(helper, files, scope, form(), png(4, 3))).rejects.toThrow('access.denied')
  await expect(removeImage(helper, files, scope, 'img_x')).rejects.toThrow('access.denied')
})

test.each([
  [{}, false],
  [{ alternative: {} }, false],
  [{ alternative: { de: '' } }, false],
  [{ alternative: { en: 'Hall' } }, true],
])('a description of %j is enough: %j', (given, isEnough) => {
  expect(imageForm.safeParse({ name: 'Saal', ...given }).success).toBe(isEnough)
})
