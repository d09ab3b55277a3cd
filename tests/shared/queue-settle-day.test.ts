import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { openHall, refusalOf, type Hall } from '../helpers/days.ts'

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
})
