import { rmSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { Database } from '../../server/store/open/database.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
afterEach(() => app.close())

/** An office whose disk and steady clock the test sets; each look of its own, for a second has passed in between. */
async function office(given: { db?: Database } = {}) {
  const set = { free: 10e9, elapsed: 0 }
  app = await testApp({ ...given, elapsed: () => set.elapsed, freeBytes: async () => set.free })
  const health = async () => {
    set.elapsed += 1_000
    app.clock.now += 1_000
    const { status, body } = await app.visitor().get('/api/health')
    return [status, body.ok, body.wrong]
  }
  return { set, health }
}

it('the health is well while everything is, and not while nothing can be written [J16]', async () => {
  const { health } = await office()
  expect(await health()).toEqual([200, true, []])
  await sql`pragma query_only = on`.execute(app.db.kysely)
  expect(await health()).toEqual([503, false, ['writes']])
  await sql`pragma query_only = off`.execute(app.db.kysely)
  expect(await health()).toEqual([200, true, []])
})

it('the health is not well while the disk is all but full [J16]', async () => {
  const { set, health } = await office()
  set.free = 1_000_000
  expect(await health()).toEqual([503, false, ['disk']])
})

it.each([2 * HOUR, -2 * HOUR])('the health says for ten minutes that the clock jumped by %i ms [J16]', async jump => {
  const { set, health } = await office()
  expect(await health()).toEqual([200, true, []])
  app.clock.now += jump
  expect(await health()).toEqual([503, false, ['clock']])
  expect(await health()).toEqual([503, false, ['clock']])
  set.elapsed += 10 * MINUTE
  app.clock.now += 10 * MINUTE
  expect(await health()).toEqual([200, true, []])
})

it('the health notices small jumps that add up [J16]', async () => {
  const { health } = await office()
  expect(await health()).toEqual([200, true, []])
  app.clock.now += 55_000
  expect(await health()).toEqual([200, true, []])
  app.clock.now += 55_000
  expect(await health()).toEqual([503, false, ['clock']])
})

it('the health forgives a clock that is drawn right slowly [J16]', async () => {
  const { set, health } = await office()
  for (let i = 0; i < 40; i++) {
    ;[set.elapsed, app.clock.now] = [set.elapsed + MINUTE, app.clock.now + MINUTE + 1_000]
    expect(await health()).toEqual([200, true, []])
  }
})

it.each([30 * MINUTE, 3 * DAY])(
  'the health says for as long as it is so that the clock is %i ms before what was done by it [J16]',
  async behind => {
    const { set, health } = await office()
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
    app.clock.now -= behind
    const pass = (ms: number) => {
      ;[set.elapsed, app.clock.now] = [set.elapsed + ms, app.clock.now + ms]
    }
    expect(await health()).toEqual([503, false, ['clock']])
    pass(11 * MINUTE)
    expect(await health()).toEqual([503, false, ['clock']])
    pass(behind - 12 * MINUTE - 10_000)
    expect(await health()).toEqual([503, false, ['clock']])
    pass(20_000)
    expect(await health()).toEqual([200, true, []])
  },
)

it('the health is not well once the data are not its own any more [J16]', async () => {
  const { health } = await office()
  const { holds } = app.db
  Object.assign(app.db, { holds: async () => false })
  expect(await health()).toEqual([503, false, ['data']])
  Object.assign(app.db, { holds })
})

it('whoever takes a number once the log was removed is refused, and the health is not well [J16]', async () => {
  const folder = temporaryFolder()
  const { health } = await office({ db: await openSqlite(path.join(folder, 'tanggap.db')) })
  const [kiosk, manager] = [await app.device('kiosk'), await app.as('admin')]
  expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
  rmSync(path.join(folder, 'tanggap.db-wal'))
  for (const act of [
    kiosk.post(TICKETS, { serviceId: 'ktp-el' }),
    manager.patch('/api/offices/samarinda/settings', { minRatings: 77 }),
    app.visitor().post('/api/login', { username: 'petugas1', password: 'tanggap-demo' }),
  ]) {
    const { status, body } = await act
    expect([status, body.error.code]).toEqual([503, 'UNAVAILABLE'])
  }
  expect(await health()).toEqual([503, false, ['writes', 'data']])
  removeFolder(folder)
})

it('the health answers a probe behind an address that has used up its allowance, and writes once a second', async () => {
  const { health } = await office()
  await health()
  const written = async () => (await sql<{ n: number }>`select total_changes() as n`.execute(app.db.kysely)).rows[0]!.n
  const before = await written()
  const statuses = await Promise.all(
    Array.from({ length: 3_100 }, async () => (await app.visitor().get('/api/health')).status),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await written()).toBe(before)
})
