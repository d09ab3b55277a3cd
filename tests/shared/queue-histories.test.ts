import { describe, expect, it } from 'vitest'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { emptyDay, ticketAt, ticketsOf, type QueueDay, type Slot, type Ticket } from '../../shared/queue/day.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { before, leaves, lineFor } from '../../shared/queue/policy.ts'
import { LIVE_STATES, TRANSITIONS, type TicketChange, type TicketState } from '../../shared/queue/states.ts'
import { DATE, OFFICE } from '../helpers/days.ts'
import { histories, type History, type Moment } from '../helpers/histories.ts'
import { fc, runs } from '../helpers/property.ts'
import { SLOTS } from '../helpers/random-plans.ts'

const RUNS = runs(200)

/** Checks a sentence about every history. */
function always(sentence: string, holds: (history: History) => void, numRuns = RUNS): void {
  it(sentence, () => fc.assert(fc.property(histories, holds), { numRuns }))
}

/** Checks a sentence about every day that any history passes through. */
function everyDay(sentence: string, holds: (day: QueueDay) => void): void {
  always(sentence, ({ moments }) => moments.forEach(m => holds(m.after)))
}

const unique = (values: readonly unknown[]) => new Set(values).size === values.length

describe('in every history of an office', () => {
  always('no number is given twice, in the series of walk-ins and of bookings [N1]', ({ day }) => {
    expect(unique([...ticketsOf(day)].map(t => t.number))).toBe(true)
  })

  everyDay('no ticket stands at two counters, and a counter and its ticket know each other [D4]', day => {
    const counters = Object.values(day.counters)
    const current = counters.flatMap(c => (c.current === undefined ? [] : [c.current]))
    if (!unique(current)) expect.fail(`a ticket stands at two counters: ${current}`)
    const standing = [...ticketsOf(day)].filter(t => t.state === 'called' || t.state === 'serving')
    expect(standing.map(t => t.no).sort()).toEqual([...current].sort())
    for (const t of standing) expect(day.counters[t.counterId!]!.current).toBe(t.no)
  })

  everyDay('an officer sits at one counter, and only an open counter has a ticket [D1]', day => {
    const counters = Object.values(day.counters)
    const seated = counters.filter(c => c.state !== 'closed')
    if (!unique(seated.map(c => c.officerId))) expect.fail('an officer sits at two counters')
    for (const c of counters) {
      if ((c.officerId === undefined) !== (c.state === 'closed')) expect.fail(`counter ${c.id} ${c.state}: officer?`)
      if (c.current !== undefined && c.state !== 'open') expect.fail(`a ticket at counter ${c.id}, ${c.state}`)
      if ((c.until === undefined) !== (c.state !== 'break')) expect.fail(`counter ${c.id} ${c.state}: until?`)
    }
  })

  everyDay(
    'a ticket is in line exactly when it waits: in one line, that of its service, sorted by the rule [L7]',
    day => {
      const inLine = Object.entries(day.waiting).flatMap(([service, line]) => line.map(w => ({ service, ...w })))
      const waiting = [...ticketsOf(day)].filter(t => t.state === 'waiting')
      const byNo = (a: { no: number }, b: { no: number }) => a.no - b.no
      expect(inLine.sort(byNo)).toEqual(
        waiting
          .map(({ serviceId: service, no, due, opens, sentTo, later }) => ({
            ...{ service, no, due, opens, sentTo },
            next: later?.map(p => p.serviceId),
          }))
          .sort(byNo),
      )
      for (const line of Object.values(day.waiting))
        line.slice(1).forEach((w, i) => expect(before(line[i]!, w)).toBe(true))
    },
  )

  always(
    'every call by the rule calls the smallest due among the services of the counter, ties by number [L1 L2]',
    h => {
      for (const { called, others, now } of callsByRule(h)) {
        const early = (t: Ticket) => t.opens !== undefined && t.opens > now
        for (const other of others)
          if (early(called) ? !early(other) || before(other, called) : !early(other) && before(other, called))
            expect.fail(`${called.number} was called before ${other.number}`)
      }
    },
  )

  always('a walk-in is passed only by those who come less than their credit after it, so nobody starves [L5]', h => {
    for (const { called, others } of callsByRule(h))
      for (const other of others.filter(o => (o.joined === 'walkIn' || o.joined === 'step') && o.due === o.takenAt)) {
        // A booking stands so much before its slot, and is checked in within its window, which a reopened service lengthens.
        const credit = called.slot
          ? windowEnd(h, called.slot, bookedService(h, called), called.takenAt) - called.due + 1
          : h.creditMs
        if (called.takenAt > other.takenAt && called.takenAt >= other.takenAt + credit)
          expect.fail(`${called.number}, come ${called.takenAt - other.takenAt} ms later, passed ${other.number}`)
      }
  })

  always(
    'nobody stands earlier in line than the credit of the arrival or of the slot, and no due moves earlier [L6]',
    h => {
      for (const { before: day, after } of h.moments)
        for (const t of ticketsOf(after)) {
          if (!LIVE_STATES.includes(t.state)) continue
          const earliest = t.slot ? t.slot.start - SLOTS.creditMs : t.takenAt - h.creditMs
          if (t.due < earliest) expect.fail(`${t.number} stands earlier than its credit allows`)
          const known = ticketAt(day, t.no)
          if (known && LIVE_STATES.includes(known.state) && t.due < known.due)
            expect.fail(`the due of ${t.number} moved earlier`)
        }
    },
  )

  always('a check-in gives the due of the slot within the window, and that of the arrival after it [I2]', h => {
    for (const { command, now, before: day, after } of h.moments) {
      const known = command.verb === 'checkIn' ? ticketAt(day, command.no) : undefined
      if (!known || after === day) continue
      const { due, joined, opens, slot } = ticketAt(after, known.no)!
      const late = known.state === 'released' || now > windowEnd(h, slot!, known.serviceId, now, day.seq)
      const opening = !late && now < slot!.start ? slot!.start : undefined
      expect([joined, due, opens]).toEqual(
        late ? ['late', now, undefined] : ['booked', slot!.start - SLOTS.creditMs, opening],
      )
    }
  })

  always('folding the journal from the empty day gives the live day [J5]', ({ events, day }) => {
    expect(fold(emptyDay(OFFICE, DATE), events)).toEqual(day)
  })

  always('a day and its journal survive being written as JSON', ({ events, day }) => {
    expect(JSON.parse(JSON.stringify(day))).toStrictEqual(day)
    expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events)
  })

  always('events are numbered from one without gaps, and the day knows the last [J4]', ({ events, day }) => {
    expect(events.map(e => e.seq)).toEqual(events.map((_, i) => i + 1))
    expect(day.seq).toBe(events.length)
  })

  everyDay(
    'whoever waits stands in the line of an open counter that serves them, also who was sent to one [D27]',
    day => {
      const open = Object.values(day.counters).filter(c => c.state === 'open')
      const callable = new Set(open.flatMap(c => lineFor(day, c, Infinity).map(w => w.no)))
      for (const [service, line] of Object.entries(day.waiting))
        for (const { no } of line)
          if (!callable.has(no) && open.some(c => c.services.includes(service))) expect.fail(`ticket ${no} is stranded`)
    },
  )

  always('a counter calls nobody who was sent to another one that serves them and has its officer [D27]', h => {
    for (const { command, events, before: day } of h.moments) {
      const event = events?.at(-1)
      if (command.verb !== 'callNext' || command.pick || event?.type !== 'ticketCalled') continue
      const { serviceId, sentTo } = ticketAt(day, event.no)!
      const to = sentTo === undefined ? undefined : day.counters[sentTo]
      const there = to?.state === 'open' && to.leftAt === undefined && to.services.includes(serviceId)
      if (there) expect(event.counterId).toBe(sentTo)
    }
  })

  always(
    'a visit of several steps keeps in each line the turn of its coming, and one number for all of them [D41 D42]',
    h => {
      for (const { before: day, events } of h.moments)
        for (const e of events ?? [])
          if (e.type === 'stepFinished') {
            const [was, is] = [ticketAt(day, e.no)!, ticketAt(fold(day, events!), e.no)!]
            expect([is.number, is.due, is.takenAt, is.state, is.serviceId]).toEqual([
              ...[was.number, was.due, was.takenAt, 'waiting', e.serviceId],
            ])
          }
    },
  )

  everyDay(
    'every part of a visit is in one place: done, at hand, or still to come, and each service once [D43]',
    day => {
      for (const { been = [], later = [], serviceId, state, number } of ticketsOf(day)) {
        const todo = [...(state === 'done' ? [] : [serviceId]), ...later.map(p => p.serviceId)]
        // A transfer may bring somebody to a service once more.
        if (!unique(todo)) expect.fail(`${number} has to do ${todo} after ${been.length} steps`)
        for (const [i, step] of been.slice(1).entries()) expect(step.endedAt).toBeGreaterThanOrEqual(been[i]!.endedAt)
      }
    },
  )

  always(
    'a counter leaves to another that does more at most one visit, while that one is free, for a minute [D44]',
    h => {
      for (const { now, before: day } of h.moments) {
        const there = Object.values(day.counters).filter(c => c.state === 'open' && c.leftAt === undefined)
        const free = there.filter(c => c.current === undefined)
        for (const { id, services } of free) {
          const mine = [...ticketsOf(day)].filter(
            t => t.state === 'waiting' && services.includes(t.serviceId) && t.sentTo === undefined,
          )
          const left = mine.filter(t => leaves(day, { id, services }, t.serviceId, inLine(day, t), now))
          expect(left.length).toBeLessThanOrEqual(free.length - 1)
          for (const t of left) {
            const run = (of: readonly string[]) => t.later!.findIndex(p => !of.includes(p.serviceId)) >>> 0
            const better = free.filter(c => c.services.includes(t.serviceId) && run(c.services) > run(services))
            const since = (c: (typeof free)[number]) => Math.max(c.freeSince ?? 0, c.since, t.since)
            if (!better.some(c => now - since(c) < MINUTE)) expect.fail(`${t.number} waits for nobody`)
          }
        }
      }
    },
  )

  always('tickets change state only as the table says [D11]', ({ moments }) => {
    for (const { before: day, events } of moments) events?.reduce(stepByTable, day)
  })

  always('a command that is refused, or that was so already, leaves the very same day [J6]', ({ moments }) => {
    for (const m of moments) if (!m.events?.length) expect(m.after).toBe(m.before)
  })
})

