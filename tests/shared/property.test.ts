import { describe, expect, it } from 'vitest'
import { fc } from '../helpers/property.ts'

describe('a sentence about every case', () => {
  it('that does not hold is told at once, with the seed and the case, and no smaller case is looked for', () => {
    let runs = 0
    const wrong = fc.property(fc.array(fc.nat(), { minLength: 9 }), () => (runs++, false))
    expect(() => fc.assert(wrong)).toThrow(/seed: -?\d+, path: "0"[^]*Counterexample/)
    expect(runs).toBe(1)
  })

  it('that could not be tried often enough in its time has not been shown, and says with which seed', () => {
    const slow = fc.property(fc.nat(), () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20))
    expect(fc.readConfigureGlobal().interruptAfterTimeLimit).toBeLessThan(60_000)
    expect(() => fc.assert(slow, { interruptAfterTimeLimit: 50 })).toThrow(/interrupted after \d tests[^]*seed: -?\d+/)
  })
})
