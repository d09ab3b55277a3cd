import { describe, expect, it } from 'vitest'
import type { AppError } from '../../shared/kit/errors.ts'
import { addDays, atClock, officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { mustDelegate, takenBack } from '../../shared/oversight/delegation.ts'
import { mustFit, mustFitSuperior, type Superior, type Supervision } from '../../shared/oversight/supervision.ts'
import {
  actsFor,
  assessorOn,
  leads,
  mayAct,
  mayDecide,
  mayRead,
  readable,
  superiorOn,
  teamOn,
  teamWithin,
  type Chain,
  type Delegation,
} from '../../shared/oversight/team.ts'
import { fc, runs } from '../helpers/property.ts'

const assesses = (
  assessorId: string,
  officerId: string,
  from: LocalDate,
  to: LocalDate | null = null,
): Supervision => ({
  ...{ id: `${officerId}-${assessorId}-${from}`, officerId, assessorId, from, to },
})
const over = (superiorId: string, assessorId: string, from: LocalDate, to: LocalDate | null = null): Superior => ({
  ...{ id: `${assessorId}-${superiorId}-${from}`, assessorId, superiorId, from, to },
})
const standsIn = (
  delegateId: string,
  personId: string,
  from: LocalDate,
  to: LocalDate,
  endedOn: LocalDate | null = null,
) => ({
  ...{ id: `${personId}-${delegateId}-${from}`, personId, delegateId, from, to, endedOn },
})
const code = (act: () => unknown) => {
  try {
    return act() ?? 'fits'
  } catch (error) {
    return (error as AppError).code
  }
}

/** Budi is assessed by Ani until the end of June, by Eko from then on; Dewi stands over both. Ani is away for two days in May. */
const chain: Chain = {
  supervisions: [
    assesses('ani', 'budi', '2026-01-01', '2026-06-30'),
    assesses('eko', 'budi', '2026-07-01'),
    assesses('ani', 'citra', '2026-01-01'),
    assesses('dewi', 'ani', '2026-01-01'),
  ],
  superiors: [over('dewi', 'eko', '2026-07-01')],
  delegations: [standsIn('fajar', 'ani', '2026-05-20', '2026-05-21')],
}
const YEAR = { from: '2026-01-01', to: '2026-12-31' }

describe('the superior of an assessor', () => {
  it('is who assesses the assessor, else who was set over them, on each date by itself [O100]', () => {
    expect(superiorOn(chain, 'budi', '2026-06-30')).toBe('dewi')
    expect(superiorOn(chain, 'budi', '2026-07-01')).toBe('dewi')
    expect(superiorOn({ ...chain, superiors: [] }, 'budi', '2026-07-01')).toBeUndefined()
    expect(superiorOn(chain, 'dewi', '2026-07-01')).toBeUndefined()
    // Somebody set over an assessor who has an assessor of the own decides nothing.
    const both = { ...chain, superiors: [over('gita', 'ani', '2026-01-01')] }
    expect(superiorOn(both, 'budi', '2026-03-01')).toBe('dewi')
  })

  it('is never, over however many others and of either kind, somebody below them at one time [O101]', () => {
    const { supervisions, superiors } = chain
    const add = (one: Supervision) => code(() => mustFit(supervisions, one, undefined, superiors))
    expect(add(assesses('citra', 'dewi', '2026-03-01'))).toBe('SUPERVISION_CIRCLE')
    expect(add(assesses('budi', 'dewi', '2026-03-01'))).toBe('SUPERVISION_CIRCLE')
    expect(add(assesses('eko', 'dewi', '2026-08-01'))).toBe('SUPERVISION_CIRCLE')
    expect(add(assesses('eko', 'dewi', '2026-03-01', '2026-06-30'))).toBe('fits')
    const set = (one: Superior) => code(() => mustFitSuperior(superiors, one, undefined, supervisions))
    expect(set(over('citra', 'dewi', '2026-03-01'))).toBe('SUPERVISION_CIRCLE')
    expect(set(over('dewi', 'dewi', '2026-03-01'))).toBe('SUPERVISION_SELF')
    expect(set(over('gita', 'eko', '2026-09-01'))).toBe('SUPERVISION_OPEN')
    expect(mustFitSuperior(superiors, over('gita', 'eko', '2026-09-01'), superiors[0]!.id, supervisions)).toEqual({
      ...superiors[0],
      to: '2026-08-31',
    })
  })
})

describe('a change of the assessor in the middle of a year', () => {
  it('loses nothing: the former one reads the own days ever after, the new one those from the first [O102]', () => {
    const on = (reader: string, today: LocalDate) =>
      readable(chain, reader, 'budi', YEAR, today).map(({ from, to }) => [from, to])
    expect(on('ani', '2026-12-31')).toEqual([['2026-01-01', '2026-06-30']])
    expect(on('eko', '2026-12-31')).toEqual([['2026-07-01', '2026-12-31']])
    expect(mayRead(chain, 'ani', 'budi', { from: '2026-04-01', to: '2026-06-30' }, '2026-12-31')).toBe(true)
    expect(mayRead(chain, 'ani', 'budi', { from: '2026-07-01', to: '2026-09-30' }, '2026-12-31')).toBe(false)
    expect(mayRead(chain, 'eko', 'budi', { from: '2026-04-01', to: '2026-06-30' }, '2026-12-31')).toBe(false)
  })

  it.each(['WIB', 'WITA', 'WIT'] as const)(
    'happens at midnight of the office in %s, day by day, and at the same minute [O102]',
    zone => {
      for (let i = -40; i <= 40; i += 1) {
        const day = addDays('2026-07-01', i)
        for (const clock of ['00:00', '12:00', '23:59']) {
          const today = officeDate(atClock(day, clock, zone), zone)
          expect(assessorOn(chain, 'budi', today)).toBe(i < 0 ? 'ani' : 'eko')
          const acting = ['ani', 'eko'].filter(who => mayAct(chain, who, 'budi', today))
          expect(acting).toEqual([i < 0 ? 'ani' : 'eko'])
        }
      }
    },
  )
})

describe('somebody who stands in', () => {
  it('reads and acts for whoever is away from the first day to the last, under their name, and for nobody else [O103]', () => {
    const act = (today: LocalDate) => mayAct(chain, 'fajar', 'budi', today)
    expect(act('2026-05-20')).toEqual({ as: 'assessor', of: 'ani', onBehalf: true })
    expect([act('2026-05-19'), act('2026-05-22')]).toEqual([undefined, undefined])
    expect(mayAct(chain, 'ani', 'budi', '2026-05-20')).toMatchObject({ onBehalf: false })
    expect(mayRead(chain, 'fajar', 'budi', YEAR, '2026-05-21')).toBe(true)
    expect(mayRead(chain, 'fajar', 'budi', YEAR, '2026-05-22')).toBe(false)
    expect(actsFor(chain, 'fajar', '2026-05-20')).toEqual(['fajar', 'ani'])
    expect([...teamOn(chain, 'fajar', '2026-05-20').keys()]).toEqual(['budi', 'citra'])
    expect([leads(chain, 'fajar', '2026-05-21'), leads(chain, 'fajar', '2026-05-22')]).toEqual([true, false])
  })

  it('does not hand it on, and never acts on themselves [O103]', () => {
    const on = {
      ...chain,
      delegations: [...chain.delegations, standsIn('citra', 'fajar', '2026-05-20', '2026-05-21')],
    }
    expect(mayAct(on, 'citra', 'budi', '2026-05-20')).toBeUndefined()
    const own = { ...chain, delegations: [standsIn('citra', 'ani', '2026-05-20', '2026-05-21')] }
    expect(mayAct(own, 'citra', 'citra', '2026-05-20')).toBeUndefined()
    expect(mayRead(own, 'citra', 'citra', YEAR, '2026-05-20')).toBe(false)
    expect(mayAct(own, 'citra', 'budi', '2026-05-20')).toMatchObject({ of: 'ani' })
  })

  it('is one at a time, until a date that is named, not from the past on and not for more than 366 days [O104]', () => {
    const add = (one: Delegation) => code(() => mustDelegate(chain, one, '2026-05-10'))
    expect(add(standsIn('eko', 'ani', '2026-05-21', '2026-05-25'))).toBe('DELEGATION_OVERLAP')
    expect(add(standsIn('eko', 'ani', '2026-05-22', '2026-05-25'))).toBe('fits')
    expect(add(standsIn('ani', 'ani', '2026-05-22', '2026-05-25'))).toBe('DELEGATION_SELF')
    expect(add(standsIn('dewi', 'ani', '2026-05-22', '2026-05-25'))).toBe('DELEGATION_UP')
    expect(add(standsIn('dewi', 'budi', '2026-05-22', '2026-05-25'))).toBe('DELEGATION_UP')
    expect(add(standsIn('budi', 'ani', '2026-05-22', '2026-05-25'))).toBe('fits')
    expect(add(standsIn('eko', 'ani', '2026-05-09', '2026-05-12'))).toBe('DATE_PAST')
    expect(add(standsIn('eko', 'ani', '2026-05-25', '2026-05-22'))).toBe('BAD_REQUEST')
    expect(add(standsIn('eko', 'ani', '2026-06-01', '2027-06-01'))).toBe('fits')
    expect(add(standsIn('eko', 'ani', '2026-06-01', '2027-06-02'))).toBe('DELEGATION_LONG')
  })

  it('no longer does from the minute in which it is taken back, and it can be given anew the same day [O104]', () => {
    const back = takenBack(chain.delegations[0]!, '2026-05-20')
    const after = { ...chain, delegations: [back] }
    expect(mayAct(after, 'fajar', 'budi', '2026-05-20')).toBeUndefined()
    expect(code(() => takenBack(back, '2026-05-20'))).toBe('DELEGATION_ENDED')
    expect(code(() => takenBack(chain.delegations[0]!, '2026-05-22'))).toBe('DELEGATION_ENDED')
    const anew = standsIn('eko', 'ani', '2026-05-20', '2026-05-21')
    expect(code(() => mustDelegate({ ...chain, delegations: [back] }, anew, '2026-05-20'))).toBe('fits')
  })
})

describe('a decision over an assessment', () => {
  const MAY = { from: '2026-05-01', to: '2026-05-31' }
  it('is by the superior, never by who assesses or assessed on one of those days, nor by who stood in for them [O105]', () => {
    const decides = (who: string, today: LocalDate, about = MAY) => mayDecide(chain, who, 'budi', today, about)
    expect(decides('dewi', '2026-06-10')).toEqual({ as: 'superior', of: 'dewi', onBehalf: false })
    for (const who of ['ani', 'budi', 'eko', 'fajar']) expect(decides(who, '2026-06-10'), who).toBeUndefined()
    // Whoever assessed in May stands in for the superior in August, and so does somebody who has nothing to do with it.
    const by = (who: string) => ({
      ...chain,
      delegations: [...chain.delegations, standsIn(who, 'dewi', '2026-08-01', '2026-08-09')],
    })
    for (const who of ['ani', 'budi', 'eko', 'fajar'])
      expect(mayDecide(by(who), who, 'budi', '2026-08-02', MAY), who).toBeUndefined()
    expect(mayDecide(by('gita'), 'gita', 'budi', '2026-08-02', MAY)).toEqual({
      ...{ as: 'superior', of: 'dewi', onBehalf: true },
    })
    // A former assessor who is the superior now decides nothing of the own time.
    const risen: Chain = { ...chain, superiors: [over('ani', 'eko', '2026-07-01')] }
    expect(mayDecide(risen, 'ani', 'budi', '2026-08-02', MAY)).toBeUndefined()
    expect(mayDecide(risen, 'ani', 'budi', '2026-08-02', { from: '2026-07-01', to: '2026-07-31' })).toBeDefined()
  })
})

describe('whatever is decided, and in whatever order', () => {
  const people = ['ani', 'budi', 'citra', 'dewi', 'eko']
  const date = fc.integer({ min: 1, max: 28 }).map(n => `2026-06-${String(n).padStart(2, '0')}`)
  const name = fc.constantFrom(...people)
  const wish = fc.record({
    kind: fc.constantFrom('supervision', 'superior', 'delegation'),
    ...{ a: name, b: name, from: date, to: fc.option(date, { nil: null }) },
  })
  const days = Array.from({ length: 30 }, (_, i) => `2026-06-${String(i + 1).padStart(2, '0')}`)

  function made(wishes: readonly { kind: string; a: string; b: string; from: string; to: string | null }[]): Chain {
    let all: Chain = { supervisions: [], superiors: [], delegations: [] }
    for (const [i, { kind, a, b, from, to }] of wishes.entries())
      try {
        const id = `${i}`
        if (kind === 'delegation') {
          const one = { ...standsIn(a, b, from, to ?? from), id }
          mustDelegate(all, one, '2026-06-01')
          all = { ...all, delegations: [...all.delegations, one] }
          continue
        }
        const { supervisions, superiors } = all
        if (kind === 'superior') {
          const one = { ...over(a, b, from, to), id }
          const ends = superiors.find(s => s.assessorId === b && s.to === null)?.id
          const ended = mustFitSuperior(superiors, one, ends, supervisions)
          all = { ...all, superiors: [...superiors.map(s => (s.id === ended?.id ? ended : s)), one] }
        } else {
          const one = { ...assesses(a, b, from, to), id }
          const ends = supervisions.find(s => s.officerId === b && s.to === null)?.id
          const ended = mustFit(supervisions, one, ends, superiors)
          all = { ...all, supervisions: [...supervisions.map(s => (s.id === ended?.id ? ended : s)), one] }
        }
      } catch (error) {
        expect((error as AppError).code).toMatch(/^(SUPERVISION|DELEGATION)_|^BAD_REQUEST$/)
      }
    return all
  }

  it('nobody is above themselves on any day, and what one may read, act on and decide never contradict [O101 O102 O105]', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), wishes => {
        const all = made(wishes)
        for (const day of days)
          for (const officer of people) {
            const seen = new Set([officer])
            for (let up = assessorOn(all, officer, day); up !== undefined; up = assessorOn(all, up, day)) {
              expect(seen.has(up)).toBe(false)
              seen.add(up)
            }
            expect(superiorOn(all, officer, day)).not.toBe(officer)
            const one = { from: day, to: day }
            const acting = people.filter(who => mayAct(all, who, officer, day))
            const deciding = people.filter(who => mayDecide(all, who, officer, day, one))
            expect(acting).not.toContain(officer)
            expect(deciding).not.toContain(officer)
            expect(acting.filter(who => deciding.includes(who))).toEqual([])
            for (const who of people) {
              expect(mayRead(all, who, officer, one, day)).toBe(acting.includes(who))
              expect(teamOn(all, who, day).has(officer)).toBe(acting.includes(who))
            }
          }
      }),
      { numRuns: runs(50) },
    )
  })

  it('the readable days of a period are the days one by one [O102]', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), date, (wishes, today) => {
        const all = made(wishes)
        const month = { from: days[0]!, to: days.at(-1)! }
        for (const reader of people)
          for (const [officer, spans] of teamWithin(all, reader, month, today))
            for (const day of days)
              expect(spans.some(s => s.from <= day && day <= s.to)).toBe(
                mayRead(all, reader, officer, { from: day, to: day }, today),
              )
      }),
      { numRuns: runs(50) },
    )
  })
})
