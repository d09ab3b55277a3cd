import net, { type Socket } from 'node:net'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { makeDatabase } from '../helpers/databases.ts'

const server = process.env['TANGGAP_TEST_PG']

/** A road to `to` that can swallow all that is sent on it, as a firewall does; with no `to` it never answers. */
async function road(to?: URL) {
  const sockets = new Set<Socket>()
  let silent = false
  const listener = net.createServer(near => {
    sockets.add(near)
    near.on('error', () => undefined)
    if (!to) return
    const far = net.connect(Number(to.port || 5432), to.hostname)
    sockets.add(far)
    far.on('error', () => undefined)
    near.on('data', data => silent || far.write(data))
    far.on('data', data => silent || near.write(data))
    near.on('close', () => far.destroy())
  })
  await new Promise<void>(done => listener.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    listener.close()
  })
  const url = new URL(to ?? 'postgres://nobody@127.0.0.1/none')
  url.hostname = '127.0.0.1'
  url.port = String((listener.address() as net.AddressInfo).port)
  return { url: url.href, swallow: (on: boolean) => (silent = on) }
}

describe('a PostgreSQL that says nothing', () => {
  it('is named at the start instead of being waited for without end [J12]', async () => {
    const { url } = await road()
    const start = openPostgres(url, { connect: 100, answer: 100 })
    await expect(start).rejects.toThrow(/cannot be reached \(no answer in time\)/)
  })

  it.runIf(server)('ends a statement with 503 and is asked again over a new connection [J12]', async () => {
    const { url, swallow } = await road(new URL(await makeDatabase(server!)))
    const db = await openPostgres(url, { connect: 2_000, answer: 2_000 })
    const one = () => sql<{ n: number }>`select 1 as n`.execute(db.kysely)
    expect((await one()).rows).toEqual([{ n: 1 }])
    swallow(true)
    await expect(one()).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    swallow(false)
    await expect.poll(async () => (await one()).rows).toEqual([{ n: 1 }])
    await db.close()
  })
})
