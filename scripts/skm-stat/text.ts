import type { Result } from '../lib/cases.ts'

const DIGITS = 6

/** Results for people: a heading for each case, a line for each figure, six digits of it, lists in one line. */
export function textOf(results: readonly Result[]): string {
  return results.map(({ id, result }) => [id, ...linesOf(result, '')].join('\n')).join('\n\n')
}

function linesOf(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value) && value.some(isPart)) return value.flatMap((one, i) => linesOf(one, `${name}[${i}]`))
  if (isPart(value) && !Array.isArray(value))
    return Object.entries(value).flatMap(([key, one]) => linesOf(one, name === '' ? key : `${name}.${key}`))
  return [`  ${name.padEnd(24)} ${Array.isArray(value) ? value.map(wordOf).join(' ') : wordOf(value)}`]
}

const isPart = (value: unknown): value is object => typeof value === 'object' && value !== null

function wordOf(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(DIGITS))) : value === null ? '–' : String(value)
}
