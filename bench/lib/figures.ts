import { quantile } from '../../shared/kit/stats.ts'

/** One line of the result; `good` is absent where there is no limit. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit?: string
  readonly good?: boolean
}

export const median = (values: readonly number[]) => quantile(values, 0.5) ?? NaN

/** A figure that must be at least so much. */
export function atLeast(name: string, value: number, unit: string, least: number): Figure {
  return { name, value, unit, limit: `≥ ${least}`, good: value >= least }
}

/** A figure that must be at most so much. */
export function atMost(name: string, value: number, unit: string, most: number): Figure {
  return { name, value, unit, limit: `≤ ${most}`, good: value <= most }
}

/** A figure that says something without being held to it. */
export function known(name: string, value: number, unit: string): Figure {
  return { name, value, unit }
}

export function figureTable(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(f => f.name.length)) + 2
  return figures
    .map(f => {
      const digits = Math.abs(f.value) >= 100 ? 0 : 2
      const value = f.value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
      const verdict = f.good === undefined ? '' : f.good ? 'PASS' : 'FAIL'
      return `${f.name.padEnd(width)}${value.padStart(10)} ${f.unit.padEnd(8)}${(f.limit ?? '').padEnd(8)}${verdict}`.trimEnd()
    })
    .join('\n')
}
