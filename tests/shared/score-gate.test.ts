import { describe, expect, it } from 'vitest'
import { gateOf as gateOfCells, tellsOfOne, type Gate, type LeftOutCells } from '../../shared/officer/score/versions.ts'

/** The first so many of some ratings, each by itself. */
const first = (n: number): LeftOutCells => Object.fromEntries(Array.from({ length: n }, (_, i) => [`${i}`, 1]))

/** The same by how many were left out, each version beginning with those of the smaller ones. */
function gateOf(
  isShown: boolean,
  leftOut: readonly (readonly number[])[],
  shared: readonly { counted: number; leftOut: readonly number[] }[] = [],
): Gate {
  const parts = shared.map(({ counted, leftOut }) => ({ counted, leftOut: leftOut.map(first) }))
  return gateOfCells(
    isShown,
    leftOut.map(versions => versions.map(first)),
    parts,
  )
}

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

  it('are words where one came back and another went, however many are left out of each version [O360]', () => {
    const [nine, a, b] = [{ nine: 9 }, { a: 1 }, { b: 1 }]
    const leftOut = [{}, nine, { ...nine, ...a }, nine]
    expect(gateOfCells(true, [leftOut.slice(0, 3)])).toBe('shown')
    expect(gateOfCells(true, [[...leftOut, { ...nine, ...b }]])).toBe('words')
    expect(gateOfCells(true, [[{}]], [{ counted: 90, leftOut: [...leftOut, { ...nine, ...b }] }])).toBe('words')
    // Of three sums each two of which are told together every one could be solved.
    const [x, y] = [{ x: 15 }, { y: 15 }]
    expect(gateOfCells(true, [[{}, { ...x, ...a }, { ...x, ...y }]])).toBe('words')
    expect(gateOfCells(true, [[{}, { ...x, ...y }, x, y]])).toBe('shown')
  })

  it('are words of a counter where its two figures would tell one officer’s day, and figures where ten of others went as well [O422]', () => {
    const day = (who: string, n: number): LeftOutCells =>
      Object.fromEntries(Object.entries(first(n)).map(([i, one]) => [`${who} ${i}`, one]))
    expect(
      tellsOfOne([
        [{}, day('a', 40)],
        [{}, {}],
      ]),
    ).toBe(true)
    expect(
      tellsOfOne([
        [{}, day('a', 40)],
        [{}, day('b', 9)],
      ]),
    ).toBe(true)
    expect(
      tellsOfOne([
        [{}, day('a', 40)],
        [{}, day('b', 10)],
      ]),
    ).toBe(false)
    expect(
      tellsOfOne([
        [{}, day('a', 40)],
        [{}, day('b', 5)],
        [{}, day('c', 5)],
      ]),
    ).toBe(false)
    // Nothing new was left out, or nothing at all: no difference to tell.
    expect(
      tellsOfOne([
        [day('a', 40), day('a', 40)],
        [{}, {}],
      ]),
    ).toBe(false)
    expect(tellsOfOne([])).toBe(false)
    // One came back while another went.
    expect(
      tellsOfOne([
        [day('a', 20), {}],
        [{}, day('b', 20)],
      ]),
    ).toBe(true)
  })
})
