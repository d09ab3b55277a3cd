import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock } from '../../shared/kit/time.ts'
import { openState } from '../../shared/office/open-state.ts'

const office = { ...demoOffice, alwaysOpen: false, holidays: ['2026-06-10'], specialHours: [] }
const at = (date: string, time: string) => atClock(date, time, 'WITA')

describe('the doors of an office', () => {
  it('are open, on a break or closed, each until an instant that is told [Z1]', () => {
    const state = (time: string) => openState(office, at('2026-06-09', time))
    expect(state('07:59')).toEqual({ state: 'closed', until: at('2026-06-09', '08:00') })
    expect(state('08:00')).toEqual({ state: 'open', until: at('2026-06-09', '15:00') })
    expect(state('12:00')).toEqual({ state: 'break', until: at('2026-06-09', '12:30') })
    expect(state('12:30')).toEqual({ state: 'open', until: at('2026-06-09', '15:00') })
    // Over the holiday to the day after.
    expect(state('15:00')).toEqual({ state: 'closed', until: at('2026-06-11', '08:00') })
  })

  it('of an office without hours open at no time that could be told', () => {
    const never = { ...office, hours: Array.from({ length: 7 }, () => null) }
    expect(openState(never, at('2026-06-09', '09:00'))).toEqual({ state: 'closed', until: undefined })
  })
})
