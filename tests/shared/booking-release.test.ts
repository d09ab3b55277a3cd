import { describe, expect, it } from 'vitest'
import { drawWindow, openingsOf, releasedPlaces, releasedShare } from '../../shared/booking/release.ts'
import type { Release } from '../../shared/office/office.ts'
import { atClock } from '../../shared/kit/time.ts'
import { fc } from '../helpers/property.ts'

const TUESDAY = '2026-06-09'
const at = (date: string) => atClock(date, '19:00', 'WITA')
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)
const thirds: Release = {
  kind: 'waves',
  waves: [
    { daysAhead: 1, share: 1 / 3 },
    { daysAhead: 7, share: 1 / 3 },
    { daysAhead: 3, share: 1 / 3 },
  ],
}
const lots: Release = { kind: 'draw', opensDaysAhead: 7, closesDaysAhead: 3 }
const openings = (release: Release) => openingsOf(release, TUESDAY, 'WITA', '19:00')

describe('the release of places', () => {
  it('is at once where nothing else is said [K9]', () => {
    expect(openings({ kind: 'open' })).toEqual([])
    expect(releasedShare([], 0)).toBe(1)
  })

  it('comes in waves, the earliest first, at the release time of the office [K9]', () => {
    expect(openings(thirds)).toEqual([
      { at: at('2026-06-02'), share: 1 / 3 },
      { at: at('2026-06-06'), share: 2 / 3 },
      { at: at('2026-06-08'), share: 1 },
    ])
  })

  it('by a draw knows of no hour: its result opens what is left [K9 U8]', () => {
    expect(openings(lots)).toEqual([])
    expect(drawWindow(lots, TUESDAY, 'WITA', '19:00')).toEqual({ from: at('2026-06-02'), to: at('2026-06-06') })
    expect(drawWindow(thirds, TUESDAY, 'WITA', '19:00')).toBeNull()
    expect(drawWindow({ kind: 'open' }, TUESDAY, 'WITA', '19:00')).toBeNull()
  })

  it.each([
    ['a minute before the first wave', '2026-06-02', -60_000, 0],
    ['at the first wave', '2026-06-02', 0, 1 / 3],
    ['between the waves', '2026-06-04', 0, 1 / 3],
    ['at the second wave', '2026-06-06', 0, 2 / 3],
    ['on the day itself', TUESDAY, 0, 1],
  ])('stands at its share %s', (_, date, ms, share) => {
    expect(releasedShare(openings(thirds), at(date) + ms)).toBe(share)
  })

  it('rises to the whole in any number of waves, whatever their shares', () => {
    const weights = fc.array(fc.record({ daysAhead: fc.nat(60), weight: fc.integer({ min: 1, max: 99 }) }), {
      minLength: 1,
      maxLength: 10,
    })
    fc.assert(
      fc.property(weights, all => {
        const whole = sum(all.map(w => w.weight))
        const waves = all.map(({ daysAhead, weight }) => ({ daysAhead, share: weight / whole }))
        const list = openings({ kind: 'waves', waves })
        list.slice(1).forEach((opening, i) => {
          expect(opening.at).toBeGreaterThanOrEqual(list[i]!.at)
          expect(opening.share).toBeGreaterThanOrEqual(list[i]!.share)
        })
        expect(list.at(-1)!.share).toBe(1)
        expect(releasedShare(list, at(TUESDAY))).toBe(1)
      }),
    )
  })
})

describe('the places that are out', () => {
  const anyPlaces = fc.array(fc.nat(40), { maxLength: 48 })
  const fraction = fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

  it('are the very list when all are out, and none before the first wave', () => {
    const places = [3, 0, 2]
    expect(releasedPlaces(places, 1)).toBe(places)
    expect(releasedPlaces(places, 0)).toEqual([0, 0, 0])
    expect(releasedPlaces([], 0.5)).toEqual([])
  })

  it('are one of three in every slot at the first of three thirds', () => {
    expect(releasedPlaces([3, 3, 3, 3, 3], 1 / 3)).toEqual([1, 1, 1, 1, 1])
    expect(releasedPlaces([3, 3, 3, 3, 3], 1 / 3 + 1 / 3)).toEqual([2, 2, 2, 2, 2])
    expect(releasedPlaces([3, 3, 3, 3, 3], 1 / 3 + 1 / 3 + 1 / 3)).toEqual([3, 3, 3, 3, 3])
  })

  it('are the whole part of the share in all [K10]', () => {
    fc.assert(
      fc.property(anyPlaces, fraction, (places, [part, whole]) => {
        expect(sum(releasedPlaces(places, part / whole))).toBe(Math.floor((part * sum(places)) / whole))
      }),
    )
  })

  it('are never fewer in any slot when more are out, and never more than the slot has [K10]', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 30 }), places => {
        const total = sum(places)
        let before: readonly number[] = places.map(() => 0)
        for (let out = 1; out <= total; out++) {
          const now = releasedPlaces(places, out / total)
          expect(sum(now)).toBe(out)
          expect(now.every((n, i) => n >= before[i]! && n <= places[i]!)).toBe(true)
          before = now
        }
      }),
    )
  })

  it('are spread evenly: every slot has its share to within one, every morning to within two [K10]', () => {
    const slots = fc.integer({ min: 1, max: 48 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(slots, fc.integer({ min: 1, max: 30 }), share, (length, each, part) => {
        const places = Array<number>(length).fill(each)
        const out = releasedPlaces(places, part)
        const told = sum(out) / length
        let ahead = 0
        for (const n of out) {
          expect(Math.abs(n - told)).toBeLessThan(1)
          ahead += n - told
          expect(Math.abs(ahead)).toBeLessThan(2)
        }
      }),
    )
  })
})
