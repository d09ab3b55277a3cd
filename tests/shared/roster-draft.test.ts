import { describe, expect, it } from 'vitest'
import { begun, changesOf, decided, edited, rebased, undone } from '../../console/roster/roster-draft.ts'
import { withCell } from '../../shared/roster/roster.ts'
import { standIn } from '../../shared/roster/substitutes.ts'
import { fc, runs } from '../helpers/property.ts'
import { aShift, shift, TUESDAY } from '../helpers/roster.ts'

const saved = [shift('p1', '1', '08:00', '15:00'), shift('p2', '2', '08:00', '15:00')]
const put = (staffId: string, counterId: string) =>
  edited(begun(saved), withCell(saved, staffId, TUESDAY, [shift(staffId, counterId, '08:00', '15:00')]))

describe('a week that is being changed', () => {
  it('says which persons and days changed, with what was seen there, and takes each step back [X9]', () => {
    const draft = put('p1', '3')
    expect(changesOf(draft)).toMatchObject([
      { staffId: 'p1', date: TUESDAY, seen: [{ counterId: '1' }], shifts: [{ counterId: '3' }] },
    ])
    expect(changesOf(undone(draft))).toEqual([])
    expect(undone(begun(saved))).toEqual(begun(saved))
    expect(edited(begun(saved), [...saved].reverse()).past).toEqual([])
  })

  it('is laid on what somebody else saved: only what both changed is to be decided [X7 X9]', () => {
    const theirs = [saved[0]!, shift('p2', '3', '08:00', '15:00')]
    expect(rebased(put('p1', '3'), theirs)).toMatchObject({ clashes: [], base: theirs })
    expect(changesOf(rebased(put('p1', '3'), theirs)).map(c => c.staffId)).toEqual(['p1'])
    const both = rebased(put('p2', '1'), theirs)
    expect(both.clashes).toEqual([{ staffId: 'p2', date: TUESDAY }])
    const mine = decided(both, both.clashes[0]!, 'mine')
    expect([mine.clashes, changesOf(mine)]).toMatchObject([
      [],
      [{ seen: [{ counterId: '3' }], shifts: [{ counterId: '1' }] }],
    ])
    expect(changesOf(decided(both, both.clashes[0]!, 'theirs'))).toEqual([])
    // Both wished the same.
    expect(rebased(put('p2', '3'), theirs)).toMatchObject({ clashes: [] })
  })

  it('loses neither side, whatever the two change [X7 X9]', () => {
    const some = fc.array(aShift, { maxLength: 8 })
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const draft = rebased(edited(begun(base), mine), theirs)
        const after = draft.clashes.reduce((d, c) => decided(d, c, 'theirs'), draft)
        // With every clash given to the other side, what the other changed stands as it was saved.
        for (const { staffId, date } of changesOf({ ...begun(base), shifts: theirs }))
          expect(changesOf(after).some(c => c.staffId === staffId && c.date === date)).toBe(false)
        const kept = draft.clashes.reduce((d, c) => decided(d, c, 'mine'), draft)
        for (const c of changesOf(edited(begun(base), mine))) {
          const same = changesOf({ ...begun(kept.shifts), shifts: mine })
          expect(same.some(s => s.staffId === c.staffId && s.date === c.date)).toBe(false)
        }
      }),
      { numRuns: runs(100) },
    )
  })
})

describe('a substitute in the plan', () => {
  it('takes the part asked for; the person keeps the rest, and each the break that falls to them [X5]', () => {
    const rest = { from: '12:00', to: '12:30' }
    const long = shift('p1', '1', '08:00', '15:00', { rest })
    expect(standIn([long, saved[1]!], long, { from: '10:00', to: '24:00' }, 'p4')).toEqual([
      shift('p1', '1', '08:00', '10:00'),
      saved[1],
      shift('p4', '1', '10:00', '15:00', { rest, insteadOf: 'p1' }),
    ])
    expect(standIn([long], long, { from: '15:00', to: '16:00' }, 'p4')).toEqual([long])
  })
})
