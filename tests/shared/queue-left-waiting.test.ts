import { expect, it } from 'vitest'
import { leftWaiting } from '../../shared/queue/leaving.ts'
import { openHall } from '../helpers/days.ts'

it('counts who would wait for nobody without a counter, by service, most first [D31]', () => {
  const hall = openHall({ 3: 'dewi' })
  for (const service of ['ktp', 'kk', 'kk']) hall.take(service)
  const left = () => leftWaiting(hall.day, hall.day.counters['3']!)
  expect(left()).toEqual([
    { serviceId: 'kk', n: 2 },
    { serviceId: 'ktp', n: 1 },
  ])
  hall.staff('budi', { verb: 'openCounter', counterId: '2' })
  expect(left()).toEqual([{ serviceId: 'ktp', n: 1 }])
  hall.staff('sari', { verb: 'openCounter', counterId: '1' })
  expect(left()).toEqual([])
  hall.staff('sari', { verb: 'leaveCounter', counterId: '1', why: 'signedOut' })
  expect(left()).toEqual([{ serviceId: 'ktp', n: 1 }])
})

it('counts who was sent to that counter, though another one serves the line [D31]', () => {
  const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'dewi' })
  hall.take('ktp')
  hall.take('kk')
  hall.next('sari', '1')
  hall.staff('sari', { verb: 'start', counterId: '1' })
  hall.staff('sari', { verb: 'transfer', counterId: '1', serviceId: 'kk', sentTo: '3' })
  expect(leftWaiting(hall.day, hall.day.counters['3']!)).toEqual([{ serviceId: 'kk', n: 1 }])
  expect(leftWaiting(hall.day, hall.day.counters['2']!)).toEqual([])
})
