import { describe, expect, it } from 'vitest'
import { addDays, atClock, HOUR, MINUTE, officeDate, type Zone } from '../../shared/kit/time.ts'
import {
  contestDays,
  contestEffect,
  contestLate,
  contestState,
  decidedExclusion,
  mustBeAnswerable,
  mustBeContestable,
  mustBeFirst,
  mustLeaveDays,
  mustBeHeard,
  mustDecideContest,
  objectUntil,
  PARTS_OF_DAY,
  type Excluded,
} from '../../shared/officer/contest/contest.ts'
import { contestReminders } from '../../shared/officer/contest/reminders.ts'
import { fc, runs } from '../helpers/property.ts'

const code = (act: () => unknown) => {
  try {
    act()
    return 'none'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const ZONES = ['WIB', 'WITA', 'WIT'] as const satisfies readonly Zone[]
const PERIOD = { from: '2026-04-01', to: '2026-06-30', openedOn: '2026-07-08' }
const ASKED: Excluded = { from: '2026-05-20', to: '2026-05-22', hours: ['pagi', 'siang'], counters: ['c5', 'c6'] }
const OBJECTED = '2026-07-09'
const times = (zone: Zone, answered = false) => ({
  objectedAt: atClock(OBJECTED, '23:59', zone),
  answeredAt: answered ? atClock('2026-07-10', '09:05', zone) : null,
  decidedAt: null,
})

describe.each(ZONES)('an objection by the calendar of an office in %s', zone => {
  it('may be made until the last minute of the fourteenth day after the figure opened [O60]', () => {
    expect(objectUntil(PERIOD)).toBe('2026-07-22')
    for (let day = -2; day <= 17; day += 1) {
      const date = addDays(PERIOD.openedOn, day)
      const wanted = day < 0 ? 'CONTEST_EARLY' : day <= 14 ? 'none' : 'CONTEST_LATE'
      for (const minute of [atClock(date, '00:00', zone), atClock(date, '23:59', zone) + 59_999])
        expect(
          code(() => mustBeContestable(PERIOD, ASKED, officeDate(minute, zone))),
          date,
        ).toBe(wanted)
    }
  })

  it('is answered within seven days, waited for fourteen, late after them, and raised on the fourth day of being late [O61]', () => {
    const days = contestDays(times(zone).objectedAt, zone)
    expect(days).toEqual({ objected: OBJECTED, answer: '2026-07-16', decide: '2026-07-23', raise: '2026-07-27' })
    for (let day = 0; day <= 40; day += 1) {
      const today = officeDate(atClock(addDays(OBJECTED, day), '00:00', zone), zone)
      expect(
        code(() => mustBeAnswerable(times(zone), today, zone)),
        today,
      ).toBe(day <= 7 ? 'none' : 'CONTEST_LATE')
      const open = (answered: boolean) => contestState(times(zone, answered), today, zone)
      const state = day <= 14 ? undefined : day < 18 ? 'overdue' : 'raised'
      expect([open(false), open(true)]).toEqual([state ?? 'asked', state ?? 'answered'])
      expect(contestLate(times(zone), today, zone)).toBe(Math.max(0, day - 14))
    }
  })

  it('is decided once the assessor has answered, or from the day on which they no longer can [O340]', () => {
    for (let day = 0; day <= 20; day += 1) {
      const today = addDays(OBJECTED, day)
      const heard = (answered: boolean) => code(() => mustBeHeard(times(zone, answered), today, zone))
      expect([heard(false), heard(true)], today).toEqual([
        day <= 7 ? 'CONTEST_UNHEARD' : 'none',
        day === 0 ? 'CONTEST_UNHEARD' : 'none',
      ])
    }
  })

  it('is never decided by silence, however long that lasts [O61]', () => {
    const always = fc.integer({ min: 15, max: 4_000 })
    fc.assert(
      fc.property(always, fc.boolean(), (day, answered) => {
        const today = addDays(OBJECTED, day)
        expect(contestState(times(zone, answered), today, zone)).not.toBe('decided')
        expect(contestReminders(times(zone, answered), today, zone, true)).toContainEqual({
          kind: 'decide',
          day: today,
        })
      }),
      { numRuns: runs(60) },
    )
    const decided = { ...times(zone), decidedAt: atClock('2026-08-20', '10:00', zone) }
    expect(contestState(decided, '2027-01-01', zone)).toBe('decided')
    expect([contestLate(decided, '2027-01-01', zone), contestReminders(decided, '2027-01-01', zone, true)]).toEqual([
      0,
      [],
    ])
  })

  it('reminds seven, three and one day before a last day and on it, the assessor only until the answer came [O61]', () => {
    const days = Array.from({ length: 17 }, (_, day) => day)
    const on = (kind: string, answered = false) =>
      days.filter(day => {
        const today = addDays(OBJECTED, day)
        return contestReminders(times(zone, answered), today, zone, true).some(r => r.kind === kind && r.day === today)
      })
    expect(on('answer')).toEqual([0, 4, 6, 7])
    expect(on('answer', true)).toEqual([])
    expect(on('decide')).toEqual([7, 11, 13, 14, 15, 16])
  })

  it('tells its officer once that it is late and once that it went a step up [O211]', () => {
    const told = new Set<string>()
    for (let day = 0; day < 60; day += 1)
      for (const { kind, day: of } of contestReminders(times(zone), addDays(OBJECTED, day), zone, true))
        if (kind === 'late' || kind === 'raised') told.add(`${kind} ${of}`)
    expect([...told]).toEqual([`late ${addDays(OBJECTED, 15)}`, `raised ${addDays(OBJECTED, 18)}`])
  })

  it('went a step up only once somebody is above, and is late until then [O394]', () => {
    const officer = (day: number, above: boolean) =>
      contestReminders(times(zone), addDays(OBJECTED, day), zone, above).filter(r => r.kind !== 'decide')
    expect(officer(40, false)).toEqual([{ kind: 'late', day: addDays(OBJECTED, 15) }])
    expect(officer(40, true)).toEqual([{ kind: 'raised', day: addDays(OBJECTED, 18) }])
  })

  it('catches up after days without a program with one reminder of each kind [O210]', () => {
    for (let day = 0; day < 60; day += 1) {
      const kinds = contestReminders(times(zone), addDays(OBJECTED, day), zone, true).map(r => r.kind)
      expect(new Set(kinds).size).toBe(kinds.length)
    }
    expect(contestReminders(times(zone), addDays(OBJECTED, 12), zone, true)).toEqual([
      { kind: 'decide', day: addDays(OBJECTED, 11) },
    ])
  })
})

describe('an objection', () => {
  it('is the only one to its days, through whatever period, and says so where no day is left [O416]', () => {
    const day = (from: string, to = from): Excluded => ({ ...ASKED, from, to })
    const others = [day('2026-05-12', '2026-05-14')]
    const both = (wanted: Excluded) => [mustBeFirst, mustLeaveDays].map(must => code(() => must(wanted, others)))
    expect(both(day('2026-05-11'))).toEqual(['none', 'none'])
    expect(both(day('2026-05-11', '2026-05-12'))).toEqual(['CONTESTED_ALREADY', 'none'])
    expect(both(day('2026-05-12', '2026-05-13'))).toEqual(['CONTESTED_ALREADY', 'CONTESTED_ALREADY'])
    expect(both(day('2026-05-14', '2026-05-15'))).toEqual(['CONTESTED_ALREADY', 'none'])
    expect(both(day('2026-05-15'))).toEqual(['none', 'none'])
  })

  it('counts its days by the office’s own midnight, not by another zone’s [O60]', () => {
    const late = atClock('2026-07-22', '23:30', 'WIB')
    expect(ZONES.map(zone => officeDate(late, zone) > objectUntil(PERIOD))).toEqual([false, true, true])
    expect(contestDays(late + 31 * MINUTE, 'WIB').objected).toBe('2026-07-23')
    expect(contestDays(late - HOUR, 'WIT').objected).toBe('2026-07-23')
  })

  it('names days within its period, one after another [O60]', () => {
    const at = (rest: Partial<Excluded>) => code(() => mustBeContestable(PERIOD, { ...ASKED, ...rest }, '2026-07-09'))
    expect(at({})).toBe('none')
    expect(at({ from: '2026-03-31' })).toBe('BAD_REQUEST')
    expect(at({ to: '2026-07-01' })).toBe('BAD_REQUEST')
    expect(at({ from: '2026-05-23' })).toBe('BAD_REQUEST')
  })

  it('names days of the last quarter of a semester alone: those before had fourteen days of their own [O60]', () => {
    const semester = { ...PERIOD, from: '2026-01-01' }
    const at = (from: string, to: string) =>
      code(() => mustBeContestable(semester, { ...ASKED, from, to }, '2026-07-09'))
    expect(at('2026-04-01', '2026-06-30')).toBe('none')
    expect(at('2026-03-31', '2026-03-31')).toBe('BAD_REQUEST')
    expect(at('2026-01-01', '2026-06-30')).toBe('BAD_REQUEST')
  })

  it('is answered once, and not after its end [O61]', () => {
    const { objectedAt } = times('WITA')
    const answered = { objectedAt, answeredAt: objectedAt + HOUR, decidedAt: null }
    expect(code(() => mustBeAnswerable(answered, '2026-07-10', 'WITA'))).toBe('CONTEST_ANSWERED')
    const decided = { objectedAt, answeredAt: null, decidedAt: objectedAt + HOUR }
    expect(code(() => mustBeAnswerable(decided, '2026-07-10', 'WITA'))).toBe('CONTEST_ENDED')
  })

  it('is decided by nobody in an own case, nor by whoever assessed the officer, themselves or for somebody [O62]', () => {
    const people = { officer: 'o', assessors: ['a', 'before', 'deputy'], decider: 's' }
    const by = (...actsFor: string[]) => code(() => mustDecideContest({ ...people, actsFor }))
    expect(by('s')).toBe('none')
    expect(mustDecideContest({ ...people, actsFor: ['stands in', 's'] })).toEqual({ of: 's' })
    expect(by('o')).toBe('CONTEST_OWN')
    expect(by('s', 'o')).toBe('CONTEST_OWN')
    for (const assessor of people.assessors) expect(by(assessor)).toBe('CONTEST_AGAINST')
    expect(by('a', 's')).toBe('CONTEST_AGAINST')
    expect(by('manager')).toBe('FORBIDDEN')
    expect(code(() => mustDecideContest({ ...people, decider: undefined, actsFor: ['s'] }))).toBe('FORBIDDEN')
  })

  it('ends in nobody’s hands but those of who may decide, whoever stands in for whom [O62]', () => {
    const id = fc.constantFrom('o', 'a', 'b', 's', 't', 'x')
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { maxLength: 3 }),
        fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
        (assessors, actsFor) => {
          const refused = code(() => mustDecideContest({ officer: 'o', assessors, decider: 's', actsFor }))
          const clean = !actsFor.includes('o') && !actsFor.some(one => assessors.includes(one))
          expect(refused === 'none').toBe(clean && actsFor.includes('s'))
        },
      ),
      { numRuns: runs(200) },
    )
  })

  it('leaves out all that was asked, a part of it by days, hours or counters, or nothing [O63]', () => {
    expect(decidedExclusion(ASKED, 'accepted', undefined)).toEqual(ASKED)
    expect(decidedExclusion(ASKED, 'refused', undefined)).toBeUndefined()
    const partly = (rest: Partial<Excluded>) => code(() => decidedExclusion(ASKED, 'partly', { ...ASKED, ...rest }))
    expect([partly({ to: '2026-05-21' }), partly({ hours: ['pagi'] }), partly({ counters: ['c6'] })]).toEqual(
      Array(3).fill('none'),
    )
    const no = [{}, { to: '2026-05-23' }, { hours: [] }, { hours: ['sore'] as const }, { counters: ['c7'] }]
    expect(no.map(partly)).toEqual(Array(5).fill('BAD_REQUEST'))
    expect(partly({ from: '2026-05-22', to: '2026-05-20' })).toBe('BAD_REQUEST')
    expect(code(() => decidedExclusion(ASKED, 'partly', undefined))).toBe('BAD_REQUEST')
    expect(code(() => decidedExclusion(ASKED, 'accepted', ASKED))).toBe('BAD_REQUEST')
    const whole = { ...ASKED, hours: [], counters: [] }
    expect(decidedExclusion(whole, 'partly', { ...whole, hours: [PARTS_OF_DAY[0]!] })).toMatchObject({
      hours: ['pagi'],
    })
  })

  it('tells before its end how many ratings are meant and left, and no figure [O63]', () => {
    expect(contestEffect(204, 17, 60)).toEqual({ n: 204, meant: 17, left: 187, enough: true })
    expect(contestEffect(70, 17, 60)).toEqual({ n: 70, meant: 17, left: 53, enough: false })
  })
})
