import { describe, expect, it } from 'vitest'
import { isSlowLine } from '../../console/frame/slow-line.ts'

describe('a line', () => {
  it('is slow where the device saves data or has less than 4G, and not where the browser tells nothing [O250]', () => {
    expect(isSlowLine({})).toBe(false)
    expect(isSlowLine({ connection: {} })).toBe(false)
    expect(isSlowLine({ connection: { saveData: false, effectiveType: '4g' } })).toBe(false)
    expect(isSlowLine({ connection: { saveData: true, effectiveType: '4g' } })).toBe(true)
    for (const effectiveType of ['slow-2g', '2g', '3g'])
      expect(isSlowLine({ connection: { effectiveType } })).toBe(true)
  })
})
