import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { demoOffice } from '../server/demo/samarinda.ts'
import type { AskedProgramme } from '../server/services/instruments/programme-result.ts'
import { createOffices } from '../server/services/office/offices.ts'
import { createFiguresThread } from '../server/services/thread/figures-thread.ts'
import { openSqlite } from '../server/store/open/open-sqlite.ts'
import type { Database } from '../server/store/open/database.ts'
import { saveOffice } from '../server/store/offices.ts'
import { atClock } from '../shared/kit/time.ts'
import { BUILT_IN } from '../shared/survey/instrument/built-in.ts'
import { BODY_ORDER } from '../shared/survey/instruments.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { FIGURES } from './lib/program.ts'

const YEAR = '2025'
const NOW = atClock('2026-02-02', '09:00', 'WITA')
const [COUNTERS, OFFICERS] = [8, 24] as const
const MEGA = 1024 * 1024
const SHEETS = 200_000
/** Whoever measures waits for the first reading. */
const PATIENT = 600_000
const FLOODED: AskedProgramme = {
  key: 'flooded',
  minRatings: 60,
  instrument: BUILT_IN.skm,
  programme: {
    ...{
      name: ['Sampah', 'Waste'],
      about: ['', ''],
      instrument: 'skm',
      version: 1,
      from: '2025-11-01',
      to: '2025-11-30',
      population: null,
    },
    places: ['Timur', 'Barat'],
  },
}

