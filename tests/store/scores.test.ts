import { sql, type Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { saveOffice } from '../../server/store/offices.ts'
import { circumstanceColumns } from '../../server/store/schema/record/circumstance-columns.ts'
import { cellsOf, leavesOut, meantBy, ratedAndCounted, sharedBy } from '../../server/store/record/score-inputs.ts'
import { runRow, runsOf, scoreRow, scoresOfOne, scoresUntil } from '../../server/store/record/scores.ts'
import { opensOn, type ScoresTable } from '../../server/store/schema/record/score-tables.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock } from '../../shared/kit/time.ts'
import { overDialects } from '../helpers/dialects.ts'

const OFFICE = 'samarinda'
const Q1 = { from: '2026-01-01', to: '2026-03-31' }

overDialects('what a score is computed from', store => {
  let no = 0
  const rate = async (officer: string, counter: string, date: string, marks: readonly number[]) => {
    for (const rating of marks)
      await store.db.kysely
        .insertInto('ratings')
        .values({
          ...{
            id: `r${(no += 1)}`,
            office: OFFICE,
            date,
            service_id: 'ktp-el',
            counter_id: counter,
            officer_id: officer,
          },
          ...{ rating, reasons: '[]', channel: 'datang', hour: 'pagi', wait: '0-15', left_out: null },
        })
        .execute()
  }

  it('are sums by circumstance, of what counts and of what is left out, whatever the database [O71 O240 O420]', async () => {
    const { db } = store
    await rate('p1', '1', '2026-01-12', [1, 4, 4])
    await rate('p1', '2', '2026-01-12', [3])
    await rate('p2', '2', '2026-02-10', [2, 2])
    await rate('p2', '2', '2026-04-01', [4])
    const exclusion = { from: '2026-01-12', to: '2026-01-12', officerId: 'p1', counters: ['1'] }
    expect(await meantBy(db, OFFICE, exclusion)).toBe(3)
    await db.atomic([leavesOut(db, OFFICE, exclusion, { cause: 'contest', by: 'objection' })])
    expect(await meantBy(db, OFFICE, exclusion)).toBe(0)
    const cells = await cellsOf(db, OFFICE, Q1, 'officer')
    expect(cells.filter(cell => cell.leftOutBy === 'objection')).toMatchObject([{ who: 'p1', counts: [1, 0, 0, 2] }])
    expect(cells.filter(cell => cell.leftOutBy === null)).toMatchObject([
      { who: 'p1', date: '2026-01-12', counts: [0, 0, 1, 0] },
      { who: 'p2', date: '2026-02-10', counts: [0, 2, 0, 0] },
    ])
    // An objection is about the officer: the counter goes on counting what it left out.
    expect(await cellsOf(db, OFFICE, Q1, 'counter')).toMatchObject([
      { who: '1', date: '2026-01-12', counts: [1, 0, 0, 2], leftOutBy: null },
      { who: '2', date: '2026-01-12', counts: [0, 0, 1, 0] },
      { who: '2', date: '2026-02-10', counts: [0, 2, 0, 0] },
    ])
    const shared = await sharedBy(db, OFFICE, Q1, ['objection'])
    expect(new Set(shared)).toEqual(
      new Set([
        { officer: 'p1', counter: '1', counted: 0, atCounter: 3, leftOut: 3, never: 0 },
        { officer: 'p1', counter: '2', counted: 1, atCounter: 1, leftOut: 0, never: 0 },
        { officer: 'p2', counter: '2', counted: 2, atCounter: 2, leftOut: 0, never: 0 },
      ]),
    )
    const rows = await ratedAndCounted(db, OFFICE, Q1)
    expect(new Set(rows.map(row => JSON.stringify([row.of, row.counts])))).toEqual(
      new Set([
        JSON.stringify([{ officer: 'p1', counter: '1' }, [3, 3]]),
        JSON.stringify([{ officer: 'p1', counter: '2' }, [1, 1]]),
        JSON.stringify([{ officer: 'p2', counter: '2' }, [2, 2]]),
      ]),
    )
  })

  it('is kept by version, a computation once under its name [O73]', async () => {
    const { db } = store
    const run = (version: number) => ({
      ...{ office: OFFICE, period: '2026-Q1', kind: 'officer' as const, version, at: version },
      ...{ cause: 'closed' as const, by: '', inputs: 'digest', shown_from: 60, pools: '[]' },
      opens_on: '2026-04-11',
    })
    const row = (version: number, until = '2026-03-31', period = '2026-Q1'): ScoresTable => ({
      ...{ office: OFFICE, period, kind: 'officer', version, who: 'p1', until, n: 72, left_out: 0 },
      ...{ status: 'within', gate: 'shown', held_by: null, result: '{}', reasons: '{}' },
    })
    await db.atomic([runRow(db, run(1)), scoreRow(db, row(1))])
    await db.atomic([runRow(db, { ...run(1), at: 9 })])
    await db.atomic([runRow(db, run(2)), scoreRow(db, row(2)), scoreRow(db, row(1, '2026-06-30', '2026-Q2'))])
    await expect(db.atomic([scoreRow(db, row(2))])).rejects.toThrow()
    expect((await runsOf(db, OFFICE, '2026-Q1')).map(r => [r.version, r.at])).toEqual([
      [1, 1],
      [2, 2],
    ])
    const again = await store.reopen()
    const own = await scoresOfOne(again, OFFICE, 'officer', 'p1')
    expect(own.map(r => [r.period, r.version])).toEqual([
      ['2026-Q1', 1],
      ['2026-Q1', 2],
      ['2026-Q2', 1],
    ])
    expect(await scoresUntil(again, OFFICE, 'officer', '2026-03-31')).toHaveLength(2)
  })
})

overDialects('ratings from before their circumstances were kept', store => {
  it('stay, and say of their circumstances that nothing is known of them [O71]', async () => {
    const old = store.db.kysely as unknown as Kysely<unknown>
    for (const column of ['channel', 'hour', 'wait', 'left_out'])
      await old.schema.alterTable('ratings').dropColumn(column).execute()
    await sql`insert into ratings (id, office, date, service_id, counter_id, officer_id, rating, reasons)
      values ('r1', ${OFFICE}, '2026-01-12', 'ktp-el', '1', 'p1', 4, '[]')`.execute(old)
    await circumstanceColumns(old)
    expect(await cellsOf(store.db, OFFICE, Q1, 'officer')).toMatchObject([
      { who: 'p1', channel: 'unknown', hour: 'unknown', wait: 'unknown', counts: [0, 0, 0, 1] },
    ])
  })
})

overDialects('periods computed before it was kept from when on others read them', store => {
  it('open on the day that the present setting of their office gives, once and for all versions [O405]', async () => {
    const old = store.db.kysely as unknown as Kysely<unknown>
    await saveOffice(store.db, { ...demoOffice, scoreOwnDays: 5 })
    await saveOffice(store.db, { ...demoOffice, id: 'timur', zone: 'WIT' })
    await sql`update offices set settings = '{"zone":"WIT"}' where id = 'timur'`.execute(old)
    await old.schema.alterTable('score_runs').dropColumn('opens_on').execute()
    const computed = (office: string, version: number, at: number) =>
      sql`insert into score_runs (office, period, kind, version, at, cause, "by", inputs, shown_from, pools)
        values (${office}, '2026-Q1', 'officer', ${version}, ${at}, 'closed', '', '', 60, '[]')`.execute(old)
    const night = atClock('2026-04-08', '23:30', 'WITA')
    await computed(OFFICE, 1, night)
    await computed(OFFICE, 2, atClock('2026-05-20', '09:00', 'WITA'))
    await computed('timur', 1, night)
    await opensOn(old)
    const days = async (office: string) => (await runsOf(store.db, office)).map(run => run.opens_on)
    expect([await days(OFFICE), await days('timur')]).toEqual([['2026-04-13', '2026-04-13'], ['2026-04-12']])
  })
})
