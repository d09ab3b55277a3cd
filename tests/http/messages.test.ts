import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signBody } from '../../server/services/identity/signatures.ts'
import type { ChatActs } from '../../server/services/messages/chat.ts'
import type { ChatTicket } from '../../shared/chat/chat-state.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { paperGateway, phoneOf, SECRET } from '../helpers/outbox.ts'
import { MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const SETTINGS = '/api/offices/samarinda/settings'
const INBOUND = '/api/gateway/inbound'
const KEYS = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
const name = ['KTP-el', 'Electronic ID card'] as const

/** Bookings as far as the chat sees them. */
function fakeActs() {
  const tickets = new Map<string, ChatTicket>()
  const rated: number[] = []
  let full = false
  const acts: ChatActs = {
    services: async () => [{ id: 'ktp-el', name, keywords: ['ktp'], cases: [] }],
    freeSlots: async (_office, _service, n) =>
      Array.from({ length: n }, (_, i) => ({ id: `s${i}`, start: MORNING + (i + 2) * 30 * MINUTE })),
    async book(_office, { slotId }, phone) {
      if (full) throw new AppError('SLOT_FULL')
      if (tickets.has(phone)) throw new AppError('ALREADY_BOOKED')
      const ticket: ChatTicket = {
        ...{ ticketId: slotId, number: 'AR-01', service: name, state: 'booked' },
        ...{ start: MORNING, cancellable: true, rateable: true },
      }
      tickets.set(phone, ticket)
      return ticket
    },
    status: async (_office, phone) => (tickets.has(phone) ? [tickets.get(phone)!] : []),
    cancel: async id => tickets.forEach((t, phone) => t.ticketId === id && tickets.delete(phone)),
    rate: async (_id, rating) => void rated.push(rating),
  }
  return { acts, tickets, rated, fill: (on: boolean) => void (full = on) }
}

const METRICS_TOKEN = 'metrics-for-the-monitor'
let app: TestApp
const paper = paperGateway()
const fake = fakeActs()
let next = 0
beforeAll(async () => {
  app = await testApp({
    env: {
      GATEWAY_URL: 'https://gateway.example/send',
      GATEWAY_SECRET: SECRET,
      PUBLIC_URL: 'https://antre.example',
      METRICS_TOKEN,
    },
    gateways: { whatsapp: paper.gateway, push: paper.gateway },
    chatActs: fake.acts,
  })
})
afterAll(() => app.close())

const inbound = (text: string, from = phoneOf(1)) => ({ id: `m${++next}`, channel: 'whatsapp', from, text })
const hand = (body: object, header?: (text: string) => string) => {
  const text = JSON.stringify(body)
  const signature = (header ?? (t => signBody(SECRET, t, app.clock.now)))(text)
  return app.visitor().post(INBOUND, text, { 'x-tanggap-signature': signature })
}
/** Writes to the office and gives what comes back on the phone. */
async function write(text: string, from = phoneOf(1)): Promise<string> {
  const answer = await hand(inbound(text, from))
  if (answer.status !== 200) throw new Error(answer.text)
  await app.messages.deliverDue(app.clock.now)
  // Others are answered in the same pass, and nobody waits for anybody else.
  return paper.given.filter(m => m.to === from).at(-1)!.text
}

describe('the gateway’s door', () => {
  it('opens for a fresh signature over the very bytes, and for nothing else [M8]', async () => {
    const body = inbound('halo', phoneOf(9))
    const refused = [
      await app.visitor().post(INBOUND, body),
      await hand(body, () => 't=1,v1=00'),
      await hand(body, text => signBody('another-secret-123', text, app.clock.now)),
      await hand(body, text => signBody(SECRET, text + ' ', app.clock.now)),
      await hand(body, text => signBody(SECRET, text, app.clock.now - 6 * MINUTE)),
      await hand(body, text => signBody(SECRET, text, app.clock.now + 6 * MINUTE)),
      await hand(body, text => signBody(SECRET, text, app.clock.now).replace('t=', 't=1')),
    ]
    expect(refused.map(r => [r.status, r.body.error.code])).toEqual(refused.map(() => [401, 'NOT_SIGNED_IN']))
    expect((await hand(body)).status).toBe(200)
    const edge = await hand(inbound('halo', phoneOf(9)), text => signBody(SECRET, text, app.clock.now - 5 * MINUTE))
    expect(edge.status).toBe(200)
  })

  it('takes each message id once [M8]', async () => {
    const body = inbound('halo', phoneOf(9))
    expect((await hand(body)).status).toBe(200)
    const again = await hand(body)
    expect([again.status, again.body.error.code]).toEqual([409, 'COMMAND_ID_REUSED'])
  })

  it('takes a message again that could not be answered [M8]', async () => {
    const body = inbound('halo', phoneOf(9))
    const { status } = fake.acts
    Object.assign(fake.acts, { status: () => Promise.reject(new Error('the disk is away')) })
    expect((await hand(body)).status).toBe(500)
    Object.assign(fake.acts, { status })
    expect((await hand(body)).status).toBe(200)
    // That one was meant; whatever else fails in this file is not.
    expect(app.failures.splice(0)).toHaveLength(1)
  })

  it('refuses what is not in the contract without repeating it', async () => {
    const answer = await hand({ ...inbound('halo'), nik: '0000000000000000' })
    expect(answer.status).toBe(400)
    expect((await hand({ ...inbound('halo'), office: 'lain' })).status).toBe(404)
    expect(answer.text).not.toContain(phoneOf(1))
  })
})

describe('an office that words its messages itself', () => {
  it('is read out with them from then on, and everybody else is told nothing of how it words them [M16]', async () => {
    const admin = await app.as('admin')
    const own = ['Mohon ke {counter}, nomor {number}: {link}', 'Please go to {counter}, number {number}: {link}']
    const save = (called: readonly string[]) =>
      admin.patch(SETTINGS, { messages: { called }, seen: { messages: { called: ['', ''] } } })
    expect((await save(['{number}: {link}', '{number}: {link}'])).body.error).toMatchObject({
      code: 'STRUCTURE_UNSOUND',
      data: { problems: [{ field: 'messages.called', problem: 'placeMissing', with: '{counter}' }] },
    })
    expect((await save(own)).status).toBe(200)
    const values = { number: 'A-012', counter: 'Loket 3', path: '/t/x' }
    const phone = { channel: 'whatsapp', address: phoneOf(8), lang: 'id', values } as const
    await app.messages.queue({ office: 'samarinda', ticketId: 'own-words', kind: 'called', occasion: '1', ...phone })
    await app.messages.deliverDue(app.clock.now)
    expect(paper.given.find(m => m.to === phoneOf(8))?.text).toBe(
      'Mohon ke Loket 3, nomor A-012: https://antre.example/t/x',
    )
    const seenBy = async (visitor: Visitor) => (await visitor.get('/api/offices/samarinda')).body.office.messages.called
    expect([await seenBy(admin), await seenBy(app.visitor())]).toEqual([own, ['', '']])
  })
})

describe('a citizen who only has a chat', () => {
  it('books, asks, cancels and is answered on the same road', async () => {
    expect(await write('antri')).toContain('1. KTP-el')
    expect(await write('1')).toContain('3. Selasa, 9 Juni, 11.30 WITA')
    fake.fill(true)
    expect(await write('2')).toContain('baru saja terisi')
    fake.fill(false)
    expect(await write('2')).toContain('Nomor Anda AR-01')
    expect(paper.given.at(-1)).toMatchObject({ channel: 'whatsapp', to: phoneOf(1), kind: 'chatReply' })
    expect(await write('antri ktp')).toContain('1. ')
    expect(await write('1')).toContain('sudah punya nomor')
    expect(await write('nilai 4')).toContain('Terima kasih')
    expect(fake.rated).toEqual([4])
    expect(await write('batal')).toContain('Balas YA')
    expect(await write('ya')).toBe('Nomor AR-01 dibatalkan.')
    expect(fake.tickets.size).toBe(0)
  })

  it('does not answer into somebody else’s conversation', async () => {
    await write('antri', phoneOf(2))
    expect(await write('1', phoneOf(3))).toContain('belum paham')
  })

  it('starts anew after half an hour [M10]', async () => {
    await write('antri', phoneOf(4))
    app.clock.now += 31 * MINUTE
    expect(await write('1', phoneOf(4))).toContain('belum paham')
  })

  it('gets silence, not bills, when it never stops writing [M10]', async () => {
    const before = paper.given.length
    for (let i = 0; i < 65; i++) await write('halo', phoneOf(5))
    expect(paper.given.length - before).toBe(60)
  })
})

describe('a browser that wants to be told', () => {
  it('gets the public key and subscribes with the holder’s link alone', async () => {
    const { key } = (await app.visitor().get('/api/push/key')).body
    expect(key).toMatch(/^[\w-]{87}$/)
    const { token } = (await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })).body
    const subscription = { endpoint: 'https://push.example/abc', expirationTime: null, keys: KEYS }
    const ask = (t: string, change: object = {}) =>
      app.visitor().post(`/api/tickets/${t}/push`, { subscription: { ...subscription, ...change }, lang: 'id' })
    expect((await ask(token)).body).toEqual({ ok: true })
    expect((await ask('x'.repeat(30))).body.error.code).toBe('TICKET_UNKNOWN')
    for (const endpoint of [
      'http://push.example/abc',
      'https://127.0.0.1/abc',
      'https://localhost/abc',
      'https://[::1]/abc',
      'https://push.example:8443/abc',
      'https://a@push.example/abc',
    ])
      expect((await ask(token, { endpoint })).body.error.code, endpoint).toBe('BAD_REQUEST')
  })

  it('takes it back for one ticket and stays known for another', async () => {
    const kiosk = await app.device('kiosk')
    const [one, other] = await Promise.all(
      [0, 1].map(async () => (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body.token as string),
    )
    const endpoint = 'https://push.example/both'
    for (const t of [one, other])
      await app.visitor().post(`/api/tickets/${t}/push`, { subscription: { endpoint, keys: KEYS } })
    const asking = async () => (await app.db.kysely.selectFrom('push_subscriptions').selectAll().execute()).length
    const before = await asking()
    for (let twice = 0; twice < 2; twice++) {
      expect((await app.visitor().post(`/api/tickets/${one}/push/off`, { endpoint })).body).toEqual({ ok: true })
      expect(await asking()).toBe(before - 1)
    }
    const unknown = await app.visitor().post(`/api/tickets/${'x'.repeat(30)}/push/off`, { endpoint })
    expect(unknown.body.error.code).toBe('TICKET_UNKNOWN')
    await app.settled()
    await app.messages.deliverDue(app.clock.now)
  })
})

