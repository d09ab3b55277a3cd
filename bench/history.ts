import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { demoOffice } from '../server/demo/samarinda.ts'
import { planOf } from '../server/services/office/offices.ts'
import { createQueueDays } from '../server/services/queue/queue-days.ts'
import { openSqlite } from '../server/store/open/open-sqlite.ts'
import type { Request } from '../shared/queue/command.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { tempFolder } from './lib/program.ts'

const OFFICE = 'samarinda'
const TODAY = '2026-06-09'
const WAITING = 300
const PER_DAY = 500

/** What a call costs, its commit included, in a new database and in one with years of tickets; in turn. */
export async function measureHistory(tickets: number, calls: number): Promise<readonly Figure[]> {
  const [young, old] = [await hallWith(0), await hallWith(tickets)]
  try {
    const times: { young: number[]; old: number[] } = { young: [], old: [] }
    for (let i = 0; i < calls; i++) {
      const order = i % 2 === 0 ? (['young', 'old'] as const) : (['old', 'young'] as const)
      for (const which of order) times[which].push(await (which === 'young' ? young : old).call())
    }
    const warm = (list: readonly number[]) => list.slice(Math.floor(calls / 10))
    const name = `call with ${tickets.toLocaleString('en')} tickets of history / with none`
    return [
      atMost(name, median(warm(times.old)) / median(warm(times.young)), '×', 1.1),
      known('  call, commit included', median(warm(times.old)), 'ms'),
      known('  size of that database', old.megabytes, 'MB'),
    ]
  } finally {
    await young.close()
    await old.close()
  }
}

async function hallWith(tickets: number) {
  const folder = tempFolder()
  const file = path.join(folder.dir, 'tanggap.db')
  await (await openSqlite(file)).close()
  if (tickets > 0) writeHistory(file, tickets)
  // Before the database is opened: whoever has it open has it alone.
  const megabytes = tickets === 0 ? 0 : sizeOf(file)
  const db = await openSqlite(file)
  let at = Date.parse(`${TODAY}T01:00:00Z`)
  let ids = 0
  const days = createQueueDays({
    journal: db.journal,
    calendar: { today: () => TODAY, planOf: (_, date) => planOf(demoOffice, date, date) },
    now: () => at,
    newId: () => `own-${ids++}`,
  })
  const act = (request: Request) => days.execute(OFFICE, { id: `c${ids++}`, by: 'staff:p1', ...request })
  await act({ verb: 'openCounter', counterId: '1' })
  const take = () => act({ verb: 'takeTicket', serviceId: 'ktp-el', priority: false, ticketId: `now-${ids++}` })
  for (let i = 0; i < WAITING; i++) await take()
  return {
    megabytes,
    /** Milliseconds of one call; a new ticket comes for it, so that the line stays as long. */
    async call(): Promise<number> {
      at += 1_000
      await take()
      const began = performance.now()
      await act({ verb: 'callNext', counterId: '1' })
      const ms = performance.now() - began
      await act({ verb: 'start', counterId: '1' })
      return ms
    },
    async close() {
      await db.close()
      folder.remove()
    },
  }
}

/** Days of 500 tickets back from yesterday, each taken, called and finished; written in bulk, without waiting for the disk. */
function writeHistory(file: string, tickets: number): void {
  const sqlite = new SqliteFile(file)
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -200000')
  const numbers = `with recursive n(i) as (select 0 union all select i + 1 from n where i + 1 < ${tickets}),
    t as (select i, i % ${PER_DAY} as no, date('${TODAY}', '-' || (1 + i / ${PER_DAY}) || ' days') as date,
      1600000000000 + i * 30000 as at from n)`
  const event = (nth: number, type: string, body: string) => `${numbers}
    insert into journal (office, date, seq, at, type, command_id, body)
    select '${OFFICE}', date, no * 3 + ${nth}, at, '${type}', 'h' || i || '-${nth}', ${body} from t`
  const counter = `'${'1'}'`
  const head = (nth: number, type: string) =>
    `'seq', no * 3 + ${nth}, 'at', at, 'by', 'staff:p1', 'commandId', 'h' || i || '-${nth}', 'type', '${type}', 'no', no`
  sqlite.exec('begin')
  sqlite.exec(
    event(
      1,
      'ticketTaken',
      `json_object(${head(1, 'ticketTaken')}, 'id', 'h' || i, 'number', printf('A-%03d', no + 1), 'serviceId', 'ktp-el',
        'priority', json('false'), 'due', at, 'ahead', 3, 'promised', json_object('from', at, 'to', at + 600000))`,
    ),
  )
  sqlite.exec(
    event(
      2,
      'ticketCalled',
      `json_object(${head(2, 'ticketCalled')}, 'counterId', ${counter}, 'officerId', 'p1',
        'because', json_object('kind', 'walkIn', 'due', at, 'among', 4))`,
    ),
  )
  sqlite.exec(event(3, 'ticketFinished', `json_object(${head(3, 'ticketFinished')}, 'counterId', ${counter})`))
  sqlite.exec(`${numbers} insert into tickets (id, office, date, no, number, service_id, state, priority,
      taken_at, first_called_at, called_at, ended_at, ahead, promised_from, promised_to, arrived_at)
    select lower(hex(randomblob(16))), '${OFFICE}', date, no,
      printf('A-%03d', no + 1), 'ktp-el', 'done', 0, at, at + 300000, at + 300000, at + 600000, 3, at, at + 600000, at
    from t`)
  sqlite.exec(`${numbers} insert into visits (office, date, seq, no, counter_id, officer_id, service_id,
      called_at, started_at, ended_at, held_ms, calls, priority, outcome)
    select '${OFFICE}', date, no * 3 + 3, no, ${counter}, 'p1', 'ktp-el',
    at + 300000, at + 320000, at + 600000, 0, 1, 0, 'done' from t`)
  sqlite.exec(`${numbers} insert into invitations (ticket_id, office, date, service_id, counter_id, officer_id, minted_at)
    select lower(hex(randomblob(16))), '${OFFICE}', date, 'ktp-el', ${counter}, 'p1', at + 600000 from t`)
  sqlite.exec('commit')
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
}

function sizeOf(file: string): number {
  const sqlite = new SqliteFile(file, { readonly: true })
  try {
    const pages = sqlite.pragma('page_count', { simple: true }) as number
    return (pages * (sqlite.pragma('page_size', { simple: true }) as number)) / 1e6
  } finally {
    sqlite.close()
  }
}