/** What the figures of a year with so many questionnaires cost: time, memory, and how long anybody else waits. */
export async function measureMillion(answers = 1_000_000): Promise<readonly Figure[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'tanggap-million-'))
  const db = await openSqlite(path.join(dir, 'tanggap.db'))
  try {
    await saveOffice(db, demoOffice)
    await fill(db, answers)
    const offices = await createOffices(db, () => NOW)
    const make = () => createFiguresThread({ file: FIGURES, db, offices, calm: nextTurn, toldAfter: PATIENT })
    const thread = make()
    const cold = await measured(() => thread.figures.of(demoOffice.id, YEAR))
    const warm = await measured(() => thread.figures.of(demoOffice.id, YEAR))
    await thread.stop()
    const other = make()
    const again = await measured(() => other.figures.of(demoOffice.id, YEAR))
    await flood(db)
    const flooded = await measured(() => other.programme(demoOffice.id, FLOODED))
    await other.stop()
    const { figures } = cold.of
    const { rows } = await sql<{ n: number; sum: number }>`select count(waktu) as n, sum(waktu) as sum from skm_answers
      where office = ${demoOffice.id} and date between '2025-01-01' and '2025-12-31'`.execute(db.kysely)
    const waktu = figures?.result.unsur.waktu
    return [
      known('questionnaires of the year', figures?.result.n ?? 0, ''),
      known('first time after the start', cold.ms, 'ms'),
      atMost('  longest stop of the program', cold.stop, 'ms', 50),
      known('the same, nothing remembered but the file', again.ms, 'ms'),
      atMost('  longest stop of the program', again.stop, 'ms', 50),
      atMost('once remembered', warm.ms, 'ms', 2000),
      atMost('  longest stop of the program', warm.stop, 'ms', 50),
      atMost('memory more than before, at most', Math.max(cold.memory, again.memory), 'MiB', 300),
      known('sheets of a programme that was flooded', flooded.of.state === 'open' ? flooded.of.n : 0, ''),
      atMost('  its result', flooded.ms, 'ms', 5000),
      atMost('  longest stop of the program', flooded.stop, 'ms', 50),
      atMost('  memory more than before, at most', flooded.memory, 'MiB', 300),
      atMost(
        'off from the sum of the database',
        Math.abs((waktu?.sum ?? 0) - rows[0]!.sum) + Math.abs((waktu?.n ?? 0) - rows[0]!.n),
        '',
        0,
      ),
    ]
  } finally {
    await db.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

async function measured<T>(work: () => Promise<T>) {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  await pause(50)
  delay.enable()
  const start = performance.now()
  const of = await work()
  const ms = performance.now() - start
  await pause(20)
  delay.disable()
  clearInterval(look)
  return { of, ms, stop: delay.max / 1e6, memory: (Math.max(most, process.memoryUsage().rss) - before) / MEGA }
}

/** Sheets of one night, as a program sends them that marks at random. */
async function flood(db: Database): Promise<void> {
  const marks = FLOODED.instrument.questions.map(
    ({ key }) => sql`${sql.lit(`"${key}":`)} || (1 + abs(random()) % ${sql.lit(FLOODED.instrument.steps)})`,
  )
  await sql`insert into programme_answers (id, programme_id, version, day, place, marks)
    select hex(randomblob(16)), ${FLOODED.key}, 1, '2025-11-03', case i % 3 when 0 then null when 1 then 'Timur' else 'Barat' end,
      '{' || ${sql.join(marks, sql` || ',' || `)} || '}' from
    (with recursive t(i) as (select 1 union all select i + 1 from t where i < ${sql.lit(SHEETS)}) select i from t)`.execute(
    db.kysely,
  )
}

/** Days of work, services by their weight, marks that scatter more than people do: the hardest case for adding up alike ones. */
async function fill(db: Database, answers: number): Promise<void> {
  const office = demoOffice.id
  const services = demoOffice.services.map(service => service.id)
  const some = (list: readonly string[]) =>
    sql`case abs(random()) % ${sql.lit(list.length)} ${sql.join(
      list.map((one, i) => sql`when ${sql.lit(i)} then ${sql.lit(one)}`),
      sql` `,
    )} end`
  // In order and unflushed, for the sake of the filling alone: what is read is read from the indexes.
  await sql`pragma synchronous = off`.execute(db.kysely)
  const id = sql`printf('%024d', i)`
  const day = sql`date('2025-01-01', '+' || ((i % 250) * 365 / 250) || ' days')`
  const rows = (n: number) =>
    sql`(with recursive t(i) as (select 0 union all select i + 1 from t where i + 1 < ${sql.lit(n)}) select i from t)`
  const counter = sql`cast(1 + abs(random()) % ${sql.lit(COUNTERS)} as text)`
  const mark = sql`case abs(random()) % 20 when 0 then 1 when 1 then 2 when 2 then null when 3 then 3 when 4 then 3 when 5 then 3 else 4 end`
  await sql`insert into skm_answers (id, office, date, service_id, counter_id, ${sql.join(BODY_ORDER.map(u => sql.ref(u)))})
    select ${id}, ${office}, ${day}, ${some(services)}, ${counter}, ${sql.join(BODY_ORDER.map(() => mark))} from ${rows(answers)}`.execute(
    db.kysely,
  )
  await sql`insert into invitations (ticket_id, office, date, service_id, counter_id, officer_id, minted_at)
    select ${id}, ${office}, ${day}, ${some(services)}, ${counter}, 'p1', i from ${rows(answers)}`.execute(db.kysely)
  await sql`insert into skm_profiles (id, office, date, service_id, sex, age_group, education, work)
    select ${id}, ${office}, substr(${day}, 1, 8) || '01', ${some(services)}, ${some(['L', 'P'])}, ${some(['20-29', '30-39', '40-49'])},
      ${some(['SD', 'SMP', 'SMA', 'S1'])}, ${some(['PNS', 'SWASTA', 'LAINNYA'])} from ${rows(answers)}`.execute(
    db.kysely,
  )
  await visits(db, services, answers)
}

/** Who served where, a visit for each questionnaire: of these it is read alone who could have served. */
async function visits(db: Database, services: readonly string[], n: number): Promise<void> {
  const { rows } = await sql<{ name: string; notnull: number; dflt_value: string | null; type: string }>`
    select name, "notnull", dflt_value, type from pragma_table_info('visits')`.execute(db.kysely)
  const known: Record<string, ReturnType<typeof sql>> = {
    office: sql`${demoOffice.id}`,
    date: sql`date('2025-01-01', '+' || ((i % 250) * 365 / 250) || ' days')`,
    no: sql`i`,
    seq: sql`i`,
    service_id: sql`case i % ${sql.lit(services.length)} ${sql.join(
      services.map((one, s) => sql`when ${sql.lit(s)} then ${sql.lit(one)}`),
      sql` `,
    )} end`,
    counter_id: sql`cast(1 + (i / 7) % ${sql.lit(COUNTERS)} as text)`,
    officer_id: sql`'p' || (1 + (i / 7) % ${sql.lit(OFFICERS)})`,
    outcome: sql`'done'`,
  }
  const needed = rows.filter(row => row.notnull === 1 && row.dflt_value === null)
  const value = (row: (typeof rows)[number]) => known[row.name] ?? (row.type === 'text' ? sql`''` : sql`0`)
  await sql`insert into visits (${sql.join(needed.map(row => sql.ref(row.name)))}) select ${sql.join(needed.map(value))} from
    (with recursive t(i) as (select 1 union all select i + 1 from t where i < ${sql.lit(n)}) select i from t)`.execute(
    db.kysely,
  )
}
