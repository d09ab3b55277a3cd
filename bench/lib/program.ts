import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compose, type Program } from '../../server/compose/compose.ts'
import { officeKey } from '../../server/compose/office-key.ts'
import { readConfig } from '../../server/config.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { seedDemo } from '../../server/seed.ts'
import type { Database } from '../../server/store/open/database.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import type { Instant } from '../../shared/kit/time.ts'

/** The thread of figures as it was built. */
export const FIGURES = new URL('../../dist/server/figures-worker.js', import.meta.url)

/** The real program over a real file of its own, listening on this machine. */
export interface Running {
  readonly url: string
  readonly program: Program
  readonly db: Database
  readonly dir: string
  close(): Promise<void>
}

/** A folder that is gone after `remove`. */
export function tempFolder(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'tanggap-bench-'))
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** Starts the program in this process. `seed` fills the new database; the demo office unless told otherwise. */
export async function run(
  options: {
    now?: () => Instant
    seed?: (db: Database) => Promise<unknown>
    journal?: (own: Journal) => Journal
    settings?: Readonly<Record<string, string>>
  } = {},
): Promise<Running> {
  const folder = tempFolder()
  const db = await openSqlite(path.join(folder.dir, 'tanggap.db'))
  await (options.seed ?? (own => seedDemo(own, 0)))(db)
  const program = await compose({
    config: readConfig({ TANGGAP_MODE: 'demo', ...options.settings }, 'bench'),
    db,
    web: {
      page: async () => '',
      file: async () => undefined,
      ticketAssets: async () => ({ styles: [] }),
      bookingAssets: async () => ({ styles: [] }),
      homeAssets: async () => ({ styles: [] }),
      inAssets: async () => ({ styles: [] }),
      ikmAssets: async () => ({ styles: [] }),
    },
    key: await officeKey(folder.dir, db),
    dataDir: folder.dir,
    now: options.now ?? Date.now,
    figuresThread: FIGURES,
    strictCsp: true,
    ...(options.journal ? { journal: options.journal(db.journal) } : {}),
    failed: error => console.error(error),
  })
  await new Promise<void>(resolve => program.server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(program.server.address() as AddressInfo).port}`,
    program,
    db,
    dir: folder.dir,
    async close() {
      await program.close()
      folder.remove()
    },
  }
}
