import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleProgress, sampleSize } from '../../shared/survey/sample-size.ts'
import { fc } from '../helpers/property.ts'

const file = new URL('../fixtures/krejcie-morgan.json', import.meta.url)
const { table } = JSON.parse(readFileSync(file, 'utf8')) as { table: readonly { N: number; S: number }[] }

describe('the sample target', () => {
  it('has the whole printed table to stand against [S13]', () => {
    expect(table.length).toBe(90)
  })

  it.each(table.filter(row => row.N !== 100_000))('asks $S of $N users, as Krejcie and Morgan print it', ({ N, S }) => {
    expect(sampleSize(N)).toBe(S)
  })

  it('follows the formula at 100,000, where the printed 384 is known not to', () => {
    expect(table.find(row => row.N === 100_000)!.S).toBe(384)
    expect(sampleSize(100_000)).toBe(383)
  })

  it('asks nobody when nobody came, and everybody of the first few', () => {
    expect([0, 1, 2, 5].map(sampleSize)).toEqual([0, 1, 2, 5])
  })

  it('never asks more people than came, nor fewer when more come, nor ever more than 384 [S13]', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), population => {
        const size = sampleSize(population)
        expect(size).toBeLessThanOrEqual(Math.min(population, 384))
        expect(sampleSize(population + 1)).toBeGreaterThanOrEqual(size)
      }),
    )
  })

  it('says how many answers are still wanted', () => {
    expect(sampleProgress(500, 200)).toEqual({ population: 500, target: 217, achieved: 200, short: 17, enough: false })
    expect(sampleProgress(500, 217)).toMatchObject({ short: 0, enough: true })
    expect(sampleProgress(500, 300)).toMatchObject({ short: 0, enough: true })
  })
})
