import { describe, expect, it } from 'vitest'
import { slotGrid } from '../../shared/booking/slots.ts'
import { addDays, clockText, HOUR, type Zone } from '../../shared/kit/time.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { doorsOf, doorsTold, isWholeDay, publishedDoors, specialHoursOn } from '../../shared/office/hours.ts'
import type { DayHours, SpecialHours } from '../../shared/office/office.ts'

const noon = [{ from: '12:00', to: '13:00' }]
const weekday: DayHours = { open: '08:00', close: '15:00', breaks: noon }
const friday: DayHours = { open: '08:00', close: '11:00', breaks: [] }
const office = {
  zone: 'WITA' as Zone,
  hours: [null, weekday, weekday, weekday, weekday, friday, null],
  holidays: ['2026-08-17'],
  specialHours: [],
  alwaysOpen: false,
}

const day = (open: string, close: string, from: string, to: string): DayHours => ({
  open,
  close,
  breaks: [{ from, to }],
})
const week = (usual: DayHours, onFriday: DayHours) => [null, usual, usual, usual, usual, onFriday, null]
const ramadan: SpecialHours = {
  name: ['Jam layanan Ramadan', 'Opening hours in Ramadan'],
  from: '2026-02-19',
  to: '2026-03-19',
  hours: week(day('08:00', '15:00', '12:00', '12:30'), day('08:00', '15:30', '11:30', '12:30')),
}
/** The hours of Perpres 21/2023, which an office keeps unless it serves the public longer. */
const byDecree = {
  ...office,
  hours: week(day('07:30', '16:00', '12:00', '13:00'), day('07:30', '16:30', '11:30', '13:00')),
  holidays: ['2026-02-25'],
  specialHours: [ramadan],
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
  it('open at eight and close at three from Monday, with the rest at noon [H2]', () => {
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
  ])('stay shut on %s [H3]', (_, date) => {
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
    'stand open from midnight to midnight on %s in a trial office [H5]',
    date => {
      const doors = doorsOf({ ...office, alwaysOpen: true }, date)!
      expect(doors.to - doors.from).toBe(24 * HOUR)
      expect(clockText(doors.from, 'WITA')).toBe('00.00')
      expect(doors.breaks).toEqual([])
    },
  )

  it('leave the published hours of a trial office as they are [H5]', () => {
    expect(publishedDoors({ ...office, alwaysOpen: true }, SUNDAY)).toBeNull()
    expect(publishedDoors({ ...office, alwaysOpen: true }, FRIDAY)).toEqual(publishedDoors(office, FRIDAY))
  })

  it('are told of a trial office as all day on the day that is running, and as published before it [H5 H6]', () => {
    const trial = { ...office, alwaysOpen: true }
    expect(isWholeDay(doorsTold(trial, FRIDAY, FRIDAY)!)).toBe(true)
    expect(isWholeDay(doorsTold(trial, SUNDAY, SUNDAY)!)).toBe(true)
    expect(doorsTold(trial, FRIDAY, SUNDAY)).toEqual(publishedDoors(office, FRIDAY))
    expect(doorsTold(office, FRIDAY, FRIDAY)).toEqual(publishedDoors(office, FRIDAY))
    expect(isWholeDay(publishedDoors(office, FRIDAY)!)).toBe(false)
  })

  it('of one trial day end where those of the next begin', () => {
    const trial = { ...office, alwaysOpen: true }
    expect(doorsOf(trial, '2026-12-31')!.to).toBe(doorsOf(trial, '2027-01-01')!.from)
  })
})

describe('the hours in Ramadan', () => {
  const shown = (date: string) => {
    const doors = publishedDoors(byDecree, date)
    return doors && [doors, ...doors.breaks].map(s => `${clockText(s.from, 'WITA')}-${clockText(s.to, 'WITA')}`)
  }

  it.each([
    ['the Wednesday before', '2026-02-18', ['07.30-16.00', '12.00-13.00']],
    ['its first Thursday', '2026-02-19', ['08.00-15.00', '12.00-12.30']],
    ['a Friday', '2026-02-27', ['08.00-15.30', '11.30-12.30']],
    ['its last Thursday', '2026-03-19', ['08.00-15.00', '12.00-12.30']],
    ['the Friday after', '2026-03-20', ['07.30-16.30', '11.30-13.00']],
  ])('are in force or not on %s [H4]', (_, date, hours) => {
    expect(shown(date)).toEqual(hours)
  })

  it('do not open the office on a holiday, nor at the weekend [H4]', () => {
    expect(shown('2026-02-25')).toBeNull()
    expect(shown('2026-02-28')).toBeNull()
  })

  it.each([
    ['an ordinary week is 37.5', '2026-02-09', 37.5],
    ['a week of Ramadan is 32.5', '2026-03-02', 32.5],
  ])('take the rests off: %s hours of work, as the decree counts them', (_, monday, hours) => {
    const work = [0, 1, 2, 3, 4].map(days => {
      const doors = publishedDoors(byDecree, addDays(monday, days))!
      return doors.breaks.reduce((left, b) => left - (b.to - b.from), doors.to - doors.from)
    })
    expect(work.reduce((sum, ms) => sum + ms, 0)).toBe(hours * HOUR)
  })

  it('have a name that can be shown, and ordinary days have none', () => {
    expect(specialHoursOn(byDecree, '2026-03-01')?.name[0]).toBe('Jam layanan Ramadan')
    expect(specialHoursOn(byDecree, '2026-04-01')).toBeUndefined()
  })

  it('yield to a shorter period that stands before them in the list [H4]', () => {
    const closing: SpecialHours = { ...ramadan, from: '2026-03-19', to: '2026-03-19', hours: Array(7).fill(null) }
    const both = { ...byDecree, specialHours: [closing, ramadan] }
    expect(publishedDoors(both, '2026-03-19')).toBeNull()
    expect(publishedDoors(both, '2026-03-18')).not.toBeNull()
  })

  it('are one truth: whoever books and whoever walks in find the same doors [H6]', () => {
    for (let days = 0; days < 60; days++) {
      const date = addDays('2026-02-01', days)
      const doors = doorsOf(byDecree, date)
      expect(doors).toEqual(publishedDoors(byDecree, date))
      const slots = slotGrid(doors, 30)
      expect(slots.length === 0).toBe(doors === null)
      expect(slots.every(start => start >= doors!.from && start + HOUR / 2 <= doors!.to)).toBe(true)
    }
  })

  it('are in the plan of the day that services run on [H6]', () => {
    const shut = { ...ramadan, from: '2026-03-04', to: '2026-03-04', hours: Array(7).fill(null) }
    const office = { ...demoOffice, alwaysOpen: false, specialHours: [shut] }
    const plans = ['2026-03-04', '2026-03-05'].map(date => planOf(office, date, '2026-02-01'))
    expect(plans.map(p => [p.doors !== null, p.slots!.starts.length > 0])).toEqual([
      [false, false],
      [true, true],
    ])
  })
})
