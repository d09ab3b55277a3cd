import { afterEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { drain, OFFICE, toldOffice } from '../helpers/told-office.ts'

let told: Awaited<ReturnType<typeof toldOffice>>
afterEach(() => told.app.close())

const at = (time: string) => atClock('2026-06-09', time, 'WITA')

describe('a reminder', () => {
  it('comes once, within two hours of the slot, and not to whoever booked within three hours of it [M5]', async () => {
    told = await toldOffice(undefined, { now: at('08:00') })
    const { app, clock, phones } = told
    const book = (phone: string, time: string) =>
      app.visitor().post(`${OFFICE}/bookings`, {
        serviceId: 'ktp-el',
        slotId: `2026-06-09T${time}`,
        contact: { phone, channel: 'whatsapp' },
      })
    expect((await book('0800-0000-0001', '14:00')).status).toBe(201)
    const reminded = async (now: number) => {
      clock.now = now
      await app.remind()
      await drain(app, clock)
      return phones.filter(m => m.kind === 'reminder').map(m => m.to)
    }
    clock.now = at('11:01')
    expect((await book('0800-0000-0002', '14:00')).status).toBe(201)
    expect(await reminded(at('12:00') - 1)).toEqual([])
    expect(await reminded(at('12:00'))).toEqual(['6280000000001'])
    expect(await reminded(at('13:00'))).toHaveLength(1)
  })
})
