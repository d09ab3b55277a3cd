import { createServer, request, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKnown } from '../../server/turnstile/known.ts'
import { installTurnstile, type Turnstile } from '../../server/turnstile/turnstile.ts'
import type { Guest, Turns } from '../../server/turnstile/turns.ts'
import { until } from '../helpers/listeners.ts'

const DESK = 'tanggap_session=proved'

let server: Server
let turnstile: Turnstile
let port: number
/** Guests who came and wait, for the test lets them in by hand; and what became of acts of the desk. */
let guests: Guest[]
let desk: string[]
let answered: string[]

const turns: Turns = {
  desk() {
    desk.push('came')
    return () => desk.push('answered')
  },
  guest: guest => void guests.push(guest),
  calm: async () => {},
  waiting: () => guests.length,
  refused: () => 0,
}

beforeEach(async () => {
  ;[guests, desk, answered] = [[], [], []]
  server = createServer((req, res) => {
    answered.push(req.url!)
    res.end('ok')
  })
  server.on('upgrade', (_req, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'))
  const known = createKnown(() => 0)
  known.learn(DESK, true)
  turnstile = installTurnstile(server, {
    turns,
    known,
    signsIn: req => req.url === '/sign-in' && req.headers.cookie === 'signed in before',
    addressOf: req => req.headers['x-from']?.toString() ?? 'here',
    fullHouse: () => ({ type: 'text/plain', body: 'full' }),
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
    const asked = request({ port, path, method, headers, agent: false }, answer => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode!, text, headers: answer.headers }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('the turnstile before the server', () => {
  it('lets a request of the desk through while guests wait, and counts it until it is answered', async () => {
    const guest = ask('/guest')
    await until(() => guests.length === 1)
    expect((await ask('/desk', { cookie: DESK })).status).toBe(200)
    expect(answered).toEqual(['/desk'])
    await until(() => desk.includes('answered'))
    guests[0]!.start(() => {})
    expect((await guest).status).toBe(200)
  })

  it('lets somebody sign in at once where somebody of the desk signed in before, and do nothing else [A4]', async () => {
    const cookie = 'signed in before'
    expect((await ask('/sign-in', { cookie })).status).toBe(200)
    void ask('/other', { cookie }).catch(() => {})
    void ask('/sign-in').catch(() => {})
    await until(() => guests.length === 2)
    expect(answered).toEqual(['/sign-in'])
  })

  it('lets nobody through by a cookie that the identity never proved', async () => {
    void ask('/forged', { cookie: 'tanggap_session=forged' }).catch(() => {})
    void ask('/both', { cookie: `${DESK}; more=1` }).catch(() => {})
    await until(() => guests.length === 2)
    expect([desk, answered]).toEqual([[], []])
  })

  it('tells a full house as 503 with when to come again, without a body to who asks for none', async () => {
    const page = ask('/page')
    const head = ask('/head', {}, 'HEAD')
    await until(() => guests.length === 2)
    for (const guest of guests) guest.refuse()
    expect(await page).toMatchObject({
      status: 503,
      text: 'full',
      headers: { 'retry-after': '2', 'cache-control': 'no-store' },
    })
    expect(await head).toMatchObject({ status: 503, text: '' })
  })

  it('ends a connection that sends a fifth request without waiting for answers', async () => {
    const socket = connect(port, '127.0.0.1')
    const ended = new Promise(resolve => socket.once('close', resolve))
    socket.on('error', () => {})
    socket.write('GET /many HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100))
    await ended
    expect(guests).toHaveLength(4)
    expect(guests.every(guest => guest.gone!())).toBe(true)
    expect([turnstile.ended(), answered]).toEqual([1, []])
  })

  it('lets a connection go on that waits for its answers', async () => {
    const socket = connect(port, '127.0.0.1')
    let heard = 0
    socket.on('data', () => heard++)
    for (let i = 0; i < 10; i++) {
      socket.write('GET /one HTTP/1.1\r\nHost: x\r\n\r\n')
      await until(() => guests.length === i + 1)
      guests[i]!.start(() => {})
      await until(() => heard === i + 1)
    }
    socket.destroy()
    expect(turnstile.ended()).toBe(0)
  })

  it('lets live connections of guests wait too, and those of the desk through', async () => {
    const upgrade = (cookie?: string) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      const headers = `Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}`
      socket.write(`GET /socket.io/ HTTP/1.1\r\n${headers}\r\n`)
      return new Promise<string>(resolve => socket.once('data', data => resolve(data.toString().slice(9, 12))))
    }
    expect(await upgrade(DESK)).toBe('101')
    const [late, refused] = [upgrade(), upgrade()]
    await until(() => guests.length === 2)
    guests[0]!.start(() => {})
    guests[1]!.refuse()
    expect((await Promise.all([late, refused])).sort()).toEqual(['101', '503'])
  })

  it('knows who watches over the server, and from where each guest comes', async () => {
    for (const path of ['/api/health', '/metrics', '/api/health?x=1', '/api/healthy', '/b/metrics'])
      void ask(path, { 'x-from': path }).catch(() => {})
    await until(() => guests.length === 5)
    const probes = guests.filter(guest => guest.probe).map(guest => guest.address)
    expect(probes.sort()).toEqual(['/api/health', '/api/health?x=1', '/metrics'])
  })
})

describe('who is known', () => {
  it('is whoever the identity proved, until it says no, a right ends, or four hours pass', () => {
    let now = 0
    const known = createKnown(() => now)
    known.learn('a', true)
    known.learn('b', false)
    expect(['a', 'b', undefined].map(known.has)).toEqual([true, false, false])
    known.learn('a', false)
    expect(known.has('a')).toBe(false)
    known.learn('a', true)
    now = 4 * 3_600_000
    expect(known.has('a')).toBe(false)
    known.learn('a', true)
    known.forget()
    expect(known.has('a')).toBe(false)
  })

  it('is nobody with more cookies than a browser sends, and not more than two thousand', () => {
    const known = createKnown(() => 0)
    known.learn('x'.repeat(5_000), true)
    expect(known.has('x'.repeat(5_000))).toBe(false)
    for (let i = 0; i < 2_001; i++) known.learn(`c${i}`, true)
    expect([known.has('c0'), known.has('c1'), known.has('c2000')]).toEqual([false, true, true])
  })
})
