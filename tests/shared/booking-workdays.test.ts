import { describe, expect, it } from 'vitest'
import { promisedDate } from '../../shared/documents/workdays.ts'
import { addDays } from '../../shared/kit/time.ts'
import { publishedDoors, type OpeningTable } from '../../shared/office/hours.ts'
import type { DayHours } from '../../shared/office/office.ts'
import { fc } from '../helpers/property.ts'

const open: DayHours = { open: '08:00', close: '15:00', breaks: [] }
const office: OpeningTable = {
  zone: 'WITA',
  hours: [null, open, open, open, open, open, null],
  holidays: ['2026-08-17', '2026-12-24', '2026-12-25'],
  specialHours: [],
  alwaysOpen: false,
}

describe('the date on which a document is promised', () => {
  it.each([
    ['the same day', '2026-06-09', 0, '2026-06-09'],
    ['the next day', '2026-06-09', 1, '2026-06-10'],
    ['over the weekend', '2026-06-12', 1, '2026-06-15'],
    ['five working days, a week', '2026-06-09', 5, '2026-06-16'],
    ['over Independence Day, a Monday', '2026-08-14', 1, '2026-08-18'],
    ['over Christmas and its weekend', '2026-12-23', 2, '2026-12-29'],
    ['fourteen working days', '2026-06-01', 14, '2026-06-19'],
    ['from a Saturday', '2026-06-13', 1, '2026-06-15'],
  ])('counts the days on which the office is open: %s', (_, from, days, promised) => {
    expect(promisedDate(from, days, office)).toBe(promised)
  })

  it('counts a Saturday on which special hours open the office', () => {
    const saturday = { name: ['Sabtu', 'Saturday'] as const, from: '2026-06-13', to: '2026-06-13' }
    const special = { ...office, specialHours: [{ ...saturday, hours: Array<DayHours>(7).fill(open) }] }
    expect(promisedDate('2026-06-12', 1, special)).toBe('2026-06-13')
  })

  it('goes by the published hours of a trial office whose doors never close', () => {
    expect(promisedDate('2026-06-12', 1, { ...office, alwaysOpen: true })).toBe('2026-06-15')
  })

  it('is given up after a year at an office that never opens', () => {
    const shut = { ...office, hours: Array<null>(7).fill(null) }
    expect(promisedDate('2026-06-09', 3, shut)).toBe(addDays('2026-06-09', 366))
  })

  it('is an open day with exactly so many open days up to it [P2]', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.integer({ min: 1, max: 60 }), (shift, days) => {
        const from = addDays('2026-01-01', shift)
        const promised = promisedDate(from, days, office)
        let counted = 0
        for (let date = addDays(from, 1); date <= promised; date = addDays(date, 1))
          if (publishedDoors(office, date)) counted++
        expect(counted).toBe(days)
        expect(publishedDoors(office, promised)).not.toBeNull()
      }),
    )
  })
})
