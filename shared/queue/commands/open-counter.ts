import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import { plannedAt } from '../evolve-counters.ts'
import type { Happening } from '../events.ts'
import { counterOf, knownCounter, plannedDay, plannedService, staffIdOf } from '../guards.ts'

/**
 * An officer sits down at a counter, or comes back from a break. One officer, one live counter: an idle counter left
 * open elsewhere is closed by the same act, one with a ticket is not.
 */
export function openCounter(day: QueueDay, command: CommandOf<'openCounter'>): readonly Happening[] {
  const plan = plannedDay(day)
  const counter = knownCounter(day, command.counterId)
  const officerId = staffIdOf(command.by)
  if (officerId === undefined) throw new AppError('FORBIDDEN')
  if (counter.state !== 'closed' && counter.officerId !== officerId)
    throw new AppError('COUNTER_TAKEN', { counterId: counter.id })
  const planned = counter.state === 'closed' ? plan.counters.find(c => c.id === counter.id) : counter
  // A counter struck from the plan stays known until the next plan, but nobody sits down there again.
  if (!planned) throw new AppError('COUNTER_UNKNOWN', { counterId: counter.id })
  command.services?.forEach(s => plannedService(day, s))
  const services = [...new Set(command.services ?? planned.services)]
  // Who goes back to what is planned has chosen nothing, and who comes back from a break keeps the choice.
  const chosen = command.services
    ? plannedAt(plan, counter.id)?.join() !== services.join()
    : ((counter.state !== 'closed' && counter.chosen) ?? false)
  if (counter.state === 'open' && services.join() === counter.services.join()) return []
  const elsewhere = counterOf(day, officerId)
  const leaving = elsewhere && elsewhere.id !== counter.id ? elsewhere : undefined
  if (leaving?.current !== undefined) throw new AppError('OFFICER_ELSEWHERE', { counterId: leaving.id })
  const closed: Happening[] = leaving ? [{ type: 'counterClosed', counterId: leaving.id }] : []
  return [...closed, { type: 'counterOpened', counterId: counter.id, officerId, services, chosen }]
}
