import { createReadStream, existsSync, mkdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import { FILE_LIMIT, MOST_FILES } from '../../../shared/ticket/scans.ts'
import type { Database } from '../../store/open/database.ts'
import { fileById, filesBefore, filesOf, insertFile, removeFile, type StoredFile } from '../../store/files.ts'
import type { OwnTickets } from './own-tickets.ts'
import { randomId, type Sealer } from '../identity/secrets.ts'

/** What a file is, by its first bytes; its name and what a browser says of it prove nothing. */
const KINDS: readonly { readonly type: string; readonly starts: readonly number[] }[] = [
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
]

/** Scans that a booker sends beforehand; outside every web root, gone after the service day. */
export interface Uploads {
  /** Throws `TICKET_UNKNOWN` unless the link is a holder's. */
  mustBeHolder(token: string): Promise<void>
  /** Throws what `add` would, for whoever may send no file now. */
  expect(token: string): Promise<void>
  add(token: string, name: string, bytes: Uint8Array): Promise<void>
  remove(token: string, file: string): Promise<void>
  /** For the desk of the same office. */
  read(office: string, file: string): Promise<{ type: string; bytes: number; stream: Readable }>
  /** Deletes files of days before `today`; gives how many. */
  sweep(today: LocalDate): Promise<number>
}

export function createUploads(deps: {
  db: Database
  folder: string
  own: OwnTickets
  names: Sealer
  now: () => Instant
}): Uploads {
  const { db, own } = deps
  // An id is 22 signs of a URL-safe alphabet and never comes from outside, so no path can leave the folder.
  const placeOf = (id: string) => path.join(deps.folder, id)

  async function mine(token: string): Promise<{ id: string; office: string; date: LocalDate; ticket: OwnTicket }> {
    const { id, office, date } = await own.opened(token, 'act')
    return { id, office, date, ticket: await own.byToken(token) }
  }

  async function write(place: string, bytes: Uint8Array): Promise<void> {
    mkdirSync(deps.folder, { recursive: true, mode: 0o700 })
    const handle = await open(place, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  function dispose(file: StoredFile): Promise<void> {
    rmSync(placeOf(file.id), { force: true })
    return removeFile(db, file.id)
  }

  /** The ticket of somebody who may send scans now. */
  async function sender(token: string) {
    const { ticket, ...found } = await mine(token)
    if (!ticket.mayUpload) throw new AppError('TICKET_STATE', { state: ticket.ticket.state })
    return { ...found, sent: ticket.files.length }
  }

  return {
    async mustBeHolder(token) {
      await own.opened(token, 'act')
    },

    async expect(token) {
      const { sent } = await sender(token)
      if (sent >= MOST_FILES) throw new AppError('TOO_MANY_FILES', { most: MOST_FILES })
    },

    async add(token, name, bytes) {
      const { id: ticketId, office, date } = await sender(token)
      if (bytes.length > FILE_LIMIT.mostBytes) throw new AppError('BODY_TOO_LARGE', FILE_LIMIT)
      const kind = KINDS.find(k => k.starts.every((byte, i) => bytes[i] === byte))
      if (!kind) throw new AppError('UNSUPPORTED_MEDIA')
      const id = randomId()
      const shown = deps.names.seal(name.replace(/[^\p{L}\p{N} ._-]/gu, '').slice(0, 80) || 'berkas')
      const file: StoredFile = {
        id,
        ticket_id: ticketId,
        office,
        date,
        name: shown,
        type: kind.type,
        bytes: bytes.length,
        uploaded_at: deps.now(),
      }
      // Known before its bytes are on disk: a process that dies in between leaves no scan that nobody would delete.
      await insertFile(db, file)
      try {
        if ((await filesOf(db, ticketId)).length > MOST_FILES)
          throw new AppError('TOO_MANY_FILES', { most: MOST_FILES })
        await write(placeOf(id), bytes)
      } catch (error) {
        await dispose(file)
        throw error
      }
    },

    async remove(token, fileId) {
      const { id } = await mine(token)
      const file = await fileById(db, fileId)
      if (!file || file.ticket_id !== id) throw new AppError('NOT_FOUND')
      await dispose(file)
    },

    async read(office, fileId) {
      const file = await fileById(db, fileId)
      if (!file || file.office !== office || !existsSync(placeOf(file.id))) throw new AppError('NOT_FOUND')
      return { type: file.type, bytes: file.bytes, stream: createReadStream(placeOf(file.id)) }
    },

    async sweep(today) {
      const old = await filesBefore(db, today)
      for (const file of old) await dispose(file)
      return old.length
    },
  }
}
