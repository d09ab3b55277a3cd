import { describe, expect, it } from 'vitest'
import { emptyRow, type Plan } from '../../shared/survey/loop/plan.ts'
import { planOnNewest } from '../../shared/survey/loop/plan-writing.ts'

const [waktu, sarana, prosedur] = [emptyRow('waktu'), emptyRow('sarana'), emptyRow('prosedur')]
const plan = (...rows: Plan['rows']): Plan => ({ rows, forumOn: null, minutes: '' })
const on = (ground: Plan, mine: Plan, newest: Plan) =>
  planOnNewest({ plan: mine, ground, version: 1, both: [] }, newest, 2)

describe('a plan that two write at once', () => {
  it('keeps what only one of them changed, field by field, and names the lines that both changed [S46]', () => {
    const mine = plan({ ...waktu, percent: 40 }, { ...sarana, owner: 'Saya' }, prosedur)
    const theirs = { ...plan({ ...waktu, percent: 60 }, { ...sarana, evidence: 'foto' }, prosedur), minutes: 'BA 3' }
    const { plan: now, both, version } = on(plan(waktu, sarana, prosedur), mine, theirs)
    expect(now.rows).toEqual([{ ...waktu, percent: 40 }, { ...sarana, owner: 'Saya', evidence: 'foto' }, prosedur])
    expect([now.minutes, both, version]).toEqual(['BA 3', ['waktu'], 2])
  })

  it('takes out a line that one took out, unless the other changed it; lines of both are added [S46]', () => {
    const ground = plan(waktu, sarana)
    const perilaku = emptyRow('perilaku')
    expect(on(ground, plan(waktu, perilaku), plan(waktu, sarana, prosedur)).plan.rows).toEqual([
      waktu,
      prosedur,
      perilaku,
    ])
    const kept = on(ground, plan(waktu), plan({ ...sarana, percent: 10 }))
    expect([kept.plan.rows, kept.both]).toEqual([[{ ...sarana, percent: 10 }], ['sarana']])
    const forum = on(ground, { ...ground, minutes: 'BA 1' }, { ...ground, minutes: 'BA 2' })
    expect([forum.plan.minutes, forum.both]).toEqual(['BA 1', ['minutes']])
  })
})
