import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { main, seedsOf } from '../../scripts/backtest.ts'
import { kindDay } from '../../scripts/backtest/kind-day.ts'
import { kindsFile, type Kind } from '../../scripts/backtest/kinds.ts'
import { replay } from '../../scripts/backtest/replay.ts'
import { scoreOf } from '../../scripts/backtest/score.ts'
import { seeded } from '../../shared/kit/random.ts'
import { mean } from '../../shared/kit/stats.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { UNLEARNED } from '../../shared/queue/estimate/learned.ts'
import { drawnBack } from '../../shared/queue/estimate/tracker.ts'

const dir = mkdtempSync(path.join(tmpdir(), 'backtest-'))
afterAll(() => rmSync(dir, { recursive: true }))

/** What the program prints for a file of kinds, and its exit code. */
function run(kinds: unknown, ...more: readonly string[]) {
  const file = path.join(dir, 'kinds.json')
  writeFileSync(file, typeof kinds === 'string' ? kinds : JSON.stringify({ kinds }))
  const said = { out: '', err: '' }
  const out = vi.spyOn(console, 'log').mockImplementation(line => void (said.out += `${line}\n`))
  const err = vi.spyOn(console, 'error').mockImplementation(line => void (said.err += `${line}\n`))
  const code = main(['--kinds', file, ...more])
  out.mockRestore()
  err.mockRestore()
  return { code, ...said }
}

const kind = (more: object): Kind => kindsFile.parse({ kinds: [{ name: 'a', tickets: 200, ...more }] }).kinds[0]!
const meanVisit = (more: object) => mean(kindDay(kind(more), 1).visitors.map(v => v.serveMs))!

describe('npm run backtest', () => {
  it('prints how often the ranges of each kind of day held and how wide they were, by told wait', () => {
    const { code, out } = run([{ name: 'kecil', tickets: 30, counters: 2 }], '--seeds', '1-2', '--json')
    const [score] = JSON.parse(out).kinds
    expect(code).toBe(0)
    expect(Object.keys(score)).toEqual(['name', 'n', 'held', 'width', 'classes'])
    expect([score.name, score.n]).toEqual(['kecil', 60])
    expect(score.held).toBeGreaterThan(0.6)
    expect(score.width).toBeGreaterThan(0)
    expect(score.classes.map((c: { upToMinutes: number | null }) => c.upToMinutes)).toEqual([5, 20, 45, null])
    expect(score.classes.reduce((n: number, c: { n: number }) => n + c.n, 0)).toBe(60)
  })

  it('plays every word of the vocabulary beside every other', () => {
    const all = {
      ...{ name: 'semua', tickets: 40, counters: 10, booked: 0.4, load: 0.7, lunch: 'staggered', transferred: 0.2 },
      serviceTime: {
        ...{
          lognormal: 0.4,
          parts: [
            [0.5, 0.5],
            [0.5, 1.5],
          ],
          jitter: 0.2,
          factor: 1.1,
        },
        ...{
          until: [
            [60, 1.5],
            [null, 0.9],
          ],
          perCounter: { 3: 2 },
        },
      },
      ...{ opensAt: { 2: 30 }, unmarkedOutage: { from: 60, minutes: 20 } },
      ...{
        walkInsWhoMissTheCall: 0.3,
        bookedWhoDoNotCome: 0.3,
        arrivals: [
          [0.6, 0, 0.3],
          [0.4, 0.3, 0.9],
        ],
      },
    }
    const { code, out } = run([all], '--seeds', '3')
    expect([code, out.startsWith('semua')]).toEqual([0, true])
  })

  it.each([
    ['{', 'cannot be read as JSON'],
    [[{ name: 'a', tickets: 0 }], 'kind "a" › tickets'],
    [[{ name: 'a', tickets: 10, ticket: 10 }], 'kind "a": Unrecognized key: "ticket"'],
    [[{ name: 'a', tickets: 10, opensAt: { 9: 30 } }], 'kind "a": there is no counter 9 among 8'],
    [[{ name: 'a', tickets: 10, serviceTime: { parts: [[0.5, 2]] } }], 'must add up to 1'],
    [
      [
        {
          name: 'a',
          tickets: 10,
          serviceTime: {
            until: [
              [null, 2],
              [60, 1],
            ],
          },
        },
      ],
      'minutes must rise',
    ],
  ])('says of %j in one sentence what is wrong', (kinds, said) => {
    const { code, out, err } = run(kinds)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })

  it('holds four in five of the lines of later steps, at their floor in each class, and not by their width [E2 E5]', () => {
    const next = {
      'ktp-el': 'perubahan-data',
      'kartu-identitas-anak': 'perubahan-data',
      'akta-kelahiran': 'kartu-identitas-anak',
    }
    const steps = kind({ tickets: 150, counters: 5, lunch: 'none', next })
    let known = UNLEARNED
    const promises = [1, 2, 3, 4].flatMap(seed => {
      const day = replay(kindDay(steps, seed), seeded(seed), known)
      known = { ...known, tracker: drawnBack(day.tracker) }
      return day.promises
    })
    const { n, held, width, classes } = scoreOf('bertahap', promises).later!
    expect(n).toBeGreaterThan(200)
    expect(held).toBeGreaterThanOrEqual(0.78)
    for (const one of classes) if (one.n >= 40) expect(one.held, `up to ${one.upToMinutes}`).toBeGreaterThanOrEqual(0.7)
    expect(width).toBeLessThan(17)
  })

  it('takes seeds one by one and as a stretch', () => {
    expect(seedsOf('1-3,7')).toEqual([1, 2, 3, 7])
    expect(() => seedsOf('3-1')).toThrow('--seeds')
    expect(run([{ name: 'a', tickets: 5 }], '--seeds', 'x').code).toBe(2)
  })
})

describe('a kind of day', () => {
  it('keeps the mean visit whatever its spread, and takes the load that is wished', () => {
    const usual = meanVisit({})
    for (const sigma of [0, 0.8]) expect(meanVisit({ serviceTime: { lognormal: sigma } }) / usual).toBeCloseTo(1, 0.5)
    expect(meanVisit({ load: 0.9 }) / meanVisit({ load: 0.45 })).toBeCloseTo(2, 0)
  })

  it('makes a visit longer by its counter, its minute and a time in which nothing goes on', () => {
    const { endOf, doors } = kindDay(
      kind({
        serviceTime: {
          factor: 2,
          perCounter: { 1: 3 },
          until: [
            [60, 1.5],
            [null, 1],
          ],
        },
        unmarkedOutage: { from: 120, minutes: 40 },
      }),
      1,
    )
    const lasts = (counter: string, minute: number) => {
      const from = doors.from + minute * MINUTE
      return (endOf(counter, from, 5 * MINUTE) - from) / MINUTE
    }
    expect(lasts('2', 0)).toBe(15)
    expect(lasts('1', 70)).toBe(30)
    expect(lasts('2', 115)).toBe(50)
    expect(lasts('2', 130)).toBe(40)
  })

  it('opens counters late and lets officers rest in shifts', () => {
    const { counters, doors } = kindDay(kind({ opensAt: { 2: 45 }, lunch: 'staggered' }), 1)
    expect(counters[1]!.opens).toBe(doors.from + 45 * MINUTE)
    expect(new Set(counters.map(c => c.break!.at - doors.from))).toEqual(new Set([3.5 * HOUR, 4 * HOUR, 4.5 * HOUR]))
    expect(doors.breaks).toEqual([])
  })
})
