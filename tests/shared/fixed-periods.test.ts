import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '../../shared/kit/time.ts'
import {
  fixedPeriod,
  lastSettled,
  latestPeriods,
  periodAt,
  PERIOD_KINDS,
  periodsWithin,
  settlesOn,
} from '../../shared/survey/fixed-periods.ts'
import { usualPeriods } from '../../shared/survey/quality.ts'
import { periodName } from '../../shared/text/period.ts'

const days = Array.from({ length: 2_200 }, (_, i) => addDays('2024-01-01', i))

describe('the fixed periods', () => {
  it('each have a name that leads back to them, and hold every day once [S17]', () => {
    for (const kind of PERIOD_KINDS)
      for (const day of days) {
        const period = periodAt(kind, day)
        expect(fixedPeriod(period.key)).toEqual(period)
        expect(period.from <= day && day <= period.to).toBe(true)
        expect(periodAt(kind, addDays(period.to, 1)).from).toBe(addDays(period.to, 1))
      }
  })

  it('begin their weeks on Monday, and count a week to the year of its Thursday', () => {
    for (const day of days) expect(weekday(periodAt('week', day).from)).toBe(1)
    expect(periodAt('week', '2027-01-01')).toMatchObject({ key: '2026-W53', from: '2026-12-28', to: '2027-01-03' })
    expect(periodAt('week', '2024-12-30').key).toBe('2025-W01')
  })

  it('know no other names', () => {
    const none = [
      '',
      '2026-13',
      '2026-00',
      '2026-1',
      '2026-Q0',
      '2026-Q5',
      '2026-S3',
      '2026-W00',
      '2026-W54',
      '2025-W53',
    ]
    for (const key of [...none, '2026-02-10', '26', '1999', '2026-X1', '2026-Q1 '])
      expect(fixedPeriod(key), key).toBeUndefined()
  })

  it('are settled on the eighth day after them', () => {
    expect(settlesOn('2026-06-30')).toBe('2026-07-08')
    for (const day of days.slice(0, 100)) expect(lastSettled(settlesOn(day))).toBe(day)
  })

  it('are offered from the running one back', () => {
    expect(latestPeriods('quarter', '2026-02-10', 3).map(p => p.key)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3'])
    expect(usualPeriods('2026-01-01').map(p => p.key)).toEqual(['2026-Q1', '2025-Q4'])
    expect(periodsWithin('quarter', periodAt('year', '2026-05-05')).map(p => p.key)).toHaveLength(4)
  })

  it('have names for people', () => {
    const name = (key: string, lang: 'id' | 'en' = 'id') => periodName(fixedPeriod(key)!, lang)
    expect(['2026-W18', '2026-06', '2026-Q2', '2026-S2', '2026'].map(key => name(key))).toEqual([
      '27 April – 3 Mei 2026',
      'Juni 2026',
      'Triwulan II 2026',
      'Semester II 2026',
      '2026',
    ])
    expect(name('2026-Q4', 'en')).toBe('Quarter IV 2026')
    expect(name('2026-W53')).toBe('28 Desember – 3 Januari 2027')
  })
})
