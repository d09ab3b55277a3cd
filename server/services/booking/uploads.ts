import { createReadStream, existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import { MOST_FILES } from '../../../shared/ticket/scans.ts'
import type { Database } from '../../store/open/database.ts'
import { fileById, filesBefore, filesOf, insertFile, removeFile, type StoredFile } from '../../store/files.ts'
import type { OwnTickets } from './own-tickets.ts'
import { createShelf, keptName } from '../files/shelf.ts'
import { randomId, type Sealer } from '../identity/secrets.ts'

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
  const shelf = createShelf(deps.folder)

  async function mine(token: string): Promise<{ id: string; office: string; date: LocalDate; ticket: OwnTicket }> {
    const { id, office, date } = await own.opened(token, 'act')
    return { id, office, date, ticket: await own.byToken(token) }
  }

  function dispose(file: StoredFile): Promise<void> {
    shelf.drop(file.id)
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
      const type = shelf.typeOf(bytes)
      const id = randomId()
      const shown = deps.names.seal(keptName(name))
      const file: StoredFile = {
        id,
        ticket_id: ticketId,
        office,
        date,
        name: shown,
        type,
        bytes: bytes.length,
        uploaded_at: deps.now(),
      }
      // Known before its bytes are on disk: a process that dies in between leaves no scan that nobody would delete.
      await insertFile(db, file)
      try {
        if ((await filesOf(db, ticketId)).length > MOST_FILES)
          throw new AppError('TOO_MANY_FILES', { most: MOST_FILES })
        await shelf.put(id, bytes)
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
      if (!file || file.office !== office || !existsSync(shelf.placeOf(file.id))) throw new AppError('NOT_FOUND')
      return { type: file.type, bytes: file.bytes, stream: createReadStream(shelf.placeOf(file.id)) }
    },

    async sweep(today) {
      const old = await filesBefore(db, today)
      for (const file of old) await dispose(file)
      return old.length
    },
  }
}
