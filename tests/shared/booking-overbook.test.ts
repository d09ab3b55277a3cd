import { describe, expect, it } from 'vitest'
import { overbookFactor } from '../../shared/booking/overbook.ts'
import { seeded } from '../../shared/kit/random.ts'
import { wilsonUpper } from '../../shared/kit/stats.ts'
import { fc } from '../helpers/property.ts'

/** P(Binomial(n, p) > k), term by term from the top, where nothing underflows. */
function tail(n: number, p: number, k: number): number {
  let [term, above] = [p ** n, 0]
  for (let i = n; i > k; i--) {
    above += term
    term *= (i / (n - i + 1)) * ((1 - p) / p)
  }
  return above
}

const history = fc
  .tuple(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([booked, show]) => ({ booked, cameCount: Math.round(booked * show) }))
const anyPlaces = fc.integer({ min: 0, max: 600 })

describe('over-booking', () => {
  it.each([
    ['nobody has booked yet', { booked: 0, cameCount: 0 }, 100],
    ['too few have booked to tell', { booked: 49, cameCount: 10 }, 100],
    ['everybody came', { booked: 1_000, cameCount: 1_000 }, 100],
    ['there are no places', { booked: 1_000, cameCount: 700 }, 0],
    ['a slot has so few places that one more is too much', { booked: 1_000, cameCount: 700 }, 3],
  ])('sells nothing over when %s', (_, past, places) => {
    expect(overbookFactor(past, places)).toBe(1)
  })

  it('sells 115 of 100 when four in five come, and 125 at most', () => {
    expect(overbookFactor({ booked: 1_000, cameCount: 800 }, 100)).toBe(1.15)
    expect(overbookFactor({ booked: 10_000, cameCount: 1_000 }, 100)).toBe(1.25)
  })

  it('is careful with little experience: sixty bookings sell less over than six thousand [K8]', () => {
    const few = overbookFactor({ booked: 60, cameCount: 48 }, 100)
    expect(few).toBeGreaterThan(1)
    expect(few).toBeLessThan(overbookFactor({ booked: 6_000, cameCount: 4_800 }, 100))
  })

  it('begins with the fiftieth booking [K8]', () => {
    expect(overbookFactor({ booked: 50, cameCount: 25 }, 100)).toBeGreaterThan(1)
  })

  it('is the largest number of bookings that keeps the risk, by the sum of the binomial terms [K8]', () => {
    for (const came of [700, 800, 850, 900, 950, 990])
      for (const places of [5, 20, 70, 150]) {
        const show = wilsonUpper(came, 1_000)
        const sold = Math.round(overbookFactor({ booked: 1_000, cameCount: came }, places) * places)
        expect(tail(sold, show, places)).toBeLessThanOrEqual(0.1)
        if (sold + 1 <= places * 1.25) expect(tail(sold + 1, show, places)).toBeGreaterThan(0.1)
      }
  })

  it('is never below one nor above one and a quarter [K8]', () => {
    fc.assert(
      fc.property(history, anyPlaces, fc.double({ min: 0, max: 1, noNaN: true }), (past, places, risk) => {
        const factor = overbookFactor(past, places, risk)
        expect(factor).toBeGreaterThanOrEqual(1)
        expect(factor).toBeLessThanOrEqual(1.25)
      }),
    )
  })

  it('falls when people come more reliably, and rises with the risk that is taken', () => {
    fc.assert(
      fc.property(history, anyPlaces, fc.nat(500), (past, places, more) => {
        const reliable = { ...past, cameCount: Math.min(past.booked, past.cameCount + more) }
        expect(overbookFactor(reliable, places)).toBeLessThanOrEqual(overbookFactor(past, places))
        expect(overbookFactor(past, places, 0.02)).toBeLessThanOrEqual(overbookFactor(past, places, 0.1))
      }),
    )
  })

  it.each([
    [0.75, 40],
    [0.8, 100],
    [0.9, 100],
    [0.85, 280],
  ])('turns out too much on at most one day in ten when %d of the bookings come to %i places', (show, places) => {
    const random = seeded(places)
    const come = (booked: number) => Array.from({ length: booked }, random).filter(r => r < show).length
    let tooMany = 0
    const days = 2_000
    for (let day = 0; day < days; day++) {
      const factor = overbookFactor({ booked: 400, cameCount: come(400) }, places)
      if (come(Math.round(factor * places)) > places) tooMany++
    }
    expect(tooMany / days).toBeLessThanOrEqual(0.1)
  })
})
