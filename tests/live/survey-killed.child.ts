import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { SIGNED } from '../helpers/killed-record.ts'
import { act, itIs, type KilledAct } from '../helpers/killed-survey.ts'
import { testApp } from '../helpers/test-app.ts'

/** The program with one act on its way: it dies without a word before its claim is on disk, right after, or once it was answered. */
const [file, what, page, when] = process.argv.slice(2) as [string, KilledAct, string, string]
const die = () => process.kill(process.pid, 'SIGKILL')
const db = await openSqlite(file)
const app = await testApp({
  db: {
    ...db,
    async claim(first, then, flush) {
      // The act is the claim that comes together with something else.
      const isAct = then.length > 0 && /publications|integrity_decisions|programme_receipts/.test(first.sql)
      if (isAct && when === 'before') die()
      const done = await db.claim(first, then, flush)
      if (isAct && when === 'after') die()
      return done
    },
  },
  key: SIGNED,
})
itIs(app, what)
await act(app, what, page)
die()
