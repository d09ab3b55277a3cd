import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/kit/time.ts'
import { belowOn, recordDays, recordReaders } from '../../shared/oversight/record-days.ts'
import { readable, superiorOn, type Chain } from '../../shared/oversight/team.ts'
import { fc, runs } from '../helpers/property.ts'

const assesses = (assessorId: string, officerId: string, from: string, to: string | null = null) => ({
  ...{ id: `${officerId}-${assessorId}-${from}`, officerId, assessorId, from, to },
})

/** Budi is assessed by Ani until the end of June, by Eko from then on; Dewi stands over both, and Fajar stands in for Ani for two days. */
const CHAIN: Chain = {
  supervisions: [
    assesses('ani', 'budi', '2026-01-01', '2026-06-30'),
    assesses('eko', 'budi', '2026-07-01'),
    assesses('dewi', 'ani', '2026-01-01'),
  ],
  superiors: [{ id: 's', superiorId: 'dewi', assessorId: 'eko', from: '2026-07-10', to: null }],
  delegations: [{ id: 'd', personId: 'ani', delegateId: 'fajar', from: '2026-05-20', to: '2026-05-21', endedOn: null }],
}
const SUMMER = { from: '2026-06-20', to: '2026-07-20' }
const days = (reader: string, today = '2026-07-20', period = SUMMER) =>
  recordDays(CHAIN, reader, 'budi', period, today).map(d => `${d.from} ${d.to} ${d.as} ${d.of}`)

describe('the days of a record that somebody may read', () => {
  it('are those on which they assess, also of the former assessor, and those on which they decide over that [O230]', () => {
    expect(days('ani')).toEqual(['2026-06-20 2026-06-30 assessor ani'])
    expect(days('eko')).toEqual(['2026-07-01 2026-07-20 assessor eko'])
    expect(days('dewi')).toEqual(['2026-06-20 2026-06-30 superior dewi', '2026-07-10 2026-07-20 superior dewi'])
    expect([days('budi'), days('gita')]).toEqual([[], []])
  })

  it('are those of whom one stands in for, on the days of that alone [O230]', () => {
    const may = { from: '2026-05-01', to: '2026-05-31' }
    expect(days('fajar', '2026-05-20', may)).toEqual(['2026-05-01 2026-05-31 assessor ani'])
    expect([days('fajar', '2026-05-19', may), days('fajar', '2026-05-22', may)]).toEqual([[], []])
  })

  it('are told to the officer by who may read because of a day, whoever stands in among them [O231]', () => {
    expect(recordReaders(CHAIN, 'budi', '2026-05-20')).toEqual([
      { id: 'ani', as: 'assessor', behalf: null },
      { id: 'dewi', as: 'superior', behalf: null },
      { id: 'fajar', as: 'assessor', behalf: 'ani' },
    ])
    expect(recordReaders(CHAIN, 'budi', '2026-07-05').map(r => r.id)).toEqual(['eko'])
    expect(recordReaders(CHAIN, 'dewi', '2026-07-05')).toEqual([])
  })

  it('of those below are found by whoever decides over their assessor [O230]', () => {
    expect(belowOn(CHAIN, 'dewi', '2026-06-30')).toEqual([{ officer: 'budi', assessor: 'ani' }])
    expect(belowOn(CHAIN, 'dewi', '2026-07-01')).toEqual([])
    expect(belowOn(CHAIN, 'ani', '2026-06-30')).toEqual([])
  })

  it('are in any chain each day on which one assesses or decides, and no other, none of oneself [O230]', () => {
    const who = fc.constantFrom('ani', 'budi', 'citra', 'dewi')
    const day = fc.integer({ min: 0, max: 20 }).map(n => addDays('2026-06-20', n))
    const supervision = fc
      .tuple(who, who, day, fc.option(day, { nil: null }))
      .filter(([a, o]) => a !== o)
      .map(([a, o, from, to]) => assesses(a, o, from, to))
    fc.assert(
      fc.property(fc.array(supervision, { maxLength: 6 }), who, who, day, (supervisions, reader, officer, today) => {
        const chain: Chain = { supervisions, superiors: [], delegations: [] }
        const found = recordDays(chain, reader, officer, SUMMER, today)
        for (let date = SUMMER.from; date <= SUMMER.to; date = addDays(date, 1)) {
          const may =
            reader !== officer &&
            (readable(chain, reader, officer, { from: date, to: date }, today).length > 0 ||
              superiorOn(chain, officer, date) === reader)
          expect(found.some(d => d.from <= date && date <= d.to)).toBe(may)
        }
      }),
      { numRuns: runs(60) },
    )
  })
})
