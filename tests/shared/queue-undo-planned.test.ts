import { expect, it } from 'vitest'
import { AppError } from '../../shared/kit/errors.ts'
import { UNDOABLE } from '../../shared/queue/act.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { currentAt, ticketAt, type Actor, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { enqueue, put } from '../../shared/queue/evolve-lists.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { counterOf, staffIdOf } from '../../shared/queue/guards.ts'
import type { Part } from '../../shared/queue/steps/part.ts'
import { histories } from '../helpers/histories.ts'
import { fc, runs } from '../helpers/property.ts'
import { plan, SERVICES } from '../helpers/random-plans.ts'

it('an undo gives back all but what was planned meanwhile: what the visit is still for, and who serves what [Y1 D47 A43]', () => {
  const tried = new Map<string, number>()
  fc.assert(
    fc.property(histories, fc.nat({ max: 999 }), ({ moments }, chance) => {
      const acts = moments.filter(m => m.events?.length && UNDOABLE.some(v => v === m.command.verb))
      for (const [i, { before, after, now, command }] of acts.entries()) {
        if (!('counterId' in command)) continue
        const { by, counterId, verb } = command
        // Its officer says anew what the visit at the own counter is still for, then the office plans its counters anew.
        const seat = counterOf(after, staffIdOf(by) ?? '')?.id ?? counterId
        const stands = currentAt(after, seat)
        const later = SERVICES.filter((s, at) => ((chance + i) >> at) & 1 && s !== stands?.serviceId)
        const asked = { verb: 'planSteps', counterId: seat, later: later.map(serviceId => ({ serviceId })) } as const
        const planned = attempt(after, now, by, asked)
        const known = fold(after, planned)
        const replanned = attempt(known, now, 'system', { verb: 'planDay', plan: plan(chance + i) })
        const day = fold(known, replanned)
        const made = attempt(day, now, by, { verb: 'undo', counterId })
        if (made.length === 0) continue
        const which = `${verb}${planned.length > 0 ? ' with steps' : ''}`
        tried.set(which, (tried.get(which) ?? 0) + 1)
        const [back, alone] = [fold(day, made), fold(before, replanned)]
        // What was planned at the counter of the act is its last act by then, and alone taken back.
        const plans = planned.length > 0 && made[0]!.type === 'actUndone' && made[0]!.undone === 'stepsPlanned'
        const left = planned.length > 0 ? saying(alone, asked.later, stands!.no) : alone
        expect(comparable(back)).toEqual(comparable(plans ? fold(after, replanned) : left))
      }
    }),
    { numRuns: runs(150) },
  )
  expect([...tried.keys()]).toEqual(expect.arrayContaining([...UNDOABLE, 'takeOver with steps']))
})

function attempt(day: QueueDay, now: number, by: Actor, request: Request): readonly DayEvent[] {
  try {
    return decide(day, { id: `own-${request.verb}`, by, ...request } as Command, now)
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

/** The day on which a visit is still for something else. */
function saying(day: QueueDay, later: readonly Part[], no: number): QueueDay {
  const { later: _, dropped = [], ...ticket } = ticketAt(day, no)!
  // What fell away and is planned after all has not fallen away.
  const fallen = dropped.filter(d => !later.some(l => l.serviceId === d.serviceId))
  const said = { ...ticket, ...(later.length > 0 && { later }), ...(fallen.length > 0 && { dropped: fallen }) }
  const waiting = { ...day.waiting, [said.serviceId]: (day.waiting[said.serviceId] ?? []).filter(w => w.no !== no) }
  return {
    ...day,
    tickets: put(day.tickets, said),
    waiting: said.state === 'waiting' ? enqueue({ ...day, waiting }, said) : day.waiting,
  }
}

/** What a day is, without the record of its acts and the lists of recent values of which the oldest drop out. */
function comparable(day: QueueDay) {
  const { tickets, waiting, counters, counted, slots, waitlist, plan: of } = day
  const filled = Object.entries(waiting).filter(([, line]) => line.length > 0)
  const seats = Object.values(counters).map(({ actedAt: _a, leftAt: _l, nudgedAt: _n, ...counter }) => counter)
  const some = Object.entries(counted).filter(([, n]) => n > 0)
  return { tickets, waiting: Object.fromEntries(filled), seats, counted: Object.fromEntries(some), slots, waitlist, of }
}
