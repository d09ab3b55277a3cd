import { describe, expect, it } from 'vitest'
import { overbooked, type ShowHistory } from '../../shared/booking/overbook.ts'
import { bookingPanes } from '../../shared/office/settings/booking-settings.ts'
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

const history: fc.Arbitrary<ShowHistory> = fc
  .tuple(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([booked, show]) => ({ booked, cameCount: Math.round(booked * show) }))
const anyPlaces = fc.integer({ min: 0, max: 600 })
const came = (show: number): ShowHistory => ({ booked: 10_000, cameCount: Math.round(10_000 * show) })

describe('a slot that is booked over', () => {
  it.each([
    ['nobody has booked yet', { booked: 0, cameCount: 0 }, 100],
    ['too few have booked to tell', { booked: 49, cameCount: 10 }, 100],
    ['everybody came', { booked: 1_000, cameCount: 1_000 }, 100],
    ['there are no places', { booked: 1_000, cameCount: 700 }, 0],
    ['a slot has so few places that one more is too much', { booked: 1_000, cameCount: 700 }, 3],
    ['a slot has so few places that one more would be too many too often', { booked: 1_000, cameCount: 800 }, 7],
  ])('sells nothing over when %s [K8]', (_, past, places) => {
    expect(overbooked(places, past)).toBe(places)
  })

  it('sells 115 of 100 when four in five come, 13 of 12, and a quarter more at most', () => {
    expect(overbooked(100, { booked: 1_000, cameCount: 800 })).toBe(115)
    expect(overbooked(12, { booked: 1_000, cameCount: 800 })).toBe(13)
    expect(overbooked(100, { booked: 10_000, cameCount: 1_000 })).toBe(125)
  })

  it('is careful with little experience: sixty bookings sell less over than six thousand [K8]', () => {
    const few = overbooked(100, { booked: 60, cameCount: 48 })
    expect(few).toBeGreaterThan(100)
    expect(few).toBeLessThan(overbooked(100, { booked: 6_000, cameCount: 4_800 }))
  })

  it('begins with the fiftieth booking [K8]', () => {
    expect(overbooked(100, { booked: 50, cameCount: 25 })).toBeGreaterThan(100)
  })

  it('has the largest number of bookings that keeps the risk, by the sum of the binomial terms [K8]', () => {
    for (const shown of [600, 700, 800, 850, 900, 950, 990])
      for (const places of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 70, 150]) {
        const show = wilsonUpper(shown, 1_000)
        const sold = overbooked(places, { booked: 1_000, cameCount: shown })
        if (sold > places) expect(tail(sold, show, places)).toBeLessThanOrEqual(0.1)
        if (sold + 1 <= places * 1.25) expect(tail(sold + 1, show, places)).toBeGreaterThan(0.1)
      }
  })

  it('never has less than its places nor more than a quarter more [K8]', () => {
    fc.assert(
      fc.property(history, anyPlaces, fc.double({ min: 0, max: 1, noNaN: true }), (past, places, risk) => {
        const sold = overbooked(places, past, risk)
        expect(sold).toBeGreaterThanOrEqual(places)
        expect(sold).toBeLessThanOrEqual(places * 1.25)
      }),
    )
  })

  it('has fewer when people come more reliably, and more with the risk that is taken', () => {
    fc.assert(
      fc.property(history, anyPlaces, fc.nat(500), (past, places, more) => {
        const reliable = { ...past, cameCount: Math.min(past.booked, past.cameCount + more) }
        expect(overbooked(places, reliable)).toBeLessThanOrEqual(overbooked(places, past))
        expect(overbooked(places, past, 0.02)).toBeLessThanOrEqual(overbooked(places, past, 0.1))
      }),
    )
  })

  it('is one of a day of such slots, which keeps the risk too [K8]', () => {
    for (const show of [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95])
      for (let places = 1; places <= 60; places++)
        for (const slots of [1, 2, 3, 5, 8, 16, 40]) {
          const sold = overbooked(places, came(show))
          expect(tail(sold * slots, wilsonUpper(show * 10_000, 10_000), places * slots)).toBeLessThanOrEqual(0.1)
        }
  })

  it('is spoken of where an office sets its places: how far, and with which risk [K8]', () => {
    const [id, en] = bookingPanes.capacity.note
    expect(id).toMatch(/45 detik.*paling banyak seperempat.*paling banyak satu dari sepuluh jam/)
    expect(en).toMatch(/45 seconds.*a quarter at most.*one slot of ten at most/)
  })

  const rates = [0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
  it.each(rates)(
    'turns out too small in at most one of ten when %d of its bookings come, 2 to 12 places [K8]',
    show => {
      const random = seeded(Math.round(show * 100))
      const coming = (booked: number) => Array.from({ length: booked }, random).filter(r => r < show).length
      for (let places = 2; places <= 12; places++) {
        let tooSmall = 0
        const slots = 2_000
        for (let slot = 0; slot < slots; slot++) {
          // Each with an experience of its own, as an office has it: four hundred bookings.
          const sold = overbooked(places, { booked: 400, cameCount: coming(400) })
          if (coming(sold) > places) tooSmall++
        }
        expect(tooSmall / slots).toBeLessThanOrEqual(0.1)
      }
    },
  )
})
