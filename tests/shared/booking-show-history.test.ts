import { expect, it } from 'vitest'
import { showHistory, type BookedDay } from '../../shared/booking/show-history.ts'
import { MINUTE } from '../../shared/kit/time.ts'

const GRACE = 10 * MINUTE
/** A day on which ten booked and seven came; those who did not were released so many minutes after their slot began. */
const aDay = (change: Partial<BookedDay> = {}, released: readonly [number, number] | null = [10, 10]): BookedDay => ({
  ...{ date: '2026-06-09', serviceId: 'ktp', booked: 10, cameCount: 7, openCount: 0, closed: false },
  ...(released ? { soonestMs: released[0] * MINUTE, latestMs: released[1] * MINUTE } : {}),
  ...change,
})
const next = { date: '2026-06-10' }
const shown = (days: readonly BookedDay[], grace = GRACE) => Object.fromEntries(showHistory(days, grace))
const kk = { serviceId: 'kk' }

it('adds up the days of each service', () => {
  expect(shown([aDay(), aDay(next, null), aDay(kk)])).toEqual({
    ktp: { booked: 20, cameCount: 14 },
    kk: { booked: 10, cameCount: 7 },
  })
})

it('leaves out the day of a service that was closed, and only of that, however late its bookings were released [K15]', () => {
  expect(shown([aDay({ closed: true, openCount: 1 }, [10, 190]), aDay(kk)])).toEqual({
    kk: { booked: 10, cameCount: 7 },
  })
})

it('leaves out a day on which a booking was released late or never, for all services [K15]', () => {
  for (const late of [aDay(kk, [10, 15.1]), aDay(kk, [200, 200]), aDay({ ...kk, openCount: 1 }, null)])
    expect(shown([aDay(), late, aDay(next)])).toEqual({ ktp: { booked: 10, cameCount: 7 } })
  expect(Object.keys(shown([aDay(), aDay(kk, [10, 15])]))).toEqual(['ktp', 'kk'])
})

it('knows a day by its own grace where that was shorter than today’s [K15]', () => {
  expect(shown([aDay(), aDay(kk, [10, 40])], 60 * MINUTE)).toEqual({})
  expect(Object.keys(shown([aDay({}, [60, 60])], 60 * MINUTE))).toEqual(['ktp'])
  expect(shown([aDay({}, [60, 60])])).toEqual({})
})
