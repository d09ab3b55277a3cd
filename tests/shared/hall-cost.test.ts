import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { openHall } from '../helpers/days.ts'
import { largeHall } from '../helpers/large-hall.ts'

const [DATE, TICKETS] = ['2026-06-09', 600]

/** A busy morning: tickets spread over all services, each counter serves what it called before it calls the next. */
function morning(office: OfficeInfo) {
  const plan = planOf({ ...office, alwaysOpen: false }, DATE, DATE)
  const seats = Object.fromEntries(office.counters.map(c => [c.id, `o${c.id}`]))
  const hall = openHall(seats, plan, atClock(DATE, '08:00', 'WITA'))
  const open = plan.services.filter(s => s.open)
  for (let i = 0; i < TICKETS; i++) {
    hall.wait(0.1)
    hall.take(open[(i * 7) % open.length]!.id)
    const { id } = office.counters[i % office.counters.length]!
    if (hall.at(id)) {
      hall.staff(`o${id}`, { verb: 'start', counterId: id })
      hall.staff(`o${id}`, { verb: 'finish', counterId: id })
    }
    const serves = hall.day.counters[id]!.services
    if (serves.some(s => (hall.day.waiting[s]?.length ?? 0) > 0))
      hall.staff(`o${id}`, { verb: 'callNext', counterId: id })
  }
  const bytes = (value: unknown) => JSON.stringify(value).length
  return {
    snapshot: bytes(projectDay(hall.day, 'hall')),
    staff: bytes(projectDay(hall.day, 'staff')),
    ranges: bytes(estimate(hall.day, hall.now, () => 0.5)),
  }
}

describe('25 times the services', () => {
  it('cost screens less than that: the same morning in an office of one agency and in a hall of 32', () => {
    const [small, large] = [morning(demoOffice), morning(largeHall)]
    const services = largeHall.services.length / demoOffice.services.length
    expect(large.snapshot / small.snapshot).toBeLessThan(services)
    expect(large.staff / small.staff).toBeLessThan(2)
    expect(large.ranges / small.ranges).toBeLessThan(services)
  })
})
