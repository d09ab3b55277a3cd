import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../shared/kit/time.ts'
import { fixedPeriod, settlesOn } from '../../shared/survey/fixed-periods.ts'
import { FLOOR, type Answered, type Floors } from '../../shared/survey/answered.ts'
import { showing, type Part } from '../../shared/survey/showing.ts'
import { allSeen, answeredDays, daysOf, isIn, offices, type Seen } from '../helpers/answered-days.ts'
import { laysOpen } from '../helpers/differencing.ts'
import { fc, runs } from '../helpers/property.ts'

const FLOORS: Floors = { whole: FLOOR, parts: { service: FLOOR } }

/** `n` people who answered on a day, by default for the one service. */
const on = (date: LocalDate, n: number, service = 'ktp', counter = '1'): Answered => ({
  date,
  of: { service, counter },
  counts: [n],
})

const ask = (rows: readonly Answered[], key: string, today: LocalDate, part?: Part, floors: Floors = FLOORS) =>
  showing(rows, { period: fixedPeriod(key)!, part, floors, today })
const service = (id: string): Part => ({ kind: 'service', id })

describe('the figures of a period', () => {
  it('are shown once nobody can answer for it any more, seven days after it [S17]', () => {
    const rows = [on('2026-05-05', 40)]
    expect(ask(rows, '2026-Q2', '2026-07-07')).toEqual({ why: 'running', on: '2026-07-08' })
    expect(ask(rows, '2026-Q2', '2026-07-08')).toMatchObject({ through: '2026-06-30' })
  })

  it('are not shown of fewer than ten [S18]', () => {
    expect(ask([on('2026-05-05', 9)], '2026-Q2', '2026-07-08')).toEqual({ why: 'few' })
    expect(ask([on('2026-05-05', 10)], '2026-Q2', '2026-07-08')).toMatchObject({ through: '2026-06-30' })
    expect(ask([], '2026-Q2', '2026-07-08')).toEqual({ why: 'few' })
  })

  it('are not shown while one question has the answers of few only [S18]', () => {
    const row = (second: number): Answered => ({ ...on('2026-05-05', 0), counts: [40, second] })
    expect(ask([row(9)], '2026-Q2', '2026-07-08')).toEqual({ why: 'few' })
    for (const second of [0, 10])
      expect(ask([row(second)], '2026-Q2', '2026-07-08')).toMatchObject({ through: '2026-06-30' })
  })

  it('move in a running quarter by whole weeks, once ten are there and ten more came after them [S19]', () => {
    // Two weeks, 6 to 12 April and 13 to 19 April, settled on the 20th and 27th.
    const rows = [on('2026-04-07', 10), on('2026-04-14', 9), on('2026-04-21', 1)]
    expect(ask(rows, '2026-Q2', '2026-04-28')).toMatchObject({ why: 'running' })
    expect(ask(rows, '2026-Q2', '2026-04-29')).toMatchObject({ through: '2026-04-12' })
    expect(ask(rows, '2026-W15', '2026-04-29')).toMatchObject({ through: '2026-04-12' })
    // The week after is never shown by itself: only nine answered in it.
    expect(ask(rows, '2026-W16', '2026-07-08')).toEqual({ why: 'few' })
  })

  it('of a month come rather than those of a week in it that would leave few behind [S18]', () => {
    const rows = [on('2026-04-07', 10), on('2026-04-14', 5), on('2026-05-20', 90)]
    expect(ask(rows, '2026-04', '2026-07-08')).toMatchObject({ through: '2026-04-30' })
    expect(ask(rows, '2026-W15', '2026-07-08')).toEqual({ why: 'difference' })
  })

  it('are shown under the floor of an office only as far as under the lowest one, to which it may change [S22]', () => {
    // Weeks to 12, 19 and 26 April. A floor of 25 alone would cut behind the second, one of ten behind the first.
    const rows = [on('2026-04-07', 24), on('2026-04-14', 3), on('2026-04-21', 30)]
    const until = (whole: number) => ask(rows, '2026-Q2', '2026-05-04', undefined, { whole, parts: {} })
    expect(until(10)).toMatchObject({ through: '2026-04-12' })
    expect(until(24)).toMatchObject({ through: '2026-04-12' })
    expect(until(25)).toMatchObject({ why: 'running' })
  })

  it('of a year are closed where a quarter of it alone would follow from it [S18]', () => {
    const rows = [on('2026-02-03', 50), on('2026-05-05', 9), on('2026-08-04', 50)]
    expect(ask(rows, '2026-Q2', '2027-01-08')).toEqual({ why: 'few' })
    for (const key of ['2026-S1', '2026']) expect(ask(rows, key, '2027-01-08'), key).toEqual({ why: 'difference' })
    expect(ask([...rows, on('2026-05-05', 1)], '2026', '2027-01-08')).toEqual({
      from: '2026-01-01',
      through: '2026-12-31',
    })
  })

  it('of the year in which an office began leave out the quarters that had too few until then, and say so [S18]', () => {
    const rows = [on('2026-03-27', 9, 'a'), on('2026-05-05', 50, 'a'), on('2026-05-06', 50, 'b')]
    const began = { from: '2026-04-01', through: '2026-12-31' }
    expect(ask(rows, '2026', '2027-01-08')).toEqual(began)
    expect(ask(rows, '2026', '2027-01-08', service('a'))).toEqual(began)
    expect(ask(rows.slice(1), '2026', '2027-01-08')).toEqual({ ...began, from: '2026-01-01' })
    expect(ask(rows, '2026-S1', '2026-06-01')).toMatchObject({ why: 'running' })
  })

  it('of a month and of a week that crosses its end are not both shown where few lie between them [S18]', () => {
    // The week from 27 April to 3 May.
    const rows = [on('2026-04-22', 10), on('2026-04-28', 30), on('2026-05-02', 3), on('2026-05-20', 90)]
    expect(ask(rows, '2026-04', '2026-07-08')).toMatchObject({ through: '2026-04-30' })
    expect(ask(rows, '2026-W18', '2026-07-08')).toEqual({ why: 'difference' })
    expect(ask([...rows, on('2026-05-02', 7)], '2026-W18', '2026-07-08')).toMatchObject({ through: '2026-05-03' })
  })
})

