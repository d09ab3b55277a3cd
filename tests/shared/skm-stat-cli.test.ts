import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compared } from '../helpers/digits.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FILE = 'tests/fixtures/skm-stat-cases.json'
interface Case {
  readonly id: string
  readonly about: string
  readonly input: object
  readonly expected: object
}
const { cases } = JSON.parse(readFileSync(join(ROOT, FILE), 'utf8')) as { readonly cases: readonly Case[] }

/** Exit code and output of the tool. */
function skmStat(...args: string[]): { readonly code: number; readonly out: string; readonly err: string } {
  try {
    const out = execFileSync(process.execPath, ['scripts/skm-stat.mjs', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return { code: 0, out, err: '' }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, out: stdout, err: stderr }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'skm-stat-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the statistics of the reference cases', () => {
  let results: ReadonlyMap<string, object>
  beforeAll(() => {
    const read = JSON.parse(skmStat(FILE, '--json').out) as { results: { id: string; result: object }[] }
    results = new Map(read.results.map(r => [r.id, r.result]))
  })

  it.each(cases)('are those of R to nine digits: $about [S30 S31 S32 S33 S34 S35 S36 S37 S38 S39]', one => {
    const values = compared(results.get(one.id), one.expected, one.id)
    expect(values.filter(({ off }) => off > 1e-9).map(({ at }) => at)).toEqual([])
    expect(Object.keys(results.get(one.id)!).sort()).toEqual(Object.keys(one.expected).sort())
  })

  it('are more than a thousand values in the order of the cases, the worst of them twelve digits alike [S30]', () => {
    const values = cases.flatMap(one => compared(results.get(one.id), one.expected, one.id))
    expect([...results.keys()]).toEqual(cases.map(one => one.id))
    expect(values.length).toBeGreaterThan(1_000)
    expect(Math.max(...values.map(({ off }) => off))).toBeLessThan(1e-12)
  })

  it('are readable by people without --json, a heading for each case [S30]', () => {
    const { out } = skmStat(FILE)
    for (const { id } of cases) expect(out).toContain(`${id}\n`)
    expect(out).toContain('  ikm                      85.2932')
  })
})

describe('a file that holds no cases', () => {
  const answers = ['34', '43']
  const interval = { answers, day: [0, 1], dayVisits: [3, 4], visits: 7, weights: [0.5, 0.5] }
  const written = (name: string, content: unknown) => {
    const path = join(folder, name)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  const one = (kind: string, input: object) => ({ cases: [{ id: 'a', kind, input }] })
  const { day: _, ...undated } = interval
  const refusals: [string, unknown, string][] = [
    ['is no JSON', 'no', 'notJson: '],
    ['has no cases', {}, 'badCase: '],
    ['has an unknown kind', one('guess', {}), 'unknownKind: '],
    ['lacks a field', one('interval', undated), 'cases.0.input.day'],
    ['has lists of unlike lengths', one('interval', { ...interval, day: [0] }), 'the lists must be equally long'],
    ['has a mark of 5', one('interval', { ...interval, answers: ['35', '43'] }), 'marks are 1 to 4'],
    ['has a row with a mark too few', one('interval', { ...interval, answers: ['3', '43'] }), 'a mark for each weight'],
    ['has an unsur without any answer', one('interval', { ...interval, answers: ['3-', '4-'] }), 'nobody answered'],
    ['has a day that is not among the visits', one('interval', { ...interval, day: [0, 2] }), 'a day beyond the list'],
    ['has more hits than cases', one('share', { hits: [[2]], of: [[1]], twoSided: false }), 'more hits than cases'],
  ]
  it.each(refusals)('is refused when it %s, with a code and without half a result [S30]', (name, content, sentence) => {
    const { code, out, err } = skmStat(written(`${name}.json`, content), '--json')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('is refused when it is not there, and so is a call without a file [S30]', () => {
    const missing = skmStat(join(folder, 'missing.json'))
    expect(missing.code).toBe(1)
    expect(missing.err).toContain('notFound: ')
    const uncalled = skmStat('--yes')
    expect(uncalled.code).toBe(2)
    expect(uncalled.err).toContain('Pemakaian: npm run skm-stat')
  })
})
