import { beforeEach, describe, expect, it } from 'vitest'
import { isServed } from '../../shared/officer/record.ts'
import { waysOf } from '../../shared/officer/ways.ts'
import { fc } from '../helpers/property.ts'
import { anew, visit } from '../helpers/unit-facts.ts'

beforeEach(anew)

describe('how people came to an officer', () => {
  it('is walk-in, booked or sent on, with what a colleague sent on and the counters [O168]', () => {
    const visits = [
      visit({ no: 1 }),
      visit({ no: 2, booked: true }),
      visit({ no: 3, officerId: 'p7', outcome: 'transferred' }),
      visit({ no: 3, counterId: '4', date: '2026-06-10' }),
      visit({ no: 4, officerId: 'p7', outcome: 'transferred' }),
      visit({ no: 4, counterId: '4' }),
      visit({ no: 5, outcome: 'step', booked: true }),
      visit({ no: 5 }),
      visit({ no: 6, outcome: 'missed', startedAt: null, booked: true }),
    ]
    expect(waysOf('p2', visits)).toEqual({
      ...{ walkIn: 2, booked: 2, sentOn: 2, transferredIn: 1 },
      services: [{ serviceId: 'ktp-el', walkIn: 2, booked: 2, sentOn: 2 }],
      counters: [
        { counterId: '2', served: 4, days: 1 },
        { counterId: '4', served: 2, days: 2 },
      ],
    })
  })

  it('stands for each service by itself [O235]', () => {
    const visits = [
      visit({ no: 1 }),
      visit({ no: 2, serviceId: 'kk', booked: true }),
      visit({ no: 3, serviceId: 'kk' }),
    ]
    expect(waysOf('p2', visits).services).toEqual([
      { serviceId: 'kk', walkIn: 1, booked: 1, sentOn: 0 },
      { serviceId: 'ktp-el', walkIn: 1, booked: 0, sentOn: 0 },
    ])
  })

  it('adds up to the services done, by service, way and counter, whatever happened [O168 O235]', () => {
    const one = fc.record({
      no: fc.integer({ min: 1, max: 6 }),
      officerId: fc.constantFrom('p2', 'p7'),
      counterId: fc.constantFrom('1', '2'),
      outcome: fc.constantFrom('done', 'step', 'missed', 'transferred', 'parked', 'takenOver'),
      booked: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), rows => {
        const visits = rows.map(row => visit(row))
        const done = visits.filter(v => v.officerId === 'p2' && isServed(v.outcome)).length
        const { walkIn, booked, sentOn, counters, services } = waysOf('p2', visits)
        expect(walkIn + booked + sentOn).toBe(done)
        expect(services.reduce((sum, s) => sum + s.walkIn + s.booked + s.sentOn, 0)).toBe(done)
        expect(counters.reduce((sum, c) => sum + c.served, 0)).toBe(done)
      }),
    )
  })
})