describe('the random histories themselves', () => {
  it('are busy enough to prove something: every event happens, few commands are refused', () => {
    const sample = fc.sample(histories, { numRuns: 100, seed: 7 })
    const moments = sample.flatMap(h => h.moments)
    const types = new Set(sample.flatMap(h => h.events.map(e => e.type)))
    expect([...types].sort()).toEqual(
      [
        ...Object.keys(TRANSITIONS),
        'actUndone',
        'caseChosen',
        'breakStarted',
        'counterClosed',
        'counterLeft',
        'counterMinded',
        'counterNudged',
        'counterOpened',
        'counterTakenOver',
        'daySettled',
        'dayPlanned',
        'drawHeld',
        'drawOpened',
        'holdEnded',
        'serviceClosed',
        'serviceOpened',
        'slotHeld',
        'stepsPlanned',
        'takeoverUndone',
        'ticketHere',
        'ticketBooked',
        'ticketTaken',
        'waitlistJoined',
      ].sort(),
    )
    expect(moments.filter(m => m.events).length / moments.length).toBeGreaterThan(0.5)
    expect(sample.flatMap(callsByRule).filter(c => c.others.length >= 3).length).toBeGreaterThan(50)
  })
})

/** Until when a booking may check in, as known at `now`: whoever waited for a closed service has a whole window again from its opening. */
function windowEnd(h: History, slot: Slot, serviceId: string, now: Instant, seq = Infinity): Instant {
  const opened = h.events.filter(e => e.type === 'serviceOpened' && e.serviceId === serviceId)
  const again = opened.filter(e => e.seq <= seq && e.at <= now).at(-1)?.at ?? 0
  return Math.max(slot.start, again + SLOTS.earlyMs) + SLOTS.graceMs
}

