import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { FilesTable } from './schema/tables.ts'

export type StoredFile = FilesTable

/** What is known of an uploaded file; its bytes lie in a folder outside every web root, under its id. */
export async function insertFile({ kysely }: Database, file: StoredFile): Promise<void> {
  await kysely.insertInto('files').values(file).execute()
}

export async function filesOf({ kysely }: Database, ticketId: string): Promise<readonly StoredFile[]> {
  return kysely.selectFrom('files').selectAll().where('ticket_id', '=', ticketId).orderBy('uploaded_at').execute()
}

export async function filesOn({ kysely }: Database, office: string, date: LocalDate): Promise<readonly StoredFile[]> {
  return kysely.selectFrom('files').selectAll().where('office', '=', office).where('date', '=', date).execute()
}

export async function fileById({ kysely }: Database, id: string): Promise<StoredFile | undefined> {
  return kysely.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function removeFile({ kysely }: Database, id: string): Promise<void> {
  await kysely.deleteFrom('files').where('id', '=', id).execute()
}

/** Files of days before `before`. */
export async function filesBefore({ kysely }: Database, before: LocalDate): Promise<readonly StoredFile[]> {
  return kysely.selectFrom('files').selectAll().where('date', '<', before).execute()
}
