import { writeSync } from 'node:fs'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { testApp } from '../helpers/test-app.ts'

/**
 * An officer types; at the third draft the process dies without a word: `before` it is on disk, or right `after` that and before
 * anybody is answered. `saved`: right after it was told so. Each answer is told.
 */
const [file, moment] = process.argv.slice(2) as [string, 'before' | 'after' | 'saved']
const die = () => process.kill(process.pid, 'SIGKILL')
const db = await openSqlite(file)
let dying = false
const app = await testApp({
  db: {
    ...db,
    async atomic(queries, flush) {
      if (dying && moment === 'before') die()
      const done = await db.atomic(queries, flush)
      if (dying && moment === 'after') die()
      return done
    },
  },
  key: Buffer.alloc(32, 7),
})
const officer = await app.as('petugas3')
for (const rev of [1, 2, 3]) {
  dying = rev === 3
  const { status, text } = await officer.post('/api/me/reports/2026-06-09/draft', {
    ...{ device: 'ponsel-0001-uji', kind: 'phone', rev, begunAt: app.clock.now, writtenAt: app.clock.now },
    text: { activities: [], note: `catatan ${rev}` },
  })
  if (status !== 200) throw new Error(text)
  writeSync(1, `${rev}\n`)
}
die()
