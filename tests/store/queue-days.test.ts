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
  services: [
    { id: 'ktp', letter: 'A', typicalMs: 5 * MINUTE, open: true },
    { id: 'kk', letter: 'B', typicalMs: 5 * MINUTE, open: true },
  ],
  counters: [
    { id: '1', services: ['ktp'] },
    { id: '2', services: ['ktp'] },
  ],
  ...DEFAULT_RULES,
  priorityCreditMs: 0,
  returnGraceMs: 15 * MINUTE,
  returnPlaces: 3,
}

async function office(wrap: (journal: Journal) => Journal = j => j) {
  const db = await openSqlite(':memory:')
  const clock = { now: 1_000_000_000, date: DATE, plan }
  const failures: unknown[] = []
  let ids = 0
  const again = (): QueueDays =>
    createQueueDays({
      journal: wrap(db.journal),
      calendar: { today: () => clock.date, planOf: () => clock.plan },
      now: () => clock.now++,
      newId: () => `plan-${ids++}`,
      failed: error => failures.push(error),
    })
  return { db, clock, failures, days: again(), again }
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
    const finish = { id: 'end', by: 'staff:a', verb: 'finish', counterId: '1', document: false } as const
    await days.execute('o', finish)
    await days.execute('o', take('y'))
    await days.execute('o', next('second'))
    const resume: Command = { id: 'second', by: 'staff:a', verb: 'resume', counterId: '1', no: 1 }
    for (const day of [days, again()]) {
      await expect(day.execute('o', resume)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' })
      expect((await day.execute('o', next('second'))).verb).toBe('callNext')
      expect((await day.execute('o', finish)).events).toMatchObject([{ verb: 'finish', document: false }])
    }
  })

  it('refuses the id of an act for another ticket, counter or service, also after a restart [J3]', async () => {
    const { days, again } = await office()
    for (const act of [open, take('x'), take('y'), next('n')]) await days.execute('o', act)
    const cancel = (no: number): Command => ({ id: 'give-back', by: 'holder', verb: 'cancel', no })
    expect((await days.execute('o', cancel(1))).ticket).toMatchObject({ number: 'A-002', state: 'cancelled' })
    const others: Command[] = [
      cancel(0),
      { ...take('y'), serviceId: 'kk' } as Command,
      { ...take('y'), priority: true } as Command,
      { id: 'n', by: 'staff:a', verb: 'callNext', counterId: '2' },
      { id: 'n', by: 'staff:a', verb: 'callNext', counterId: '1', pick: { no: 0, reason: 'other' } },
    ]
    for (const day of [days, again()]) {
      for (const other of others)
        await expect(day.execute('o', other), JSON.stringify(other)).rejects.toMatchObject({
          code: 'COMMAND_ID_REUSED',
        })
      // What the office adds by chance or by the moment is not what was asked.
      const repeated = { ...take('y'), ticketId: 'drawn-anew', promised: { from: 1, to: 2 } } as Command
      expect((await day.execute('o', repeated)).ticket).toMatchObject({ id: 't-y', number: 'A-002' })
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

  it('learns and tells the truth when a commit was written but its answer was lost [J1]', async () => {
    let lost = false
    const { days } = await office(journal => ({
      ...journal,
      append: async entries => {
        await journal.append(entries)
        if (lost) throw new Error('connection lost')
      },
    }))
    const heard: number[] = []
    days.onPublished((_o, _d, events) => heard.push(...events.map(e => e.seq)))
    await days.execute('o', take('a'))
    lost = true
    await expect(days.execute('o', take('b'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    lost = false
    expect(heard).toEqual([1, 2, 3])
    expect(await numberOf(days, take('b'))).toBe('A-002')
    expect(await numberOf(days, take('c'))).toBe('A-003')
    expect(heard).toEqual([1, 2, 3, 4])
  })

  it('decides again when another process wrote first, so that neither number is given twice [J7]', async () => {
    const { db, days, again } = await office()
    const other = again()
    await days.execute('o', take('a'))
    expect(await numberOf(other, take('b'))).toBe('A-002')
    expect(await numberOf(days, take('c'))).toBe('A-003')
    expect((await db.journal.read('o', DATE)).map(e => e.seq)).toEqual([1, 2, 3, 4])
  })

  it('decides again on each of two days on which another process wrote first [J7]', async () => {
    const { days, again } = await office()
    const other = again()
    const dates = [DATE, '2026-06-11']
    const both = (id: string) => dates.map(date => ({ date, command: { ...take(id), ticketId: `${id}-${date}` } }))
    for (const date of dates) await days.day('o', date)
    for (const { date, command } of both('b')) await other.execute('o', command, date)
    expect((await days.together('o', both('c'))).ticket!.number).toBe('A-002')
    expect((await days.day('o', '2026-06-11')).taken).toBe(2)
  })

  it('writes a changed plan into today and into the days to come that were asked for [H7]', async () => {
    const { clock, days } = await office()
    const dates = [DATE, '2026-06-11']
    for (const date of dates) await days.day('o', date)
    clock.plan = { ...plan, returnPlaces: 5 }
    await days.replan('o')
    for (const date of dates) expect((await days.day('o', date)).plan!.returnPlaces).toBe(5)
  })

  it('lets one command that the disk cannot take fail alone, and a hundred beside it none [J12]', async () => {
    const { db, days } = await office()
    await days.execute('o', take('a'))
    // The same ticket id again breaks the table of tickets.
    const poison = Array.from({ length: 5 }, (_, i): Command => ({ ...take(`p${i}`), ticketId: 't-a' }) as Command)
    const honest = Array.from({ length: 100 }, (_, i) => take(`h${i}`))
    const mixed = honest.flatMap((command, i) => (i % 20 === 7 ? [command, poison[(i - 7) / 20]!] : [command]))
    const ends = await Promise.allSettled(mixed.map(command => days.execute('o', command)))
    const failed = mixed.filter((_, i) => ends[i]!.status === 'rejected')
    expect(failed).toEqual(poison)
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'UNAVAILABLE' })
    const numbers = ends.flatMap(e => (e.status === 'fulfilled' ? [e.value.ticket!.number] : []))
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => `A-${String(i + 2).padStart(3, '0')}`))
    expect((await db.journal.read('o', DATE)).map(e => e.seq)).toEqual(Array.from({ length: 102 }, (_, i) => i + 1))
  })

  it('lets a command that breaks the program fail alone and leaves no trace of it [J12]', async () => {
    const { db, days } = await office()
    const broken: Command[] = [
      { id: 'b1', by: 'system', verb: 'planDay', plan: { ...plan, counters: undefined } as unknown as DayPlan },
      { id: 'b2', by: 'system', verb: 'unheardOf' } as unknown as Command,
      { ...take('b3'), serviceId: null } as unknown as Command,
    ]
    const ends = await Promise.allSettled([take('a'), ...broken, take('b')].map(command => days.execute('o', command)))
    expect(ends.map(e => e.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'])
    expect(await numberOf(days, take('c'))).toBe('A-003')
    expect((await db.journal.read('o', DATE)).map(e => e.type)).toEqual(['dayPlanned', ...Array(3).fill('ticketTaken')])
  })

  it('answers although somebody who hears of it breaks, and goes on with the next [J12]', async () => {
    const { days, failures } = await office()
    days.onPublished(() => {
      throw new Error('a screen broke')
    })
    expect(await numberOf(days, take('a'))).toBe('A-001')
    expect(await numberOf(days, take('b'))).toBe('A-002')
    expect(failures).toHaveLength(3)
  })

  it('reads and appends to a day that is over, and never plans it anew [J13]', async () => {
    const { db, clock, days, again } = await office()
    for (const act of [open, take('a'), next('n')]) await days.execute('o', act)
    const written = (await db.journal.read('o', DATE)).length
    clock.date = '2026-06-10'
    clock.plan = { ...plan, returnPlaces: 5 }
    for (const [i, day] of [days, again()].entries()) {
      const recall: Command = { id: `late-${i}`, by: 'staff:a', verb: 'recall', counterId: '1' }
      expect((await day.execute('o', recall, DATE)).events).toMatchObject([{ seq: written + 1 + i }])
      expect((await day.day('o', DATE)).plan!.returnPlaces).toBe(3)
      await day.replan('o')
      expect((await day.today('o')).plan!.returnPlaces).toBe(5)
    }
    const types = (await db.journal.read('o', DATE)).map(e => e.type)
    expect(types.filter(type => type === 'dayPlanned')).toHaveLength(1)
    expect(types.slice(written)).toEqual(['ticketRecalled', 'ticketRecalled'])
  })

  it('does not begin a day that is over and was never opened [J13]', async () => {
    const { db, clock, days } = await office()
    clock.date = '2026-06-10'
    await expect(days.execute('o', take('a'), DATE)).rejects.toMatchObject({ code: 'OFFICE_CLOSED' })
    expect(await db.journal.read('o', DATE)).toEqual([])
  })

  it('carries out an act on two days whole and once, under one id [J3 J12]', async () => {
    const { db, days, again } = await office()
    const THURSDAY = '2026-06-11'
    await days.execute('o', take('a'))
    const move = [
      { date: THURSDAY, command: take('m') },
      { date: DATE, command: { id: 'm', by: 'device:k', verb: 'cancel', no: 0 } satisfies Command },
    ]
    for (const day of [days, days, again()])
      expect((await day.together('o', move)).ticket).toMatchObject({ id: 't-m', number: 'A-001' })
    expect((await db.journal.read('o', DATE)).map(e => e.type)).toEqual([
      'dayPlanned',
      'ticketTaken',
      'ticketCancelled',
    ])
    // The id stood for something on one of the days already.
    const other = [{ date: '2026-06-12', command: take('m') }, move[1]!]
    await expect(days.together('o', other)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' })
    expect((await db.journal.read('o', '2026-06-12')).map(e => e.type)).toEqual(['dayPlanned'])
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

  it('keeps the line in order when the clock is set back while the program is down [J8]', async () => {
    const { clock, days, again } = await office()
    const first = await days.execute('o', take('a'))
    clock.now -= 30 * MINUTE
    const second = await again().execute('o', take('b'))
    expect(second.ticket!.due).toBeGreaterThanOrEqual(first.ticket!.due)
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