/** The service that a booking was for, wherever its visit was sent on to. */
function bookedService(h: History, { no, serviceId }: Ticket): string {
  const checkIns = h.events.flatMap(e => (e.type === 'ticketCheckedIn' && e.no === no ? [e.serviceId] : []))
  return checkIns.at(-1) ?? serviceId
}

/** Calls without pick or resume: the ticket called, and everybody else who waited for the same counter. */
function callsByRule(history: History) {
  return history.moments.flatMap(({ command, events, now, before: day }: Moment) => {
    if (command.verb !== 'callNext' || command.pick || !events) return []
    const event = events.at(-1)!
    if (event.type !== 'ticketCalled') return expect.fail('a call without a called ticket')
    const { id, services } = day.counters[command.counterId]!
    const called = ticketAt(day, event.no)!
    // Who was sent to another counter is left to that one.
    const mine = (t: Ticket) => !leaves(day, { id, services }, t.serviceId, inLine(day, t), now)
    const waited = [...ticketsOf(day)].filter(t => t.state === 'waiting' && services.includes(t.serviceId) && mine(t))
    expect(waited).toContain(called)
    expect(event.because).toEqual({ kind: called.joined, due: called.due, among: waited.length })
    return [{ called, now, others: waited.filter(t => t !== called) }]
  })
}

/** A ticket as its line knows it. */
const inLine = (day: QueueDay, { no, serviceId }: Ticket) => day.waiting[serviceId]!.find(w => w.no === no)!

function stepByTable(day: QueueDay, event: History['events'][number]): QueueDay {
  const next = fold(day, [event])
  for (const t of ticketsOf(next)) {
    const old = ticketAt(day, t.no)
    if (old?.state === t.state && event.type !== 'ticketRecalled') continue
    if ('no' in event && event.no === t.no) {
      if (event.type === 'ticketTaken') expect([old, t.state]).toEqual([undefined, 'waiting'])
      else if (event.type === 'ticketBooked') expect([old, t.state]).toEqual([undefined, 'booked'])
      else if (event.type === 'waitlistJoined') expect([old, t.state]).toEqual([undefined, 'waitlisted'])
      else if (event.type === 'caseChosen' || event.type === 'ticketHere' || event.type === 'stepsPlanned')
        expect.fail('what its holder said moved it')
      else if (event.type === 'actUndone') {
        const { undone } = event
        if (undone === 'stepsPlanned') expect.fail('a plan that was taken back moved it')
        else expect(TRANSITIONS[undone].from).toContain(t.state)
      } else expectByTable(event.type, old!.state, t.state)
    } else if (old?.state !== t.state) expect.fail(`${event.type} moved a ticket that it does not name`)
  }
  return next
}

function expectByTable(change: TicketChange, from: TicketState, to: TicketState): void {
  expect(TRANSITIONS[change].from).toContain(from)
  expect(TRANSITIONS[change].to).toBe(to)
}
