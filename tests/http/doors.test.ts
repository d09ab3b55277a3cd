import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(async () => {
  vi.useRealTimers()
  await app.close()
})

const login = (username: string, password: string, headers = {}) =>
  app.visitor().post('/api/login', { username, password }, headers)

describe('signing in', () => {
  it('sets a signed cookie that scripts cannot read and other sites cannot send', async () => {
    const cookie = (await login('petugas1', 'tanggap-demo')).headers.get('set-cookie')!
    expect(cookie).toMatch(/^tanggap_session=[\w-]+\.[\w-]+;/)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
  })

  it('is Secure when people reach the office over TLS', async () => {
    const secure = await testApp({ env: { PUBLIC_URL: 'https://antrean.example.id' } })
    const answer = await secure.visitor().post('/api/login', { username: 'petugas1', password: 'tanggap-demo' })
    expect(answer.headers.get('set-cookie')).toMatch(/Secure/)
    expect(answer.headers.get('strict-transport-security')).toBeTruthy()
    await secure.close()
  })

  it('gives the same answer for a wrong password and a wrong name [A5]', async () => {
    const wrong = await login('petugas1', 'bukan')
    const unknown = await login('tidak-ada', 'bukan')
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 'WRONG_PASSWORD'])
    expect(unknown.body.error.code).toBe('WRONG_PASSWORD')
  })

  it('refuses a cookie with a changed signature', async () => {
    const officer = await app.as('petugas1')
    officer.cookies.set('tanggap_session', officer.cookies.get('tanggap_session')!.slice(0, -3) + 'AAA')
    expect((await officer.get('/api/me')).status).toBe(401)
  })

  it('ends with signing out, also for a copy of the cookie [A3]', async () => {
    const officer = await app.as('petugas1')
    const copy = app.visitor()
    officer.cookies.forEach((v, k) => copy.cookies.set(k, v))
    await officer.post('/api/logout')
    expect((await copy.get('/api/me')).status).toBe(401)
  })

  it('ends when the password or the account changes [A3]', async () => {
    const officer = await app.as('petugas1')
    const other = await app.as('petugas2')
    app.clock.now += MINUTE
    const { kysely } = app.db
    await kysely
      .updateTable('staff')
      .set({ password_changed_at: app.clock.now })
      .where('username', '=', 'petugas1')
      .execute()
    await kysely.updateTable('staff').set({ active: 0 }).where('username', '=', 'petugas2').execute()
    app.clock.now += MINUTE
    expect((await officer.get('/api/me')).status).toBe(401)
    expect((await other.get('/api/me')).status).toBe(401)
  })

  it('ends by itself after hours without use, and after half a day in any case [A3]', async () => {
    const idle = await app.as('petugas1')
    app.clock.now += 5 * HOUR
    expect((await idle.get('/api/me')).status).toBe(401)
    const busy = await app.as('petugas1')
    for (let i = 0; i < 5; i++) {
      app.clock.now += 2 * HOUR + 20 * MINUTE
      expect((await busy.get('/api/me')).status).toBe(200)
    }
    app.clock.now += 2 * HOUR
    expect((await busy.get('/api/me')).status).toBe(401)
  })
})

