import { describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { dayLog, stopsWithin } from '../../shared/officer/day-report.ts'
import type { DayEvent } from '../../shared/queue/events.ts'

const at = (clock: string, date = '2026-06-09') => atClock(date, clock, 'WITA')
const SHUT = at('15:00')
const happened = (...events: readonly Record<string, unknown>[]) => dayLog(events as unknown as DayEvent[]).stops

describe('what stood still on a day', () => {
  it('ends when the doors shut, also where a break was ended on the next morning [D30]', () => {
    const stops = happened(
      { type: 'breakStarted', counterId: '4', at: at('08:01'), until: at('08:16') },
      { type: 'counterClosed', counterId: '4', at: at('07:35', '2026-06-10') },
      { type: 'counterLeft', counterId: '2', at: at('08:23') },
      { type: 'breakStarted', counterId: '1', at: at('15:20'), until: at('15:30') },
    )
    expect(stopsWithin(stops, SHUT, at('07:40', '2026-06-10'))).toMatchObject([
      { what: 'break', id: '4', from: at('08:01'), to: SHUT },
      { what: 'left', id: '2', from: at('08:23'), to: SHUT },
    ])
    expect(stopsWithin(stops.slice(1, 2), SHUT, at('09:00'))).toMatchObject([{ what: 'left', to: null }])
  })

  it('is one thing at a time: a counter that is left during a break rests no longer [D30]', () => {
    const stops = happened(
      { type: 'breakStarted', counterId: '4', at: at('08:01'), until: at('08:16') },
      { type: 'counterLeft', counterId: '4', at: at('08:40') },
      { type: 'counterOpened', counterId: '4', at: at('09:10') },
    )
    expect(stops).toMatchObject([
      { what: 'break', from: at('08:01'), to: at('08:40') },
      { what: 'left', from: at('08:40'), to: at('09:10') },
    ])
  })
})
