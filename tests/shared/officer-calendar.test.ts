import { describe, expect, it } from 'vitest'
import { mustAsk, mustWait, mustWithdraw, type Absence } from '../../shared/officer/calendar/absence.ts'
import { calendarOf, isMonth, monthDays, type Known } from '../../shared/officer/calendar/month.ts'
import { addDays } from '../../shared/kit/time.ts'
import type { Leave } from '../../shared/roster/roster.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { fc } from '../helpers/property.ts'

const MONTH = monthDays('2026-06')
const TODAY = '2026-06-17'
const office = { ...demoOffice, holidays: ['2026-06-16'] }
const nothing: Known = { served: new Map(), reported: new Set(), leaves: [], asked: [] }
const leave = (kind: Leave['kind'], from: string, to = from, part: Leave['part'] = null): Leave => {
  return { id: `${kind} ${from}`, staffId: 'p1', kind, from, to, part }
}
const days = (known: Partial<Known>) => calendarOf(MONTH, { office, today: TODAY }, { ...nothing, ...known })
const on = (date: string, known: Partial<Known>) => days(known).find(d => d.date === date)!
const code = (act: () => void) => {
  try {
    act()
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('the calendar of a month', () => {
  it('has a state for every working day that is over, and none for days that are still to be [O145]', () => {
    const all = days({})
    expect([all.length, all[0]!.date, all.at(-1)!.date]).toEqual([30, '2026-06-01', '2026-06-30'])
    for (const day of all) expect(day.state, day.date).toBe(day.working && day.date < TODAY ? 'absent' : null)
    expect(on('2026-06-16', {}).working).toBe(false)
    expect(on('2026-06-07', {}).state).toBe(null)
  })

  it('says served for whoever served, whatever was planned, also on a day off [O145]', () => {
    const served = new Map([
      ['2026-06-09', 41],
      ['2026-06-07', 3],
      ['2026-06-10', 0],
    ])
    const known = { served, leaves: [leave('annual', '2026-06-09')] }
    expect(on('2026-06-09', known)).toMatchObject({ state: 'served', served: 41, besides: 'leave' })
    expect(on('2026-06-07', known)).toMatchObject({ state: 'served', served: 3 })
    expect(on('2026-06-10', known)).toMatchObject({ state: 'served', served: 0, besides: null })
  })

  it('takes who is away from the plan of the week, and a report of a day without a visit for duty [O145 O146]', () => {
    const known = {
      leaves: [
        leave('annual', '2026-06-22', '2026-06-26'),
        leave('sick', '2026-06-02'),
        leave('training', '2026-06-03', '2026-06-03', { from: '08:00', to: '12:00' }),
        leave('duty', '2026-06-04'),
        leave('annual', '2026-06-16'),
      ],
      reported: new Set(['2026-06-05', '2026-06-02']),
      asked: [leave('annual', '2026-06-29')],
    }
    expect(['22', '02', '03', '04', '05', '08'].map(d => on(`2026-06-${d}`, known).state)).toEqual([
      'leave',
      'sick',
      'training',
      'duty',
      'duty',
      'absent',
    ])
    expect(on('2026-06-16', known).state).toBe(null)
    expect(on('2026-06-29', known)).toMatchObject({ state: null, asked: 'leave' })
  })

  it('is the same in whatever order leaves come, and never absent where something is known [O145]', () => {
    const kinds = fc.constantFrom<Leave['kind']>('annual', 'sick', 'duty', 'training')
    const some = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 29 })), { maxLength: 5 })
    fc.assert(
      fc.property(some, given => {
        const leaves = given.map(([kind, n]) => leave(kind, addDays(MONTH.from, n)))
        for (const day of days({ leaves })) {
          if (day.state !== 'absent') continue
          expect(leaves.some(l => l.from === day.date)).toBe(false)
        }
        const kindsOn = (all: readonly Leave[]) => days({ leaves: all }).map(d => d.state)
        expect(kindsOn([...leaves].reverse())).toEqual(kindsOn(leaves))
      }),
    )
  })

  it('knows its months [O145]', () => {
    expect(monthDays('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(monthDays('2026-12').to).toBe('2026-12-31')
    expect(['2026-13', '2026-06', '2026-6', '9999-12', '0000-01'].map(isMonth)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('an absence', () => {
  const absence = (of: Partial<Absence> = {}): Absence => {
    return { id: 'a', officerId: 'p1', kind: 'annual', from: TODAY, to: TODAY, part: null, state: 'asked', ...of }
  }

  it('is asked for up to 31 days back, for at most 92 days and never twice for one time [O147]', () => {
    const ask = (of: Partial<Absence>, own: Absence[] = []) => code(() => mustAsk(own, absence(of), TODAY))
    expect(ask({ from: '2026-05-17' })).toBe('ok')
    expect(ask({ from: '2026-05-16' })).toBe('DATE_PAST')
    expect(ask({ to: addDays(TODAY, 91) })).toBe('ok')
    expect(ask({ to: addDays(TODAY, 92) })).toBe('BAD_REQUEST')
    expect(ask({ to: addDays(TODAY, -1) })).toBe('BAD_REQUEST')
    expect(ask({}, [absence()])).toBe('ABSENCE_OVERLAP')
    expect(ask({}, [absence({ state: 'refused' }), absence({ state: 'withdrawn' })])).toBe('ok')
    const morning = { from: '08:00', to: '12:00' }
    expect(ask({ part: { from: '12:00', to: '15:00' } }, [absence({ part: morning })])).toBe('ok')
    expect(ask({ part: { from: '11:00', to: '15:00' } }, [absence({ part: morning })])).toBe('ABSENCE_OVERLAP')
  })

  it('has one answer, and is taken back while it waits or before its first day [O147]', () => {
    const back = (of: Partial<Absence>) => code(() => mustWithdraw(absence(of), TODAY))
    expect(back({})).toBe('ok')
    expect(back({ state: 'agreed' })).toBe('ABSENCE_DECIDED')
    expect(back({ state: 'agreed', from: addDays(TODAY, 1) })).toBe('ok')
    expect(back({ state: 'refused', from: addDays(TODAY, 1) })).toBe('ABSENCE_DECIDED')
    expect(code(() => mustWait(absence({ state: 'agreed' })))).toBe('ABSENCE_DECIDED')
  })
})
