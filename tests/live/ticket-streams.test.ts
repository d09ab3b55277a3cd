import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { streamed, type Streamed } from '../helpers/streamed.ts'
import { until } from '../helpers/listeners.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { counterPath, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

const open: Streamed[] = []
const apps: TestApp[] = []
let passed = 0
const started = async (options: Parameters<typeof testApp>[0] = {}) => {
  const app = await testApp({ elapsed: () => performance.now() + passed, ...options })
  apps.push(app)
  return { app, url: await app.listen() }
}
beforeEach(() => void (passed = 0))
afterEach(async () => {
  for (const one of open.splice(0)) one.close()
  for (const app of apps.splice(0)) await app.close()
})

const take = async (app: TestApp) =>
  (await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })).body as { path: string }

async function follow(url: string, path: string, how: Parameters<typeof streamed>[2] = {}) {
  const one = await streamed(url, path, how)
  open.push(one)
  return one
}

describe('streams of many phones', () => {
  it('go on after a restart where they were: who missed nothing is told nothing', async () => {
    const key = Buffer.alloc(32, 7)
    const db = await freshDatabase()
    const first = await testApp({ db: Object.assign(Object.create(db) as typeof db, { close: async () => {} }), key })
    const url = await first.listen()
    const { path } = await take(first)
    const before = await follow(url, path)
    await until(() => before.messages.length > 0)
    await first.close()
    await until(before.closed)
    const again = await started({ db, key })
    again.app.clock.now = first.clock.now
    const after = await follow(again.url, path, { known: before.mark() })
    await until(() => after.messages.length > 0)
    expect(after.messages).toEqual([{ now: again.app.clock.now }])
  })

  it('of one ticket are fifty at most: the oldest gives way', async () => {
    const { app, url } = await started()
    const { path } = await take(app)
    for (let i = 0; i < 51; i++) await follow(url, path)
    await until(open[0]!.closed)
    expect(open.slice(1).some(one => one.closed())).toBe(false)
    expect(app.streams.size()).toBe(50)
  })

  it('behind one address are a thousand at most; whoever is one too many is told when to ask again, and others come in', async () => {
    const { app, url } = await started({ env: { TRUST_PROXY: 'true' } })
    const tickets: { path: string }[] = []
    for (let i = 0; i < 21; i++) tickets.push(await take(app))
    for (let i = 0; i < 1_000; i += 50)
      await Promise.all(
        Array.from({ length: 50 }, () => follow(url, tickets[i / 50]!.path, { address: '10.1.1.1', reads: false })),
      )
    const late = await follow(url, tickets[20]!.path, { address: '10.1.1.1' })
    expect([late.status, late.headers['retry-after']]).toEqual([429, '60'])
    expect((await follow(url, tickets[20]!.path, { address: '10.1.1.2' })).status).toBe(200)
    expect((await app.visitor().get(`/api/tickets/${tickets[20]!.path.slice(3)}`)).status).toBe(200)
    for (const one of open) one.close()
    await until(() => app.streams.size() === 0)
    expect((await follow(url, tickets[20]!.path, { address: '10.1.1.1' })).status).toBe(200)
  })

  it('that wait behind one another on a connection go when it goes, and leave their room to others', async () => {
    const { app, url } = await started()
    const { path } = await take(app)
    const three = `GET ${path}/stream HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(3)
    const connections = Array.from({ length: 4 }, () => connect(Number(new URL(url).port), '127.0.0.1'))
    for (const connection of connections) connection.on('error', () => {}).write(three)
    await until(() => app.streams.size() === 12)
    for (const connection of connections) connection.destroy()
    await until(() => app.streams.size() === 0)
    expect((await follow(url, path)).status).toBe(200)
  })

  it('do not hold up the desk, and all hear of the call', async () => {
    const { app, url } = await started()
    const { path } = await take(app)
    const phones = await Promise.all(Array.from({ length: 50 }, () => follow(url, path)))
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    await officer.post(counterPath('1', 'call-next'))
    await Promise.all(phones.map(phone => phone.next(m => m.ticket?.state === 'called')))
  })
})

describe('a phone that does not read', () => {
  /** A connection of the server of which the test says when it has been read. */
  it('is told how it stands once it has read, not all that it missed, and is ended after twenty seconds', async () => {
    const { createStreamLinks } = await import('../../server/realtime/stream-links.ts')
    const { EventEmitter } = await import('node:events')
    let clock = 0
    const links = createStreamLinks(() => clock)
    const said: string[] = []
    let room = true
    const socket = Object.assign(new EventEmitter(), {
      destroyed: false,
      destroy: () => {
        socket.destroyed = true
        socket.emit('close')
      },
    })
    const res = Object.assign(new EventEmitter(), {
      write: (text: string) => {
        said.push(text)
        return room
      },
      end: () => {},
      req: { socket },
    })
    const link = { res: res as never, address: randomUUID() }
    const of = new Set<typeof link>()
    links.enter(link, of, { whole: () => 'whole', left: () => {} })
    room = false
    links.write(link, 'a')
    links.write(link, 'b')
    links.write(link, 'c')
    expect(said).toEqual(['a'])
    room = true
    res.emit('drain')
    expect(said).toEqual(['a', 'whole'])
    room = false
    links.write(link, 'd')
    clock = 19_000
    links.sweep()
    expect(socket.destroyed).toBe(false)
    clock = 20_000
    links.sweep()
    expect([socket.destroyed, links.size(), links.ended(), of.size]).toEqual([true, 0, 1, 0])
  })
})
