import { sql } from 'kysely'
import pg from 'pg'
import { io } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { makeDatabase } from '../helpers/databases.ts'
import { testApp, TICKETS } from '../helpers/test-app.ts'

const server = process.env['TANGGAP_TEST_PG']

/** A database that its server takes away from everybody, as a restart does, and gives back. */
async function lendable(url: string) {
  const admin = new pg.Client(server)
  await admin.connect()
  const name = new URL(url).pathname.slice(1)
  return {
    sessions: async () =>
      Number((await admin.query(`select count(*) from pg_stat_activity where datname = '${name}'`)).rows[0].count),
    async take() {
      await admin.query(`alter database ${name} allow_connections false`)
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    },
    async give() {
      await admin.query(`alter database ${name} allow_connections true`)
    },
    end: () => admin.end(),
  }
}

describe.runIf(server)('while PostgreSQL is away', () => {
  it('the program lives on, says so with 503, and goes on by itself once it is back [J12]', async () => {
    const url = await makeDatabase(server!)
    const database = await lendable(url)
    const app = await testApp({ db: await openPostgres(url) })
    const address = await app.listen()
    const officer = await app.as('petugas1')
    const kiosk = await app.device('kiosk')
    const take = (key: string) => kiosk.post(TICKETS, { serviceId: 'ktp-el' }, { 'idempotency-key': key })
    const health = () => app.visitor().get('/api/health')
    expect([(await take('first')).status, (await health()).status]).toEqual([201, 200])

    // Queries under way and a unit between two of its queries, both on connections that are lent out.
    const asleep = sql`select pg_sleep(60)`.execute(app.db.kysely)
    const between = app.db.kysely.transaction().execute(async unit => {
      await sql`select 1`.execute(unit)
      await expect.poll(database.sessions).toBe(0)
      await sql`select 1`.execute(unit)
    })
    const broken = Promise.allSettled([asleep, between])
    await expect.poll(database.sessions).toBeGreaterThan(2)
    await database.take()
    expect((await broken).map(b => b.status === 'rejected' && b.reason.code)).toEqual(['UNAVAILABLE', 'UNAVAILABLE'])

    // Longer ago than what is remembered of a session: who asks cannot be proved now.
    app.clock.now += 60_000
    const cookie = [...officer.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    const screen = io(address, { transports: ['websocket'], extraHeaders: { cookie }, reconnection: false })
    const cut = new Promise(resolve => screen.once('disconnect', resolve))
    const command = await take('second')
    expect([command.status, command.body.error.code]).toEqual([503, 'UNAVAILABLE'])
    // One look of the health serves for a second.
    await expect.poll(async () => (await health()).status, { timeout: 5_000 }).toBe(503)
    const metrics = await fetch(`${address}/metrics`)
    expect([metrics.status, await metrics.text()]).toEqual([200, expect.stringContaining('tanggap_requests_total')])
    expect(await cut).toBe('io server disconnect')

    await database.give()
    await expect.poll(async () => (await health()).status, { timeout: 5_000 }).toBe(200)
    const again = await take('second')
    expect([again.status, again.body.ticket.number]).toEqual([201, 'A-002'])
    screen.close()
    await app.close()
    await database.end()
  })
})
