import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { needsClose } from '../../shared/queue/commands/settle-day.ts'
import { aPlan, openHall, refusalOf, type Hall } from '../helpers/days.ts'

const close = (hall: Hall, by = 'staff:lead' as const) =>
  hall.ask(by, { verb: 'settleDay', shutAt: hall.day.plan!.doors!.to })

/** After the doors: one is served, one waits, one counter is free. */
function evening() {
  const hall = openHall({ 1: 'sari', 2: 'tono' })
  hall.take('ktp')
  hall.take('ktp')
  hall.until(hall.day.plan!.doors!.to - 5 * MINUTE)
  hall.next('sari', '1')
  hall.staff('sari', { verb: 'start', counterId: '1' })
  return hall
}

describe('closing the day', () => {
  it('is refused while the doors are open, and for anybody but staff [D30]', () => {
    const hall = evening()
    expect(refusalOf(() => close(hall))).toBe('DAY_OPEN')
    hall.wait(5)
    expect(refusalOf(() => close(hall, 'system' as never))).toBe('FORBIDDEN')
  })

  it('ends what nobody gets to and closes free counters, and waits for no visit under way [D30]', () => {
    const hall = evening()
    hall.wait(6)
    expect(close(hall)).toMatchObject([
      { type: 'ticketUnserved', no: 1 },
      { type: 'counterClosed', counterId: '2' },
      { type: 'daySettled', by: 'staff:lead' },
    ])
    expect(hall.day.settledAt).toBe(hall.now)
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    expect([hall.ticket(0).state, hall.ticket(1).state]).toEqual(['done', 'unserved'])
  })

  it('happens once, whoever asks again [D30]', () => {
    const hall = evening()
    hall.wait(6)
    close(hall)
    hall.wait(1)
    expect(close(hall)).toEqual([])
  })

  it('leaves no line: nobody comes back into one, nor is sent or put back into one [D30]', () => {
    const hall = evening()
    hall.staff('tono', { verb: 'closeCounter', counterId: '2' })
    hall.staff('tono', { verb: 'openCounter', counterId: '3' })
    hall.next('tono', '3')
    hall.staff('tono', { verb: 'skip', counterId: '3' })
    hall.wait(6)
    close(hall)
    expect(refusalOf(() => hall.ask('holder', { verb: 'return', no: 1 }))).toBe('DAY_CLOSED')
    const send = { verb: 'transfer', counterId: '1', serviceId: 'kk' } as const
    expect(refusalOf(() => hall.staff('sari', send))).toBe('DAY_CLOSED')
    const free = { verb: 'takeOver', counterId: '1', reason: 'ill', leads: true } as const
    expect(refusalOf(() => hall.staff('lead', { ...free, end: 'back' }))).toBe('DAY_CLOSED')
    expect(refusalOf(() => hall.staff('sari', { verb: 'finish', counterId: '1' }))).toBeUndefined()
    // Whoever stands there all the same is served, where somebody still does.
    hall.staff('sari', { verb: 'resume', counterId: '1', no: 1 })
    hall.staff('sari', { verb: 'finish', counterId: '1' })
    expect(hall.ticket(1).state).toBe('done')
  })

  it('takes no officer the last act that may still be taken back, and is repeated for whoever waits then [D30 Y1]', () => {
    for (const [act, state] of [
      [{ verb: 'finish', counterId: '1' }, 'serving'],
      [{ verb: 'park', counterId: '1', reason: 'copy' }, 'serving'],
      [{ verb: 'transfer', counterId: '1', serviceId: 'kk' }, 'serving'],
    ] as const) {
      const hall = evening()
      hall.wait(6)
      hall.staff('sari', act)
      close(hall)
      hall.staff('sari', { verb: 'undo', counterId: '1' })
      expect([act.verb, hall.ticket(0).state]).toEqual([act.verb, state])
    }
    const hall = evening()
    hall.wait(6)
    hall.staff('sari', { verb: 'callNext', counterId: '1' })
    close(hall)
    hall.staff('sari', { verb: 'undo', counterId: '1' })
    expect([hall.ticket(0).state, hall.ticket(1).state]).toEqual(['serving', 'waiting'])
    hall.wait(1)
    expect(close(hall).map(e => e.type)).toEqual(['ticketUnserved', 'daySettled'])
    expect(close(hall)).toEqual([])
  })

  it('leaves whoever was sent on half a minute before to its next repeat [D30 Y1]', () => {
    const hall = evening()
    hall.wait(6)
    hall.staff('sari', { verb: 'transfer', counterId: '1', serviceId: 'kk' })
    close(hall)
    expect([hall.ticket(0).state, hall.day.counters['1']!.state]).toEqual(['waiting', 'open'])
    hall.wait(1)
    expect(close(hall).map(e => e.type)).toEqual(['ticketUnserved', 'counterClosed', 'daySettled'])
  })

  it('is over once hours are made longer, and the day is closed again after them [D30 H7]', () => {
    const hall = evening()
    hall.wait(6)
    close(hall)
    const { doors, ...rest } = hall.day.plan!
    const plan = { ...rest, doors: { ...doors!, to: hall.now + 30 * MINUTE } }
    hall.ask('system', { verb: 'planDay', plan })
    expect(hall.day.settledAt).toBeUndefined()
    const late = hall.take('ktp')
    expect(refusalOf(() => close(hall))).toBe('DAY_OPEN')
    hall.wait(31)
    expect(close(hall)).toContainEqual(expect.objectContaining({ type: 'ticketUnserved', no: late }))
    hall.ask('system', { verb: 'planDay', plan: { ...plan, returnPlaces: 1 } })
    expect(hall.day.settledAt).toBe(hall.now)
  })

  it('states nothing of a day without doors on which nobody came [D30]', () => {
    const hall = openHall({ 1: 'sari' }, aPlan({ doors: null }))
    expect(refusalOf(() => hall.ask('staff:lead', { verb: 'settleDay', shutAt: hall.now }))).toBe('OFFICE_CLOSED')
    expect(needsClose(hall.day)).toBe(false)
    const holiday = evening()
    holiday.ask('system', { verb: 'planDay', plan: aPlan({ doors: null }) })
    expect(needsClose(holiday.day)).toBe(true)
  })
})
