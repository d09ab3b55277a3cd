import { foundIn } from '../../kit/found-in.ts'
import type { Lang, Words } from '../../kit/words.ts'
import { minutesOfEvent, type LifeEvent } from '../../office/life-events.ts'
import type { CounterInfo, ServiceInfo } from '../../office/office.ts'
import type { QueueDay, Ticket } from '../../queue/day.ts'
import { isAttended } from '../../queue/leaving.ts'
import { AWAITED_STATES, LIVE_STATES } from '../../queue/states.ts'
import { stepsOf } from '../../queue/steps/groups.ts'
import type { Part } from '../../queue/steps/part.ts'
import { plannedParts } from '../../queue/steps/planning.ts'
import { bookingText } from '../../text/booking.ts'
import { lifeEventText as words } from '../../text/life-events.ts'
import { say } from '../../text/text.ts'

/** Counters that a step names; more are counted. */
const MOST_COUNTERS = 3

/** What is ahead of somebody whose visit has several steps: from the one at hand on, each with the counters that do all of it. */
export interface VisitAhead {
  readonly eventId: string | null
  /** Which step is at hand; `null` before its holder has come. */
  readonly at: number | null
  readonly of: number
  readonly steps: readonly { readonly parts: readonly Part[]; readonly counters: readonly string[] }[]
}

interface Hall {
  readonly counters: readonly Pick<CounterInfo, 'id' | 'name' | 'services'>[]
}

type Wished = Pick<Ticket, 'serviceId' | 'later' | 'dropped' | 'counterId' | 'case' | 'state'>

type Day = Pick<QueueDay, 'counters' | 'plan'>

/**
 * The present step of a visit and those to come: whoever stands at a counter has it there; who waits, the one that most likely comes.
 * Of a visit that has not come into line yet its wishes are known alone: what follows from them, and what fell away and is offered
 * again, is told as it will be planned.
 */
export function stepsToCome(
  { counters }: Hall,
  day: Day,
  { serviceId, later = [], dropped = [], counterId, ...ticket }: Wished,
): readonly (readonly Part[])[] {
  const here = counterId === undefined ? undefined : foundIn(day.counters, counterId)
  const first = ticket.case === undefined ? { serviceId } : { serviceId, case: ticket.case }
  const wished = [first, ...later]
  const parts = AWAITED_STATES.includes(ticket.state)
    ? plannedParts(day.plan?.services ?? [], [...wished, ...dropped])
    : wished
  return stepsOf(parts, [...(here ? [[here]] : []), attendedOf(day), counters])
}

/** What a ticket, a slip and the desk tell of a visit of several steps; nothing of one that has only one. */
export function visitAhead(office: Hall, day: Day, ticket: Wished & Pick<Ticket, 'been' | 'lifeEvent'>) {
  const steps = stepsToCome(office, day, ticket)
  const been = ticket.been?.length ?? 0
  const of = been + steps.length
  if (of < 2 && ticket.lifeEvent === undefined) return undefined
  const groups = [attendedOf(day), office.counters]
  return {
    eventId: ticket.lifeEvent ?? null,
    at: LIVE_STATES.includes(ticket.state) ? been + 1 : null,
    of,
    steps: steps.map(parts => {
      const able = groups.map(group => group.filter(c => parts.every(p => c.services.includes(p.serviceId))))
      return { parts: [...parts], counters: (able.find(group => group.length > 0) ?? []).map(c => c.id) }
    }),
  }
}

function attendedOf({ counters }: Day) {
  return Object.values(counters).filter(isAttended)
}

/** A visit of several steps in words, the same on ticket, slip and desk. */
export interface VisitWords {
  /** The event, and which step it is or how many there are. */
  readonly what: string
  /** Number of the first of the desks. */
  readonly first: number
  /** Where each step is done, and what. */
  readonly desks: readonly string[]
  /** The minutes at all of them together. */
  readonly minutes: string
}

/** What is said of a visit ahead. */
export function visitWords(
  office: Hall & {
    readonly services: readonly (Pick<ServiceInfo, 'id' | 'typicalMinutes' | 'standardMinutes'> & { name: Words })[]
    readonly lifeEvents: readonly Pick<LifeEvent, 'id' | 'name'>[]
  },
  { eventId, at, of, steps }: VisitAhead,
  lang: Lang,
): VisitWords {
  const event = office.lifeEvents.find(e => e.id === eventId)
  const step = at === null ? say(words.steps, lang, { n: of }) : say(bookingText['ticket.step'], lang, { n: at, of })
  const servicesOf = (parts: readonly Part[]) =>
    parts.flatMap(p => office.services.find(s => s.id === p.serviceId) ?? [])
  const desks = steps.map(({ parts, counters }) => {
    const names = servicesOf(parts).map(s => say(s.name, lang))
    const where = counters.flatMap(id => office.counters.find(c => c.id === id)?.name ?? [])
    return [deskNames(where, lang), names.join(', ')].filter(Boolean).join(': ')
  })
  const { from, to } = minutesOfEvent(servicesOf(steps.flatMap(s => s.parts)))
  return {
    what: [event && say(event.name, lang), of > 1 && step].filter(Boolean).join(' · '),
    first: at ?? 1,
    desks,
    minutes: `${from < to ? `${from}–${to}` : from} ${say(words.minutes, lang)}`,
  }
}

/** Counters as they are written in the hall, any of which will do. */
export function deskNames(names: readonly string[], lang: Lang): string {
  if (names.length > MOST_COUNTERS) return say(words.counters, lang, { n: names.length })
  if (names.length < 2) return names.join('')
  return say(words.or, lang, { some: names.slice(0, -1).join(', '), last: names.at(-1)! })
}
