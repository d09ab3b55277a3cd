import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import {
  addDays,
  atClock,
  clockText,
  DAY,
  minuteOfDay,
  officeDate,
  typedClock,
  weekday,
  type Zone,
} from '../../shared/kit/time.ts'
import { fc } from '../helpers/property.ts'

const ZONES = ['WIB', 'WITA', 'WIT'] as const
const NAMES = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' } as const

describe('the clock of an office', () => {
  it('reads a time as people type it, and nothing where it is none', () => {
    const seven = ['7', '07', '700', '0700', '7.00', '07.00', '7:00', '07:00', ' 7,00 ']
    expect(seven.map(typedClock)).toEqual(seven.map(() => '07:00'))
    expect(['0', '1530', '23.59', '12.30'].map(typedClock)).toEqual(['00:00', '15:30', '23:59', '12:30'])
    const none = ['', '24', '24.00', '7.5', '7.60', '07:--', '8 AM', 'tujuh', '-7', '12345']
    expect(none.map(typedClock)).toEqual(none.map(() => undefined))
  })

  it.each([
    ['WIB', '2026-06-09T17:00:00Z'],
    ['WITA', '2026-06-09T16:00:00Z'],
    ['WIT', '2026-06-09T15:00:00Z'],
  ] as const)('in %s begins the new date at midnight, not a millisecond earlier', (zone, midnight) => {
    const at = Date.parse(midnight)
    expect([officeDate(at - 1, zone), officeDate(at, zone)]).toEqual(['2026-06-09', '2026-06-10'])
    expect([clockText(at - 1, zone), clockText(at, zone)]).toEqual(['23.59', '00.00'])
    expect([minuteOfDay(at - 1, zone), minuteOfDay(at, zone)]).toEqual([1439, 0])
    expect(atClock('2026-06-10', '00:00', zone)).toBe(at)
  })

  it('shows three dates at once when it is nearly midnight in the west [H1]', () => {
    const at = Date.parse('2026-12-31T16:30:00Z')
    expect(ZONES.map(z => officeDate(at, z))).toEqual(['2026-12-31', '2027-01-01', '2027-01-01'])
    expect(ZONES.map(z => clockText(at, z))).toEqual(['23.30', '00.30', '01.30'])
  })

  it('agrees with the time zone data of the world at any instant of this century', () => {
    const instant = fc.integer({ min: Date.UTC(2001, 0, 1), max: Date.UTC(2099, 11, 31) })
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (at, zone) => {
        const parts = new Intl.DateTimeFormat('en-CA', {
          timeZone: NAMES[zone],
          dateStyle: 'short',
          timeStyle: 'short',
          hourCycle: 'h23',
        })
        expect(`${officeDate(at, zone)}, ${clockText(at, zone).replace('.', ':')}`).toBe(parts.format(at))
      }),
    )
  })

  it('finds back the instant of every date and minute', () => {
    const minute = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 })
    fc.assert(
      fc.property(minute, fc.constantFrom<Zone>(...ZONES), (m, zone) => {
        const at = m * 60_000
        expect(atClock(officeDate(at, zone), clockText(at, zone).replace('.', ':'), zone)).toBe(at)
      }),
    )
  })
})

describe('the calendar', () => {
  it.each([
    ['2026-06-12', 5],
    ['2026-08-17', 1],
    ['2028-02-29', 2],
  ])('%s is weekday %i', (date, day) => expect(weekday(date)).toBe(day))

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-06-09', 0, '2026-06-09'],
  ])('%s and %i days is %s', (date, days, expected) => expect(addDays(date, days)).toBe(expected))

  it('moves one weekday on with every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), n => {
        const date = new Date(n * DAY).toISOString().slice(0, 10)
        expect(weekday(addDays(date, 1))).toBe((weekday(date) + 1) % 7)
      }),
    )
  })
})

describe('seeded chance', () => {
  it('is the same for the same seed, different for another, and evenly spread over [0, 1)', () => {
    const draw = (seed: number) => {
      const random = seeded(seed)
      return Array.from({ length: 10_000 }, () => random())
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1).slice(0, 5)).not.toEqual(draw(2).slice(0, 5))
    const tenths = Array.from({ length: 10 }, (_, i) => draw(7).filter(x => Math.floor(x * 10) === i).length)
    expect(Math.min(...tenths)).toBeGreaterThan(900)
    expect(Math.max(...tenths)).toBeLessThan(1100)
    expect(tenths.reduce((a, b) => a + b)).toBe(10_000)
  })
})
