import { describe, expect, it } from 'vitest'
import { QUESTIONS, UNSUR } from '../../shared/survey/instruments.ts'
import { emptyRow, lowestUnsur, plannedName, planState, toldOf, type Plan } from '../../shared/survey/loop/plan.ts'
import { fc, runs } from '../helpers/property.ts'

const means = (...nrr: readonly number[]) =>
  Object.fromEntries(UNSUR.map((unsur, i) => [unsur, { nrr: nrr[i] ?? 3.5 }]))
/** In the order persyaratan, prosedur, waktu, biaya, produk, kompetensi, perilaku, pengaduan, sarana. */
const AS_DRAWN = means(3.34, 3.27, 3.12, 4, 3.38, 3.44, 3.49, 3.29, 3.15)

describe('the unsur that a plan begins with', () => {
  it('are the three of the lowest mean, the lowest first [S46]', () => {
    expect(lowestUnsur({ n: 391, unsur: AS_DRAWN }, true)).toEqual(['waktu', 'sarana', 'prosedur'])
    const alike = means(...UNSUR.map(() => 3.2))
    expect(lowestUnsur({ n: 391, unsur: alike }, false), 'ties by the order of the regulation').toEqual(
      UNSUR.slice(0, 3),
    )
  })

  it('are none of fewer than sixty answers, and never Biaya where it is fixed [S46]', () => {
    expect(lowestUnsur({ n: 59, unsur: AS_DRAWN }, true)).toEqual([])
    const cheap = means(3.4, 3.3, 3.2, 2, 3.4)
    expect(lowestUnsur({ n: 60, unsur: cheap }, false)[0]).toBe('biaya')
    expect(lowestUnsur({ n: 60, unsur: cheap }, true)).not.toContain('biaya')
  })

  it('may be those of the office, by their name [S46]', () => {
    const own = { ...AS_DRAWN, akses: { nrr: 2.5 } }
    expect(lowestUnsur({ n: 391, unsur: own }, true)).toEqual(['akses', 'waktu', 'sarana'])
    expect(plannedName(emptyRow('akses', ['Akses', 'Access']))).toEqual(['Akses', 'Access'])
    expect(plannedName(emptyRow('waktu'))).toEqual(QUESTIONS.waktu.name)
  })

  it('are never above one that is left out [S46]', () => {
    const nrr = fc.array(
      fc.integer({ min: 100, max: 400 }).map(n => n / 100),
      { minLength: 9, maxLength: 9 },
    )
    fc.assert(
      fc.property(nrr, fc.boolean(), (all, fixed) => {
        const unsur = means(...all)
        const low = lowestUnsur({ n: 100, unsur }, fixed)
        const of = (name: string) => unsur[name as (typeof UNSUR)[number]]!.nrr
        const rest = UNSUR.filter(name => !low.includes(name) && !(fixed && name === 'biaya'))
        expect(low.length).toBe(3)
        for (const name of rest) expect(of(name)).toBeGreaterThanOrEqual(Math.max(...low.map(of)))
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('what everybody reads of plans', () => {
  it('is what has words for it, what is done first [S46]', () => {
    const plan = (...rows: readonly (readonly [string, number])[]): Plan => ({
      rows: rows.map(([told, percent], i) => ({ ...emptyRow(UNSUR[i]!), program: 'Rahasia', told, percent })),
      forumOn: null,
      minutes: '',
    })
    const told = toldOf([
      { period: '2026-Q2', plan: plan(['Syarat satu halaman', 40], ['', 100], ['Loket baru', 100]) },
      { period: '2026-Q1', plan: plan(['48 kursi', 100]) },
    ])
    expect(told.map(one => [one.period, one.told, one.state])).toEqual([
      ['2026-Q2', 'Loket baru', 'done'],
      ['2026-Q1', '48 kursi', 'done'],
      ['2026-Q2', 'Syarat satu halaman', 'running'],
    ])
    expect(JSON.stringify(told)).not.toContain('Rahasia')
    expect([0, 1, 99, 100].map(percent => planState({ percent }))).toEqual(['planned', 'running', 'running', 'done'])
  })
})
