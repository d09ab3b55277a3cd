import { addDays, officeDate } from '../../shared/kit/time.ts'
import { DEMO_PASSWORD } from '../../server/demo/staff.ts'
import { createClient, keptConnections, signedIn } from './client.ts'
import type { Clients } from './clients.ts'
import type { Answers, Flood, Hailing, Shot } from './floods.ts'
import { withSeen } from '../../shared/office/structure/change.ts'

const OFFICE = '/api/offices/samarinda'
const FLOOD_MS = 4_000
const PHONES = 2_000
/** Phones of one ticket, well below the most that it may have. */
const FAMILY = 20

/** One flood: what comes before it is measured, the flood, and what ends after it. */
export interface Attack {
  readonly name: string
  readonly what: string
  gathers?(clients: Clients): Promise<unknown>
  run(clients: Clients): Promise<Answers>
  leaves?(clients: Clients): Promise<unknown>
}

const get = (path: string, cookie?: string): Shot => ({ method: 'GET', path, ...(cookie ? { cookie } : {}) })
const hold = (slotId: string): Shot => ({
  method: 'POST',
  path: `${OFFICE}/holds`,
  body: JSON.stringify({ serviceId: 'ktp-el', slotId }),
})

const SCAN_BYTES = 5 * 1024 * 1024
/** A whole scan of papers, sent from the page of a ticket. */
const scan = (token: string): Shot => ({
  method: 'POST',
  path: `/t/${token}/files`,
  type: 'multipart/form-data; boundary=X',
  body: `--X\r\nContent-Disposition: form-data; name="file"; filename="kk.pdf"\r\n\r\n%PDF-${'1'.repeat(SCAN_BYTES - 5)}\r\n--X--\r\n`,
})

/** A booking under a key that another one has too. */
const book = (slotId: string, pair: number): Shot => ({
  method: 'POST',
  path: `${OFFICE}/bookings`,
  body: JSON.stringify({ serviceId: 'ktp-el', slotId, contact: { phone: `0800${String(pair).padStart(8, '0')}` } }),
  key: `pair-${pair}`,
})

