import { describe, expect, it } from 'vitest'
import { figure } from '../../shared/tables/table.ts'
import { numberText, say } from '../../shared/text/text.ts'
import { fc } from '../helpers/property.ts'

describe('a name without English', () => {
  it('is said in Indonesian, and never as nothing', () => {
    expect(say(['Legalisir', ''], 'en')).toBe('Legalisir')
    expect(say(['Legalisir', 'Certified copies'], 'en')).toBe('Certified copies')
    expect(say(['', 'Copies'], 'id')).toBe('')
  })
})

describe('a number that is shown', () => {
  it('has its exact halves rounded up, as whoever checks it by hand does, on pages and in files [O19]', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 3 }), (whole, digits) => {
        // So many halves of the last digit that is shown, in whole numbers.
        const shown = (whole + 1) / 10 ** digits
        const half = Number(`${whole}5e-${digits + 1}`)
        expect(numberText(half, 'en', digits).replaceAll(',', '')).toBe(shown.toFixed(digits))
        expect(figure(half, digits)).toEqual({ n: shown, digits })
      }),
    )
  })

  it('is written as the language does', () => {
    expect([numberText(121 / 40, 'id', 2), numberText(1.15, 'id'), numberText(-2.5, 'id', 0)]).toEqual([
      '3,03',
      '1,2',
      '-3',
    ])
    expect([numberText(12_345.6, 'id'), numberText(12_345.6, 'en'), numberText(7, 'id')]).toEqual([
      '12.345,6',
      '12,345.6',
      '7',
    ])
  })
})
