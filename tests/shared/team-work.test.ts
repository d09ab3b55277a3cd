import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, DAY, MINUTE } from '../../shared/kit/time.ts'
import { teamWork } from '../../shared/officer/team-work.ts'
import { fc } from '../helpers/property.ts'
import { anew, at, DATE, frame, visit } from '../helpers/unit-facts.ts'
import { workRecord } from '../helpers/work-record.ts'

beforeEach(anew)

describe('the work of a team', () => {
  it('is of each officer what their own record of the same days says, however the days are read [O200]', () => {
    const stay = fc.record({
      ...{ no: fc.integer({ min: 1, max: 4 }), day: fc.integer({ min: 0, max: 3 }) },
      ...{ minutes: fc.integer({ min: 1, max: 40 }), clockWrong: fc.boolean() },
      outcome: fc.constantFrom(...(['done', 'step', 'missed', 'transferred', 'parked', 'takenOver'] as const)),
      officerId: fc.constantFrom('p2', 'p7'),
      serviceId: fc.constantFrom('ktp-el', 'legalisir', 'hapus'),
    })
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (of, atOnce) => {
        anew()
        const visits = of
          .map(({ day, minutes, ...change }) => {
            const calledAt = at('09:00') + day * DAY
            const times = { calledAt, startedAt: calledAt, endedAt: calledAt + minutes * MINUTE }
            return visit({ ...change, ...times, date: addDays(DATE, day) })
          })
          .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
        const shut = [{ serviceId: 'legalisir', since: at('09:00') + DAY, until: at('09:05') + DAY }]
        const spans = [
          { id: 'p2', from: DATE, to: addDays(DATE, 2) },
          { id: 'p7', from: addDays(DATE, 1), to: addDays(DATE, 3) },
        ]
        const work = teamWork(
          spans.map(({ id, ...days }) => ({ id, days: [days] })),
          frame.office,
        )
        for (let day = 0; day < 4; day += atOnce) {
          const [from, before] = [addDays(DATE, day), addDays(DATE, day + atOnce)]
          work.add(
            visits.filter(v => from <= v.date && v.date < before),
            shut,
          )
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
