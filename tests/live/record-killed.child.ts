import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { act, actor, SIGNED, type Killed } from '../helpers/killed-record.ts'
import { testApp } from '../helpers/test-app.ts'

/**
 * The record at work on a file with all that its act needs: the process dies without a word at one of the writes of the act, `before`
 * it is on disk or right `after`, or once it was told that all is done.
 */
const [file, what, contest, when, write] = process.argv.slice(2) as [string, Killed, string, string, string]
const die = () => process.kill(process.pid, 'SIGKILL')
let left = Infinity
const db = await openSqlite(file)
const app = await testApp({
  db: {
    ...db,
    async atomic(queries, flush) {
      const isLast = left-- === 0
      if (isLast && when === 'before') die()
      const done = await db.atomic(queries, flush)
      if (isLast && when === 'after') die()
      return done
    },
  },
  key: SIGNED,
})
const who = await actor(app, what)
if (when !== 'told') left = Number(write)
await act(app, what, who, contest)
die()
