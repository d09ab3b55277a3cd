import { describe, expect, it } from 'vitest'
import { createQueueDays, type QueueDays } from '../../server/services/queue/queue-days.ts'
import { JournalClash, type Journal } from '../../server/journal/journal.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Command } from '../../shared/queue/command.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

const DATE = '2026-06-09'
const plan: DayPlan = {
  doors: { from: 0, to: 1e15, breaks: [] },
  services: [{ id: 'ktp', letter: 'A', typicalMs: 5 * MINUTE, open: true }],
  counters: [{ id: '1', services: ['ktp'] }],
  ...DEFAULT_RULES,
  priorityCreditMs: 0,
  returnGraceMs: 15 * MINUTE,
  returnPlaces: 3,
}

async function office(wrap: (journal: Journal) => Journal = j => j) {
  const db = await openSqlite(':memory:')
  const clock = { now: 1_000_000_000 }
  let ids = 0
  const again = (): QueueDays =>
    createQueueDays({
      journal: wrap(db.journal),
      calendar: { today: () => DATE, planOf: () => plan },
      now: () => clock.now++,
      newId: () => `plan-${ids++}`,
    })
  return { db, clock, days: again(), again }
}

const take = (id: string): Command => ({
  id,
  by: 'device:k',
  verb: 'takeTicket',
  serviceId: 'ktp',
  priority: false,
  ticketId: `t-${id}`,
})
const open: Command = { id: 'open', by: 'staff:a', verb: 'openCounter', counterId: '1' }
const next = (id: string): Command => ({ id, by: 'staff:a', verb: 'callNext', counterId: '1' })
const numberOf = async (days: QueueDays, command: Command) => (await days.execute('o', command)).ticket?.number

describe('the write path', () => {
  it('answers a repeated command with the same ticket: at once, in the same batch, and after a restart [J3]', async () => {
    const { days, again } = await office()
    const first = await Promise.all([
      days.execute('o', take('x')),
      days.execute('o', take('x')),
      days.execute('o', take('y')),
    ])
    expect(first.map(o => o.ticket?.number)).toEqual(['A-001', 'A-001', 'A-002'])
    expect(await numberOf(days, take('x'))).toBe('A-001')
    const restarted = again()
    const repeated = await restarted.execute('o', take('x'))
    expect(repeated.ticket).toEqual(first[0].ticket)
    expect(repeated.events).toEqual(first[0].events)
    expect(await numberOf(restarted, take('z'))).toBe('A-003')
  })

  it('refuses an id that was another act, also after a restart [J3]', async () => {
    const { days, again } = await office()
    await days.execute('o', open)
    await days.execute('o', take('x'))
    for (const day of [days, again()]) {
      await expect(day.execute('o', { ...next('x'), by: 'device:k' })).rejects.toMatchObject({
        code: 'COMMAND_ID_REUSED',
      })
      await expect(day.execute('o', { ...take('x'), by: 'staff:a' })).rejects.toMatchObject({
        code: 'COMMAND_ID_REUSED',
      })
    }
  })

  it('tells two acts of one officer apart that end with the same event, also after a restart', async () => {
    const { days, again } = await office()
    for (const act of [open, take('x'), next('first')]) await days.execute('o', act)
    const finish = { id: 'end', by: 'staff:a', verb: 'finish', counterId: '1' } as const
    await days.execute('o', { ...finish, document: false })
    await days.execute('o', take('y'))
    await days.execute('o', next('second'))
    const resume: Command = { id: 'second', by: 'staff:a', verb: 'resume', counterId: '1', no: 1 }
    for (const day of [days, again()]) {
      await expect(day.execute('o', resume)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' })
      expect((await day.execute('o', next('second'))).verb).toBe('callNext')
      expect((await day.execute('o', finish)).events).toMatchObject([{ verb: 'finish', document: false }])
    }
  })

  it('keeps the state from before when the disk says no, and shows nobody what did not happen [J2]', async () => {
    let full = false
    const { db, days } = await office(journal => ({
      ...journal,
      append: entries => (full ? Promise.reject(new Error('disk full')) : journal.append(entries)),
    }))
    const seen: number[] = []
    days.onPublished((_o, _d, events) => seen.push(...events.map(e => e.seq)))
    await days.execute('o', take('a'))
    full = true
    await expect(days.execute('o', take('b'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    full = false
    expect(await numberOf(days, take('c'))).toBe('A-002')
    const seqs = (await db.journal.read('o', DATE)).map(e => e.seq)
    expect(seqs).toEqual([1, 2, 3])
    expect(seen).toEqual([1, 2, 3])
  })

  it('learns the truth when a commit was written but its answer was lost', async () => {
    let lost = false
    const { days } = await office(journal => ({
      ...journal,
      append: async entries => {
        await journal.append(entries)
        if (lost) throw new Error('connection lost')
      },
    }))
    await days.execute('o', take('a'))
    lost = true
    await expect(days.execute('o', take('b'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    lost = false
    expect(await numberOf(days, take('b'))).toBe('A-002')
    expect(await numberOf(days, take('c'))).toBe('A-003')
  })

  it('decides again when another process wrote first, so that neither number is given twice [J7]', async () => {
    const { db, days, again } = await office()
    const other = again()
    await days.execute('o', take('a'))
    expect(await numberOf(other, take('b'))).toBe('A-002')
    expect(await numberOf(days, take('c'))).toBe('A-003')
    expect((await db.journal.read('o', DATE)).map(e => e.seq)).toEqual([1, 2, 3, 4])
  })

  it('gives up with "try again" when it loses every time', async () => {
    let clash = false
    const { days } = await office(journal => ({
      ...journal,
      append: entries => (clash ? Promise.reject(new JournalClash()) : journal.append(entries)),
    }))
    await days.execute('o', take('a'))
    clash = true
    await expect(days.execute('o', take('b'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })

  it('keeps the line in order when the machine’s clock is set back [J8]', async () => {
    const { clock, days } = await office()
    const first = await days.execute('o', take('a'))
    clock.now -= 30 * MINUTE
    const second = await days.execute('o', take('b'))
    expect(second.ticket!.due).toBeGreaterThanOrEqual(first.ticket!.due)
    await days.execute('o', open)
    expect(await numberOf(days, next('n'))).toBe('A-001')
  })

  it('writes commands of one turn together', async () => {
    const sizes: number[] = []
    const { days } = await office(journal => ({
      ...journal,
      append: entries => {
        sizes.push(entries[0]!.events.length)
        return journal.append(entries)
      },
    }))
    await days.execute('o', take('first'))
    sizes.length = 0
    await Promise.all(Array.from({ length: 50 }, (_, i) => days.execute('o', take(`t${i}`))))
    expect(sizes.reduce((a, b) => a + b)).toBe(50)
    expect(sizes.length).toBeLessThanOrEqual(2)
  })

  it('answers the first of a crowd while the crowd goes on coming', async () => {
    const { days } = await office()
    await days.execute('o', take('opened'))
    let answered = false
    const first = days.execute('o', take('first')).then(() => (answered = true))
    let crowd = 0
    while (!answered && crowd < 500) {
      void days.execute('o', take(`crowd${crowd++}`))
      // A turn of a millisecond each: what parsing the crowd's requests takes.
      const end = performance.now() + 1
      while (performance.now() < end);
      await new Promise(resolve => setImmediate(resolve))
    }
    await first
    expect(crowd).toBeLessThan(100)
  })
})
