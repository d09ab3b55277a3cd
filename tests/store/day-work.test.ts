import { expect, it } from 'vitest'
import { createWorkDays } from '../../server/services/officer/work-days.ts'
import { clockMarkEnds, clockMarkRow } from '../../server/store/record/clock-marks.ts'
import type { Outage } from '../../shared/officer/facts.ts'
import { DAY, MINUTE } from '../../shared/kit/time.ts'
import { DATE, entry, OFFICE, taken, ticketRow, visitRow } from '../helpers/entries.ts'
import { overDialects } from '../helpers/dialects.ts'

const BEFORE = '2026-06-08'

overDialects('the work of days', store => {
  const days = (today = '2026-06-20') => createWorkDays({ db: store.db, offices: { today: () => today } })
  async function read(outages: readonly Outage[] = [], today?: string) {
    const all = []
    for await (const day of days(today).between(OFFICE, { from: BEFORE, to: DATE }, outages)) all.push(day)
    return all
  }
  const kept = () => store.db.kysely.selectFrom('day_work').selectAll().orderBy('date').execute()
  /** What is kept makes no difference: the same read where nothing is. */
  async function readTwice(outages?: readonly Outage[]) {
    const [first, again] = [await read(outages), await read(outages)]
    await store.db.kysely.deleteFrom('day_work').execute()
    expect([first, again]).toEqual(Array(2).fill(await read(outages)))
    return first.find(d => d.date === DATE)!.parts
  }
  /** Ends a visit as an event of the day. */
  const visited = (no: number, change: object = {}) =>
    store.db.journal.append([
      entry({
        events: [taken(no + 1)],
        tickets: [ticketRow(no, { state: 'done' })],
        visits: [visitRow(no, no + 1, change)],
      }),
    ])
  const times = (of: Awaited<ReturnType<typeof readTwice>>) =>
    of.map(p => [p.officerId, p.served, p.times.walkIn.length])

  it('are counted once and kept, and anew after whatever changes them [O330]', async () => {
    for (let no = 0; no < 4; no += 1) await visited(no, { officer_id: no < 3 ? 'p1' : 'p2' })
    expect(times(await readTwice())).toEqual([
      ['p1', 3, 3],
      ['p2', 1, 1],
    ])
    // Kept, it is not counted again.
    const [row] = await kept()
    await store.db.kysely.updateTable('day_work').set({ parts: '[]' }).where('date', '=', DATE).execute()
    expect((await read()).map(d => d.parts)).toEqual([[]])
    await store.db.kysely.updateTable('day_work').set({ parts: row!.parts }).where('date', '=', DATE).execute()

    // A late end of a visit, the mark of a clock, and its end.
    await visited(4, { officer_id: 'p2' })
    expect(times((await read()).at(-1)!.parts)).toEqual([
      ['p1', 3, 3],
      ['p2', 2, 2],
    ])
    const mark = { id: 'm', office: OFFICE, date: DATE, seq: 5, officer_id: 'p2', reason: 'lateFinish' as const }
    await store.db.atomic([clockMarkRow(store.db, { ...mark, marked_at: 1, taken_back_at: null })])
    expect(times(await readTwice())).toEqual([
      ['p1', 3, 3],
      ['p2', 2, 1],
    ])
    await store.db.atomic([clockMarkEnds(store.db, 'm', 2)])
    expect(times(await readTwice())[1]).toEqual(['p2', 2, 2])

    // An outage marked afterwards; one of another week touches nothing that is kept.
    const at = visitRow(0, 1).started_at!
    const shut = { serviceId: 'ktp', since: at, until: at + MINUTE }
    expect(times(await readTwice([shut]))).toEqual([
      ['p1', 3, 0],
      ['p2', 2, 0],
    ])
    const basis = await kept()
    await read([shut, { ...shut, since: at + 9 * DAY, until: at + 10 * DAY }])
    expect(await kept()).toEqual(basis)
  })

  it('are not kept while a day goes on [O330]', async () => {
    await visited(0)
    expect((await read([], DATE)).at(-1)!.parts).toHaveLength(1)
    expect(await kept()).toEqual([])
  })
})
