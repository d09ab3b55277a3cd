import { describe, expect, it } from 'vitest'
import { answersUntil } from '../../shared/survey/answer-time.ts'
import { settlesOn } from '../../shared/survey/fixed-periods.ts'
import { addDays, atClock, HOUR } from '../../shared/kit/time.ts'
import { fc } from '../helpers/property.ts'

describe('until when a visit may be answered', () => {
  it('is so many hours after its end, never beyond the day on which its figures settle [S1]', () => {
    const zone = 'WIT'
    fc.assert(
      fc.property(fc.nat(9), fc.nat(24 * 60 - 1), fc.integer({ min: 24, max: 168 }), (late, minute, hours) => {
        const date = '2026-12-28'
        const minted = atClock(addDays(date, late), '00:00', zone) + minute * 60_000
        const until = answersUntil(minted, date, hours, zone)
        const settles = atClock(settlesOn(date), '00:00', zone)
        expect(until).toBe(Math.min(minted + hours * HOUR, settles))
        expect(until <= settles).toBe(true)
      }),
    )
  })
})
