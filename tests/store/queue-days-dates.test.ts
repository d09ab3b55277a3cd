import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/queue/command.ts'
import { DATE, next, office, open, plan, take } from '../helpers/write-path.ts'

describe('a day of the write path', () => {
  it('writes a changed plan into today and into the days to come that were asked for [H7]', async () => {
    const { clock, days } = await office()
    const dates = [DATE, '2026-06-11']
    for (const date of dates) await days.day('o', date)
    clock.plan = { ...plan, returnPlaces: 5 }
    await days.replan('o')
    for (const date of dates) expect((await days.day('o', date)).plan!.returnPlaces).toBe(5)
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

  it('plans a day once while its date is the same, and anew when another day has come [J13]', async () => {
    const { clock, planned, days } = await office()
    const THURSDAY = '2026-06-11'
    for (let i = 0; i < 3; i++) {
      await days.execute('o', take(`a${i}`))
      await days.day('o', THURSDAY)
    }
    expect(planned).toEqual([DATE, THURSDAY])
    clock.date = '2026-06-10'
    for (let i = 0; i < 3; i++) await days.day('o', THURSDAY)
    expect(planned).toEqual([DATE, THURSDAY, THURSDAY])
  })

  it('plans a day at the next command where its plan could not be made [H7]', async () => {
    const { clock, planned, days } = await office()
    await days.execute('o', take('a'))
    const made = clock.planOf
    clock.planOf = () => Promise.reject(new Error('no calendar'))
    clock.date = '2026-06-10'
    await expect(days.today('o')).rejects.toThrow('no calendar')
    clock.planOf = made
    expect((await days.today('o')).plan).toEqual(plan)
    clock.planOf = () => Promise.reject(new Error('no calendar'))
    await expect(days.replan('o')).rejects.toThrow('no calendar')
    clock.planOf = () => ({ ...plan, returnPlaces: 5 })
    expect((await days.today('o')).plan!.returnPlaces).toBe(5)
    expect(planned).toEqual([DATE, ...Array<string>(4).fill('2026-06-10')])
  })
})