describe('a request from outside', () => {
  it.each([
    { origin: 'https://lain.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost:9999' },
  ])('may not act with our cookies: %j [A8]', async headers => {
    const officer = await app.as('petugas1')
    const answer = await officer.post(TICKETS, { serviceId: 'ktp-el' }, headers as Record<string, string>)
    expect([answer.status, answer.body.error.code]).toEqual([403, 'FOREIGN_ORIGIN'])
  })

  it('may act from our own page', async () => {
    const officer = await app.as('petugas1')
    const answer = await officer.post(TICKETS, { serviceId: 'ktp-el' }, { origin: 'http://localhost' })
    expect(answer.status).toBe(201)
  })

  it('speaks JSON or is refused', async () => {
    const officer = await app.as('petugas1')
    const answer = await officer.post(TICKETS, 'serviceId=ktp-el', {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect([answer.status, answer.body.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA'])
  })

  it('is refused when its body is too large', async () => {
    const answer = await app.visitor().post('/api/login', { username: 'a', password: 'b', x: 'y'.repeat(70_000) })
    expect([answer.status, answer.body.error.code]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  it('is held to an allowance when it is public, while the desk works on', async () => {
    const officer = await app.as('petugas1')
    // Ten seconds that do not pass, however slow the machine is.
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const look = () => app.visitor().get('/api/push/key')
    for (let i = 0; i < 2_999; i++) await look()
    expect((await look()).status).toBe(200)
    const refused = await look()
    expect([refused.status, refused.body.error.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(refused.headers.get('retry-after')).toBe('10')
    expect((await officer.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
  })

  it('gets a strict content policy and no script from elsewhere', async () => {
    const { headers } = await app.visitor().get('/kiosk/')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('learns nothing of an unexpected failure but the id under which the log tells more', async () => {
    await app.rest()
    await app.db.close()
    const answer = await app.visitor().get(`/api/surveys/${'x'.repeat(30)}`)
    expect([404, 500]).toContain(answer.status)
    const failing = await app.visitor().post('/api/login', { username: 'a', password: 'b' })
    expect(failing.status).toBe(500)
    expect(Object.keys(failing.body.error).sort()).toEqual(['code', 'requestId'])
    expect(app.failures.length).toBeGreaterThan(0)
  })
})

describe('pairing a device', () => {
  it('shows a code, waits for an administrator, then works for its office until it is revoked [A6]', async () => {
    const tv = app.visitor()
    const { code, pairingId, secret } = (await tv.post('/api/devices/pairings', { kind: 'kiosk' })).body
    const claim = () => tv.post('/api/devices/pairings/claim', { pairingId, secret })
    expect((await claim()).body.error.code).toBe('PAIRING_PENDING')
    const admin = await app.as('admin')
    const spoken = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`
    const approved = await admin.post('/api/offices/samarinda/devices', { code: spoken, name: 'Kiosk lobi' })
    expect(approved.status).toBe(201)
    expect((await claim()).body.device).toMatchObject({ kind: 'kiosk', name: 'Kiosk lobi', officeId: 'samarinda' })
    const { devices, origin } = (await admin.get('/api/offices/samarinda/devices')).body
    expect([devices.at(-1).name, origin]).toEqual(['Kiosk lobi', expect.stringMatching(/^http:/)])
    expect((await tv.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
    expect((await claim()).body.error.code).toBe('PAIRING_UNKNOWN')
    await admin.post(`/api/offices/samarinda/devices/${approved.body.device.id}/revoke`)
    expect((await tv.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(401)
  })

  it('is placed in an area of the hall, told so to itself, and in none that the office does not know [V9]', async () => {
    const admin = await app.as('admin')
    const areas = [{ id: 'atas', name: ['Lantai 2', 'Floor 2'] }]
    const saved = await admin.patch('/api/offices/samarinda/settings', { areas, seen: {} })
    expect(saved.body).toHaveProperty('office')
    const tv = app.visitor()
    const { code, pairingId, secret } = (await tv.post('/api/devices/pairings', { kind: 'display' })).body
    const approve = (to: string) => admin.post('/api/offices/samarinda/devices', { code, name: 'Layar', area: to })
    expect((await approve('gedung-b')).status).toBe(404)
    const { device } = (await approve('atas')).body
    await tv.post('/api/devices/pairings/claim', { pairingId, secret })
    const mine = async () => (await tv.get('/api/devices/me?kind=display')).body.device.area
    expect(await mine()).toBe('atas')
    const place = (to: string | null) => admin.post(`/api/offices/samarinda/devices/${device.id}/area`, { area: to })
    expect([(await place(null)).status, await mine()]).toEqual([200, null])
    expect([(await place('gedung-b')).status, await mine()]).toEqual([404, null])
  })

  it('is on record with who let it in and who took it out, in a log that shows every change [A9]', async () => {
    const tv = app.visitor()
    const { code, pairingId, secret } = (await tv.post('/api/devices/pairings', { kind: 'display' })).body
    const admin = await app.as('admin')
    const { device } = (await admin.post('/api/offices/samarinda/devices', { code, name: 'Layar' })).body
    await tv.post('/api/devices/pairings/claim', { pairingId, secret })
    await admin.post(`/api/offices/samarinda/devices/${device.id}/revoke`)
    await admin.patch('/api/offices/samarinda/settings', { minRatings: 80 })
    const rows = await app.db.kysely.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(rows.map(r => [r.who, r.what])).toEqual([
      ['staff:admin', 'device.approve'],
      ['staff:admin', 'device.revoke'],
      ['staff:admin', 'office.configure'],
    ])
    expect(await verifyAudit(app.db)).toEqual({ ok: true, entries: 3 })
  })

  it('is taken out by whoever sees it, also while it has not come in yet, and never comes in then [A6 A9]', async () => {
    const tv = app.visitor()
    const admin = await app.as('admin')
    const { code, pairingId, secret } = (await tv.post('/api/devices/pairings', { kind: 'display' })).body
    const { device } = (await admin.post('/api/offices/samarinda/devices', { code, name: 'Layar' })).body
    const awaited = async () => (await admin.get('/api/offices/samarinda/devices')).body.awaited
    expect(await awaited()).toMatchObject([{ id: device.id, name: 'Layar', kind: 'display', lastSeenAt: null }])
    const revoke = () => admin.post(`/api/offices/samarinda/devices/${device.id}/revoke`)
    expect((await revoke()).status).toBe(200)
    expect([await awaited(), (await revoke()).status]).toEqual([[], 404])
    const claimed = await tv.post('/api/devices/pairings/claim', { pairingId, secret })
    expect(claimed.body.error.code).toBe('PAIRING_UNKNOWN')
    const rows = await app.db.kysely.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(rows.map(r => [r.what, JSON.parse(r.detail).device])).toEqual([
      ['device.approve', device.id],
      ['device.revoke', device.id],
    ])
    // One that never came is waited for no longer than its code is good.
    const late = (await app.visitor().post('/api/devices/pairings', { kind: 'kiosk' })).body
    await admin.post('/api/offices/samarinda/devices', { code: late.code, name: 'Kiosk' })
    expect(await awaited()).toHaveLength(1)
    app.clock.now += 10 * MINUTE
    expect(await awaited()).toEqual([])
  })

  it('needs the device’s own secret', async () => {
    const { pairingId } = (await app.visitor().post('/api/devices/pairings', { kind: 'display' })).body
    const answer = await app.visitor().post('/api/devices/pairings/claim', { pairingId, secret: 'tebakan-tebakan' })
    expect(answer.body.error.code).toBe('PAIRING_UNKNOWN')
  })

  it('forgets a code after ten minutes [A6]', async () => {
    const { code } = (await app.visitor().post('/api/devices/pairings', { kind: 'display' })).body
    app.clock.now += 11 * MINUTE
    const admin = await app.as('admin')
    const answer = await admin.post('/api/offices/samarinda/devices', { code, name: 'Layar' })
    expect(answer.body.error.code).toBe('PAIRING_UNKNOWN')
  })

  it('happens by itself only in demo mode and on the same machine [A10]', async () => {
    const far = await app.visitor().post('/api/devices/demo', { kind: 'kiosk' }, { 'x-forwarded-for': '203.0.113.9' })
    expect(far.body.error.code).toBe('DEMO_ONLY')
    const strict = await testApp({ env: { TANGGAP_MODE: 'production' } })
    expect((await strict.visitor().post('/api/devices/demo', { kind: 'kiosk' })).body.error.code).toBe('DEMO_ONLY')
    await strict.close()
  })

  it('gives a display no right to take numbers [N9]', async () => {
    const display = await app.device('display')
    expect((await display.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(403)
  })
})
