import { describe, expect, it } from 'vitest'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { circumstancesOf, type RatedStay } from '../../shared/officer/score/circumstances.ts'

const at = (time: string) => atClock('2026-06-09', time, 'WITA')
const stay = (change: Partial<RatedStay> = {}): RatedStay => ({
  serviceId: 'ktp',
  queuedAt: at('09:00'),
  calledAt: at('09:20'),
  endedAt: at('09:30'),
  ...change,
})
const visit = (stays: readonly RatedStay[], booked = false) => ({ serviceId: 'ktp', officerId: 'p1', booked, stays })
const calls = (...who: string[]) => who.map((one, i) => ({ who: one, service: 'ktp', at: at('08:40') + i * MINUTE }))
const shared = calls('p1', 'p2', 'p3')
const seen = (stays: readonly RatedStay[], around: Partial<Parameters<typeof circumstancesOf>[1]> = {}) =>
  circumstancesOf(visit(stays), { calls: shared, outages: [], zone: 'WITA', ...around })

describe('the circumstances of a rating', () => {
  it('are how the visitor came, the part of the day and the wait of others’ making [O70]', () => {
    expect(seen([stay()])).toEqual({ channel: 'datang', hour: 'pagi', wait: '15-30', leftOut: null })
    expect(circumstancesOf(visit([stay()], true), { calls: shared, outages: [], zone: 'WIB' })).toMatchObject({
      channel: 'daring',
      hour: 'pagi',
    })
    expect(seen([stay({ queuedAt: at('13:00'), calledAt: at('14:00') })], { calls: [] })).toMatchObject({
      hour: 'sore',
      wait: '0-15',
    })
  })

  it('make no allowance for a queue in which the officer had a hand [O70]', () => {
    for (const own of [calls('p1', 'p1', 'p2'), calls('p1', 'p1'), calls('p1', 'p2'), []])
      expect(seen([stay()], { calls: own }).wait).toBe('0-15')
    expect(seen([stay({ calledAt: at('09:31') })]).wait).toBe('>30')
  })

  it('are those of the first call, also where nobody came to it, without the time for which the service was closed [O70]', () => {
    const again = stay({ queuedAt: at('13:00'), calledAt: at('14:10'), endedAt: at('14:20') })
    expect(seen([stay(), again])).toMatchObject({ hour: 'pagi', wait: '15-30' })
    const outages = [{ serviceId: 'ktp', since: at('09:05'), until: at('09:11') }]
    expect(seen([stay()], { outages })).toMatchObject({ wait: '0-15', leftOut: null })
  })

  it('are of the service that is rated, and unknown where it was never called', () => {
    const before = stay({ serviceId: 'kk', calledAt: at('08:10'), queuedAt: at('08:00') })
    expect(seen([before, stay({ queuedAt: at('13:20'), calledAt: at('13:50') })])).toMatchObject({ hour: 'siang' })
    expect(seen([before])).toEqual({ channel: 'datang', hour: 'unknown', wait: 'unknown', leftOut: null })
    expect(seen([stay({ queuedAt: null })])).toMatchObject({ hour: 'pagi', wait: 'unknown' })
  })

  it('leave out who was served while the service was closed, and nobody else [O71]', () => {
    const outage = (since: string, until: string, serviceId = 'ktp') => [
      { serviceId, since: at(since), until: at(until) },
    ]
    expect(seen([stay()], { outages: outage('09:25', '09:40') }).leftOut).toBe('outage')
    expect(seen([stay()], { outages: outage('09:30', '09:40') }).leftOut).toBeNull()
    expect(seen([stay()], { outages: outage('09:25', '09:40', 'kk') }).leftOut).toBeNull()
  })
})
