import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { seeded } from '../../shared/kit/random.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { aPlan, openHall, type Hall } from '../helpers/days.ts'

const plan = () =>
  aPlan({
    services: ['akta', 'kk', 'kia'].map((id, i) => ({ id, letter: 'ABC'[i]!, typicalMs: 10 * MINUTE, open: true })),
    counters: [['akta'], ['akta', 'kk'], ['kia']].map((services, i) => ({ id: `${i + 1}`, services })),
  })
const take = (hall: Hall, serviceId: string, ...later: readonly string[]) => {
  const no = hall.day.taken
  hall.ask('device:kiosk', {
    ...{ verb: 'takeTicket', serviceId, priority: false, ticketId: `t${no}` },
    later: later.map(id => ({ serviceId: id })),
  })
  return no
}
const ranges = (hall: Hall) => estimate(hall.day, hall.now, seeded(7))
const middle = ({ from, to }: { readonly from: number; readonly to: number }) => (from + to) / 2

describe('the range of a visit of several steps', () => {
  it('waits for the counter that does more of it, though another one is free at once [E1 D44]', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi' }, plan())
    take(hall, 'kk')
    hall.next('budi', '2')
    const both = take(hall, 'akta', 'kk')
    const one = take(hall, 'akta')
    const { tickets } = ranges(hall)
    expect(middle(tickets[one]!) - hall.now).toBeLessThan(4 * MINUTE)
    expect(middle(tickets[both]!)).toBeGreaterThan(middle(tickets[one]!) + 2 * MINUTE)
  })

  it('reckons with the next step of those before: they come into its line from the desk and from the line [E4 D42]', () => {
    const quiet = openHall({ 2: 'budi', 3: 'tini' }, plan())
    const busy = openHall({ 2: 'budi', 3: 'tini' }, plan())
    for (const hall of [quiet, busy]) {
      const onward = hall === busy ? ['kk', 'kia'] : ['kk']
      for (let i = 0; i < 3; i++) take(hall, 'akta', ...onward)
      hall.next('budi', '2')
      hall.wait(1)
      for (let i = 0; i < 6; i++) take(hall, 'kia')
    }
    const last = (hall: Hall) => middle(ranges(hall).tickets[8]!) - hall.now
    expect(last(busy)).toBeGreaterThan(last(quiet) + 8 * MINUTE)
  })
})
