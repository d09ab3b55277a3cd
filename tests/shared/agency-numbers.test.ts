import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { claimIn } from '../../kiosk/parts/claim.ts'
import { withSeries } from '../../shared/office/series.ts'
import { isBookingNumber } from '../../shared/ticket/in-parts.ts'
import { announcement, spokenNumber } from '../../shared/voice/spoken.ts'
import { bookedPlan, bookingHall, numbers, places, slot } from '../helpers/booking-hall.ts'
import { largeHall } from '../helpers/large-hall.ts'

const clips = new URL('../../display/public/clips/manifest.json', import.meta.url)

describe('numbers in a hall of several agencies', () => {
  it('carry the code of the agency, whatever letters its services had before [N11]', () => {
    const [first, ...others] = largeHall.services
    const own = { ...first!, letter: 'A' }
    const alone = { ...others[0]!, id: 'x', letter: 'B', agency: null }
    const office = withSeries({ ...largeHall, services: [own, alone, { ...alone, id: 'y', agency: 'gone' }] })
    expect(office.services.map(s => s.letter)).toEqual(['AM', 'B', 'B'])
  })

  it('count all services of an agency in one series, and its bookings in another that rises with the slots [N11 N1]', () => {
    const plan = bookedPlan()
    const services = plan.services.map(s => ({ ...s, letter: 'IM', booking: places(2) }))
    const hall = bookingHall({ ...plan, services })
    const book = (serviceId: string, index: number) => {
      const no = hall.day.taken
      hall.ask('holder', { verb: 'book', serviceId, start: slot(index), priority: false, ticketId: `t${no}` })
      return no
    }
    const booked = [book('ktp', 1), book('kk', 1), book('kk', 0), book('ktp', 1), book('kk', 1), book('ktp', 0)]
    expect(numbers(hall, booked)).toEqual(['IMR-05', 'IMR-06', 'IMR-01', 'IMR-07', 'IMR-08', 'IMR-02'])
    hall.until(slot(0))
    expect(numbers(hall, [hall.take('ktp'), hall.take('kk'), hall.take('ktp')])).toEqual(['IM-001', 'IM-002', 'IM-003'])
  })

  it('go on where they were when a service moves to another agency in mid-day [N5 N11]', () => {
    const plan = bookedPlan()
    const lettered = (ktp: string) => ({
      ...plan,
      services: plan.services.map(s => ({ ...s, letter: s.id === 'ktp' ? ktp : 'DC' })),
    })
    const hall = bookingHall(lettered('IM'))
    hall.until(slot(0))
    const before = [hall.take('ktp'), hall.take('kk')]
    hall.ask('system', { verb: 'planDay', plan: lettered('DC') })
    expect(numbers(hall, [...before, hall.take('ktp'), hall.take('kk')])).toEqual([
      'IM-001',
      'DC-001',
      'DC-002',
      'DC-003',
    ])
  })

  it('are spoken letter by letter in both languages, and there is a clip for each letter [N11 V5]', () => {
    expect(spokenNumber('IM-014', 'whole', 'id')).toEqual(['i', 'm', 'empat', 'belas'])
    expect(spokenNumber('IMR-07', 'whole', 'id')).toEqual(['i', 'm', 'r', 'tujuh'])
    const manifest = JSON.parse(readFileSync(clips, 'utf8')) as object
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const settings = { reading: 'digits', language: 'id+en' } as const
    const keys = letters.flatMap(l => announcement({ number: `${l}Q-014`, counterName: 'Loket 60' }, settings, 'full'))
    expect(keys.filter(key => key !== 'pause' && !(key in manifest))).toEqual([])
  })

  it('are known as a booking’s at the kiosk and on the phone [N11]', () => {
    expect(claimIn('imr 7')).toEqual({ number: 'IMR-07' })
    expect([isBookingNumber('IMR-07'), isBookingNumber('IM-014')]).toEqual([true, false])
  })

  it('never meet: no code of the hall is another one’s series of bookings', () => {
    const codes = largeHall.agencies.map(a => a.code)
    expect(new Set(codes).size).toBe(32)
    expect(codes.filter(code => code.length === 2 && code.endsWith('R'))).toEqual([])
    expect([largeHall.services.length, largeHall.counters.length]).toEqual([300, 60])
  })
})
