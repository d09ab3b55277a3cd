import { sql } from 'kysely'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../shared/kit/time.ts'
import { testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

describe('a disk that takes nothing', () => {
  it('signs nobody out and keeps no device away: both still read [J12]', async () => {
    const [officer, kiosk] = [await app.as('petugas1'), await app.device('kiosk')]
    for (const table of ['sessions', 'devices'])
      await sql`create trigger ${sql.raw(`full_${table}`)} before update on ${sql.raw(table)}
        begin select raise(fail, 'database or disk is full'); end`.execute(app.db.kysely)
    app.clock.now += HOUR
    expect((await officer.get('/api/offices/samarinda/day')).status).toBe(200)
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
  })

  it('cuts a live connection whose holder cannot be read, and harms no other [J12]', async () => {
    const officer = await app.as('petugas1')
    const url = await app.listen()
    await sql`alter table sessions rename to gone`.execute(app.db.kysely)
    app.clock.now += HOUR
    const cookie = [...officer.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    const options = { transports: ['websocket'], forceNew: true, reconnection: false }
    const unread = io(url, { ...options, extraHeaders: { cookie } })
    const reason = await new Promise(resolve => unread.once('disconnect', resolve))
    expect(reason).toBe('io server disconnect')
    const guest = io(url, options)
    const answer = await new Promise(resolve => {
      guest.once('connect', () => guest.emit('join', { office: 'samarinda', audience: 'hall' }, resolve))
    })
    expect(answer).toEqual({ ok: false, code: 'NOT_SIGNED_IN' })
    guest.disconnect()
    unread.disconnect()
  })
})
