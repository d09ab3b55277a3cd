import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { addDays } from '../../shared/kit/time.ts'
import { PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import { agencyOn, heldThroughout, heldWithin, holdings, movesOf, type Former } from '../../shared/office/former.ts'
import { fc, runs } from '../helpers/property.ts'

const service = (id: string) => ({ ...demoOffice.services[0]!, id })
const hall = (ktp: string | null) => ({
  services: [
    { ...service('ktp'), agency: ktp },
    { ...service('sim'), agency: 'polisi' },
  ],
  counters: [{ id: '1', name: '1', services: [], ...PLAIN_COUNTER, agency: 'dukcapil' }],
})
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-06-08', '2026-06-09', '2026-06-10'] as const
const week = { from: MONDAY, to: '2026-06-14' }

describe('a service that moves to another agency', () => {
  const former = movesOf(hall('dukcapil'), hall('polisi'), TUESDAY)
  const moved = { office: hall('polisi'), former }

  it('is the new one’s from that day on, and the days before stay with the old one [A81]', () => {
    expect(former).toEqual([{ kind: 'service', id: 'ktp', agency: 'dukcapil', until: MONDAY }])
    expect([MONDAY, TUESDAY, WEDNESDAY].map(date => agencyOn(moved, 'service', 'ktp', date))).toEqual([
      'dukcapil',
      'polisi',
      'polisi',
    ])
    expect(holdings(moved, 'dukcapil', week)).toEqual([{ service: 'ktp', from: MONDAY, to: MONDAY }])
    expect(holdings(moved, 'polisi', week)).toEqual([
      { service: 'ktp', from: TUESDAY, to: week.to },
      { service: 'sim', ...week },
    ])
    expect(holdings(moved, null, week)).toBeUndefined()
  })

  it('belongs with what is counted by whole periods to whoever had it throughout, and else to the hall [A81]', () => {
    const ktp = { kind: 'service', id: 'ktp' } as const
    expect(['dukcapil', 'polisi', null].map(a => heldThroughout(moved, a, ktp, week))).toEqual([false, false, true])
    expect(heldThroughout(moved, 'polisi', ktp, { from: TUESDAY, to: week.to })).toBe(true)
    expect(heldThroughout(moved, 'dukcapil', ktp, { from: '2026-06-01', to: MONDAY })).toBe(true)
  })

  it('is named to both for days on which each had it [A81]', () => {
    const names = (scope: string) => heldWithin(moved.office, moved, scope, week).services.map(s => s.id)
    expect([names('dukcapil'), names('polisi')]).toEqual([['ktp'], ['ktp', 'sim']])
    expect(heldWithin(moved.office, moved, 'dukcapil', { from: TUESDAY, to: week.to }).services).toEqual([])
  })

  it('was on each day of exactly one, whatever moved when and back [A81]', () => {
    const change = fc.record({ days: fc.integer({ min: 0, max: 3 }), to: fc.constantFrom(null, 'dukcapil', 'polisi') })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), changes => {
        let [now, date]: [string | null, string] = ['dukcapil', MONDAY]
        const kept = new Map<string, Former>()
        const truth = new Map<string, string | null>()
        const pass = (days: number) => {
          for (let i = 0; i < days; i += 1) {
            truth.set(date, now)
            date = addDays(date, 1)
          }
        }
        for (const { days, to } of changes) {
          pass(days)
          // Of several changes on one day the first says whose the days before were.
          for (const one of movesOf(hall(now), hall(to), date)) if (!kept.has(one.until)) kept.set(one.until, one)
          now = to
        }
        pass(2)
        const all = { office: hall(now), former: [...kept.values()] }
        for (const [day, agency] of truth) expect(agencyOn(all, 'service', 'ktp', day), day).toBe(agency)
        const held = ['dukcapil', 'polisi'].flatMap(a => holdings(all, a, { from: MONDAY, to: addDays(date, -1) })!)
        for (const [day, agency] of truth)
          expect(held.filter(h => h.service === 'ktp' && h.from <= day && day <= h.to)).toHaveLength(agency ? 1 : 0)
      }),
      { numRuns: runs(200) },
    )
  })
})
