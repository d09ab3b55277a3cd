import { describe, expect, it } from 'vitest'
import type { Room } from '../../shared/contracts/reach.ts'
import { projectDay, projectEvent } from '../../shared/contracts/views.ts'
import { ticketsOf, type QueueDay } from '../../shared/queue/day.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import type { TicketState } from '../../shared/queue/states.ts'
import { openHall } from '../helpers/days.ts'
import { histories, type History } from '../helpers/histories.ts'
import { fc, runs } from '../helpers/property.ts'

const RUNS = runs(150)
/** What no event and no day may hold outside the office. */
const PRIVATE = ['by', 'commandId', 'verb', 'officerId', 'promised', 'reason', 'why', 'holdId', 'document']
const OVER: readonly TicketState[] = ['done', 'unserved', 'cancelled']

/** What somebody sees who reads the day after `joined` commands and hears every event after that. */
function seenBy(audience: Room, { moments }: History, joined: number): QueueDay {
  const start = projectDay(moments[joined]!.after, audience)
  const heard = moments.slice(joined + 1).flatMap(m => m.events ?? [])
  return heard.map(e => projectEvent(e, audience)).reduce((day, e) => fold(day, [e]), start)
}

/** A day without what only those know who saw it: tickets that are over. */
function told(day: QueueDay): QueueDay {
  return {
    ...day,
    tickets: day.tickets.map(chunk => chunk.map(t => (t && OVER.includes(t.state) ? null : t))),
  }
}

const joined = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

describe('a screen that joins at any moment and folds what it hears', () => {
  it('shows the hall all that a fresh reading of the day would show, and nothing else [J9]', () => {
    fc.assert(
      fc.property(histories, joined, (history, share) => {
        const seen = seenBy('hall', history, Math.floor(share * history.moments.length))
        expect(told(seen)).toStrictEqual(projectDay(history.day, 'hall'))
      }),
      { numRuns: RUNS },
    )
  })

  it('shows the staff the very day that the server holds, but for whose phone holds a place', () => {
    fc.assert(
      fc.property(histories, joined, (history, share) => {
        const seen = seenBy('staff', history, Math.floor(share * history.moments.length))
        expect(seen).toStrictEqual(projectDay(history.day, 'staff'))
        expect({ ...seen, slots: {} }).toStrictEqual({ ...history.day, slots: {} })
      }),
      { numRuns: RUNS },
    )
  })
})

describe('what leaves the office', () => {
  it.each(['hall', 'public'] as const)(
    'holds for the %s no id of a ticket, hold or command, no officer, promise, reason, cause or document of any history [C6 R2]',
    audience => {
      fc.assert(
        fc.property(histories, ({ moments, events }) => {
          const days = moments.filter((_, i) => i % 20 === 0 || i === moments.length - 1).map(m => m.after)
          const told = JSON.stringify([
            ...days.map(d => ({ ...projectDay(d, audience), closures: {} })),
            // Why a service is closed is for everybody to know.
            ...events.map(e => ({
              ...projectEvent(e, 'hall'),
              ...(e.type === 'serviceClosed' && { reason: undefined }),
            })),
          ])
          const leaked = secretsOf(events).filter(secret => told.includes(secret))
          expect(leaked).toEqual([])
          for (const key of PRIVATE) expect(told).not.toContain(`"${key}"`)
        }),
        { numRuns: RUNS },
      )
    },
  )

  it('would be found out: the same search finds every kind of secret in what the office itself holds', () => {
    const sample = fc.sample(histories, { numRuns: 90, seed: 4 }).flatMap(h => h.events)
    const held = JSON.stringify(sample)
    const secrets = secretsOf(sample)
    expect(secrets.filter(s => !held.includes(s))).toEqual([])
    const kinds = ['ticket-id-', 'hold-id-', 'command-', 'officer-', 'device:', '"holder"', '"copy"', '"vulnerable"']
    for (const kind of [...kinds, '"lapsed"', '"void"']) expect(secrets.some(s => s.includes(kind))).toBe(true)
  })

  it('keeps every command id and every id of a hold from the staff, and nothing else', () => {
    fc.assert(
      fc.property(histories, ({ day, events }) => {
        for (const event of events) {
          const { commandId: _, ...rest } = event
          const { holdId: _h, ...seen } = 'holdId' in rest ? rest : { ...rest, holdId: '' }
          expect(projectEvent(event, 'staff')).toStrictEqual(seen)
        }
        expect(JSON.stringify(projectDay(day, 'staff').slots)).not.toContain('hold-id-')
      }),
      { numRuns: 50 },
    )
  })

  it('tells the hall of every event, with its type and its place', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const told = events.map(e => projectEvent(e, 'hall'))
        expect(told.map(e => [e.seq, e.type, e.at])).toEqual(events.map(e => [e.seq, e.type, e.at]))
      }),
      { numRuns: 50 },
    )
  })

  it('shows the public no place and no booking on its board', () => {
    fc.assert(
      fc.property(histories, ({ day }) => {
        const { slots, bookedNumbers, counted, waitlist, unclaimed, draws } = projectDay(day, 'public')
        expect([slots, bookedNumbers, counted, waitlist, unclaimed, draws]).toEqual([{}, {}, {}, {}, {}, {}])
      }),
      { numRuns: 50 },
    )
  })

  it('shows outside no ticket that is over [R2]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.take('ktp')
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    expect([...ticketsOf(projectDay(hall.day, 'public'))].map(t => t.number)).toEqual(['A-002'])
    expect([...ticketsOf(projectDay(hall.day, 'staff'))]).toHaveLength(2)
  })
})

/** Every private value in these events, as it would stand in JSON. */
function secretsOf(events: readonly DayEvent[]): readonly string[] {
  const secrets = events.flatMap((e): unknown[] => [
    e.by,
    e.commandId,
    ...('officerId' in e ? [e.officerId] : []),
    ...('reason' in e && e.type !== 'serviceClosed' ? [e.reason] : []),
    ...('id' in e ? [e.id] : []),
    ...('holdId' in e ? [e.holdId] : []),
    ...('why' in e ? [e.why] : []),
    ...('promised' in e ? [e.promised?.from, e.promised?.to] : []),
    ...(e.type === 'ticketCalled' ? [e.because.reason] : []),
  ])
  return [...new Set(secrets.filter(s => s !== undefined).map(s => JSON.stringify(s)))]
}
