import { afterEach, beforeEach, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { listener, until } from '../helpers/listeners.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let url: string
beforeEach(async () => {
  app = await testApp({ env: { METRICS_TOKEN: 'metrics-for-the-monitor' } })
  url = await app.listen()
})
afterEach(() => app.close())

/** Somebody's live screen: whether it stands, and what it was told at its end. */
async function screen(who: Visitor, audience: 'staff' | 'hall' = 'staff') {
  const { socket, reply } = await listener(url, audience, who)
  expect(reply.ok).toBe(true)
  const told: string[] = []
  socket.on('ended', ({ why }) => told.push(why))
  return { told, connected: () => socket.connected, over: () => until(() => !socket.connected) }
}

it('a live screen ends after four hours without use, and only that one [A3]', async () => {
  const [idle, used] = [await app.as('petugas1'), await app.as('petugas2')]
  const [left, kept] = [await screen(idle), await screen(used)]
  const hall = await screen(await app.device('display'), 'hall')
  app.clock.now += 3 * HOUR
  await used.get('/api/me')
  app.clock.now += HOUR + MINUTE
  await app.reviewSessions()
  await left.over()
  expect(left.told).toEqual(['idle'])
  expect([kept.connected(), hall.connected()]).toEqual([true, true])
  expect((await listener(url, 'staff', idle)).reply).toEqual({ ok: false, code: 'NOT_SIGNED_IN' })
})

it('a live screen ends after twelve hours, however much it is used [A3]', async () => {
  const officer = await app.as('petugas1')
  const live = await screen(officer)
  for (let i = 0; i < 4; i++) {
    app.clock.now += 3 * HOUR - MINUTE
    await officer.get('/api/me')
    await app.reviewSessions()
  }
  expect(live.connected()).toBe(true)
  app.clock.now += 5 * MINUTE
  await app.reviewSessions()
  await live.over()
  expect(live.told).toEqual(['expired'])
})

it('a live screen and its session end when a role, the password or the account changes [A3]', async () => {
  const { kysely } = app.db
  const staff = kysely.updateTable('staff')
  const changes: Record<string, () => Promise<unknown>> = {
    petugas1: () => kysely.insertInto('staff_roles').values({ staff_id: 'p1', role: 'manager' }).execute(),
    petugas2: () => staff.set({ active: 0 }).where('username', '=', 'petugas2').execute(),
    petugas3: () => staff.set({ password_changed_at: app.clock.now }).where('username', '=', 'petugas3').execute(),
  }
  for (const [name, change] of Object.entries(changes)) {
    const officer = await app.as(name)
    const live = await screen(officer)
    await app.reviewSessions()
    app.clock.now += MINUTE
    await change()
    await app.reviewSessions()
    await live.over()
    expect([name, live.told]).toEqual([name, ['changed']])
    expect([name, (await officer.get('/api/me')).status]).toEqual([name, 401])
  }
})

it('a live screen ends at once with signing out, and that of a device when it is taken out [A3] [A6]', async () => {
  const officer = await app.as('petugas1')
  const live = await screen(officer)
  await officer.post('/api/logout')
  await live.over()
  expect(live.told).toEqual(['signedOut'])
  const display = await app.device('display')
  const hall = await screen(display, 'hall')
  const { id } = (await display.get('/api/devices/me?kind=display')).body.device
  await (await app.as('admin')).post(`/api/offices/samarinda/devices/${id}/revoke`)
  await hall.over()
  expect(hall.told).toEqual(['revoked'])
})

it('a live screen hears of an office no more once its session works in another [A3 A96]', async () => {
  await app.db.kysely.insertInto('staff_roles').values({ staff_id: 'admin', role: 'manager' }).execute()
  const admin = await app.as('admin')
  const begun = await admin.post('/api/offices/samarinda/offices', {
    ...{ name: 'Kecamatan Contoh', city: 'Jayapura', zone: 'WIT', template: 'kecamatan', administrator: null },
  })
  const { id } = begun.body.office
  const live = await screen(admin)
  await admin.post('/api/me/office', { office: id })
  await live.over()
  // It is nobody's end: the same browser goes on as who it is now.
  expect(live.told).toEqual([])
  expect((await listener(url, 'staff', admin)).reply).toEqual({ ok: false, code: 'FORBIDDEN' })
})

it('a session ends to the moment: four hours after its use, twelve after its beginning [A3]', async () => {
  const [idle, used] = [await app.as('petugas1'), await app.as('petugas2')]
  const began = app.clock.now
  app.clock.now = began + 4 * HOUR + 1
  expect((await idle.get('/api/me')).status).toBe(401)
  const later = await app.as('petugas3')
  for (const hours of [3, 6, 9]) {
    app.clock.now = began + 4 * HOUR + 1 + hours * HOUR
    expect((await later.get('/api/me')).status).toBe(200)
  }
  app.clock.now = began + 16 * HOUR
  expect((await later.get('/api/me')).status).toBe(200)
  app.clock.now = began + 16 * HOUR + 1
  expect((await later.get('/api/me')).status).toBe(401)
  expect((await used.get('/api/me')).status).toBe(401)
})

it('a screen that has left is no longer counted', async () => {
  const screen = await listener(url, 'hall', await app.device('display'))
  const counted = async () =>
    /^tanggap_sockets (\d+)$/m.exec(
      (await app.visitor().get('/metrics', { authorization: 'Bearer metrics-for-the-monitor' })).text,
    )?.[1]
  expect(await counted()).toBe('1')
  screen.close()
  await expect.poll(counted).toBe('0')
})
