import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { DATE, entry, OFFICE, taken, ticketRow } from '../helpers/entries.ts'

/** Appends without end, and says each `seq` only after the journal has acknowledged it. */
const db = await openSqlite(process.argv[2]!)
let seq = (await db.journal.read(OFFICE, DATE)).length
for (;;) {
  const events = Array.from({ length: 1 + (seq % 7) }, (_, i) => taken(seq + i + 1))
  await db.journal.append([entry({ events, tickets: events.map(e => ticketRow(e.seq - 1)) })])
  seq += events.length
  process.stdout.write(`${seq}\n`)
}
