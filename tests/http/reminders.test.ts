import { afterEach, describe, expect, it } from 'vitest'
import type { Gateway, Outgoing } from '../../server/services/messages/messages.ts'
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

  it('says where to come and how many papers the case asks for, over the gateway and in the booking’s news [M6]', async () => {
    told = await toldOffice(undefined, { now: at('08:00') })
    const { app, clock, phones } = told
    const booked = await app.visitor().post(`${OFFICE}/bookings`, {
      serviceId: 'ktp-el',
      slotId: '2026-06-09T14:00',
      case: 'hilang',
      contact: { phone: '0800-0000-0001', channel: 'whatsapp' },
    })
    expect(booked.status).toBe(201)
    await drain(app, clock)
    clock.now = at('12:00')
    await app.remind()
    await drain(app, clock)
    const { text } = phones.find(m => m.kind === 'reminder')!
    expect(text).toContain('KTP-el, hilang, Selasa, 9 Juni, 14.00, di Jalan Contoh No. 10')
    expect(text).toContain('Bawa 2 berkas')
  })

  it('of a booking that was cancelled or moved while the road was down is dropped; what is true still comes [M12]', async () => {
    const given: Outgoing[] = []
    let down = false
    const road: Gateway = {
      send: async message => (down ? { ok: false, code: 'DOWN', again: true } : (given.push(message), { ok: true })),
    }
    told = await toldOffice(undefined, { now: at('08:00') }, undefined, { gateways: { whatsapp: road } })
    const { app, clock } = told
    const [stays, cancels, moves] = ['0800-0000-0001', '0800-0000-0002', '0800-0000-0003'].map(phone =>
      app.visitor().post(`${OFFICE}/bookings`, {
        serviceId: 'ktp-el',
        slotId: '2026-06-09T14:00',
        contact: { phone, channel: 'whatsapp' },
      }),
    )
    const token = async (answer: typeof stays) => (await answer!).body.token as string
    expect((await stays!).status).toBe(201)
    const [given1, given2] = [await token(cancels), await token(moves)]
    await drain(app, clock)
    down = true
    clock.now = at('12:01')
    await app.remind()
    await app.messages.deliverDue(clock.now)
    expect((await app.visitor().post(`/api/tickets/${given1}/cancel`)).status).toBe(200)
    const moved = await app.visitor().post(`/api/tickets/${given2}/reschedule`, { slotId: '2026-06-09T14:30' })
    expect(moved.status).toBe(200)
    down = false
    given.length = 0
    await drain(app, clock)
    expect(given.map(m => [m.kind, m.to.slice(-1)]).sort()).toEqual([
      ['booked', '3'],
      ['reminder', '1'],
    ])
    expect(given.find(m => m.kind === 'booked')!.text).toContain('14.30')
  })
})