describe('staff', () => {
  it('see how messages fared and no address', async () => {
    const { body, text } = await (await app.as('manajer')).get('/api/offices/samarinda/messages')
    expect(body.counts).toContainEqual({ kind: 'chatReply', state: 'sent', n: expect.any(Number) })
    expect(body.oldestWaiting).toBeNull()
    expect(text).not.toContain('+62')
  })
})

describe('no phone number', () => {
  it('is in the log, the errors, the metrics or, unsealed, in the database', async () => {
    await app.settled()
    const metrics = (await app.visitor().get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })).text
    expect(metrics).toMatch(/tanggap_messages\{state="sent"\} \d\d/)
    const followers = ['documents', 'outages', 'notices', 'surveyLink', 'ranges', 'takeovers', 'voids', 'documentNews']
    for (const name of followers) expect(metrics).toContain(`tanggap_follower_lag{follower="${name}"} 0\n`)
    const { followers: lag } = (await app.visitor().get('/api/health')).body
    expect(lag).toEqual(followers.map(follower => ({ follower, events: 0, seconds: 0, aside: 0 })))
    const rows = await Promise.all(
      (['messages', 'inbound', 'push_subscriptions', 'journal'] as const).map(t =>
        app.db.kysely.selectFrom(t).selectAll().execute(),
      ),
    )
    for (const text of [metrics, JSON.stringify(app.log), JSON.stringify(rows)]) expect(text).not.toContain('+62')
    expect(JSON.stringify(rows)).not.toContain('push.example')
    expect(app.failures).toEqual([])
  })
})
