import { describe, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { gaps, openTurns, servicesToCover } from '../../shared/roster/coverage.ts'
import { filled } from '../../shared/roster/fill.ts'
import { findingsOn } from '../../shared/roster/findings.ts'
import { plannedAt } from '../../shared/roster/planned.ts'
import { emptyCounters, presenceAt } from '../../shared/roster/presence.ts'
import { suggestedRests } from '../../shared/roster/rests.ts'
import {
  attended,
  awayOn,
  cellOf,
  minutesOf,
  overlap,
  PATTERN_WEEK,
  sameCell,
  withCell,
  without,
} from '../../shared/roster/roster.ts'
import { substitutesFor } from '../../shared/roster/substitutes.ts'
import { fc, runs } from '../helpers/property.ts'
import { aRoster, aShift, aTurn, leave, MONDAY, PEOPLE, plannedOffice, shift, TUESDAY } from '../helpers/roster.ts'

const office = plannedOffice()
const found = (of: Parameters<typeof findingsOn>[0], at = office, date = TUESDAY) =>
  findingsOn(of, at, date, PEOPLE).map(f => [f.kind, f.from, f.to, f.staffIds.join(), f.serviceIds.join()])
const whole = [
  shift('p1', '1', '08:00', '15:00'),
  shift('p2', '2', '08:00', '15:00'),
  shift('p3', '3', '08:00', '15:00'),
]
const at = (clock: string) => atClock(TUESDAY, clock, office.zone)

describe('the plan of a week', () => {
  it('says who should be where, who rests in turn, and passes over whoever is away [X1]', () => {
    const shifts = [
      shift('p1', '1', '08:00', '12:00'),
      shift('p2', '2', '08:00', '15:00', { rest: { from: '11:30', to: '12:30' } }),
      shift('p3', '3', '08:00', '15:00'),
    ]
    const roster = { shifts, leaves: [leave('p3', { part: { from: '11:00', to: '12:00' } })] }
    const who = (clock: string) => plannedAt(roster, TUESDAY, clock).map(p => [p.shift.staffId, p.resting])
    expect(who('07:59')).toEqual([])
    expect(who('08:00')).toHaveLength(3)
    expect(who('11:45')).toEqual([
      ['p1', false],
      ['p2', true],
    ])
    expect(who('12:00')).toEqual([
      ['p2', true],
      ['p3', false],
    ])
    expect(who('15:00')).toEqual([])
    expect(plannedAt(roster, MONDAY, '09:00')).toEqual([])
  })

  it('finds nothing wrong where every service has somebody all day [X2]', () => {
    expect(found({ shifts: whole, leaves: [] })).toEqual([])
  })

  it('names one person in two places, two at one counter, leave, hours outside the doors and who has left [X2]', () => {
    const twice = [...whole, shift('p1', '3', '14:00', '15:00')]
    expect(found({ shifts: twice, leaves: [] })).toEqual([
      ['twice', '14:00', '15:00', 'p1', ''],
      ['double', '14:00', '15:00', 'p3,p1', ''],
    ])
    expect(found({ shifts: whole, leaves: [leave('p1', { part: { from: '13:00', to: '23:00' } })] })).toEqual([
      ['onLeave', '13:00', '15:00', 'p1', ''],
    ])
    const early = [shift('p1', '1', '07:30', '15:30'), ...whole.slice(1)]
    expect(found({ shifts: early, leaves: [] })).toEqual([
      ['outside', '07:30', '08:00', 'p1', ''],
      ['outside', '15:00', '15:30', 'p1', ''],
    ])
    expect(found({ shifts: [...whole, shift('p9', '4', '08:00', '09:00')], leaves: [] })).toEqual([
      ['gone', '08:00', '09:00', 'p9', ''],
      ['noCounter', '08:00', '09:00', 'p9', ''],
    ])
  })

  it('names a service without a planned counter, a day without anybody and a shift on a closed day [X2]', () => {
    const late = [shift('p1', '1', '08:00', '15:00'), shift('p2', '2', '09:00', '15:00'), whole[2]!]
    expect(found({ shifts: late, leaves: [] })).toEqual([['nobody', '08:00', '09:00', '', 'kartu-identitas-anak']])
    expect(found({ shifts: whole.slice(0, 1), leaves: [] })).toEqual([
      ['nobody', '08:00', '15:00', '', 'kartu-keluarga,kartu-identitas-anak'],
    ])
    expect(found({ shifts: [], leaves: [] })).toEqual([['unplanned', '08:00', '15:00', '', '']])
    const holiday = { ...office, holidays: [TUESDAY] }
    expect(found({ shifts: whole.slice(0, 1), leaves: [] }, holiday)).toEqual([['shut', '08:00', '15:00', 'p1', '']])
    expect(found({ shifts: [], leaves: [] }, holiday)).toEqual([])
  })

  it('names what rests in turn leave empty, as the office wants it, and never the break of the doors [X2 X3]', () => {
    const rest = { from: '12:00', to: '12:30' }
    const shifts = whole.map(s => ({ ...s, rest }))
    const kinds = (cover: 'none' | 'service' | 'counter') =>
      findingsOn({ shifts, leaves: [] }, plannedOffice({ lunchCover: cover }), TUESDAY, PEOPLE).map(
        f => `${f.kind} ${f.counterIds.join()}${f.serviceIds.join()}`,
      )
    expect(kinds('none')).toEqual([])
    expect(kinds('service')).toEqual(['lunchGap ktp-el,kartu-keluarga,kartu-identitas-anak'])
    expect(kinds('counter')).toEqual(['lunchGap 1', 'lunchGap 2', 'lunchGap 3'])
    const closing = { ...office, hours: office.hours.map(h => h && { ...h, breaks: [rest] }) }
    expect(found({ shifts, leaves: [] }, closing)).toEqual([])
  })

  it('never overlooks an hour in which nobody is there, in whatever plan [X2]', () => {
    fc.assert(
      fc.property(aRoster, fc.integer({ min: 0, max: 6 }), (roster, n) => {
        const date = addDays(MONDAY, n)
        const all = findingsOn(roster, office, date, PEOPLE)
        const there = roster.shifts.filter(s => s.date === date)
        for (const f of all) expect(f.from < f.to).toBe(true)
        if (there.length === 0) return
        for (const service of servicesToCover(office))
          for (const gap of gaps(office, roster, date, { service }))
            expect(
              without(
                gap,
                all.filter(f => f.serviceIds.includes(service)),
              ),
            ).toEqual([])
        const clash = there.some((a, i) => there.slice(i + 1).some(b => a.staffId === b.staffId && overlap(a, b)))
        expect(all.some(f => f.kind === 'twice')).toBe(clash)
      }),
      { numRuns: runs(150) },
    )
  })
})

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

describe('plan and hall side by side', () => {
  const seat = (id: string, state: 'open' | 'closed' | 'break', since: string, officerId?: string) => ({
    [id]: { id, state, since: at(since), ...(officerId ? { officerId } : {}) },
  })
  const states = (
    roster: Parameters<typeof presenceAt>[0],
    counters: Parameters<typeof presenceAt>[3],
    clock: string,
  ) =>
    presenceAt(roster, office, TUESDAY, counters, at(clock)).map(p =>
      `${p.shift.staffId} ${p.state} ${p.at ?? ''}`.trim(),
    )

  it('show somebody as not seen ten minutes after the shift began, not sooner [X6]', () => {
    const roster = { shifts: [whole[0]!, whole[1]!], leaves: [] }
    const counters = { ...seat('2', 'open', '07:55', 'p2'), ...seat('1', 'closed', '07:00') }
    expect(states(roster, counters, '08:09')).toEqual(['p1 due', 'p2 there'])
    expect(states(roster, counters, '08:10')).toEqual(['p1 unseen', 'p2 there'])
    const [missing] = presenceAt(roster, office, TUESDAY, counters, at('08:10'))
    expect(missing!.since).toBe(at('08:00'))
    const patient = { ...office, rules: { ...office.rules, absentAfterMinutes: 30 } }
    expect(presenceAt(roster, patient, TUESDAY, counters, at('08:10'))[0]!.state).toBe('due')
  })

  it('say where somebody sits instead: that is no absence, but leaves the counter empty [X6]', () => {
    const roster = { shifts: whole, leaves: [] }
    const counters = { ...seat('3', 'break', '08:00', 'p1'), ...seat('2', 'open', '08:00', 'p2') }
    expect(states(roster, counters, '09:00')).toEqual(['p1 elsewhere 3', 'p2 there', 'p3 unseen'])
    const empty = emptyCounters(presenceAt(roster, office, TUESDAY, counters, at('09:00')), counters)
    // Somebody sits at counter 3, though it is not who was planned.
    expect(empty.map(p => p.shift.counterId)).toEqual(['1'])
  })

  it('excuse nobody by a day that was planned late: counters that nobody opened yet were not closed [X6]', () => {
    const roster = { shifts: [whole[0]!], leaves: [] }
    const counters = { ...seat('1', 'closed', '08:20'), ...seat('2', 'closed', '08:20') }
    expect(states(roster, counters, '08:21')).toEqual(['p1 unseen'])
    expect(presenceAt(roster, office, TUESDAY, counters, at('08:21'))[0]!.since).toBe(at('08:00'))
  })

  it('count anew after a break in turn, after leave, and after a counter that was closed [X6]', () => {
    const rest = { from: '12:00', to: '13:00' }
    const roster = { shifts: [{ ...whole[0]!, rest }], leaves: [leave('p1', { part: { from: '08:00', to: '10:00' } })] }
    expect(states(roster, {}, '09:30')).toEqual([])
    expect(states(roster, {}, '10:09')).toEqual(['p1 due'])
    expect(states(roster, {}, '10:10')).toEqual(['p1 unseen'])
    expect(states(roster, {}, '12:30')).toEqual(['p1 resting'])
    expect(states(roster, {}, '13:09')).toEqual(['p1 due'])
    expect(states(roster, seat('1', 'closed', '13:30'), '13:39')).toEqual(['p1 due'])
    expect(states(roster, seat('1', 'closed', '13:30'), '13:40')).toEqual(['p1 unseen'])
    expect(states({ shifts: [shift('p4', null, '08:00', '15:00')], leaves: [] }, {}, '09:00')).toEqual(['p4 unknown'])
  })
})

describe('a cell of the plan', () => {
  it('is put in the place of the old one and touches no other [X1]', () => {
    fc.assert(
      fc.property(fc.array(aShift, { maxLength: 12 }), fc.array(aShift, { maxLength: 3 }), (shifts, wished) => {
        const cell = wished.map(s => ({ ...s, staffId: 'p1', date: TUESDAY }))
        const made = withCell(shifts, 'p1', TUESDAY, cell)
        expect(sameCell(cellOf(made, 'p1', TUESDAY), cell)).toBe(true)
        for (const { staffId, date } of shifts)
          if (staffId !== 'p1' || date !== TUESDAY)
            expect(sameCell(cellOf(made, staffId, date), cellOf(shifts, staffId, date))).toBe(true)
      }),
      { numRuns: runs(100) },
    )
  })

  it('has as much of a person as shift, break and leave let be [X1]', () => {
    const rest = { from: '12:00', to: '13:00' }
    const leaves = [leave('p1', { part: { from: '14:00', to: '15:00' } })]
    expect(attended(shift('p1', '1', '08:00', '15:00', { rest }), leaves)).toEqual([
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '14:00' },
    ])
    expect(attended(shift('p1', '1', '08:00', '15:00'), [leave('p1')])).toEqual([])
  })
})
