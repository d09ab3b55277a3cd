import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { closeMonth } from '../../server/store/survey/integrity.ts'

/** Closes one month after the other of the file that it is given, each with the marks of its questionnaires, until it is killed. */
const [, , file] = process.argv
const db = await openSqlite(file!)
for (let i = 0; ; i++) {
  const month = `m${i}`
  const marks = new Map(Array.from({ length: 40 }, (_, no) => [`${month} ${no}`, ['minutes']] as const))
  await closeMonth(db, { office: 'contoh', month, at: i, looked: 40, flags: '[]' }, marks)
  process.stdout.write(`${i}\n`)
}
