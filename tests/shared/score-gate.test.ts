import { describe, expect, it } from 'vitest'
import { gateOf } from '../../shared/officer/score/versions.ts'

describe('what may be told of a score from which ratings were left out', () => {
  it('are figures in the first version, however many were left out before: the office as a whole decides on that [O322]', () => {
    expect(gateOf(true, [[0], [0]])).toBe('shown')
    expect(gateOf(true, [[9]])).toBe('shown')
    expect(gateOf(true, [[3], [10]])).toBe('shown')
    expect(gateOf(false, [[0], [0]])).toBe('hidden')
  })

  it('are words where the figures of a version before differ by fewer than ten [O220]', () => {
    expect(gateOf(true, [[0, 12]])).toBe('shown')
    expect(gateOf(true, [[12, 16]])).toBe('words')
    expect(gateOf(true, [[12, 16, 22]])).toBe('shown')
    expect(gateOf(true, [[4, 12]])).toBe('words')
    // Thirteen left out of both quarters, less ten of the one, would be three of the other.
    expect(
      gateOf(true, [
        [0, 3],
        [0, 10],
      ]),
    ).toBe('words')
    expect(gateOf(true, [[12, 12]])).toBe('shown')
  })

  it('are words where a later version leaves out, or keeps, fewer than ten of those whom an officer served at one counter [O240]', () => {
    expect(gateOf(true, [[0, 24]], [{ counted: 40, leftOut: [0, 24] }])).toBe('shown')
    expect(gateOf(true, [[0, 24]], [{ counted: 0, leftOut: [0, 24] }])).toBe('shown')
    expect(gateOf(true, [[0, 24]], [{ counted: 9, leftOut: [0, 24] }])).toBe('words')
    expect(
      gateOf(
        true,
        [[0, 24]],
        [
          { counted: 40, leftOut: [0, 20] },
          { counted: 40, leftOut: [0, 4] },
        ],
      ),
    ).toBe('words')
    // What the first version left out is told nowhere by counter.
    expect(gateOf(true, [[12]], [{ counted: 40, leftOut: [3] }])).toBe('shown')
    expect(gateOf(true, [[12, 12]], [{ counted: 4, leftOut: [3, 3] }])).toBe('shown')
    expect(gateOf(true, [[3, 30]], [{ counted: 40, leftOut: [3, 30] }])).toBe('shown')
  })
})
