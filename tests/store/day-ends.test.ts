import { expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { ticketFact, visitFact } from '../../server/services/officer/figures.ts'
import { createDayEnds } from '../../server/services/queue/day-ends.ts'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { ticketsBetween } from '../../server/store/tickets.ts'
import { visitsBetween } from '../../server/store/visits.ts'
import { addDays, atClock, HOUR } from '../../shared/kit/time.ts'
import { sheetOf } from '../../shared/officer/day-sheet.ts'
import { staysOf, workOf } from '../../shared/officer/stays.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { aPlan, DATE, OFFICE } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

const MIDNIGHT = atClock(addDays(DATE, 1), '00:00', 'WITA')

overDialects('the end of a day', store => {
  /** A process over the same data. */
  function process(clock: { now: number; date: string }, wrap: (journal: Journal) => Journal = j => j) {
    const now = () => clock.now
    const offices = { all: () => [{ id: OFFICE, zone: 'WITA' }] as const, today: () => clock.date }
    const calendar = { today: offices.today, planOf: () => aPlan() }
    const days = createQueueDays({ journal: wrap(store.db.journal), calendar, now, newId: () => crypto.randomUUID() })
    return { days, endDays: createDayEnds({ db: store.db, offices, days, now }) }
  }

  /** Ten people in line and one at a counter, then midnight. */
  async function midnight() {
    const clock = { now: MIDNIGHT - 10 * HOUR, date: DATE }
    const { days } = process(clock)
    const give = (command: Command) => days.execute(OFFICE, command)
    for (let i = 0; i < 11; i++)
      await give({
        id: `n${i}`,
        by: 'device:k',
        verb: 'takeTicket',
        serviceId: 'ktp',
        priority: false,
        ticketId: `t${i}`,
      })
    await give({ id: 'sits', by: 'staff:sari', verb: 'openCounter', counterId: '1' })
    for (const verb of ['callNext', 'start'] as const) await give({ id: verb, by: 'staff:sari', verb, counterId: '1' })
    clock.now = MIDNIGHT
    clock.date = addDays(DATE, 1)
    return clock
  }
  async function written() {
    const ends = (await store.db.journal.read(OFFICE, DATE)).filter(e => e.verb === 'endDay')
    return { events: ends.length, commands: new Set(ends.map(e => e.commandId)).size }
  }

  /** The sheet of the day, and how often nobody came to each counter. */
  async function told() {
    const visits = (await visitsBetween(store.db, OFFICE, DATE, DATE)).map(visitFact)
    const stays = staysOf(visits, [])
    const missedAt = (counter: string) => workOf(stays.filter(s => s.counterId === counter)).missed
    const tickets = await ticketsBetween(store.db, OFFICE, DATE, DATE)
    return { sheet: sheetOf(tickets.map(ticketFact)), missed: ['1', '2'].map(missedAt) }
  }

  it('comes once, however many processes see to it at the same moment [D15 J7]', async () => {
    const clock = await midnight()
    const two = [process(clock), process(clock)]
    await Promise.all(two.flatMap(({ endDays }) => [endDays(), endDays()]))
    expect(await written()).toEqual({ events: 10, commands: 1 })
    clock.now += 12 * HOUR
    await Promise.all(two.map(({ endDays }) => endDays()))
    // The visit, and the counter at which it stood.
    expect(await written()).toEqual({ events: 12, commands: 2 })
    const rows = await store.db.kysely.selectFrom('tickets').select(['no', 'state']).orderBy('no').execute()
    expect(rows.map(r => r.state)).toEqual(['done', ...Array<string>(10).fill('unserved')])
    expect(await store.db.kysely.selectFrom('visits').select(['outcome', 'started_at']).execute()).toEqual([
      { outcome: 'done', started_at: null },
    ])
  })

  it('finds whoever was served in part and missed the next call, and invites them to rate that part, once; the evening has told it so already [D57 D50 O14]', async () => {
    const clock = { now: MIDNIGHT - 10 * HOUR, date: DATE }
    const { days } = process(clock)
    const give = (id: string, by: Command['by'], request: Request) => days.execute(OFFICE, { id, by, ...request })
    const wish = { verb: 'takeTicket', priority: false } as const
    await give('part', 'device:k', { ...wish, serviceId: 'ktp', ticketId: 't0', later: [{ serviceId: 'kk' }] })
    await give('never', 'device:k', { ...wish, serviceId: 'ktp', ticketId: 't1' })
    await give('sits', 'staff:sari', { verb: 'openCounter', counterId: '1', services: ['ktp'] })
    await give('sits2', 'staff:budi', { verb: 'openCounter', counterId: '2', services: ['kk'] })
    const desk = ['callNext', 'start', 'finish', 'callNext', 'skip'] as const
    for (const [i, verb] of desk.entries()) await give(`one${i}`, 'staff:sari', { verb, counterId: '1' })
    for (const verb of ['callNext', 'skip'] as const) await give(`two${verb}`, 'staff:budi', { verb, counterId: '2' })
    const evening = await told()
    // Nothing ran for days.
    clock.now = MIDNIGHT + 72 * HOUR
    clock.date = addDays(DATE, 4)
    const later = process(clock)
    await later.endDays()
    await later.endDays()
    const rows = await store.db.kysely.selectFrom('tickets').select(['id', 'state', 'why']).orderBy('no').execute()
    expect(rows).toEqual([
      { id: 't0', state: 'cancelled', why: 'gone' },
      { id: 't1', state: 'missed', why: null },
    ])
    const invited = store.db.kysely.selectFrom('invitations').select(['ticket_id', 'counter_id', 'officer_id'])
    expect(await invited.execute()).toEqual([{ ticket_id: 't0', counter_id: '1', officer_id: 'sari' }])
    const visits = store.db.kysely.selectFrom('visits').select(['counter_id', 'outcome']).orderBy('seq')
    expect((await visits.execute()).map(v => [v.counter_id, v.outcome])).toEqual([
      ['1', 'step'],
      ['1', 'missed'],
      ['2', 'missed'],
    ])
    expect(evening).toMatchObject({ sheet: { taken: 2, partly: 1, missed: 1, open: 0 }, missed: [1, 0] })
    expect(await told()).toEqual(evening)
  })

  it('comes to every office, though that of another cannot be read [D15]', async () => {
    const clock = await midnight()
    const { days } = process(clock)
    const all = ['kantor-rusak', OFFICE, 'kantor-lain'].map(id => ({ id, zone: 'WITA' as const }))
    const broken = {
      ...days,
      day: (office: string, date: string) =>
        office === OFFICE ? days.day(office, date) : Promise.reject(new Error(office)),
    }
    const endDays = createDayEnds({
      db: store.db,
      offices: { all: () => all, today: () => clock.date },
      days: broken,
      now: () => clock.now,
    })
    await expect(endDays()).rejects.toMatchObject({ errors: [new Error('kantor-rusak'), new Error('kantor-lain')] })
    expect(await written()).toEqual({ events: 10, commands: 1 })
  })

  it('comes once, where a process dies before it is written or right after [D15 J1]', async () => {
    const clock = await midnight()
    const dead = new Error('killed')
    const before = process(clock, journal => ({ ...journal, append: () => Promise.reject(dead), read: journal.read }))
    await expect(before.endDays()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect((await written()).events).toBe(0)
    const after = process(clock, journal => ({
      ...journal,
      append: async entries => journal.append(entries).then(() => Promise.reject(dead)),
    }))
    await expect(after.endDays()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    await process(clock).endDays()
    expect(await written()).toEqual({ events: 10, commands: 1 })
  })
})
