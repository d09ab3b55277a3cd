import { expect, it } from 'vitest'
import { createReadings } from '../../server/services/oversight/readings.ts'
import { createClocks } from '../../server/services/proof/clocks.ts'
import { markedVisits } from '../../server/store/record/clock-marks.ts'
import { counterEvents } from '../../server/store/record/counter-events.ts'
import { visitsBetween } from '../../server/store/visits.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { HOUR } from '../../shared/kit/time.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE } from '../helpers/entries.ts'
import { surveyed } from '../helpers/surveyed.ts'

overDialects('what an officer proves by', store => {
  const staff = { id: 'p1', officeId: 'samarinda' }
  const clocks = (today = DATE) => createClocks({ db: store.db, offices: { today: () => today }, now: () => 7 })

  it('keeps one standing mark of a visit, each with its line, and none that is taken back [O161]', async () => {
    await surveyed(store.db).visits(2, 'p1', '1')
    const visit = { date: DATE, seq: 1 }
    const mark = await clocks().mark(staff, visit, 'lateFinish', 'k1')
    expect(await clocks().mark(staff, visit, 'lateFinish', 'k1')).toEqual(mark)
    await expect(clocks().mark(staff, visit, 'early', 'k1')).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' })
    await expect(clocks().mark(staff, visit, 'early', 'k2')).rejects.toMatchObject({ code: 'MARKED_ALREADY' })
    await expect(clocks().mark({ ...staff, id: 'p2' }, visit, 'early', 'k3')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const wrong = async () => (await visitsBetween(store.db, 'samarinda', DATE, DATE)).map(v => Boolean(v.clock_wrong))
    expect(await wrong()).toEqual([true, false])
    await clocks().takeBack(staff, mark.id)
    await clocks().takeBack(staff, mark.id)
    expect(await wrong()).toEqual([false, false])
    await clocks().mark(staff, visit, 'early', 'k4')
    expect(await wrong()).toEqual([true, false])
    await expect(clocks('2026-06-17').takeBack(staff, mark.id)).resolves.toBeUndefined()
    const db = await store.reopen()
    expect(await db.kysely.selectFrom('clock_marks').select('id').execute()).toHaveLength(2)
    expect(await verifyAudit(db)).toEqual({ ok: true, entries: 3 })
  })

  it('tells the visits of one officer whose mark stands, with their number and service [O232]', async () => {
    const said = surveyed(store.db)
    await said.visits(2, 'p1', '1')
    await said.visits(1, 'p2', '2')
    const mark = await clocks().mark(staff, { date: DATE, seq: 1 }, 'lateFinish', 'k1')
    await clocks().mark(staff, { date: DATE, seq: 2 }, 'early', 'k2')
    await clocks().mark({ ...staff, id: 'p2' }, { date: DATE, seq: 3 }, 'early', 'k3')
    const reasons = async (from = DATE) =>
      (await markedVisits(store.db, 'samarinda', 'p1', from, '2026-06-30')).map(m => [m.date, m.serviceId, m.reason])
    expect(await reasons()).toEqual([
      [DATE, 'ktp-el', 'lateFinish'],
      [DATE, 'ktp-el', 'early'],
    ])
    await clocks().takeBack(staff, mark.id)
    expect(await reasons()).toEqual([[DATE, 'ktp-el', 'early']])
    expect(await reasons('2026-06-10')).toEqual([])
  })

  it('finds what happened to the counters of many days, and nothing else of them, in order [O233]', async () => {
    const entry = { office: 'samarinda', tickets: [], visits: [], invitations: [] }
    const opened = { type: 'counterOpened' as const, counterId: '1', officerId: 'p1', serviceIds: ['ktp-el'] }
    const closed = { type: 'counterClosed' as const, counterId: '1' }
    const reopened = { type: 'serviceReopened' as const, serviceId: 'ktp-el' }
    const events = [opened, reopened, closed].map((event, i) => ({ ...event, seq: i + 1, at: i * HOUR }))
    for (const date of ['2026-06-10', DATE])
      await store.db.journal.append([{ ...entry, date, events: events as never }])
    const found = await counterEvents(store.db, 'samarinda', DATE, '2026-06-10')
    expect([...found].map(([date, of]) => [date, of.map(e => e.type)])).toEqual([
      [DATE, ['counterOpened', 'counterClosed']],
      ['2026-06-10', ['counterOpened', 'counterClosed']],
    ])
    expect((await counterEvents(store.db, 'samarinda', '2026-06-11', '2026-06-12')).size).toBe(0)
  })

  it('keeps who read what, once within an hour, and never the own reading [O162]', async () => {
    let at = 5 * HOUR
    const readings = createReadings({ db: store.db, now: () => at })
    const reading = { office: 'samarinda', officerId: 'p1', readerId: 'a', what: 'record', period: '2026-Q2' } as const
    await readings.note(reading)
    await readings.note(reading)
    await readings.note({ ...reading, readerId: 'p1' })
    await readings.note({ ...reading, forId: 'b' })
    at += HOUR
    await readings.note(reading)
    const told = (await readings.of('p1')).map(r => `${r.at / HOUR} ${r.reader} ${r.for ?? ''}`.trim())
    expect([told[0], told.slice(1).sort()]).toEqual(['6 a', ['5 a', '5 a b']])
    expect(await readings.of('a')).toEqual([])
    expect(await verifyAudit(store.db)).toEqual({ ok: true, entries: 3 })
  })
})
