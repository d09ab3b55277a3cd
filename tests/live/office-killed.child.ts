import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { testApp } from '../helpers/test-app.ts'

/**
 * An administrator saves the office three times, and at the third the process dies without a word: `before` it is on disk, right
 * `after` that and before anybody is answered, or `behind` the answer.
 */
const [file, moment] = process.argv.slice(2) as [string, 'before' | 'after' | 'behind']
const die = () => process.kill(process.pid, 'SIGKILL')
const db = await openSqlite(file)
let dying = false
const app = await testApp({
  db: {
    ...db,
    async atomic(rows, flush) {
      if (dying && moment === 'before') die()
      const counts = await db.atomic(rows, flush)
      if (dying && moment === 'after') die()
      return counts
    },
  },
  key: Buffer.alloc(32, 7),
})
const admin = await app.as('admin')
for (const n of [1, 2, 3]) {
  dying = n === 3
  const saved = await admin.patch('/api/offices/samarinda/settings', { counters: [{ id: '1', name: `Meja ${n}` }] })
  if (saved.status !== 200) throw new Error(saved.text)
}
die()
