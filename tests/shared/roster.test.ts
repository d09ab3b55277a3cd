import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/kit/time.ts'
import { gaps, servicesToCover } from '../../shared/roster/coverage.ts'
import { findingsOn } from '../../shared/roster/findings.ts'
import { emptiedBy, plannedOf } from '../../shared/roster/places.ts'
import { plannedAt } from '../../shared/roster/planned.ts'
import { attended, cellOf, overlap, sameCell, withCell, without, type Person } from '../../shared/roster/roster.ts'
import { fc, runs } from '../helpers/property.ts'
import {
  aRoster,
  aShift,
  found,
  leave,
  MONDAY,
  office,
  PEOPLE,
  plannedOffice,
  shift,
  TUESDAY,
  whole,
} from '../helpers/roster.ts'

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

  it('shows as open what somebody may not have any longer: switched off, without the right, of another agency [X2 A46]', () => {
    const disdukcapil = office.counters.map(c => ({ ...c, agency: 'disdukcapil' }))
    const at = { ...office, counters: disdukcapil }
    const kinds = (of: Partial<Person>, shifts = whole) =>
      findingsOn({ shifts, leaves: [] }, at, TUESDAY, [{ ...PEOPLE[2]!, ...of }, PEOPLE[0]!, PEOPLE[1]!]).map(
        f => `${f.kind} ${f.from}-${f.to} ${f.staffIds.join()}${f.serviceIds.join()}`,
      )
    const open = 'nobody 08:00-15:00 kartu-keluarga'
    expect(kinds({ agency: 'disdukcapil' })).toEqual([])
    expect(kinds({ active: false })).toEqual(['gone 08:00-15:00 p3', open])
    expect(kinds({ counter: false, front: true })).toEqual(['unfit 08:00-15:00 p3', open])
    expect(kinds({ agency: 'pajak' })).toEqual(['unfit 08:00-15:00 p3', open])
    // Whoever is planned in their place clashes with nobody.
    const filled = [...whole, shift('p1', '3', '08:00', '15:00')].slice(1)
    expect(kinds({ active: false }, filled)).toEqual(['gone 08:00-15:00 p3'])
    // At the front desk stands whoever works here at all.
    const front = [...whole, shift('p3', null, '08:00', '15:00')].filter(s => s.counterId !== '3')
    expect(kinds({ counter: false, front: true, agency: 'pajak' }, front)).toEqual([open])
    expect(kinds({ counter: false, front: false }, front)).toEqual(['unfit 08:00-15:00 p3', open])
  })

  it('counts what becomes empty of somebody by a change of the account, with the first date [A46]', () => {
    const planned = plannedOf([
      shift('p1', '1', '08:00', '12:00', { date: '2026-06-11' }),
      shift('p1', '1', '12:00', '15:00'),
      shift('p1', null, '08:00', '12:00', { date: '2026-06-10' }),
    ])
    const p1 = PEOPLE[0]!
    const counters = office.counters.map(c => ({ ...c, agency: c.id === '1' ? 'capil' : null }))
    const lost = (of: Partial<Person>) => emptiedBy({ counters }, planned, { ...p1, ...of })
    expect(lost({})).toEqual({ count: 0, first: '' })
    expect(lost({ active: false })).toEqual({ count: 3, first: TUESDAY })
    expect(lost({ counter: false, front: true })).toEqual({ count: 2, first: TUESDAY })
    expect(lost({ agency: 'pajak' })).toEqual({ count: 2, first: TUESDAY })
    expect(lost({ agency: 'capil' })).toEqual({ count: 0, first: '' })
    expect(lost({ counter: false, front: false })).toEqual({ count: 3, first: TUESDAY })
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
        for (const service of servicesToCover(office, date))
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
