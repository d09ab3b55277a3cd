import { describe, expect, it } from 'vitest'
import type { InvitationRow, VisitRow } from '../../server/journal/journal.ts'
import { collect, rowsOf } from '../../server/services/queue/projection.ts'
import type { Verb } from '../../shared/queue/command.ts'
import { emptyDay, ticketAt, ticketsOf, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { evolve } from '../../shared/queue/evolve.ts'
import { servedBy } from '../../shared/queue/line.ts'
import { LIVE_STATES } from '../../shared/queue/states.ts'
import { DATE, OFFICE } from '../helpers/days.ts'
import { histories, type History } from '../helpers/histories.ts'
import { fc, runs } from '../helpers/property.ts'

/** What the tables hold after a history: each event written on its own, with what an undo takes out. */
function tablesOf({ events }: History) {
  const visits = new Map<number, VisitRow>()
  const invitations = new Map<string, InvitationRow>()
  const calls = new Map<number, number>()
  let day: QueueDay = emptyDay(OFFICE, DATE)
  for (const event of events) {
    const after = evolve(day, event)
    const rows = collect(OFFICE, DATE)
    rows.add(event, rowsOf({ office: OFFICE, date: DATE }, event, day, after))
    const entry = rows.entry()
    for (const seq of entry.undone?.visits ?? []) visits.delete(seq)
    for (const id of entry.undone?.invitations ?? []) invitations.delete(id)
    for (const visit of entry.visits) visits.set(visit.seq, visit)
    if (event.type === 'ticketCalled') calls.set(event.no, event.seq)
    for (const invitation of entry.invitations)
      if (!invitations.has(invitation.ticket_id)) invitations.set(invitation.ticket_id, invitation)
    day = after
  }
  return { day, visits: [...visits.values()], invitations, calls }
}

type Tables = ReturnType<typeof tablesOf>

function always(sentence: string, holds: (ticket: Ticket, visits: readonly VisitRow[], tables: Tables) => void): void {
  it(sentence, () =>
    fc.assert(
      fc.property(histories, history => {
        const tables = tablesOf(history)
        for (const ticket of ticketsOf(tables.day))
          holds(
            ticket,
            tables.visits.filter(v => v.no === ticket.no),
            tables,
          )
      }),
      { numRuns: runs(100) },
    ),
  )
}

const isServed = ({ outcome }: VisitRow) => outcome === 'done' || outcome === 'step'

describe('whatever happens to a visit of one step or several', () => {
  always(
    'each step that is over is credited to the one desk that did it, with its own line and no other [D50]',
    (t, visits) => {
      const served = visits.filter(isServed)
      if (t.been)
        expect(
          served.map(v => [
            v.counter_id,
            v.officer_id,
            v.service_id,
            v.queued_at,
            v.called_at,
            v.parts ?? 1,
            v.ended_at,
          ]),
        ).toEqual(
          t.been.map(s => [
            ...[s.counterId, s.officerId ?? '', s.parts[0]!.serviceId, s.queuedAt ?? null, s.calledAt],
            ...[s.parts.length, s.endedAt],
          ]),
        )
      else expect(served.length).toBe(t.state === 'done' ? 1 : 0)
      expect(served.filter(v => v.outcome === 'done')).toHaveLength(t.state === 'done' ? 1 : 0)
    },
  )

  always(
    'each call that is over is one stay of the one who called, however it ended [D18 D50]',
    (t, visits, { calls }) => {
      // Called, transferred and called again within one millisecond, a number has two calls of one time.
      const over = visits.filter(
        v => v.called_at === t.calledAt && v.officer_id === t.officerId && v.seq > calls.get(t.no)!,
      )
      if (t.state === 'called' || t.state === 'serving') expect(over).toEqual([])
      else if (t.calledAt !== undefined) expect(over.length).toBeGreaterThan(0)
    },
  )

  always(
    'it waits or is served in one place at a time, so that its waits and its times add up to no more than it was there [D50]',
    (t, visits) => {
      let at = t.takenAt
      const spans = visits.flatMap(v => [
        ...(v.queued_at === null ? [] : [[v.queued_at, v.called_at]]),
        ...(v.started_at === null ? [] : [[v.started_at, v.ended_at]]),
      ])
      for (const [from, to] of spans) {
        if (from! < at || to! < from!) expect.fail(`${t.number} waits or is served twice at once`)
        at = to!
      }
    },
  )

  always(
    'it is invited to one survey once it is over and somebody served it, and to none before [D50 D57]',
    (t, _, { invitations }) => {
      const invited = invitations.get(t.id!)
      if (LIVE_STATES.includes(t.state)) expect(invited).toBeUndefined()
      else if (t.state === 'done') expect(invited).toBeDefined()
      else if (t.why !== 'holder') expect(invited !== undefined).toBe(servedBy(t) !== undefined)
    },
  )

  it('loses and doubles none of its parts, but those that somebody plans, says not to be needed, or sends it to [D43 D46 D48]', () => {
    fc.assert(
      fc.property(histories, ({ moments }) => {
        for (const { command, events = [], before, after } of moments) {
          if (PLANS.includes(command.verb) || command.verb === 'undo') continue
          for (const t of ticketsOf(before)) {
            const ends = events.filter(e => 'no' in e && e.no === t.no)
            const needed = !ends.some(e => e.type === 'ticketFinished' && e.rest)
            // A service that the plan struck falls away when the visit would go on to it.
            const struck = (id: string) =>
              ends.some(e => e.type === 'stepFinished') && !after.plan!.services.some(s => s.id === id)
            const [was, is] = [partsOf(t), partsOf(ticketAt(after, t.no)!)]
            const kept = needed ? was.filter(id => is.includes(id) || !struck(id)) : was.slice(0, is.length)
            if (is.join() !== kept.join()) expect.fail(`${t.number} was for ${was}, is for ${is} by ${command.verb}`)
          }
        }
      }),
      { numRuns: runs(100) },
    )
  })
})

/** What says anew what a visit is for. */
const PLANS: readonly Verb[] = ['planSteps', 'transfer', 'checkIn', 'undoCheckIn']

/** The services of a visit in their order: done, at hand and to come. */
function partsOf({ been = [], state, serviceId, later = [] }: Ticket): readonly string[] {
  const atHand = state === 'done' && been.length > 0 ? [] : [{ serviceId }]
  return [...been.flatMap(step => step.parts), ...atHand, ...later].map(p => p.serviceId)
}
