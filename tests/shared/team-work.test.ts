import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, DAY, MINUTE } from '../../shared/kit/time.ts'
import { dayWork, outagesOf } from '../../shared/officer/day-work.ts'
import type { VisitFact } from '../../shared/officer/facts.ts'
import { staysOf } from '../../shared/officer/stays.ts'
import { teamWork } from '../../shared/officer/team-work.ts'
import { fc } from '../helpers/property.ts'
import { anew, at, DATE, frame, visit } from '../helpers/unit-facts.ts'
import { workRecord } from '../helpers/work-record.ts'

beforeEach(anew)

describe('the work of a team', () => {
  it('knows of a stay all that is known of its visit [O330]', () => {
    const all: Required<VisitFact> = {
      ...{ ...visit(), booked: true, parts: 2, promised: { from: 1, to: 2 } },
      ...{ ticketLeftPart: true, clockWrong: true },
    }
    expect(staysOf([all], [])[0]).toMatchObject({ ...all, heldMs: 0 })
  })

  it('is of each officer what their own record of the same days says, day by day [O200 O330]', () => {
    const stay = fc.record({
      ...{ no: fc.integer({ min: 1, max: 4 }), day: fc.integer({ min: 0, max: 3 }) },
      ...{ minutes: fc.integer({ min: 1, max: 40 }), clockWrong: fc.boolean() },
      outcome: fc.constantFrom(...(['done', 'step', 'missed', 'transferred', 'parked', 'takenOver'] as const)),
      officerId: fc.constantFrom('p2', 'p7'),
      serviceId: fc.constantFrom('ktp-el', 'legalisir', 'hapus'),
    })
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 40 }), of => {
        anew()
        const visits = of
          .map(({ day, minutes, ...change }) => {
            const calledAt = at('09:00') + day * DAY
            const times = { calledAt, startedAt: calledAt, endedAt: calledAt + minutes * MINUTE }
            return visit({ ...change, ...times, date: addDays(DATE, day) })
          })
          .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
        const shut = [
          { serviceId: 'legalisir', since: at('09:00') + DAY, until: at('09:05') + DAY },
          { serviceId: 'ktp-el', since: at('09:00') + 2 * DAY, until: null },
        ]
        const spans = [
          { id: 'p2', from: DATE, to: addDays(DATE, 2) },
          { id: 'p7', from: addDays(DATE, 1), to: addDays(DATE, 3) },
        ]
        const work = teamWork(
          spans.map(({ id, ...days }) => ({ id, days: [days] })),
          frame.office,
        )
        for (let day = 0; day < 4; day += 1) {
          const date = addDays(DATE, day)
          const those = visits.filter(v => v.date === date)
          work.add(dayWork(date, those, outagesOf(date, shut)))
        }
        for (const { id, from, to } of spans) {
          const theirs = visits.filter(v => from <= v.date && v.date <= to)
          const { served, standard } = workRecord(id, theirs, shut, frame.office)
          expect(work.sums.get(id)).toEqual({ served, judged: standard.n, within: standard.within })
        }
      }),
    )
  })
})
