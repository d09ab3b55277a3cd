import { describe, expect, it } from 'vitest'
import type { Command } from '../../shared/queue/command.ts'
import { next, numberOf, office, open, take } from '../helpers/write-path.ts'

describe('the id of a command', () => {
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
})
