import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/kit/time.ts'
import { filled } from '../../shared/roster/fill.ts'
import { emptyCounters, presenceAt } from '../../shared/roster/presence.ts'
import { at, found, MONDAY, office, PEOPLE, TUESDAY, whole } from '../helpers/roster.ts'

describe('a day on which the office or an agency of it is closed', () => {
  const agency = { id: 'kk', code: 'K', name: ['Keluarga', 'Family'], detail: ['', ''], where: ['', ''] } as const
  const away = {
    ...office,
    // There on Mondays only.
    agencies: [{ ...agency, weekdays: [1], active: true }],
    services: office.services.map(s => (s.id === 'kartu-keluarga' ? { ...s, agency: 'kk' } : s)),
    counters: office.counters.map(c => (c.id === '3' ? { ...c, agency: 'kk' } : c)),
  }
  const rest = { from: '12:00', to: '13:00' }

  it('lacks nobody for what the agency that is away would serve, and names who is planned there [X2 X12]', () => {
    const two = whole.slice(0, 2)
    expect(found({ shifts: two, leaves: [] }, office).map(f => [f[0], f[4]])).toEqual([['nobody', 'kartu-keluarga']])
    expect(found({ shifts: two, leaves: [] }, away)).toEqual([])
    expect(found({ shifts: whole, leaves: [] }, away)).toEqual([['shut', '08:00', '15:00', 'p3', '']])
    const cover = { ...away, rules: { ...away.rules, lunchCover: 'counter' as const } }
    const resting = [...two, { ...whole[2]!, rest }]
    expect(found({ shifts: resting, leaves: [] }, cover).map(f => f[0])).toEqual(['shut'])
  })

  it('plans nobody at a counter of the agency that is away, and says so [X4 X12]', () => {
    const into = { week: addDays(MONDAY, 7), office: away, leaves: [], people: PEOPLE, today: MONDAY }
    const { shifts, left } = filled({ week: MONDAY, shifts: whole }, into)
    expect([shifts.map(s => s.staffId), left.map(l => [l.shift.staffId, l.why])]).toEqual([
      ['p1', 'p2'],
      [['p3', 'closed']],
    ])
  })

  it('misses nobody and leaves no counter empty, also where it is closed or shortened after it was planned [X6 X12]', () => {
    const roster = { shifts: whole, leaves: [] }
    const unseen = (of: typeof office, clock: string) => {
      const all = presenceAt(roster, of, TUESDAY, {}, at(clock))
      return [all.filter(p => p.state === 'unseen').map(p => p.shift.staffId), emptyCounters(all, {}).length]
    }
    expect(unseen(office, '11:00')).toEqual([['p1', 'p2', 'p3'], 3])
    expect(unseen(away, '11:00')).toEqual([['p1', 'p2'], 2])
    expect(unseen({ ...office, holidays: [TUESDAY] }, '11:00')).toEqual([[], 0])
    const hours = Array.from({ length: 7 }, () => ({ open: '08:00', close: '10:00', breaks: [] }))
    const short = { name: ['Rapat', 'Meeting'] as const, from: TUESDAY, to: TUESDAY, hours }
    expect(unseen({ ...office, specialHours: [short] }, '11:00')).toEqual([[], 0])
    expect(unseen({ ...office, specialHours: [short] }, '09:30')).toEqual([['p1', 'p2', 'p3'], 3])
    // Whoever sits there all the same is there.
    const sits = { 1: { id: '1', state: 'open' as const, since: at('08:00'), officerId: 'p1' } }
    const [one, ...others] = presenceAt(roster, { ...office, holidays: [TUESDAY] }, TUESDAY, sits, at('11:00'))
    expect([one!.state, others]).toEqual(['there', []])
  })
})
