import { describe, expect, it } from 'vitest'
import { PROOF, provesBooking } from '../../shared/booking/check-in-proof.ts'

describe('what is typed beside a booking’s number', () => {
  const known = { code: '4821', phone: '6280000000123' }

  it('is the booking code, or the last three digits of the phone, and no part of them [I8]', () => {
    for (const right of ['4821', '123']) expect(provesBooking(right, known)).toBe(true)
    for (const wrong of ['482', '821', '0123', '321', '124', '4822', ''])
      expect(provesBooking(wrong, known), wrong).toBe(false)
  })

  it('is the code alone where no phone was given [I8]', () => {
    expect(provesBooking('4821', { ...known, phone: null })).toBe(true)
    expect(provesBooking('123', { ...known, phone: null })).toBe(false)
  })

  it('has three or four digits', () => {
    for (const sound of ['000', '0000']) expect(PROOF.test(sound)).toBe(true)
    for (const odd of ['12', '12345', '12a', ' 123']) expect(PROOF.test(odd)).toBe(false)
  })
})
