import { describe, expect, it } from 'vitest'
import { addDays, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { lateTold } from '../../shared/oversight/late-complaints.ts'
import {
  acted,
  complaintDue,
  isOverdue,
  newComplaint,
  type ComplaintAct,
  type FollowUp,
} from '../../shared/survey/loop/complaint.ts'
import { samarinda } from '../helpers/complaint-office.ts'
import { fc, runs } from '../helpers/property.ts'

/** Written down by hand from the joint decree: what is no working day from Monday to Friday in 2026, cuti bersama among them. */
const CLOSED = [
  ...['2026-01-01', '2026-01-16', '2026-02-16', '2026-02-17', '2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23'],
  ...['2026-03-24', '2026-04-03', '2026-05-01', '2026-05-14', '2026-05-15', '2026-05-27', '2026-05-28', '2026-06-01'],
  ...['2026-06-16', '2026-08-17', '2026-08-25', '2026-12-24', '2026-12-25'],
]

/** Counted one day after the other, with nothing of the program. */
function naive(from: LocalDate, days: number, weekdays: readonly number[], closed: readonly string[]): LocalDate {
  let date = from
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    if (weekdays.includes(weekday(date)) && !closed.includes(date)) left -= 1
  }
  return date
}

describe('the deadline of a complaint', () => {
  it('is counted in working days over holidays, cuti bersama and Fridays, as by hand [S42]', () => {
    const office = samarinda({ holidays: CLOSED })
    const by = (received: LocalDate) => {
      const { light, normative, plain, supervised } = dues(received, office)
      return [light, normative, plain, supervised]
    }
    // Before Idulfitri, 18 to 24 March. Working days left: 6 in March, 21 in April, 16 in May; 17 of June make 60.
    expect(by('2026-03-16')).toEqual(['2026-03-25', '2026-03-30', '2026-04-13', '2026-06-25'])
    // A Friday: counted from Monday on.
    expect(by('2026-07-10')).toEqual(['2026-07-14', '2026-07-17', '2026-07-30', '2026-10-06'])
    // The Friday before a long weekend of cuti bersama.
    expect(by('2026-05-13').slice(0, 2)).toEqual(['2026-05-19', '2026-05-22'])
    // The last days of the year.
    expect(by('2026-12-23')[0]).toBe('2026-12-29')
  })

  it('is that of a calendar counted day by day, whatever weekdays the office opens [S42]', () => {
    const day = fc.integer({ min: 0, max: 300 }).map(n => addDays('2026-01-01', n))
    const closed = fc.uniqueArray(
      fc.integer({ min: 0, max: 720 }).map(n => addDays('2026-01-01', n)),
      { maxLength: 60 },
    )
    const open = fc.uniqueArray(fc.constantFrom(0, 1, 2, 3, 4, 5, 6), { minLength: 1 })
    fc.assert(
      fc.property(day, closed, open, fc.integer({ min: 1, max: 60 }), (from, more, weekdays, days) => {
        const holidays = [...CLOSED, ...more]
        const office = samarinda({ holidays, open: weekdays, days })
        expect(complaintDue(from, 'light', office)).toBe(naive(from, days, weekdays, holidays))
      }),
      { numRuns: runs(200) },
    )
  })

  it('has the days of the office, of the law unless it sets others [S42]', () => {
    const { complaintLightDays, complaintNormativeDays, complaintPlainDays, complaintSupervisedDays } = samarinda()
    expect([complaintLightDays, complaintNormativeDays, complaintPlainDays, complaintSupervisedDays]).toEqual([
      2, 5, 14, 60,
    ])
  })
})

describe('a complaint', () => {
  const office = samarinda({ holidays: CLOSED })
  const at = { today: '2026-07-14', received: '2026-07-10', office }
  const begun = newComplaint(at.received, office)
  const after = (...acts: ComplaintAct[]): FollowUp => acts.reduce((one, act) => acted(one, act, at), begun)
  const answer = { do: 'answer', text: 'Kipas sudah diganti.' } as const

  it('goes from new to done, each step by an act, and back by one [S43]', () => {
    expect(begun).toMatchObject({ kind: 'normative', state: 'new', due: '2026-07-17' })
    expect(after({ do: 'sort', kind: 'light' })).toMatchObject({ state: 'new', due: '2026-07-14' })
    expect(after({ do: 'assign', owner: 'p3' })).toMatchObject({ state: 'handled', owner: 'p3' })
    expect(after(answer)).toMatchObject({ state: 'answered', answeredOn: '2026-07-14', answer: answer.text })
    expect(after(answer, { do: 'close' })).toMatchObject({ state: 'done', doneOn: '2026-07-14' })
    expect(after(answer, { do: 'close' }, { do: 'reopen' })).toMatchObject({ state: 'answered', doneOn: null })
    expect(after({ do: 'lapor', number: '1200345', state: '' })).toMatchObject({
      laporNumber: '1200345',
      laporState: null,
    })
  })

  it('is not done before it is answered, and keeps its deadline once it is [S43]', () => {
    for (const acts of [
      [{ do: 'close' }],
      [{ do: 'reopen' }],
      [answer, { do: 'sort', kind: 'supervised' }],
      [answer, { do: 'assign', owner: 'p3' }],
      [answer, { do: 'close' }, answer],
    ] as const)
      expect(() => after(...acts)).toThrow('COMPLAINT_STATE')
  })

  it('is late from the day after its deadline, until it is answered [S44]', () => {
    expect(isOverdue(begun, '2026-07-17')).toBe(false)
    expect(isOverdue(begun, '2026-07-18')).toBe(true)
    expect(isOverdue(after(answer), '2026-08-01')).toBe(false)
  })

  it('that is late is told to who stands over its owner, else to the managers, and never to its owner alone [S44]', () => {
    const always = { from: '2026-01-01', to: null }
    const chain = {
      supervisions: [{ id: 's-1', officerId: 'p3', assessorId: 'boss', ...always }],
      superiors: [],
      delegations: [],
    }
    const readers = [
      { id: 'p3', roles: ['supervisor'] },
      { id: 'boss', roles: ['supervisor'] },
      { id: 'm1', roles: ['manager'] },
    ]
    const told = (owner: string | null, of = readers) => lateTold(chain, owner, of, '2026-07-18')
    expect(told('p3')).toEqual(['boss'])
    expect(told(null)).toEqual(['m1'])
    expect(
      told(
        'p3',
        readers.filter(r => r.id !== 'boss'),
      ),
    ).toEqual(['m1'])
    expect(told('m1')).toEqual(['p3', 'boss'])
  })
})

function dues(received: LocalDate, office: OfficeInfo) {
  const of = (kind: 'light' | 'normative' | 'plain' | 'supervised') => complaintDue(received, kind, office)
  return { light: of('light'), normative: of('normative'), plain: of('plain'), supervised: of('supervised') }
}
