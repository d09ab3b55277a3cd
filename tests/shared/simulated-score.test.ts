import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seeded } from '../../shared/kit/random.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'
import { emptyLog } from '../../scripts/simulate/log.ts'
import { createPace } from '../../scripts/simulate/pace.ts'
import { scoreOf } from '../../scripts/simulate/score.ts'
import { simulatedDay } from '../../scripts/simulate/simulated-day.ts'

const doors = publishedDoors(demoOffice, '2026-06-09')!
const plan = simulatedDay(demoOffice, doors, { tickets: 10, counters: 2 }, seeded(1))
const at = (minute: number) => doors.from + minute * MINUTE

/** People who took a number every ten minutes, were told ten minutes and called after five. */
function played(people: number) {
  const log = emptyLog()
  for (let i = 0; i < people; i++) {
    const id = `t${i}`
    const [taken, called] = [at(10 * i), at(10 * i + 5)]
    const range = { from: taken, to: at(10 * i + 10) }
    const usual = { waiting: 1, meanMs: MINUTE, counters: 1 }
    log.taken.push({ id, number: id, kind: 'walkIn', at: taken, range, usual })
    log.calls.push({ id, at: called, serverAt: called, counter: '1' })
  }
  return log
}

describe('the score of a simulated day', () => {
  it('counts no range that was open while the play itself was late, and says how many', () => {
    const whole = scoreOf(played(4), plan, true)
    expect([whole.walkIns.ranges!.n, whole.notCounted]).toEqual([4, 0])
    const score = scoreOf(played(4), plan, true, [at(12), at(13)])
    expect([score.walkIns.ranges!.n, score.notCounted]).toEqual([3, 1])
    expect(score.calls).toBe(4)
  })
})

describe('the pace of a simulated day', () => {
  const pace = () => createPace(at(0), 1, new AbortController().signal, { inStep: true, now: at(0) })

  it('notes when something came later than the day wanted it', async () => {
    const late = pace()
    await late.until(late.now() - 3 * MINUTE)
    expect(late.late).toHaveLength(1)
    expect(late.late[0]).toBeGreaterThanOrEqual(at(0))
  })

  it('forgives what a range in minutes does not feel', async () => {
    const soon = pace()
    await soon.until(soon.now() - MINUTE)
    expect(soon.late).toEqual([])
  })
})
