import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCrowd } from '../../server/realtime/crowd.ts'
import { createSnapshots } from '../../server/realtime/snapshots.ts'
import { emptyDay } from '../../shared/queue/day.ts'
import type { DayEvent } from '../../shared/queue/events.ts'

const DATE = '2026-06-09'
const event = (seq: number) => ({ seq, at: seq, type: 'counterOpened' }) as unknown as DayEvent

/** A crowd whose rooms a test fills, with a desk that lets each part be told when the test says so. */
function crowded() {
  const members = new Map<string, number>()
  const told: string[] = []
  const calm: (() => void)[] = []
  const crowd = createCrowd({
    members: room => members.get(room) ?? 0,
    sockets: () => [...members.values()].reduce((a, b) => a + b, 0),
    calm: () => new Promise<void>(resolve => calm.push(resolve)),
    send: (room, _office, _date, events) => void told.push(`${room} ${events.map(e => e.seq).join()}`),
  })
  return {
    crowd,
    told,
    join(phones: number) {
      for (let i = 0; i < phones; i++) {
        const room = crowd.roomFor('o')
        members.set(room, (members.get(room) ?? 0) + 1)
      }
    },
    leave: (room: string) => members.set(room, 0),
    /** The desk is answered: the next part may be told. */
    async next() {
      calm.shift()?.()
      for (let i = 0; i < 5; i++) await Promise.resolve()
    },
  }
}

describe('the public', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hears at once, fifty phones at a time, and the desk is answered in between', async () => {
    const { crowd, told, join, next } = crowded()
    join(120)
    crowd.events('o', DATE, [event(1)])
    expect(told).toEqual(['public:o:0 1'])
    await next()
    expect(told).toEqual(['public:o:0 1', 'public:o:1 1'])
    await next()
    expect(told).toHaveLength(3)
    crowd.stop()
  })

  it('hears what comes meanwhile together, in order, once all have heard what was before', async () => {
    const { crowd, told, join, next } = crowded()
    join(60)
    crowd.events('o', DATE, [event(1)])
    crowd.events('o', DATE, [event(2)])
    for (let i = 0; i < 2; i++) await next()
    crowd.events('o', DATE, [event(3)])
    expect(told).toEqual(['public:o:0 1', 'public:o:1 1'])
    await vi.advanceTimersByTimeAsync(100)
    for (let i = 0; i < 2; i++) await next()
    expect(told.slice(2)).toEqual(['public:o:0 2,3', 'public:o:1 2,3'])
    crowd.stop()
  })

  it('hears later the more there are: a thousand phones after half a second', async () => {
    const { crowd, told, join, next } = crowded()
    join(1_000)
    crowd.events('o', DATE, [event(1)])
    crowd.events('o', DATE, [event(2)])
    for (let i = 0; i < 20; i++) await next()
    expect(told).toHaveLength(20)
    await vi.advanceTimersByTimeAsync(499)
    expect(told).toHaveLength(20)
    await vi.advanceTimersByTimeAsync(1)
    expect(told).toHaveLength(21)
    crowd.stop()
  })

  it('fills the rooms that others left, and is not told where nobody is', async () => {
    const { crowd, told, join, leave, next } = crowded()
    join(120)
    leave('public:o:1')
    expect(crowd.roomFor('o')).toBe('public:o:1')
    crowd.tell('o', room => told.push(room))
    for (let i = 0; i < 3; i++) await next()
    expect(told).toEqual(['public:o:0', 'public:o:2'])
    expect([crowd.any('o'), crowd.any('other')]).toEqual([true, false])
  })
})

describe('a snapshot', () => {
  it('is written once for each audience and state, however many join', () => {
    const snapshot = createSnapshots()
    const day = emptyDay('o', DATE)
    const estimates = { at: 1, services: {}, tickets: {} }
    const first = snapshot(day, 'public', estimates)
    expect(snapshot(day, 'public', estimates)).toBe(first)
    expect(snapshot(day, 'hall', estimates)).not.toBe(first)
    expect(snapshot({ ...day, seq: 1 }, 'public', estimates)).not.toBe(first)
    expect(JSON.parse(new TextDecoder().decode(first))).toMatchObject({ day: { office: 'o', seq: 0 }, estimates })
  })
})
