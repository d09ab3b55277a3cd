import { describe, expect, it } from 'vitest'
import { clockText, HOUR, type Zone } from '../../shared/kit/time.ts'
import { doorsOf, publishedDoors } from '../../shared/office/hours.ts'
import type { DayHours } from '../../shared/office/office.ts'

const noon = [{ from: '12:00', to: '13:00' }]
const weekday: DayHours = { open: '08:00', close: '15:00', breaks: noon }
const friday: DayHours = { open: '08:00', close: '11:00', breaks: [] }
const office = {
  zone: 'WITA' as Zone,
  hours: [null, weekday, weekday, weekday, weekday, friday, null],
  holidays: ['2026-08-17'],
  alwaysOpen: false,
}

const MONDAY = '2026-06-08'
const FRIDAY = '2026-06-12'
const SATURDAY = '2026-06-13'
const SUNDAY = '2026-06-14'
const INDEPENDENCE = '2026-08-17'

/** The doors as the office's own clock shows them. */
function read(date: string, zone: Zone = 'WITA') {
  const doors = publishedDoors({ ...office, zone }, date)
  return doors && [clockText(doors.from, zone), clockText(doors.to, zone)]
}

describe('the published doors', () => {
  it('open at eight and close at three from Monday, with the rest at noon', () => {
    expect(read(MONDAY)).toEqual(['08.00', '15.00'])
    const { breaks } = publishedDoors(office, MONDAY)!
    expect(breaks.map(b => [clockText(b.from, 'WITA'), clockText(b.to, 'WITA')])).toEqual([['12.00', '13.00']])
  })

  it('close before the Friday prayer', () => {
    expect(read(FRIDAY)).toEqual(['08.00', '11.00'])
    expect(publishedDoors(office, FRIDAY)!.breaks).toEqual([])
  })

  it.each([
    ['a Saturday', SATURDAY],
    ['a Sunday', SUNDAY],
    ['Independence Day, a Monday', INDEPENDENCE],
  ])('stay shut on %s', (_, date) => {
    expect(publishedDoors(office, date)).toBeNull()
    expect(doorsOf(office, date)).toBeNull()
  })

  it('open on the Monday after the holiday', () => {
    expect(read('2026-08-24')).toEqual(['08.00', '15.00'])
  })

  it.each([
    ['WIB', '2026-06-08T01:00:00Z'],
    ['WITA', '2026-06-08T00:00:00Z'],
    ['WIT', '2026-06-07T23:00:00Z'],
  ] as const)('at eight in %s are %s in Greenwich', (zone, greenwich) => {
    expect(publishedDoors({ ...office, zone }, MONDAY)!.from).toBe(Date.parse(greenwich))
  })

  it('last seven hours in every week of the year, for no Indonesian clock is ever moved', () => {
    for (let week = 0; week < 52; week++) {
      const date = new Date(Date.UTC(2026, 0, 5 + week * 7)).toISOString().slice(0, 10)
      for (const zone of ['WIB', 'WITA', 'WIT'] as const) {
        const doors = publishedDoors({ ...office, zone, holidays: [] }, date)!
        expect(doors.to - doors.from).toBe(7 * HOUR)
        expect(clockText(doors.from, zone)).toBe('08.00')
      }
    }
  })
})

describe('the doors by which numbers are given', () => {
  it('are the published ones in an office', () => {
    expect(doorsOf(office, FRIDAY)).toEqual(publishedDoors(office, FRIDAY))
  })

  it.each([MONDAY, SATURDAY, SUNDAY, INDEPENDENCE])(
    'stand open from midnight to midnight on %s in a trial office',
    date => {
      const doors = doorsOf({ ...office, alwaysOpen: true }, date)!
      expect(doors.to - doors.from).toBe(24 * HOUR)
      expect(clockText(doors.from, 'WITA')).toBe('00.00')
      expect(doors.breaks).toEqual([])
    },
  )

  it('leave the published hours of a trial office as they are', () => {
    expect(publishedDoors({ ...office, alwaysOpen: true }, SUNDAY)).toBeNull()
    expect(publishedDoors({ ...office, alwaysOpen: true }, FRIDAY)).toEqual(publishedDoors(office, FRIDAY))
  })

  it('of one trial day end where those of the next begin', () => {
    const trial = { ...office, alwaysOpen: true }
    expect(doorsOf(trial, '2026-12-31')!.to).toBe(doorsOf(trial, '2027-01-01')!.from)
  })
})
