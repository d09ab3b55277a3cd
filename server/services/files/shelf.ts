import { mkdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/kit/errors.ts'
import { FILE_LIMIT } from '../../../shared/ticket/scans.ts'

/** What a file is, by its first bytes; its name and what a browser says of it prove nothing. */
const KINDS: readonly { readonly type: string; readonly starts: readonly number[] }[] = [
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
]

/** Files that people send, in a folder outside every web root. */
export interface Shelf {
  /** The kind of a file of at most `FILE_LIMIT`; throws `BODY_TOO_LARGE`, and `UNSUPPORTED_MEDIA` for anything but a picture or a PDF. */
  typeOf(bytes: Uint8Array): string
  /** On disk once this resolves. */
  put(id: string, bytes: Uint8Array): Promise<void>
  placeOf(id: string): string
  /** Also where there is none. */
  drop(id: string): void
}

export function createShelf(folder: string): Shelf {
  // An id is 22 signs of a URL-safe alphabet and never comes from outside, so no path can leave the folder.
  const placeOf = (id: string) => path.join(folder, id)
  return {
    typeOf(bytes) {
      if (bytes.length > FILE_LIMIT.mostBytes) throw new AppError('BODY_TOO_LARGE', FILE_LIMIT)
      const kind = KINDS.find(k => k.starts.every((byte, i) => bytes[i] === byte))
      if (!kind) throw new AppError('UNSUPPORTED_MEDIA')
      return kind.type
    },
    async put(id, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const handle = await open(placeOf(id), 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    placeOf,
    drop: id => rmSync(placeOf(id), { force: true }),
  }
}

/** The name of a file as it is kept and shown: letters, numbers and little else. */
export function keptName(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 80) || 'berkas'
}
