import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { createQueueDays, type QueueDays } from '../../server/services/queue/queue-days.ts'
import type { Database } from '../../server/store/open/database.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import type { Command } from '../../shared/queue/command.ts'
import { ticketsOf, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { kindOf } from '../../shared/queue/result.ts'
import { entry } from '../helpers/entries.ts'

interface Line {
  readonly event?: DayEvent
  readonly asked?: { readonly command: Command; readonly seqs: readonly number[]; readonly ticket?: Ticket }
  readonly day?: QueueDay
}

/** A morning of the demo office as commit bb065ab wrote it, when no event carried its verb: journal, answers, last day. */
const lines = readFileSync(new URL('../fixtures/journal-before-verbs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Line)
const events = lines.flatMap(l => l.event ?? [])
const asked = lines.flatMap(l => l.asked ?? [])
const [old] = lines.flatMap(l => l.day ?? [])
const { office, date } = old!
const LAST = events.at(-1)!.at

let db: Database
let days: QueueDays
beforeEach(async () => {
  db = await openSqlite(':memory:')
  await db.journal.append([entry({ office, date, events })])
  // As it is read today: a setting that came later has its default there, and is no change of the plan.
  const plan = (await db.journal.read(office, date)).flatMap(e => (e.type === 'dayPlanned' ? [e.plan] : [])).at(-1)!
  const calendar = { today: () => date, planOf: () => plan }
  days = createQueueDays({ journal: db.journal, calendar, now: () => LAST + 1_000, newId: () => 'plan' })
})

describe('a journal from before events carried their verb', () => {
  it('holds a whole morning: booked, held, moved, called, parked, transferred, checked in, and no verb', () => {
    const types = new Set(events.map(e => e.type))
    for (const type of ['ticketBooked', 'slotHeld', 'ticketRescheduled', 'ticketParked', 'ticketTransferred'] as const)
      expect(types).toContain(type)
    expect(events.filter(e => e.verb !== undefined)).toEqual([])
    expect(asked.length).toBeGreaterThan(40)
  })

  it('gives the day that the office had then', async () => {
    expect(await days.today(office)).toMatchObject({ ...old! })
  })

  it('says of each visit that was finished that it was complete [D24]', async () => {
    const done = [...ticketsOf(await days.today(office))].filter(t => t.state === 'done')
    expect(done.length).toBeGreaterThan(2)
    expect(done.map(t => kindOf(t.result))).toEqual(done.map(() => 'complete'))
  })

  it('still answers every command id with what came of it, and writes nothing', async () => {
    for (const { command, seqs, ticket } of asked) {
      const again = await days.execute(office, command)
      expect([command.verb, again.events]).toEqual([command.verb, events.filter(e => seqs.includes(e.seq))])
      expect({ verb: command.verb, ticket: again.ticket }).toMatchObject({ verb: command.verb, ticket })
    }
    expect(await db.journal.read(office, date)).toMatchObject(events)
  })

  it('answers the same actor whatever is asked under the id, for nothing tells what was, and nobody else [J3]', async () => {
    const { command, ticket } = asked.find(a => a.command.verb === 'start')!
    const other: Command = { id: command.id, by: command.by, verb: 'recall', counterId: '1' }
    expect((await days.execute(office, other)).ticket).toMatchObject(ticket!)
    await expect(days.execute(office, { ...command, by: 'staff:other' })).rejects.toMatchObject({
      code: 'COMMAND_ID_REUSED',
    })
  })

  it('goes on with events that carry their verb', async () => {
    const { by } = asked.find(a => a.command.verb === 'takeTicket')!.command
    const next: Command = { id: 'n', by, verb: 'takeTicket', serviceId: 'ktp-el', priority: false, ticketId: 't' }
    expect((await days.execute(office, next)).events).toMatchObject([{ seq: events.length + 1, verb: 'takeTicket' }])
  })
})
