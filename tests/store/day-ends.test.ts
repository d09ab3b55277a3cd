import { expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { createDayEnds } from '../../server/services/queue/day-ends.ts'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { addDays, atClock, HOUR } from '../../shared/kit/time.ts'
import type { Command } from '../../shared/queue/command.ts'
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
