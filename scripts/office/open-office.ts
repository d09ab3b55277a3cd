import path from 'node:path'
import { officeKey } from '../../server/compose/office-key.ts'
import { compose, type Program } from '../../server/compose/compose.ts'
import { readConfig } from '../../server/config.ts'
import type { Web } from '../../server/http/pages/pages.ts'
import { makeFolder } from '../../server/store/open/folder.ts'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'

/** No screen is served. */
const NO_WEB: Web = {
  page: async () => '',
  file: async () => undefined,
  bookingAssets: async () => ({ styles: [] }),
  ticketAssets: async () => ({ styles: [] }),
  homeAssets: async () => ({ styles: [] }),
  ikmAssets: async () => ({ styles: [] }),
  inAssets: async () => ({ script: '', styles: [] }),
}

/** The program on the data of a folder, and the address under which its server is reached. */
export type OpenedOffice = Program & { readonly origin: string }

/** The program on the data of this folder, without listening and without jobs. Throws `StartError` while a server runs on them. */
export async function openOffice(): Promise<OpenedOffice> {
  const config = readConfig(process.env, 'office')
  const dataDir = path.resolve(process.env['TANGGAP_ROOT'] ?? process.cwd(), config.dataDir)
  makeFolder(dataDir)
  const db = config.databaseUrl
    ? await openPostgres(config.databaseUrl)
    : await openSqlite(path.join(dataDir, 'tanggap.db'))
  try {
    const program = await compose({
      ...{ config, db, dataDir, web: NO_WEB, now: Date.now, strictCsp: true },
      key: await officeKey(dataDir, db),
      every: () => ({ stop: async () => {} }),
      failed: error => console.error(error),
    })
    return { ...program, origin: config.publicUrl?.origin ?? `http://localhost:${config.port}` }
  } catch (error) {
    await db.close()
    throw error
  }
}
