import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where files lie that are not in the database. Names are ids of ours. */
export type FileStore = {
  /** Keeps `bytes` under `name`; when it answers, they are on the disk. */
  save(name: string, bytes: Uint8Array): Promise<void>
  /** The bytes under `name`; null where there are none. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Forgets what is under `name`, if anything is. */
  remove(name: string): Promise<void>
}

const idPattern = /^[a-z]{3}_[0-9a-z]{26}$/

/** A path cannot be made from anything but an id: no name leads out of the folder. */
function placeOf(folder: string, name: string): { readonly folder: string; readonly path: string } {
  if (!idPattern.test(name)) throw new Error('the name of a file is an id')
  const own = join(folder, name.slice(-2))
  return { folder: own, path: join(own, name) }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files in `folder` of this machine: each written beside its place, synced, and then moved there, so that none is ever half. */
export function openFolder(folder: string): FileStore {
  return {
    async save(name, bytes) {
      const place = placeOf(folder, name)
      await mkdir(place.folder, { recursive: true, mode: 0o700 })
      const passing = `${place.path}.${randomBytes(6).toString('hex')}`
      try {
        await writeWhole(passing, bytes)
        await rename(passing, place.path)
      } catch (error) {
        await rm(passing, { force: true })
        throw error
      }
      await syncFolder(place.folder)
      await syncFolder(folder)
    },
    async read(name) {
      try {
        return new Uint8Array(await readFile(placeOf(folder, name).path))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (name) => rm(placeOf(folder, name).path, { force: true }),
  }
}
