import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import type { DayPlan, PlannedService } from '../../shared/queue/day.ts'
import type { Part } from '../../shared/queue/steps/part.ts'
import { aPlan, OPENING, openHall, refusalOf, type Hall } from '../helpers/days.ts'

const SLOT = OPENING + 30 * MINUTE

/** Deed, family card and child card, each bookable; some of them not offered that day, some not known any more. */
function planWith(shut: readonly string[] = [], gone: readonly string[] = []): DayPlan {
  const services = ['akta', 'kk', 'kia'].map((id, i): PlannedService => ({
    ...{ id, letter: 'DEF'[i]!, typicalMs: 10 * MINUTE, open: !shut.includes(id) },
    booking: { places: [2], priorityPlaces: [0], openings: [] },
  }))
  return aPlan({
    services: services.filter(s => !gone.includes(s.id)),
    counters: [{ id: '1', services: ['akta', 'kk', 'kia'] }],
    slots: { ...openHall().day.plan!.slots!, ...SLOTS, starts: [SLOT] },
  })
}
const SLOTS = { slotMs: 30 * MINUTE, creditMs: 0, earlyMs: 60 * MINUTE, graceMs: 30 * MINUTE, offerMs: 10 * MINUTE }

const parts = (...ids: readonly string[]): readonly Part[] => ids.map(serviceId => ({ serviceId }))
const asked = { priority: false, lifeEvent: 'lahir', later: parts('kk', 'kia') } as const

function booked(hall: Hall): void {
  hall.ask('holder', { verb: 'book', serviceId: 'akta', start: SLOT, ticketId: 'b', ...asked })
}
const left = (hall: Hall) => {
  const { later, dropped } = hall.ticket(0)
  return [later?.map(p => p.serviceId), dropped?.map(p => p.serviceId)]
}

describe('what a visit was wished for and its day does not offer', () => {
  it('falls away at the check-in, whether its service is paused, retired, away or gone, and is named [D43]', () => {
    for (const then of [planWith(['kk']), planWith([], ['kk'])]) {
      const hall = openHall({ 1: 'sari' }, planWith())
      booked(hall)
      expect(left(hall)).toEqual([['kk', 'kia'], undefined])
      hall.ask('system', { verb: 'planDay', plan: then })
      hall.ask('holder', { verb: 'checkIn', no: 0 })
      expect(left(hall)).toEqual([['kia'], ['kk']])
      expect(hall.day.waiting['akta']).toMatchObject([{ next: ['kia'] }])
    }
  })

  it('is part of the visit again where it is offered again by the check-in, also after one that was taken back [D43]', () => {
    const hall = openHall({ 1: 'sari' }, planWith(['kk', 'kia']))
    booked(hall)
    expect(left(hall)).toEqual([undefined, ['kk', 'kia']])
    hall.ask('system', { verb: 'planDay', plan: planWith(['kia']) })
    hall.ask('device:kiosk', { verb: 'checkIn', no: 0, byNumber: true })
    expect(left(hall)).toEqual([['kk'], ['kia']])
    hall.ask('holder', { verb: 'undoCheckIn', no: 0 })
    hall.ask('system', { verb: 'planDay', plan: planWith() })
    hall.ask('holder', { verb: 'checkIn', no: 0 })
    expect(left(hall)).toEqual([['kk', 'kia'], undefined])
  })

  it('does not refuse a number or a booking for an event of life: the rest is done, and the part is named [D56]', () => {
    const hall = openHall({ 1: 'sari' }, planWith(['kia']))
    hall.ask('device:kiosk', { verb: 'takeTicket', serviceId: 'akta', ticketId: 't', ...asked })
    expect(left(hall)).toEqual([['kk'], ['kia']])
    const other = openHall({ 1: 'sari' }, planWith(['kia']))
    booked(other)
    expect(left(other)).toEqual([['kk'], ['kia']])
    // The service with which it begins has to be there.
    const shut = openHall({ 1: 'sari' }, planWith(['akta']))
    expect(refusalOf(() => booked(shut))).toBe('SERVICE_CLOSED')
  })
})