describe('the figures of a part', () => {
  const quarter = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([id, n]) => on('2026-05-05', n, id))
  const shown = (rows: readonly Answered[], key = '2026-Q2') =>
    ['a', 'b', 'c', 'd'].filter(id => 'through' in ask(rows, key, '2027-01-09', service(id)))

  it('are shown of each service that ten answered for [S18]', () => {
    expect(shown(quarter({ a: 40, b: 10 }))).toEqual(['a', 'b'])
  })

  it('hide a second service where the first could be had by subtracting, the smallest that does [S20]', () => {
    expect(shown(quarter({ a: 40, b: 30, c: 3 }))).toEqual(['a'])
    expect(shown(quarter({ a: 40, b: 30, c: 6, d: 5 }))).toEqual(['a', 'b'])
    expect(ask(quarter({ a: 40, b: 30, c: 3 }), '2026-Q2', '2027-01-09', service('b'))).toEqual({ why: 'difference' })
    expect(ask(quarter({ a: 40, b: 30, c: 3 }), '2026-Q2', '2027-01-09', service('c'))).toEqual({ why: 'few' })
  })

  it('come for a year where a quarter had too few of it [S20]', () => {
    const rows = ['2026-02-03', '2026-05-05', '2026-08-04', '2026-11-03'].flatMap(date => [
      on(date, 60, 'a'),
      on(date, 7, 'b'),
      on(date, 7, 'c'),
    ])
    expect(shown(rows)).toEqual(['a'])
    expect(shown(rows, '2026')).toEqual(['a', 'b', 'c'])
  })

  it('of a counter wait for the minimum of the office, and hide who alone sits beside it [S14]', () => {
    const floors = { whole: FLOOR, parts: { service: FLOOR, counter: 60 } }
    const counter = (rows: readonly Answered[], id: string) =>
      'through' in ask(rows, '2026-Q2', '2026-07-08', { kind: 'counter', id }, floors)
    const rows = (second: number) => [on('2026-05-05', 80, 'a', '1'), on('2026-05-06', second, 'a', '2')]
    expect([counter(rows(60), '1'), counter(rows(60), '2')]).toEqual([true, true])
    expect([counter(rows(59), '1'), counter(rows(59), '2')]).toEqual([false, false])
    // All of a service at one counter but a few: their difference is these few.
    const split = [on('2026-05-05', 200, 'a', '1'), on('2026-05-05', 5, 'a', '2'), on('2026-05-05', 200, 'b', '2')]
    expect([counter(split, '1'), counter(split, '2')]).toEqual([false, false])
  })

  it('come only when the period is over [S17]', () => {
    const rows = [on('2026-04-07', 90, 'a'), on('2026-04-20', 90, 'a'), on('2026-05-02', 90, 'a')]
    expect(ask(rows, '2026-Q2', '2026-06-01', service('a'))).toEqual({ why: 'running', on: '2026-07-08' })
    expect(ask(rows, '2026-Q2', '2026-06-01')).toMatchObject({ through: '2026-04-30' })
  })
})

