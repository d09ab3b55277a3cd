import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/kit/time.ts'
import { openTurns } from '../../shared/roster/coverage.ts'
import { filled } from '../../shared/roster/fill.ts'
import { findingsOn } from '../../shared/roster/findings.ts'
import { restMinutes, suggestedRests } from '../../shared/roster/rests.ts'
import { awayOn, cellOf, minutesOf, overlap, PATTERN_WEEK, without, type Turn } from '../../shared/roster/roster.ts'
import { substitutesFor } from '../../shared/roster/substitutes.ts'
import { fc, runs } from '../helpers/property.ts'
import {
  aRoster,
  aShift,
  aTurn,
  leave,
  MONDAY,
  office,
  PEOPLE,
  plannedOffice,
  shift,
  TUESDAY,
  whole,
} from '../helpers/roster.ts'

describe('breaks in turn', () => {
  it('begin nearest to noon where somebody else stays, and are not given where nobody does [X3]', () => {
    const shifts = [...whole, shift('p4', '3', '08:00', '15:00')]
    const { shifts: made, left } = suggestedRests({ shifts, leaves: [] }, office, TUESDAY, 60)
    expect(made.map(s => [s.staffId, s.rest?.from])).toEqual([
      ['p1', '12:00'],
      ['p2', undefined],
      ['p3', '12:00'],
      ['p4', '11:00'],
    ])
    // Only counter 2 knows the card of a child.
    expect(left.map(s => s.staffId)).toEqual(['p2'])
  })

  it('are half an hour shorter in the hours of the fasting month, and none where those have a break of their own [X3]', () => {
    const special = (from: string, to: string, breaks: readonly Turn[] = []) => ({
      ...office,
      specialHours: [
        { name: ['Jam puasa', 'Fasting'] as const, from, to, hours: office.hours.map(h => h && { ...h, breaks }) },
      ],
    })
    const ramadan = special('2027-02-08', '2027-03-09')
    const minutes = (of: typeof ramadan, ...dates: readonly string[]) => dates.map(date => restMinutes(of, date))
    // Tuesday and Friday: before it, its first and last days, in it, and after it.
    expect(
      minutes(ramadan, '2027-02-05', '2027-02-08', '2027-02-16', '2027-02-19', '2027-03-09', '2027-03-12'),
    ).toEqual([90, 30, 30, 60, 30, 90])
    // Other special hours, and a month for which nobody set any, are as ever.
    expect(minutes(special('2027-06-01', '2027-06-30'), '2027-06-08', '2027-06-11', '2027-02-16')).toEqual([60, 90, 60])
    const date = '2027-02-16'
    const roster = { shifts: [...whole, shift('p4', '3', '08:00', '15:00')].map(s => ({ ...s, date })), leaves: [] }
    const rests = (of: typeof ramadan) =>
      suggestedRests(roster, of, date, restMinutes(of, date)).shifts.map(s => s.rest && `${s.rest.from}-${s.rest.to}`)
    expect(rests(ramadan)).toEqual(['12:00-12:30', null, '12:00-12:30', '11:30-12:00'])
    const noon = [{ from: '12:00', to: '12:30' }]
    expect(rests(special('2027-02-08', '2027-03-09', noon))).toEqual([null, null, null, null])
  })

  it('empty nothing, in whatever plan, and are the same each time [X3]', () => {
    const minutes = fc.constantFrom(30, 60, 90)
    const cover = fc.constantFrom('service' as const, 'counter' as const)
    fc.assert(
      fc.property(aRoster, minutes, cover, (roster, length, lunchCover) => {
        const of = plannedOffice({ lunchCover })
        const before = findingsOn(roster, of, TUESDAY, PEOPLE)
        const rests = suggestedRests(roster, of, TUESDAY, length)
        const after = findingsOn({ ...roster, shifts: rests.shifts }, of, TUESDAY, PEOPLE)
        expect(after).toEqual(before)
        expect(rests).toEqual(suggestedRests(roster, of, TUESDAY, length))
        for (const { rest, from, to } of rests.shifts)
          if (rest) {
            expect(rest.from > from && rest.to < to).toBe(true)
            expect(minutesOf(rest.to) - minutesOf(rest.from)).toBe(length)
          }
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('a week made of another', () => {
  const into = { week: addDays(MONDAY, 7), office, leaves: [], people: PEOPLE, today: MONDAY }

  it('has each shift a week later, none on a holiday, and says what was left out [X4]', () => {
    const wednesday = { date: addDays(MONDAY, 2) }
    const shifts = [...whole, shift('p1', '1', '08:00', '15:00', wednesday), shift('p9', '1', '08:00', '09:00')]
    const closed = { ...office, holidays: [addDays(MONDAY, 9)] }
    const leaves = [leave('p3', { from: MONDAY, to: addDays(MONDAY, 20) })]
    const made = filled({ week: MONDAY, shifts }, { ...into, office: closed, leaves })
    expect(made.shifts.map(s => [s.staffId, s.date])).toEqual([
      ['p1', addDays(TUESDAY, 7)],
      ['p2', addDays(TUESDAY, 7)],
    ])
    expect(made.left.map(l => [l.shift.staffId, l.why]).sort()).toEqual([
      ['p1', 'closed'],
      ['p3', 'leave'],
      ['p9', 'gone'],
    ])
  })

  it('is cut at the doors of its own dates, and made of the usual week the same way [X4]', () => {
    const friday = addDays(PATTERN_WEEK, 4)
    const usual = [shift('p1', '1', '07:30', '15:00', { date: friday, rest: { from: '12:00', to: '13:00' } })]
    expect(filled({ week: PATTERN_WEEK, shifts: usual }, into).shifts).toEqual([
      shift('p1', '1', '08:00', '11:00', { date: addDays(MONDAY, 11) }),
    ])
  })

  it('changes no day that is over, and loses no shift without a word [X4]', () => {
    fc.assert(
      fc.property(fc.array(aShift, { maxLength: 12 }), fc.integer({ min: 0, max: 6 }), (shifts, n) => {
        const today = addDays(into.week, n)
        const made = filled({ week: MONDAY, shifts }, { ...into, today })
        expect(made.shifts.every(s => s.date >= today)).toBe(true)
        const ahead = shifts.filter(s => addDays(s.date, 7) >= today)
        expect(made.shifts.length + made.left.length).toBe(ahead.length)
        for (const s of made.shifts)
          expect(
            without(s, [{ from: openTurns(office, s.date)[0]!.from, to: openTurns(office, s.date).at(-1)!.to }]),
          ).toEqual([])
      }),
      { numRuns: runs(150) },
    )
  })
})

describe('a substitute', () => {
  const vacancy = { date: TUESDAY, counterId: '2', from: '08:00', to: '12:00' }

  it('is free and has served the same, or is planned for it; whoever knows most stands first [X5]', () => {
    const served = new Map([
      ['p1', ['ktp-el']],
      ['p4', ['kartu-identitas-anak', 'ktp-el']],
    ])
    const shifts = [shift('p3', '2', '08:00', '15:00', { date: MONDAY }), shift('p2', '2', '08:00', '15:00')]
    const names = (leaves = [leave('p2')], busy = new Set<string>()) =>
      substitutesFor({ shifts, leaves }, office, PEOPLE, { ...vacancy, served, busy }).map(s => [s.staffId, s.knows])
    expect(names()).toEqual([
      ['p4', 'served'],
      ['p3', 'planned'],
      ['p1', 'served'],
    ])
    expect(names([leave('p4')])).toEqual([
      ['p3', 'planned'],
      ['p1', 'served'],
    ])
    expect(names([], new Set(['p4', 'p3']))).toEqual([['p1', 'served']])
  })

  it('is never somebody who is away, at work elsewhere or has left [X5]', () => {
    const served = new Map(PEOPLE.map(p => [p.id, ['ktp-el']]))
    fc.assert(
      fc.property(aRoster, aTurn, (roster, turn) => {
        const people = PEOPLE.map(p => ({ ...p, active: p.id !== 'p1' }))
        for (const { staffId } of substitutesFor(roster, office, people, { ...vacancy, ...turn, served })) {
          expect(staffId).not.toBe('p1')
          expect(awayOn(roster.leaves, staffId, TUESDAY).some(t => overlap(t, turn))).toBe(false)
          expect(cellOf(roster.shifts, staffId, TUESDAY).some(s => overlap(s, turn))).toBe(false)
        }
      }),
      { numRuns: runs(150) },
    )
  })
})
