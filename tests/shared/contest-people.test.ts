import { describe, expect, it } from 'vitest'
import { contestPeople, contestReminded, nobodyDecides } from '../../shared/oversight/contest-people.ts'
import type { Chain } from '../../shared/oversight/team.ts'

const QUARTER = { from: '2026-04-01', to: '2026-06-30' }
const always = { from: '2026-01-01', to: null }
/** Of officer `o`: `a` assesses within the quarter, with `s` over them, and `b` from its end on, with `t` over them. */
const changed: Chain = {
  supervisions: [
    { id: '1', officerId: 'o', assessorId: 'a', from: '2026-01-01', to: '2026-07-10' },
    { id: '2', officerId: 'o', assessorId: 'b', from: '2026-07-11', to: null },
    { id: '3', officerId: 'b', assessorId: 't', ...always },
  ],
  superiors: [
    { id: '4', assessorId: 'a', superiorId: 's', ...always },
    { id: '5', assessorId: 's', superiorId: 'top', ...always },
  ],
  delegations: [],
}
const about = { officer: 'o', about: QUARTER, raised: false }
const decider = (chain: Chain, today: string, rest: object = {}) =>
  contestPeople(chain, 'x', { ...about, ...rest }, today).decider

describe('whoever decides over an objection', () => {
  it('stays over whoever assessed within the period, whoever assesses since, with a superior of their own or none [O341]', () => {
    expect(['2026-07-09', '2026-07-10', '2026-07-11', '2026-08-20'].map(day => decider(changed, day))).toEqual(
      Array(4).fill('s'),
    )
    const nobody = { ...changed, supervisions: changed.supervisions.slice(0, 2) }
    expect(decider(nobody, '2026-07-20')).toBe('s')
    expect(decider(changed, '2026-07-27', { raised: true })).toBe('top')
  })

  it('hands what is open over to whoever comes after them, and keeps it where nobody does [O341]', () => {
    const over = (superiors: Chain['superiors']) => ({ ...changed, superiors })
    const until = { from: '2026-01-01', to: '2026-07-14' }
    const ended = over([{ id: '4', assessorId: 'a', superiorId: 's', ...until }])
    expect(decider(ended, '2026-07-15')).toBe('s')
    const next = over([
      ...ended.superiors,
      { id: '6', assessorId: 'a', superiorId: 'next', from: '2026-07-15', to: null },
    ])
    expect(['2026-07-14', '2026-07-15'].map(day => decider(next, day))).toEqual(['s', 'next'])
  })

  it('is over the assessor of today where nobody assessed within the period, and nobody where nobody is [O341]', () => {
    const fresh = { ...changed, supervisions: changed.supervisions.slice(1) }
    expect(decider(fresh, '2026-07-20')).toBe('t')
    const alone = { ...fresh, supervisions: fresh.supervisions.slice(0, 1), superiors: [] }
    expect(decider(alone, '2026-07-20')).toBeUndefined()
    expect(contestReminded(alone, about, '2026-07-20', new Set(['b', 't'])).decide).toEqual([])
  })
})

describe('an objection that nobody may decide', () => {
  const able = new Set(['a', 'b', 's', 't', 'top'])
  const stuck = (chain: Chain, today: string, who = able, rest: object = {}) =>
    nobodyDecides(chain, { ...about, ...rest }, today, who)

  it('is one whose way up ends at somebody concerned, or at somebody who left, and not one that a stand-in may decide [O393]', () => {
    expect(stuck(changed, '2026-07-09')).toBeUndefined()
    const open = { ...changed, supervisions: changed.supervisions.slice(0, 2), superiors: [] }
    expect(stuck(open, '2026-07-09')).toEqual({ below: 'a' })
    expect(stuck(open, '2026-07-20')).toEqual({ below: 'b' })
    expect(stuck(changed, '2026-07-09', new Set(['a', 'b', 't', 'top']))).toEqual({ below: 'a' })
    const delegations = [
      { id: 'd', personId: 's', delegateId: 'x', from: '2026-07-09', to: '2026-07-09', endedOn: null },
    ]
    const standing = { ...changed, delegations }
    expect(stuck(standing, '2026-07-09', new Set(['x']))).toBeUndefined()
    expect(stuck({ ...changed, supervisions: [], superiors: [] }, '2026-07-09')).toEqual({ below: undefined })
  })

  it('is one, too, where the superior is the officer or went on to assess them [O393]', () => {
    const own = { ...changed, superiors: [{ id: '4', assessorId: 'a', superiorId: 'o', ...always }] }
    expect(stuck(own, '2026-07-09')).toEqual({ below: 'a' })
    const both = { ...changed, supervisions: changed.supervisions.slice(0, 2) }
    const superiors = [{ id: '4', assessorId: 'a', superiorId: 'b', ...always }]
    expect(stuck({ ...both, superiors }, '2026-07-20')).toEqual({ below: 'b' })
  })
})
