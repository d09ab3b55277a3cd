import { expect, it } from 'vitest'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { addDays, atClock } from '../../shared/kit/time.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { aPlan, DATE, OFFICE } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

const TOMORROW = addDays(DATE, 1)

overDialects('an office that changes', store => {
  /** Days of an office whose plan of a date is slow to be made; `doors` are what the office says now. */
  function slow() {
    const office = { doors: aPlan().doors as DayPlan['doors'] }
    const waiting: (() => void)[] = []
    const clock = { date: DATE }
    const calendar = {
      today: () => clock.date,
      async planOf() {
        const { doors } = office
        await new Promise<void>(go => waiting.push(go))
        return { ...aPlan(), doors }
      },
    }
    const now = () => atClock(DATE, '09:00', 'WITA')
    const days = createQueueDays({ journal: store.db.journal, calendar, now, newId: () => crypto.randomUUID() })
    /** Lets every plan that is being made, and each that is begun meanwhile, be made; the last begun first. */
    const settle = async <T>(all: Promise<T>): Promise<T> => {
      let over = false
      void all.finally(() => (over = true))
      while (!over) {
        await new Promise(go => setImmediate(go))
        waiting.pop()?.()
      }
      return all
    }
    return { office, days, clock, settle }
  }

  it('closes also a day that somebody opens in that very moment, by the office as it was [H7]', async () => {
    const { office, days, settle } = slow()
    await settle(days.today(OFFICE))
    const looking = days.day(OFFICE, TOMORROW)
    await new Promise(go => setImmediate(go))
    office.doors = null
    await settle(Promise.all([looking, days.replan(OFFICE)]))
    expect((await settle(days.day(OFFICE, TOMORROW))).plan!.doors).toBeNull()
  })

  it('closes also a day that is planned anew just then, since its date has come [H7]', async () => {
    const { office, days, clock, settle } = slow()
    await settle(Promise.all([days.today(OFFICE), days.day(OFFICE, TOMORROW)]))
    clock.date = TOMORROW
    const looking = days.today(OFFICE)
    await new Promise(go => setImmediate(go))
    office.doors = null
    await settle(Promise.all([looking, days.replan(OFFICE)]))
    expect((await settle(days.today(OFFICE))).plan!.doors).toBeNull()
  })

  it('lets whoever asks while a day is planned wait for its plan, which is made once [N7]', async () => {
    const { days, clock, settle } = slow()
    await settle(days.day(OFFICE, TOMORROW))
    clock.date = TOMORROW
    const three = await settle(Promise.all([days.today(OFFICE), days.today(OFFICE), days.today(OFFICE)]))
    const planned = (await store.db.journal.read(OFFICE, TOMORROW)).filter(e => e.type === 'dayPlanned')
    expect(new Set(three.map(day => day.seq)).size).toBe(1)
    expect(planned.length).toBeLessThanOrEqual(2)
  })
})
