import { describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import {
  agreedLate,
  lateState,
  mayAgree,
  mayKeep,
  mistakenUntil,
  takenBackLate,
  touchedParts,
  touchesServed,
  type LateActs,
} from '../../shared/officer/outage/late.ts'
import type { HourBand } from '../../shared/officer/score/cells.ts'
import { fc, runs } from '../helpers/property.ts'

const marked: LateActs = { markedBy: 'a', agreedBy: null, backBy: null, goneBy: null, objectedBy: null }
const stands = { ...marked, agreedBy: 'b' }
const leaving = { ...stands, backBy: 'b' }
const code = (act: () => unknown) => {
  try {
    return act()
  } catch (error) {
    return (error as { code: string }).code
  }
}
const DATE = '2026-05-20'
const at = (time: string) => atClock(DATE, time, 'WITA')
const visit = (from: string, to: string) => ({ calledAt: at(from), endedAt: at(to) })

describe('an outage that is marked after its day', () => {
  it('stands once somebody else agrees, and goes once somebody else than whoever asked for that agrees [O344 O346]', () => {
    expect([marked, stands, leaving, { ...leaving, goneBy: 'a' }].map(lateState)).toEqual([
      'waits',
      'stands',
      'leaving',
      'gone',
    ])
    expect(['a', 'b'].map(who => code(() => agreedLate(marked, who)))).toEqual(['OUTAGE_SECOND', 'stands'])
    expect(['b', 'a'].map(who => code(() => agreedLate(leaving, who)))).toEqual(['OUTAGE_SECOND', 'gone'])
    expect(code(() => agreedLate(stands, 'c'))).toBe('OUTAGE_ENDED')
    expect([marked, stands].map(takenBackLate)).toEqual(['gone', 'leaving'])
    expect([leaving, { ...marked, goneBy: 'a' }].map(acts => code(() => takenBackLate(acts)))).toEqual(
      Array(2).fill('OUTAGE_ENDED'),
    )
  })

  it('is, once its officer says it is mistaken, for neither of the two who made it stand [O417]', () => {
    const objected = { ...stands, backBy: 'officer', objectedBy: 'officer' }
    const people = ['a', 'b', 'officer', 'c']
    expect(people.map(who => mayAgree(objected, who))).toEqual([false, false, false, true])
    expect(people.map(who => mayKeep(objected, who))).toEqual([false, false, false, true])
    expect(people.map(who => mayKeep(leaving, who))).toEqual([false, false, false, false])
    expect(code(() => agreedLate(objected, 'a'))).toBe('OUTAGE_SECOND')
    expect(agreedLate(objected, 'c')).toBe('gone')
    expect(mistakenUntil(at('23:59'), 'WITA')).toBe('2026-06-03')
  })

  it('is the own case of whoever served in its minutes, had somebody wait in them, or has ratings in a part that it leaves out [O415]', () => {
    const outage = { since: at('09:00'), until: at('10:00') }
    const one = (queued: string, called: string, ended: string, hours: HourBand[] = []) => ({
      visits: [{ queuedAt: at(queued), calledAt: at(called), endedAt: at(ended) }],
      hours,
    })
    const out = [{ part: 'pagi', visits: 2, touched: 2, out: true }] as const
    const stays = [{ ...out[0], out: false }]
    expect(touchesServed(one('08:00', '09:50', '10:10'), outage, [], 'WITA')).toBe(true)
    expect(touchesServed(one('09:50', '10:10', '10:20'), outage, [], 'WITA')).toBe(true)
    expect(touchesServed(one('10:00', '10:10', '10:20'), outage, stays, 'WITA')).toBe(false)
    expect(touchesServed(one('10:00', '10:10', '10:20'), outage, out, 'WITA')).toBe(true)
    expect(touchesServed(one('12:00', '12:10', '12:20'), outage, out, 'WITA')).toBe(false)
    expect(touchesServed(one('12:00', '12:10', '12:20', ['pagi']), outage, out, 'WITA')).toBe(true)
    expect(touchesServed(one('12:00', '12:10', '12:20', ['unknown']), outage, out, 'WITA')).toBe(true)
    expect(touchesServed(one('12:00', '12:10', '12:20', ['pagi', 'unknown']), outage, stays, 'WITA')).toBe(false)
    expect(touchesServed({ visits: [], hours: [] }, outage, out, 'WITA')).toBe(false)
  })

  it('leaves out the parts of the day most of whose visits it overlaps, by their own times, also one called before it [O345]', () => {
    const visits = [
      ...[visit('09:00', '09:10'), visit('10:50', '11:15'), visit('10:55', '11:20')],
      ...[visit('11:30', '11:40'), visit('12:00', '12:10'), visit('13:00', '13:10'), visit('14:10', '14:20')],
    ]
    const of = (from: string, to: string) => touchedParts(visits, { since: at(from), until: at(to) }, 'WITA')
    expect(of('11:05', '11:35')).toEqual([
      { part: 'pagi', visits: 3, touched: 2, out: true },
      { part: 'siang', visits: 3, touched: 1, out: false },
    ])
    expect(of('09:05', '09:06')).toEqual([{ part: 'pagi', visits: 3, touched: 1, out: false }])
    expect(of('15:00', '16:00')).toEqual([])
    expect(of('14:00', '15:00')).toEqual([{ part: 'sore', visits: 1, touched: 1, out: true }])
  })

  it('leaves out nothing of a part of which half of the visits or more lie outside of it [O345]', () => {
    const minute = fc.integer({ min: 8 * 60, max: 16 * 60 })
    const clock = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(
        fc.array(minute, { maxLength: 40 }),
        minute,
        fc.integer({ min: 1, max: 200 }),
        (starts, from, long) => {
          const visits = starts.map(m => visit(clock(m), clock(m + 10)))
          const [since, until] = [at(clock(from)), at(clock(from + long))]
          for (const { visits: all, touched, out } of touchedParts(visits, { since, until }, 'WITA')) {
            expect(touched).toBeLessThanOrEqual(all)
            expect(out).toBe(all - touched < touched)
          }
        },
      ),
      { numRuns: runs(200) },
    )
  })
})