describe('what citizens said', () => {
  it('is added up in two services and the score alone, which show nothing without this rule [S21]', () => {
    const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
    const naming = (pattern: RegExp) =>
      files.filter(file => pattern.test(readFileSync(`server/${file}`, 'utf8'))).sort()
    const sums = /\b(ratingDays|tallySkm|answered|rated|reasonsGiven|written)\b[^']*'[./]*\/store\/survey-sums\.ts'/
    expect(naming(sums)).toEqual([
      // Only who may have served, to decide what may stand beside a figure of `quality`.
      'services/integrity/integrity.ts',
      'services/survey/quality.ts',
      'services/survey/reasons.ts',
    ])
    expect(naming(/selectFrom\(\[?'(ratings|skm_answers)'|from (ratings|skm_answers)\b/)).toEqual([
      // Of which parts of a day there are ratings, to say whose own case an outage is.
      'store/record/late-outages.ts',
      'store/record/score-inputs.ts',
      // The step that made a row of an unknown person for each questionnaire.
      'store/schema/survey/profile-tables.ts',
      'store/survey-sums.ts',
      'store/survey/answer-sums.ts',
      // Which versions of the questions were answered, and nothing of how.
      'store/survey/asked.ts',
      // Whether there was anything in a year, for a file of answers.
      'store/survey/collect.ts',
      'store/survey/extra-sums.ts',
      'store/survey/integrity.ts',
      // The rows of a report, of the days of its figures and of the whole office alone.
      'store/survey/reports.ts',
    ])
    expect(naming(/\/survey\/extra-sums\.ts'/)).toEqual(['services/figures/extra-unsur.ts'])
    expect(naming(/\bmarksOfDay\b[^']*'[./]*\/store\/survey\/reports\.ts'/)).toEqual(['services/report/answers.ts'])
    expect(naming(/\banswersOf\b[^']*'\.\/answers\.ts'/)).toEqual(['services/report/reports.ts'])
    const scores = ['beside-office', 'computing', 'kept-parts', 'reasons-told', 'still-out'].map(
      name => `services/score/${name}.ts`,
    )
    expect(naming(/\/record\/score-inputs\.ts'/)).toEqual(scores)
  })
})

describe('whoever asks for everything, on every day', () => {
  const FROM = '2026-01-01'
  const TO = '2026-12-31'
  const DONE = settlesOn(TO)

  /** Of each question by itself, whether few are laid open by all that was seen. */
  const open = (rows: readonly Answered[], seen: readonly Seen[], floor: number) =>
    [0, 1].filter(q =>
      laysOpen(
        seen.map(figure => rows.map(row => isIn(row, figure))),
        rows.map(row => row.counts[q]!),
        floor,
      ),
    )
  /** What is seen by asking all on some days, and on the last one all that ever was. */
  const seenBy = (rows: readonly Answered[], floorsOn: (day: LocalDate) => Floors) =>
    allSeen(rows, [
      ...daysOf(FROM, DONE, 7).map(today => ({ today, floors: floorsOn(today), back: 7 })),
      { today: DONE, floors: floorsOn(DONE), back: 400 },
    ])

  it('learns nothing of fewer than ten, by services and counters [S21]', () => {
    fc.assert(
      fc.property(offices, office => {
        const rows = answeredDays(office, FROM, TO)
        expect(
          open(
            rows,
            seenBy(rows, () => ({ whole: FLOOR, parts: { service: FLOOR, counter: 20 } })),
            FLOOR,
          ),
        ).toEqual([])
      }),
      { numRuns: runs(5) },
    )
  })

  it('learns nothing of fewer persons than the minimum where all is theirs [S21]', () => {
    fc.assert(
      fc.property(offices, fc.constantFrom(10, 25, 60), (office, floor) => {
        const rows = answeredDays(office, FROM, TO)
        expect(
          open(
            rows,
            seenBy(rows, () => ({ whole: floor, parts: { counter: floor } })),
            floor,
          ),
        ).toEqual([])
      }),
      { numRuns: runs(5) },
    )
  })

  it('learns nothing of fewer than ten where the minimum changes from week to week [S22]', () => {
    fc.assert(
      fc.property(
        offices,
        fc.array(fc.constantFrom(10, 15, 25, 60), { minLength: 3, maxLength: 9 }),
        (office, floors) => {
          const rows = answeredDays(office, FROM, TO)
          const on = (day: LocalDate) => floors[Number(day.slice(8)) % floors.length]!
          const seen = seenBy(rows, day => ({ whole: on(day), parts: { counter: on(day) } }))
          const last = floors.flatMap(whole =>
            allSeen(rows, [{ today: DONE, floors: { whole, parts: { counter: whole } }, back: 400 }]),
          )
          expect(open(rows, [...seen, ...last], FLOOR)).toEqual([])
        },
      ),
      { numRuns: runs(4) },
    )
  })

  it('has every figure of a closed quarter for ever after, and each that ten answered for of the whole [S17]', () => {
    fc.assert(
      fc.property(offices, office => {
        const rows = answeredDays(office, FROM, TO).filter(row => row.date <= '2026-06-30')
        const floors = { whole: FLOOR, parts: { service: FLOOR } }
        const early = allSeen(rows, [{ today: '2026-07-08', floors, back: 40 }])
        const late = allSeen(rows, [{ today: DONE, floors, back: 400 }]).map(
          ({ period, part }) => `${period.key} ${part?.id}`,
        )
        for (const { period, part, through } of early)
          if (through === period.to) expect(late).toContain(`${period.key} ${part?.id}`)
        for (const key of ['2026-Q1', '2026-Q2']) {
          const { from, to } = fixedPeriod(key)!
          const inside = rows.filter(row => row.date >= from && row.date <= to)
          const counts = [0, 1].map(q => inside.reduce((total, row) => total + row.counts[q]!, 0))
          const many = counts[0]! > 0 && counts.every(n => n === 0 || n >= FLOOR)
          expect(late.includes(`${key} undefined`), key).toBe(many)
        }
      }),
      { numRuns: runs(12) },
    )
  })
})
