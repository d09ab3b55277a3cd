import { describe, expect, it } from 'vitest'
import { atClock, MINUTE, HOUR } from '../../shared/kit/time.ts'
import { hoursOf, type CounterDay } from '../../shared/officer/daily/hours.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fc } from '../helpers/property.ts'

const DATE = '2026-06-09'
const at = (clock: string, date = DATE) => atClock(date, clock, 'WITA')
const event = (type: string, clock: string, of: object = {}) =>
  ({ type, at: at(clock), seq: 1, counterId: '3', ...of }) as unknown as DayEvent
const MORNING = [
  event('counterOpened', '08:00', { officerId: 'p3' }),
  event('breakStarted', '12:00'),
  event('counterOpened', '12:30', { officerId: 'p3' }),
]
const day = (events: readonly DayEvent[], ...services: string[]): CounterDay => ({
  ...{ date: DATE, events },
  services: new Set(services),
})
const frame = { now: at('18:00'), zone: 'WITA' as const }
const closed = (serviceId: string, since: string, until: string | null) => ({
  ...{ serviceId, since: at(since) },
  until: until === null ? null : at(until),
})

describe('hours at counters', () => {
  it('are from the opening to the closing without breaks, as the daily report has them [O233]', () => {
    const events = [...MORNING, event('counterClosed', '15:00')]
    expect(hoursOf([day(events, 'ktp-el')], 'p3', [], frame)).toEqual({
      ...{ days: 1, countersMs: 6.5 * HOUR, breaks: 1, breaksMs: 30 * MINUTE, closedMs: 0 },
    })
    expect(hoursOf([day(events)], 'p4', [], frame)).toMatchObject({ days: 0, countersMs: 0 })
  })

  it('go on until now, and on a day that is over until its midnight [O233]', () => {
    expect(hoursOf([day(MORNING)], 'p3', [], { ...frame, now: at('13:30') }).countersMs).toBe(5 * HOUR)
    const later = { ...frame, now: at('09:00', '2026-06-12') }
    expect(hoursOf([day(MORNING)], 'p3', [], later).countersMs).toBe(15.5 * HOUR)
  })

  it('have beside them how long a service that the officer did was closed meanwhile, of several at one time once [O233]', () => {
    const events = [...MORNING, event('counterClosed', '15:00')]
    const closings = [
      closed('ktp-el', '10:00', '10:40'),
      closed('kk', '10:30', '11:00'),
      closed('kia', '09:00', '10:00'),
      closed('ktp-el', '11:50', '12:40'),
      closed('ktp-el', '14:45', null),
    ]
    expect(hoursOf([day(events, 'ktp-el', 'kk')], 'p3', closings, frame).closedMs).toBe((60 + 10 + 10 + 15) * MINUTE)
  })

  it('never hold more closed time than time at counters, and of days apart add up [O233]', () => {
    const minute = fc.integer({ min: 0, max: 600 })
    const clock = (m: number) => at('08:00') + m * MINUTE
    const closing = fc.tuple(minute, fc.option(minute, { nil: null })).map(([since, until]) => ({
      ...{ serviceId: 'ktp-el', since: clock(since), until: until === null ? null : clock(Math.max(since, until)) },
    }))
    fc.assert(
      fc.property(fc.array(closing, { maxLength: 8 }), minute, (closings, until) => {
        const last = { ...event('counterClosed', '08:00'), at: clock(until) } as DayEvent
        const one = hoursOf([day([MORNING[0]!, last], 'ktp-el')], 'p3', closings, frame)
        expect(one.closedMs).toBeLessThanOrEqual(one.countersMs)
        const twice = hoursOf(
          [day([MORNING[0]!, last], 'ktp-el'), { ...day([], 'ktp-el'), date: '2026-06-10' }],
          'p3',
          closings,
          frame,
        )
        expect(twice).toEqual(one)
      }),
    )
  })
})
