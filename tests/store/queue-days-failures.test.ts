import { describe, expect, it } from 'vitest'
import { JournalClash } from '../../server/journal/journal.ts'
import type { Command } from '../../shared/queue/command.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { DATE, numberOf, office, plan, take } from '../helpers/write-path.ts'

describe('a write that fails', () => {
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
})
