import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { areManyMarked, lastMarkDay, mustBeMarkable } from '../../shared/officer/clock/clock-marks.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { settlesOn } from '../../shared/survey/fixed-periods.ts'
import { fc } from '../helpers/property.ts'
import { anew, at, DATE, figures, frame, visit } from '../helpers/unit-facts.ts'
import { workRecord } from '../helpers/work-record.ts'

beforeEach(anew)

const record = (visits: readonly VisitFact[]) => workRecord('p2', visits, [], frame.office)
const code = (act: () => void) => {
  try {
    act()
    return 'none'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a visit whose clock is marked as wrong', () => {
  it('stays counted, and leaves every time of it out of the record, the standard and the unit [O160]', () => {
    const wrong = visit({ clockWrong: true, endedAt: at('10:51'), heldMs: MINUTE })
    const rest = Array.from({ length: 10 }, () => visit())
    const own = record([...rest, wrong])
    expect(own).toMatchObject({ served: 11, unclocked: 1, standard: { n: 10 }, held: { n: 0 } })
    expect([own.serve, own.way]).toEqual([record(rest).serve, record(rest).way])
    const unit = figures({ visits: [...rest, wrong] })
    expect(unit.officers[0]).toMatchObject({ served: 11, unclocked: 1, serve: { n: 10 }, way: { n: 10 } })
    expect(unit.services.find(s => s.id === 'ktp-el')).toMatchObject({ served: 11, unclocked: 1, serve: { n: 10 } })
  })

  it('takes the time of the whole visit with it where only a part of it was marked [O160]', () => {
    const aside = visit({ no: 1, outcome: 'parked', clockWrong: true })
    const own = record([aside, visit({ no: 1, calledAt: at('10:00'), startedAt: at('10:00'), endedAt: at('10:05') })])
    expect(own).toMatchObject({ served: 1, unclocked: 1, serve: { n: 0 }, way: { n: 1 } })
  })

  it('changes no count and no time of any other visit, whichever are marked [O160]', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 90 })), { maxLength: 30 }), of => {
        anew()
        const visits = of.map(([clockWrong, minutes]) => visit({ clockWrong, endedAt: at('09:21') + minutes * MINUTE }))
        const own = record(visits)
        const right = record(visits.filter(v => !v.clockWrong))
        expect(own.served).toBe(visits.length)
        expect(own.unclocked + own.serve.n).toBe(visits.length)
        expect([own.serve, own.way, own.standard]).toEqual([right.serve, right.way, right.standard])
      }),
    )
  })

  it('is marked until the seventh day, so before anything of its period is computed [O161]', () => {
    expect(lastMarkDay(DATE)).toBe('2026-06-16')
    expect(lastMarkDay('2026-06-30') < settlesOn('2026-06-30')).toBe(true)
    const startedAt = at('09:21')
    expect(code(() => mustBeMarkable({ date: DATE, startedAt }, '2026-06-16'))).toBe('none')
    expect(code(() => mustBeMarkable({ date: DATE, startedAt }, '2026-06-17'))).toBe('MARK_LATE')
    expect(code(() => mustBeMarkable({ date: DATE, startedAt: null }, DATE))).toBe('TICKET_STATE')
  })

  it('is worth a question only where more than a tenth of ten or more are marked', () => {
    expect([areManyMarked(2, 9), areManyMarked(1, 10), areManyMarked(2, 10), areManyMarked(10, 100)]).toEqual([
      ...[false, false, true, false],
    ])
  })
})