/** The floods by name, each with the words for it; ours the public's side of the demo office. */
export async function attacksOn(url: string, port: number): Promise<readonly Attack[]> {
  const agent = keptConnections(2)
  const kiosk = createClient(url, agent)
  await kiosk.call('POST /api/devices/demo', { body: { kind: 'kiosk' } })
  const { office } = await kiosk.call('GET /api/offices/:office', { params: { office: 'samarinda' } })
  const { booking, services } = office
  const ktp = services.find(s => s.id === 'ktp-el')!
  const takesScans = { id: ktp.id, booking: { ...ktp.booking!, files: true } }
  // Without a proof of work, so that what a flood writes comes as far as the queue.
  const admin = await signedIn(url, agent, 'admin', DEMO_PASSWORD)
  await admin.call('PATCH /api/offices/:office/settings', {
    params: { office: 'samarinda' },
    body: withSeen(
      { booking: { ...booking, proof: 'never' as const, perNetworkHour: 100_000 }, services: [takesScans] },
      office,
    ),
  })
  const { slots } = await createClient(url, agent).call('GET /api/offices/:office/services/:service/slots', {
    params: { office: 'samarinda', service: 'ktp-el' },
    query: { days: '14' },
  })
  const { token } = await createClient(url, agent).call('POST /api/offices/:office/bookings', {
    params: { office: 'samarinda' },
    body: { serviceId: 'ktp-el', slotId: slots.find(s => s.free > 0)!.id },
  })
  const page = '/b/samarinda/ktp-el/jadwal?lang=id'
  const today = officeDate(Date.now(), 'WITA')
  const pages = services.flatMap(({ id: s }) =>
    Array.from({ length: 12 }, (_, i) =>
      get(`/b/samarinda/${s}/jadwal?date=${addDays(today, i)}&lang=${i % 2 ? 'id' : 'en'}`),
    ),
  )
  const last = slots.slice(-40).map(s => s.id)
  const forged = 'tanggap_session=0123456789abcdef0123456789abcdef.0123456789abcdef0123456789abcdef'
  const guess = JSON.stringify({ username: 'petugas1', password: 'tebakan' })
  const poison = Array.from({ length: 400 }, (_, i) => book(slots[(i * 29) % slots.length]!.id, i >> 1))
  const madeUp = `${'x'.repeat(22)}.${'y'.repeat(22)}`
  const login: Shot = { method: 'POST', path: '/api/login', body: guess }

  const crowd = (name: string, what: string, shots: readonly Shot[], more: Partial<Flood> = {}): Attack => ({
    name,
    what,
    run: clients => clients.ask('flood', { port, ms: FLOOD_MS, connections: 100, shots, addresses: 0, ...more }),
  })
  const join = `420${JSON.stringify(['join', { office: 'samarinda', audience: 'hall' }])}`
  const sockets = (name: string, what: string, more: Partial<Hailing>): Attack => ({
    name,
    what,
    run: clients =>
      clients.ask('hail', {
        url: `ws://127.0.0.1:${port}`,
        ms: FLOOD_MS,
        sockets: 100,
        frame: join,
        frames: 1,
        reads: true,
        leaves: false,
        ...more,
      }),
  })
  const number = JSON.stringify({ serviceId: 'akta-kematian' })
  const followed: string[] = []
  for (let i = 0; i < PHONES / FAMILY; i++) {
    const wanted = { params: { office: 'samarinda' }, body: { serviceId: 'akta-kematian' } }
    followed.push((await kiosk.call('POST /api/offices/:office/tickets', wanted)).path)
  }
  agent.destroy()
  return [
    crowd('page16', 'one page, one address, 16 connections', [get(page)], { connections: 16 }),
    crowd('page100', 'one page, one address', [get(page)]),
    crowd('vary100', 'many pages, one address', pages),
    crowd('crowd50', 'many pages, fifty addresses', pages, { addresses: 50 }),
    crowd('board100', 'the board, fifty addresses', [get(`${OFFICE}/board`)], { addresses: 50 }),
    crowd('health100', 'the health, one address', [get('/api/health')]),
    crowd(
      'forged100',
      'many pages under a forged cookie',
      pages.map(p => ({ ...p, cookie: forged })),
      { addresses: 50 },
    ),
    crowd(
      'write100',
      'holds, fifty addresses',
      last.map(id => hold(id)),
      { addresses: 50 },
    ),
    crowd('poison100', 'one key for two commands, fifty addresses', poison, { addresses: 50 }),
    crowd('signin16', 'guessed passwords, fifty addresses, 16 connections', [login], {
      connections: 16,
      addresses: 50,
    }),
    ...[8, 30].flatMap(connections => [
      crowd(`upload${connections}`, `scans for a made-up link, ${connections} connections`, [scan(madeUp)], {
        connections,
      }),
      crowd(`scans${connections}`, `scans for one booking, ${connections} connections`, [scan(token)], { connections }),
    ]),
    crowd('pipeline4', '100 requests at once on each of four connections', [get(page)], {
      connections: 4,
      pipelined: 100,
    }),
    crowd('poll100', 'handshakes of long polling', [get('/socket.io/?EIO=4&transport=polling')], { addresses: 50 }),
    sockets('hello100', 'sockets that join, leave and come again', { leaves: true }),
    sockets('joins100', 'sockets that join thirty times', { frames: 30 }),
    sockets('frames100', 'sockets that send a thousand pings', { frames: 1_000, frame: '3' }),
    sockets('joins1', 'one socket that joins 3,000 times and never reads', { sockets: 1, frames: 3_000, reads: false }),
    crowd('follow100', 'streams of one ticket, fifty addresses', [get(`${followed[0]}/stream`)], { addresses: 50 }),
    {
      name: 'hall2000',
      what: '2,000 phones that follow, 150 numbers a second',
      gathers: clients => clients.ask('gatherPhones', 'hall', { url, paths: followed, addresses: 50, count: PHONES }),
      run: clients =>
        clients.ask('takes', { port, ms: FLOOD_MS, perSecond: 150, cookie: kiosk.cookies(), body: number }),
      leaves: clients => clients.ask('scatterPhones', 'hall'),
    },
  ]
}
