import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the list lies in the folder of the data, beside the database and not within it. */
export const erasureListName = 'erasures.txt'

const mark = /^[0-9a-f]{64}$/

/** The marks of everybody who was ever erased on this installation; none where there is no list yet. Lines that are no mark are left out. */
export async function readErasureList(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, erasureListName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').filter((line) => mark.test(line))
}

/** Adds `marks` to the list. They are on the disk when this answers. */
export async function appendErasureList(folder: string, marks: readonly string[]): Promise<void> {
  if (marks.length === 0) return
  await mkdir(folder, { recursive: true })
  const file = await open(join(folder, erasureListName), 'a', 0o600)
  try {
    await file.appendFile(marks.map((line) => `${line}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}
