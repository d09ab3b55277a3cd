import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectDay } from '../../shared/contracts/views.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { listener, until } from '../helpers/listeners.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let url: string
let kiosk: Visitor
let officer: Visitor
const open: { close: () => void }[] = []
beforeEach(async () => {
  app = await testApp()
  url = await app.listen()
  kiosk = await app.device('kiosk')
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  open.splice(0).forEach(l => l.close())
  await app.close()
})

async function follow(...args: Parameters<typeof listener> extends [string, ...infer Rest] ? Rest : never) {
  const l = await listener(url, ...args)
  open.push(l)
  return l
}
const take = () => kiosk.post(TICKETS, { serviceId: 'ktp-el' })
const act = (name: string) => officer.post(counterPath('1', name))

describe('the hall', () => {
  it('folds every push into the very day that the server has, for each audience [J9]', async () => {
    const display = await app.device('display')
    const rooms = [await follow('staff', officer), await follow('hall', display)]
    for (let i = 0; i < 12; i++) await take()
    for (let i = 0; i < 8; i++) {
      await act('call-next')
      app.clock.now += MINUTE
      await act(i % 3 === 0 ? 'skip' : 'start')
      if (i % 3 !== 0) await act('finish')
    }
    const server = await app.days.today('samarinda')
    await until(() => rooms.every(r => r.day()?.seq === server.seq))
    const audiences = ['staff', 'hall'] as const
    rooms.forEach((room, i) => {
      const seen = projectDay(room.day()!, audiences[i]!)
      expect(seen).toEqual(JSON.parse(JSON.stringify(projectDay(server, audiences[i]!))))
      expect(room.gaps).toEqual([])
    })
  })

  it('gives a screen that comes back only what it missed', async () => {
    const first = await follow('hall', kiosk)
    await take()
    await until(() => first.day()?.taken === 1)
    const before = first.day()!
    first.close()
    await take()
    await act('call-next')
    const back = await follow('hall', kiosk, { date: before.date, seq: before.seq })
    expect(back.reply).toMatchObject({ ok: true })
    expect('events' in back.reply && back.reply.events.map(e => e.type)).toEqual(['ticketTaken', 'ticketCalled'])
    const server = projectDay(await app.days.today('samarinda'), 'hall')
    expect(projectDay(back.resume(before)!, 'hall')).toEqual(JSON.parse(JSON.stringify(server)))
  })

  it('gives the whole picture to a screen that knows another day', async () => {
    const l = await follow('hall', kiosk, { date: '2026-06-08', seq: 400 })
    expect(l.day()?.date).toBe('2026-06-09')
  })

  it('asks everybody to look again when a setting changes [H7]', async () => {
    const phone = await follow('hall', kiosk)
    const admin = await app.as('admin')
    await admin.patch('/api/offices/samarinda/settings', { services: [{ id: 'ktp-el', open: false }] })
    await until(() => phone.renewals() > 0)
    await until(() => phone.day()?.plan?.services.find(s => s.id === 'ktp-el')?.open === false)
  })

  it('begins a new day at the office’s midnight, with new numbers, and asks every screen to look again [H1]', async () => {
    const phone = await follow('hall', kiosk)
    await take()
    await until(() => phone.day()?.taken === 1)
    await new Promise(resolve => setTimeout(resolve, 1_100))
    app.clock.now += 15 * 3_600_000
    expect((await take()).body.ticket.number).toBe('A-001')
    await until(() => phone.renewals() > 0)
    expect((await follow('hall', kiosk)).day()).toMatchObject({ date: '2026-06-10', taken: 1 })
  })

  it('listens to nobody who may not hear it', async () => {
    expect((await follow('staff')).reply).toEqual({ ok: false, code: 'NOT_SIGNED_IN' })
    expect((await follow('hall')).reply).toEqual({ ok: false, code: 'NOT_SIGNED_IN' })
    expect((await follow('public' as 'hall')).reply).toEqual({ ok: false, code: 'BAD_REQUEST' })
    expect((await follow('staff', kiosk)).reply).toEqual({ ok: false, code: 'FORBIDDEN' })
    expect((await follow('staff', await app.as('admin'))).reply).toEqual({ ok: false, code: 'FORBIDDEN' })
  })

  it('loses a revoked display within the second [A6]', async () => {
    const admin = await app.as('admin')
    const display = await app.device('display')
    const l = await follow('hall', display)
    const { devices } = (await admin.get('/api/offices/samarinda/devices')).body
    const id = devices.find((d: { kind: string }) => d.kind === 'display').id
    await admin.post(`/api/offices/samarinda/devices/${id}/revoke`)
    await until(() => l.socket.disconnected, 1_000)
    expect((await follow('hall', display)).reply.ok).toBe(false)
  })

  it('loses an officer who signed out', async () => {
    const l = await follow('staff', officer)
    await officer.post('/api/logout')
    await until(() => l.socket.disconnected, 1_000)
  })

  it('refuses a page of another site', async () => {
    const { io } = await import('socket.io-client')
    const socket = io(url, {
      transports: ['websocket'],
      extraHeaders: { origin: 'https://lain.example' },
      reconnection: false,
    })
    open.push({ close: () => socket.disconnect() })
    await expect(new Promise((_, reject) => socket.once('connect_error', reject))).rejects.toBeTruthy()
  })

  it.each([undefined, null, 'x', { office: 'samarinda' }, { office: 'samarinda', audience: 'root' }, { office: 5 }])(
    'answers nonsense (%j) with a code and lives on',
    async nonsense => {
      const l = await follow('hall', kiosk)
      const reply = await new Promise(resolve => l.socket.emit('join', nonsense as never, resolve))
      expect(reply).toMatchObject({ ok: false })
      expect((await take()).status).toBe(201)
    },
  )
})
