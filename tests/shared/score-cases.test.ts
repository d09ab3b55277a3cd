import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { normalQuantile } from '../../shared/kit/normal.ts'
import { studentQuantile } from '../../shared/kit/student.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FILE = 'tests/fixtures/officer-score-cases.json'
interface Case {
  readonly id: string
  readonly kind: string
  readonly note: string
  readonly expected: unknown
}
const { cases } = JSON.parse(readFileSync(join(ROOT, FILE), 'utf8')) as { readonly cases: readonly Case[] }

const score = (...args: string[]) =>
  execFileSync(process.execPath, ['scripts/score.mjs', ...args], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' })

/** Everything of `wanted` that `got` does not have to nine digits. */
function differences(got: unknown, wanted: unknown, at: string): readonly string[] {
  if (typeof wanted === 'number' && typeof got === 'number')
    return Math.abs(got - wanted) <= 1e-9 * Math.abs(wanted) || Math.abs(got - wanted) <= 1e-12
      ? []
      : [`${at}: ${got}, not ${wanted}`]
  if (Array.isArray(wanted) && Array.isArray(got) && wanted.length === got.length)
    return wanted.flatMap((w, i) => differences(got[i], w, `${at}[${i}]`))
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted)) {
    const has = (got ?? {}) as Readonly<Record<string, unknown>>
    return Object.entries(wanted).flatMap(([key, value]) => differences(has[key], value, `${at}.${key}`))
  }
  return got === wanted ? [] : [`${at}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`]
}

describe('the score of the reference cases', { timeout: 60_000 }, () => {
  let results: ReadonlyMap<string, unknown>
  beforeAll(() => {
    const out = JSON.parse(score(FILE, '--json')) as { results: { id: string; result: unknown }[] }
    results = new Map(out.results.map(r => [r.id, r.result]))
  })

  it.each(cases)('is that of R and metafor to nine digits: $note [O51 O52 O53 O54 O55]', ({ id, expected }) => {
    expect(differences(results.get(id), expected, id)).toEqual([])
  })

  it('is computed of every case, in their order [O51]', () => {
    expect([...results.keys()]).toEqual(cases.map(c => c.id))
  })

  it('is refused of what is no file of cases, with what is wrong [O51]', () => {
    const folder = mkdtempSync(join(tmpdir(), 'score-'))
    const failing = (...args: string[]) => {
      try {
        return score(...args)
      } catch (error) {
        const { status, stderr } = error as { status: number; stderr: string }
        return `${status} ${stderr}`
      }
    }
    const uneven = join(folder, 'uneven.json')
    writeFileSync(uneven, JSON.stringify({ cases: [{ id: 'a', kind: 'pool', input: { y: [1, 2, 3, 4], v: [1] } }] }))
    const other = join(folder, 'other.txt')
    writeFileSync(other, 'no')
    expect(failing()).toContain('2 Pemakaian')
    expect(failing(other)).toContain('1 notJson: berkas')
    expect(failing(uneven)).toContain('the lists must be equally long')
    rmSync(folder, { recursive: true })
  })
})

describe('the quantiles', () => {
  it('of the normal distribution are those of R on both sides and far out [O55]', () => {
    const known = [
      [0.5, 0],
      [0.7, 0.5244005127080407],
      [0.975, 1.959963984540054],
      [0.999, 3.090232306167813],
      [1e-10, -6.361340902404056],
      [1e-300, -37.0470962993612],
    ] as const
    for (const [p, z] of known) expect(normalQuantile(p)).toBeCloseTo(z, 12)
    for (const p of [0.001, 0.06, 0.3]) expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 12)
  })

  it('of Student’s distribution fall towards the normal one, and are not known of fewer than four [O57]', () => {
    expect(studentQuantile(3)).toBe(Infinity)
    expect(studentQuantile(6)).toBeCloseTo(2.44691185114497, 12)
    expect(studentQuantile(60)).toBeCloseTo(2.00029782201426, 12)
    expect(studentQuantile(61)).toBe(1.959963984540054)
    for (let df = 5; df <= 62; df += 1) expect(studentQuantile(df)).toBeLessThanOrEqual(studentQuantile(df - 1))
  })
})
