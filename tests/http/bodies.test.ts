import { beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { sendScan, upload } from '../helpers/by-pages.ts'
import { until } from '../helpers/listeners.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const SCAN = { 'content-type': 'multipart/form-data; boundary=X' }
const JSON_BODY = { 'content-type': 'application/json' }

let app: TestApp

beforeAll(async () => {
  app = await testApp({ env: { TRUST_PROXY: 'true' } })
  const admin = await app.as('admin')
  const { booking } = app.offices.get('samarinda')
  const ktp = {
    id: 'ktp-el',
    booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: null, files: true },
  }
  const body = { booking: { ...booking, proof: 'never' }, services: [ktp] }
  expect((await admin.patch('/api/offices/samarinda/settings', body)).status).toBe(200)
})

/** The token of somebody who booked a service that takes scans beforehand. */
async function booked(): Promise<string> {
  const who = app.visitor()
  const { slots } = (await who.get('/api/offices/samarinda/services/ktp-el/slots')).body
  const { id } = slots.find((s: { free: number }) => s.free > 0)
  return (await who.post('/api/offices/samarinda/bookings', { serviceId: 'ktp-el', slotId: id })).body.token
}

/** A body that comes only when somebody reads it, and then ends or hangs, as the test wants. */
function slowly(path: string, network: string, headers: Record<string, string>) {
  let reads = 0
  let end = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      pull(source) {
        reads++
        return new Promise<void>(resolve => {
          end = () => {
            source.close()
            resolve()
          }
        })
      },
    },
    { highWaterMark: 0 },
  )
  const init = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { host: 'localhost', 'x-forwarded-for': network, ...headers },
  }
  const answer = Promise.resolve(app.app.request(path, init as RequestInit))
  return { answer, reads: () => reads, end: () => end() }
}

const whereTo = async ({ answer }: { answer: Promise<Response> }) => (await answer).headers.get('location')

describe('what somebody sends', () => {
  it('is not read when it is a scan for a link that nobody has, and the connection ends [F5]', async () => {
    const sent = slowly(`/t/${'x'.repeat(22)}.${'y'.repeat(22)}/files`, '10.0.0.1', SCAN)
    expect((await sent.answer).status).toBe(303)
    expect(sent.reads()).toBe(0)
    expect((await sent.answer).headers.get('connection')).toBe('close')
  })

  it('runs out and leaves nothing when it is a scan that says of itself that it is too large [F5]', async () => {
    const token = await booked()
    const sent = slowly(`/t/${token}/files`, '10.0.0.1', {
      ...SCAN,
      'content-length': String(6 * 1024 * 1024),
    })
    await until(() => sent.reads() === 1)
    sent.end()
    expect(await whereTo(sent)).toContain('said=BODY_TOO_LARGE')
    expect((await app.visitor().get(`/api/tickets/${token}`)).body.files).toEqual([])
  })

  it('is refused at its beginning when the ticket has all its scans [F5]', async () => {
    const token = await booked()
    for (let i = 0; i < 6; i++) await upload(app, token, `berkas ${i}.pdf`)
    const sent = slowly(`/t/${token}/files`, '10.0.0.1', SCAN)
    await until(() => sent.reads() === 1)
    sent.end()
    expect(await whereTo(sent)).toContain('said=TOO_MANY_FILES')
  })

  it('waits outside while six scans of its network are on their way, or twelve in all [F5]', async () => {
    const token = await booked()
    const send = (network: string) => slowly(`/t/${token}/files`, network, SCAN)
    const six = Array.from({ length: 6 }, () => send('10.0.0.1'))
    await until(() => six.every(s => s.reads() === 1))
    const seventh = send('10.0.0.1')
    expect(await whereTo(seventh)).toContain('said=TOO_MANY_REQUESTS')
    const others = Array.from({ length: 6 }, () => send('10.0.0.2'))
    await until(() => others.every(s => s.reads() === 1))
    const thirteenth = send('10.0.0.3')
    expect(await whereTo(thirteenth)).toContain('said=TOO_MANY_REQUESTS')
    expect([seventh.reads(), thirteenth.reads()]).toEqual([0, 0])
    for (const slow of [...six, ...others]) slow.end()
    await Promise.all([...six, ...others].map(s => s.answer))
    expect((await sendScan(app, token, 'KK.pdf')).to).not.toContain('said')
  })

  it('is not read of somebody who lacks the right, nor when it says of itself that it is too large [A12]', async () => {
    const unknown = slowly('/api/offices/samarinda/counters/1/call-next', '10.0.0.4', JSON_BODY)
    expect((await unknown.answer).status).toBe(401)
    const large = slowly('/api/offices/samarinda/holds', '10.0.0.4', { ...JSON_BODY, 'content-length': '65537' })
    expect((await large.answer).status).toBe(413)
    expect([unknown.reads(), large.reads()]).toEqual([0, 0])
  })

  it('takes room of its network only: slow senders shut out nobody elsewhere and no browser of the desk, and leave when they are done [A12]', async () => {
    const whole = { ...JSON_BODY, 'content-length': String(64 * 1024) }
    const send = (network: string) => slowly('/api/offices/samarinda/holds', network, whole)
    const desk = await app.as('petugas1')
    await desk.post('/api/logout')
    const slow = Array.from({ length: 16 }, () => send('10.0.0.5'))
    await until(() => slow.every(s => s.reads() === 1))
    const refused = send('10.0.0.5')
    expect((await refused.answer).status).toBe(429)
    expect(refused.reads()).toBe(0)
    const signIn = { username: 'petugas1', password: 'tanggap-demo' }
    const from = { 'x-forwarded-for': '10.0.0.5' }
    expect((await app.visitor().post('/api/login', signIn, from)).status).toBe(429)
    expect((await desk.post('/api/login', signIn, from)).status).toBe(200)
    const elsewhere = send('10.0.0.6')
    await until(() => elsewhere.reads() === 1)
    for (const s of [...slow, elsewhere]) s.end()
    for (const s of [...slow, elsewhere]) expect((await s.answer).status).toBe(400)
    const later = send('10.0.0.5')
    await until(() => later.reads() === 1)
    later.end()
    expect((await later.answer).status).toBe(400)
  })
})
