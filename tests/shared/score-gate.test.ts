import { describe, expect, it } from 'vitest'
import { gateOf } from '../../shared/officer/score/versions.ts'

describe('what may be told of a score from which ratings were left out', () => {
  it('are figures where none, or ten and more, were left out in each quarter of it [O220]', () => {
    expect(gateOf(true, [[0], [0]])).toBe('shown')
    expect(gateOf(true, [[10], [0]])).toBe('shown')
    expect(gateOf(true, [[9]])).toBe('words')
    // Three of one quarter would be the difference of thirteen of both and ten of the other.
    expect(gateOf(true, [[3], [10]])).toBe('words')
    expect(gateOf(false, [[0], [0]])).toBe('hidden')
  })

  it('are words where the figures of a version told before differ by fewer than ten, and by more where none were [O220]', () => {
    expect(gateOf(true, [[0, 12]])).toBe('shown')
    expect(gateOf(true, [[12, 16]])).toBe('words')
    expect(gateOf(true, [[12, 16, 22]])).toBe('shown')
    expect(gateOf(true, [[4, 12]])).toBe('shown')
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
