import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { after, callNext, comeBack, skip } from '../helpers/acts.ts'
import { openHall, OPENING, type Hall } from '../helpers/days.ts'

describe('coming back after a missed call', () => {
  function missedWith(waiting: number): Hall {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i <= waiting; i++) {
      hall.take('ktp')
      hall.wait(1)
    }
    return after(hall, callNext, skip)
  }
  const line = (hall: Hall) => hall.day.waiting['ktp']!.map(w => w.no)

  it.each([
    [5, [1, 2, 3, 0, 4, 5]],
    [3, [1, 2, 3, 0]],
    [2, [1, 2, 0]],
    [0, [0]],
  ])('within the grace, with %i in line, stands three places behind the head [L8]', (waiting, expected) => {
    const hall = missedWith(waiting)
    hall.wait(20)
    after(hall, comeBack)
    expect(line(hall)).toEqual(expected)
    expect(hall.ticket(0).joined).toBe('returned')
  })

  it('after the grace stands at the end, by the time of coming back [L9]', () => {
    const hall = missedWith(4)
    hall.wait(20.001)
    after(hall, comeBack)
    expect(line(hall)).toEqual([1, 2, 3, 4, 0])
    expect(hall.ticket(0)).toMatchObject({ joined: 'late', due: hall.now })
  })

  it('is never earlier than before: who was called out of order comes back to their own place [L8]', () => {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i < 6; i++) {
      hall.take('ktp')
      hall.wait(1)
    }
    after(hall, { verb: 'callNext', counterId: '1', pick: { no: 5, reason: 'vulnerable' } }, skip, {
      verb: 'return',
      no: 5,
    })
    expect(line(hall)).toEqual([0, 1, 2, 3, 4, 5])
    expect(hall.ticket(5).due).toBe(OPENING + 5 * MINUTE)
  })

  it('counts the grace from the miss, not from the call [L8]', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    after(hall, callNext)
    hall.wait(15)
    after(hall, skip)
    hall.wait(15)
    after(hall, comeBack)
    expect(hall.ticket(0).joined).toBe('returned')
  })
})
