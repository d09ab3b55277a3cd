import { describe, expect, it } from 'vitest'
import {
  isOpen,
  mayBecome,
  placesShown,
  programmeState,
  type PlaceCounts,
  type Programme,
} from '../../shared/survey/instrument/programme.ts'
import { fc } from '../helpers/property.ts'

const PROGRAMME: Programme = {
  ...{ name: ['Pengangkutan sampah', 'Waste'], about: ['', ''], instrument: 'sampah', version: 1 },
  ...{ from: '2026-06-01', to: '2026-06-30', population: 400, places: ['Sempaja', 'Sambutan'] },
}
const place = (name: string, ...counts: readonly number[]): PlaceCounts => ({ place: name, counts })

describe('a programme survey', () => {
  it('asks from its first day to its last, both included [S83]', () => {
    const on = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01']
    expect(on.map(day => programmeState(PROGRAMME, day))).toEqual(['coming', 'running', 'running', 'closed'])
  })

  it('may change in everything before it begins, then in its last day and its population alone, then in nothing [S83]', () => {
    const may = (change: Partial<Programme>, today: string) => mayBecome(PROGRAMME, { ...PROGRAMME, ...change }, today)
    expect(may({ version: 2, from: '2026-05-20', places: [] }, '2026-05-20')).toBe(true)
    expect(may({ from: '2026-05-19' }, '2026-05-20')).toBe(false)
    expect(may({ to: '2026-07-10', population: null }, '2026-06-15')).toBe(true)
    expect(may({ to: '2026-06-15' }, '2026-06-15')).toBe(true)
    expect(may({ to: '2026-06-14' }, '2026-06-15')).toBe(false)
    for (const change of [
      { version: 2 },
      { places: ['Sempaja'] },
      { from: '2026-06-02' },
      { name: ['x', ''] as const },
    ])
      expect(may(change, '2026-06-15')).toBe(false)
    expect(may({ to: '2026-07-10' }, '2026-07-01')).toBe(false)
    expect(may({}, '2026-07-01')).toBe(false)
    expect(mayBecome(undefined, PROGRAMME, '2026-06-02')).toBe(false)
    expect(mayBecome(undefined, { ...PROGRAMME, to: '2026-05-30' }, '2026-05-01')).toBe(false)
    expect(mayBecome(undefined, { ...PROGRAMME, to: '2027-06-02' }, '2026-05-01')).toBe(false)
    expect(mayBecome(undefined, PROGRAMME, '2026-06-01')).toBe(true)
  })

  it('is told of ten people and more, in each of its questions [S83]', () => {
    expect([[], [9, 9], [10, 9], [10, 0], [10, 10]].map(counts => isOpen(counts))).toEqual([
      ...[false, false, false, true, true],
    ])
  })

  it('is told by place from the minimum of the office on, as far as what is left is nobody or as many, the smallest left out first [S83]', () => {
    expect(placesShown([place('a', 20), place('b', 12)], 10)).toEqual(['a', 'b'])
    expect(placesShown([place('a', 20), place('b', 12), place('c', 4)], 10)).toEqual(['a'])
    expect(placesShown([place('a', 20), place('b', 9), place('c', 4)], 10)).toEqual(['a'])
    expect(placesShown([place('a', 20, 20), place('b', 12, 12), place('c', 11, 5)], 10)).toEqual(['a'])
    expect(placesShown([place('a', 60), place('b', 59)], 60)).toEqual([])
    expect(placesShown([place('a', 60), place('b', 61)], 60)).toEqual(['b', 'a'])
    expect(placesShown([], 10)).toEqual([])
    const counts = fc.tuple(fc.nat(40), fc.nat(40)).map(([n, less]) => [n, Math.max(0, n - less)])
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (all, min) => {
        const floor = Math.max(10, min)
        const rows = all.map((own, i) => place(`p${i}`, ...own))
        const shown = placesShown(rows, min)
        if (!isOpen([0, 1].map(i => rows.reduce((sum, r) => sum + r.counts[i]!, 0)))) return
        for (const i of [0, 1]) {
          const left = rows.filter(r => !shown.includes(r.place)).reduce((sum, r) => sum + r.counts[i]!, 0)
          expect(shown.length === 0 || left === 0 || left >= floor).toBe(true)
          for (const r of rows.filter(one => shown.includes(one.place)))
            expect(r.counts[i] === 0 || r.counts[i]! >= floor).toBe(true)
        }
      }),
    )
  })
})
