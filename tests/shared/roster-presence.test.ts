import { describe, expect, it } from 'vitest'
import { emptyCounters, presenceAt } from '../../shared/roster/presence.ts'
import { at, leave, office, shift, TUESDAY, whole } from '../helpers/roster.ts'

describe('plan and hall side by side', () => {
  const seat = (id: string, state: 'open' | 'closed' | 'break', since: string, officerId?: string) => ({
    [id]: { id, state, since: at(since), ...(officerId ? { officerId } : {}) },
  })
  const states = (
    roster: Parameters<typeof presenceAt>[0],
    counters: Parameters<typeof presenceAt>[3],
    clock: string,
  ) =>
    presenceAt(roster, office, TUESDAY, counters, at(clock)).map(p =>
      `${p.shift.staffId} ${p.state} ${p.at ?? ''}`.trim(),
    )

  it('show somebody as not seen ten minutes after the shift began, not sooner [X6]', () => {
    const roster = { shifts: [whole[0]!, whole[1]!], leaves: [] }
    const counters = { ...seat('2', 'open', '07:55', 'p2'), ...seat('1', 'closed', '07:00') }
    expect(states(roster, counters, '08:09')).toEqual(['p1 due', 'p2 there'])
    expect(states(roster, counters, '08:10')).toEqual(['p1 unseen', 'p2 there'])
    const [missing] = presenceAt(roster, office, TUESDAY, counters, at('08:10'))
    expect(missing!.since).toBe(at('08:00'))
    const patient = { ...office, rules: { ...office.rules, absentAfterMinutes: 30 } }
    expect(presenceAt(roster, patient, TUESDAY, counters, at('08:10'))[0]!.state).toBe('due')
  })

  it('say where somebody sits instead: that is no absence, but leaves the counter empty [X6]', () => {
    const roster = { shifts: whole, leaves: [] }
    const counters = { ...seat('3', 'break', '08:00', 'p1'), ...seat('2', 'open', '08:00', 'p2') }
    expect(states(roster, counters, '09:00')).toEqual(['p1 elsewhere 3', 'p2 there', 'p3 unseen'])
    const empty = emptyCounters(presenceAt(roster, office, TUESDAY, counters, at('09:00')), counters)
    // Somebody sits at counter 3, though it is not who was planned.
    expect(empty.map(p => p.shift.counterId)).toEqual(['1'])
  })

  it('excuse nobody by a day that was planned late: counters that nobody opened yet were not closed [X6]', () => {
    const roster = { shifts: [whole[0]!], leaves: [] }
    const counters = { ...seat('1', 'closed', '08:20'), ...seat('2', 'closed', '08:20') }
    expect(states(roster, counters, '08:21')).toEqual(['p1 unseen'])
    expect(presenceAt(roster, office, TUESDAY, counters, at('08:21'))[0]!.since).toBe(at('08:00'))
  })

  it('count anew after a break in turn, after leave, and after a counter that was closed [X6]', () => {
    const rest = { from: '12:00', to: '13:00' }
    const roster = { shifts: [{ ...whole[0]!, rest }], leaves: [leave('p1', { part: { from: '08:00', to: '10:00' } })] }
    expect(states(roster, {}, '09:30')).toEqual([])
    expect(states(roster, {}, '10:09')).toEqual(['p1 due'])
    expect(states(roster, {}, '10:10')).toEqual(['p1 unseen'])
    expect(states(roster, {}, '12:30')).toEqual(['p1 resting'])
    expect(states(roster, {}, '13:09')).toEqual(['p1 due'])
    expect(states(roster, seat('1', 'closed', '13:30'), '13:39')).toEqual(['p1 due'])
    expect(states(roster, seat('1', 'closed', '13:30'), '13:40')).toEqual(['p1 unseen'])
    expect(states({ shifts: [shift('p4', null, '08:00', '15:00')], leaves: [] }, {}, '09:00')).toEqual(['p4 unknown'])
  })
})
