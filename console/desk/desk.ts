import { MINUTE, SECOND, type Instant, type Zone } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import {
  ticketAt,
  ticketsOf,
  type Counter,
  type PickReason,
  type QueueDay,
  type Ticket,
} from '../../shared/queue/day.ts'
import { calledLast, skippableAt } from '../../shared/queue/commands/skip.ts'
import { isAttended } from '../../shared/queue/leaving.ts'
import { queuedAt } from '../../shared/queue/line.ts'
import { runAt, servicesOf } from '../../shared/queue/steps/planning.ts'
import { lineFor } from '../../shared/queue/policy.ts'
import { deskText, pickReasonText } from '../../shared/text/desk.ts'
import { say } from '../../shared/text/text.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { timeText } from '../../shared/text/ui.ts'

/** Where the work at a counter stands. */
export type DeskState = 'break' | 'ready' | 'called' | 'serving'

/** What the large button does: always the next right thing. */
export type PrimaryAct = 'callNext' | 'start' | 'finish' | 'open'

/** Why a ticket was called, as far as whoever called it knows. */
export interface KnownReason {
  readonly kind: string
  readonly reason?: PickReason | undefined
}

/** Where the work stands, from the counter and the ticket that stands there. */
export function deskState(counter: Counter, current: Ticket | undefined): DeskState {
  if (counter.state === 'break') return 'break'
  return current?.state === 'serving' ? 'serving' : current ? 'called' : 'ready'
}

/** The next right thing; `undefined` when there is nothing to do but wait. */
export function primaryAct(state: DeskState, waiting: number): PrimaryAct | undefined {
  if (state === 'break') return 'open'
  if (state === 'called') return 'start'
  if (waiting > 0) return 'callNext'
  return state === 'serving' ? 'finish' : undefined
}

/** So long the hall hears one call of a number: calling it again before that would only use up its calls. */
const HEARD_MS = 8 * SECOND

/** For how long an act at a call rests still: a skip until the call was heard, another call too, and for good once all are spent. */
export function restOf(act: string, day: QueueDay, current: Ticket | undefined, now: Instant): number {
  if (current?.state !== 'called') return 0
  if (act === 'skip') return Math.max(0, skippableAt(day, current) - now)
  if (act !== 'recall') return 0
  if (current.calls >= (day.plan?.mostCalls ?? Infinity)) return Infinity
  return Math.max(0, calledLast(day, current) + HEARD_MS - now)
}

/** The lists of a counter: who waits in the order of the rule, who is put aside and who missed a call, newest first. */
export function listsOf(day: QueueDay, counter: Counter, now: Instant) {
  const mine = (t: Ticket) => t.counterId === counter.id || counter.services.includes(t.serviceId)
  const others = [...ticketsOf(day)].filter(mine).sort((a, b) => b.since - a.since)
  return {
    waiting: lineFor(day, counter, now).flatMap(w => ticketAt(day, w.no) ?? []),
    parked: others.filter(t => t.state === 'parked'),
    missed: others.filter(t => t.state === 'missed'),
  }
}

/** Why a ticket stands where it stands in line. */
export function rowReason(ticket: Ticket, zone: Zone, lang: Lang): string {
  const at = timeText(queuedAt(ticket) ?? ticket.since, zone, lang)
  const slot = ticket.slot === undefined ? '' : timeText(ticket.slot.start, zone, lang)
  return say(deskText[`row.${ticket.joined}`], lang, {
    at,
    slot,
    n: Math.round((ticket.takenAt - ticket.due) / MINUTE),
  })
}

/** Why this number was called; `because` is known to whoever called it, and a claim of being first is made only then. */
export function callReason(
  ticket: Ticket,
  because: KnownReason | undefined,
  services: string,
  zone: Zone,
  lang: Lang,
): string {
  if (because?.kind === 'picked') {
    return say(deskText['why.picked'], lang, { reason: say(pickReasonText[because.reason ?? 'other'], lang) })
  }
  if (because?.kind === 'resumed' || ticket.heldMs > 0) return say(deskText['why.resumed'], lang)
  const due = timeText(ticket.due, zone, lang)
  const reason = say(deskText[`joined.${ticket.joined}`], lang)
  return say(deskText[because ? 'why.first' : 'why.turn'], lang, { due, reason, services })
}

/** Whole minutes since a ticket came to its present state. */
export function minutesIn(ticket: Ticket, now: Instant): number {
  return Math.max(0, Math.floor((now - ticket.since) / MINUTE))
}

/** Minutes and seconds as a stopwatch shows them; hours join when needed. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** One part of a visit, as `ui-trip` draws it. */
export interface Span {
  readonly kind: 'waiting' | 'walking' | 'serving' | 'held'
  readonly from: Instant
  readonly to?: Instant
}

/** The way of the ticket at the counter so far. */
export function tripOf(ticket: Ticket): readonly Span[] {
  const called = ticket.calledAt
  if (called === undefined) return []
  const before: Span =
    ticket.heldMs > 0
      ? { kind: 'held', from: called - ticket.heldMs, to: called }
      : { kind: 'waiting', from: queuedAt(ticket) ?? called, to: called }
  if (ticket.startedAt === undefined) return [before, { kind: 'walking', from: called }]
  return [before, { kind: 'walking', from: called, to: ticket.startedAt }, { kind: 'serving', from: ticket.startedAt }]
}

/** The names of a counter's services: both when there are two, the count when there are more. */
export function serviceNames(office: OfficeInfo, services: readonly string[], lang: Lang): string {
  const names = office.services.filter(s => services.includes(s.id)).map(s => say(s.name, lang))
  if (names.length > 2) return say(deskText['sit.services'], lang, { n: names.length })
  return names.join(` ${say(deskText.and, lang)} `)
}

/** What of a visit is done at this counter in one go, whither it goes by itself, and who serves that now. */
export function stepsLine(
  office: OfficeInfo,
  own: Counter,
  counters: readonly Counter[],
  { serviceId, later = [] }: Pick<Ticket, 'serviceId' | 'later'>,
  lang: Lang,
): string {
  const services = servicesOf(later)
  const run = runAt(own.services, services)
  const named = (ids: readonly string[]) => serviceNames(office, ids, lang)
  const here =
    run > 0 ? [say(deskText['steps.here'], lang, { services: named([serviceId, ...services.slice(0, run)]) })] : []
  const next = services[run]
  if (next === undefined) return here.join(' ')
  const names = openFor(office, counters, next)
  return [
    ...here,
    say(deskText['steps.next'], lang, { services: named(services.slice(run)) }),
    names === ''
      ? say(deskText['steps.nobody'], lang, { service: named([next]) })
      : say(deskText['steps.at'], lang, { service: named([next]), counters: names }),
  ].join(' ')
}

/** The service to which a visit goes on by itself once this desk is done with it, and the counters that are open for it; empty where it ends. */
export function goesOnTo(
  office: OfficeInfo,
  own: Counter,
  counters: readonly Counter[],
  { later = [] }: Pick<Ticket, 'later'>,
  lang: Lang,
): string {
  const services = servicesOf(later)
  const next = services[runAt(own.services, services)]
  if (next === undefined) return ''
  return [serviceNames(office, [next], lang), openFor(office, counters, next)].filter(Boolean).join(', ')
}

/** The names of the counters that serve a service now. */
function openFor(office: OfficeInfo, counters: readonly Counter[], service: string): string {
  const open = counters.filter(c => isAttended(c) && c.services.includes(service))
  return open.flatMap(c => office.counters.find(o => o.id === c.id)?.name ?? []).join(', ')
}
