import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { officerRecord, spread, type Visit } from '../../shared/officer/record.ts'

const visit = (change: Partial<Visit> = {}): Visit => ({
  serviceId: 'ktp',
  called: true,
  wayMs: MINUTE,
  serveMs: 8 * MINUTE,
  isShut: false,
  isUnclocked: false,
  heldMs: 0,
  outcome: 'done',
  priority: false,
  withinStandard: undefined,
  ...change,
})

const missed = visit({ outcome: 'missed', wayMs: undefined, serveMs: undefined })

describe("an officer's record", () => {
  it('counts how every ticket left the counter, in all and by service', () => {
    const record = officerRecord([
      visit({ serviceId: 'kk' }),
      visit(),
      visit({ outcome: 'transferred' }),
      visit({ outcome: 'parked' }),
      missed,
      { ...missed, serviceId: 'kk' },
    ])
    expect(record).toMatchObject({ called: 6, served: 2, missed: 2, transferred: 1, parked: 1 })
    expect(record.services).toMatchObject([
      { serviceId: 'kk', served: 1, missed: 1, transferred: 0, parked: 0 },
      { serviceId: 'ktp', served: 1, missed: 1, transferred: 1, parked: 1 },
    ])
  })

  it('keeps the walk of the citizen apart from the service [O4]', () => {
    const slowWalker = visit({ wayMs: 5 * MINUTE, serveMs: 3 * MINUTE })
    const { way, serve } = officerRecord(Array.from({ length: 5 }, () => slowWalker))
    expect([way.p50, serve.p50]).toEqual([5 * MINUTE, 3 * MINUTE])
  })

  it('takes service times from finished visits only [O5]', () => {
    const done = Array.from({ length: 5 }, () => visit())
    const record = officerRecord([...done, visit({ outcome: 'transferred', serveMs: MINUTE })])
    expect(record.serve).toMatchObject({ n: 5, p50: 8 * MINUTE })
    expect(record.services[0]!.serve.n).toBe(5)
    expect(record.way.n).toBe(6)
  })

  it('describes holds among finished visits that were held', () => {
    const handedOn = visit({ outcome: 'transferred', heldMs: 9 * MINUTE })
    const record = officerRecord([visit(), visit({ heldMs: 4 * MINUTE }), handedOn])
    expect(record.held).toMatchObject({ n: 1, bins: expect.arrayContaining([1]) })
  })

  it('counts priority visitors who were served, not those who never came', () => {
    expect(officerRecord([visit({ priority: true }), { ...missed, priority: true }]).priorityServed).toBe(1)
  })

  it('measures the service standard only where one is published [O6]', () => {
    const visits = [
      visit(),
      visit({ withinStandard: true }),
      visit({ withinStandard: true }),
      visit({ withinStandard: false }),
    ]
    expect(officerRecord(visits).standard).toEqual({ n: 3, within: 2, share: 2 / 3 })
    expect(officerRecord([visit()]).standard).toEqual({ n: 0, within: 0, share: undefined })
  })

  it('is empty, not zero minutes, for an officer who has not worked yet [O10]', () => {
    const record = officerRecord([])
    expect(record).toMatchObject({ called: 0, services: [] })
    expect(record.serve).toMatchObject({ n: 0, p10: undefined, p50: undefined, p90: undefined })
  })
})

describe('a spread of times', () => {
  it('counts in bins of two minutes, the last one open', () => {
    const minutes = [0, 1.99, 2, 23.99, 24, 90]
    const { bins } = spread(minutes.map(m => m * MINUTE))
    expect(bins).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2])
  })

  it('gives the tenth, the middle and the ninetieth percentile', () => {
    const { p10, p50, p90 } = spread(Array.from({ length: 11 }, (_, i) => i * MINUTE))
    expect([p10, p50, p90]).toEqual([MINUTE, 5 * MINUTE, 9 * MINUTE])
  })
})
